"""Tells marks of quotation apart again that all became one letter: opening, closing, apostrophe.

1. Each place gets a price for each role, by what stands to its left and right: between a space and a
   letter a mark opens, after punctuation it closes, between two letters it is an apostrophe. After an s, all
   depends.
2. The cheapest sequence of roles in the paragraph wins, where nesting, closing what was never opened, and
   leaving a quotation open cost something too (a Viterbi search over the depth of quotation). This tells
   ``the soldiers’ families`` from ``the “ragtag soldiers”``, and finds quotations within quotations.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from sayso.gather.clean.stand_in import is_genuine, word_list

# Roles, and the marks that they make at each depth of quotation. American use: double marks outside, single
# inside.
_OPEN, _CLOSE, _APOSTROPHE, _DASH = range(4)
_MARKS = (("“", "‘", "‘"), ("”", "”", "’"), ("’", "’", "’"), ("–", "–", "–"))
_DEEPEST = 2

# Prices. Only their order matters; they were set by hand on invented sentences, and the tests hold what they
# must do.
_NEVER, _HARDLY, _SELDOM, _AT_TIMES, _LIKELY = 30.0, 8.0, 4.0, 1.0, 0.3
_NESTED = 2.0  # to open within a quotation
_UNOPENED = 6.0  # to close at depth 0
_UNCLOSED = 2.5  # a quotation left open: a speech of several paragraphs opens each and closes the last

_LONGEST_RUN = 3  # marks in a row: a quotation within one may end with the sentence, after a possessive
_MOST_AT_ONCE = (
    400  # marks of one paragraph: hostile text may hold a million, and each path would hold them all
)

_CLOSERS = frozenset(".,!?;:…)]}%")
_DASHES = frozenset("-–—/")
_OPENERS = frozenset("([{")
_DECADE = re.compile(r"\d\ds\b")
_WORD = re.compile(r"[A-Za-z]+")
_PARAGRAPH = re.compile(r"[^\n]+")


_Prices: TypeAlias = tuple[float, float, float, float]  # of each role, in the order of the roles


class _Path(NamedTuple):
    """The cheapest way to a depth: its last role at the depth before, and the way there."""

    price: float
    role: int = -1
    depth: int = 0
    before: "_Path | None" = None


def restore_quotes(text: str, stand_in: str) -> tuple[str, int]:
    """The text with each stand-in made the mark that it was, as far as can be told, and how many there were.

    Genuine letters stay. Every mark is one character, so offsets stay what they were.
    """
    chars = list(text)
    count = 0
    for paragraph in _PARAGRAPH.finditer(text):
        for place, mark in _restore(text, paragraph.start(), paragraph.end(), stand_in):
            chars[place] = mark
            count += 1
    return "".join(chars), count


def _restore(text: str, start: int, stop: int, stand_in: str) -> Iterator[tuple[int, str]]:
    """The places of a paragraph's stand-ins, each with its mark."""
    places: list[int] = []
    paths = {0: _Path(0.0)}
    for run in re.finditer(re.escape(stand_in) + "+", text[start:stop]):
        left, right = start + run.start(), start + run.end()
        if right - left > _LONGEST_RUN or (right - left == 1 and is_genuine(text, left)):
            continue
        prices = _prices(text, start, stop, left, right, stand_in)
        for place in range(left, right):
            places.append(place)
            paths = _step(paths, prices)
        if len(places) >= _MOST_AT_ONCE:
            yield from _settle(places, paths)
            places, paths = [], {0: _Path(0.0)}
    yield from _settle(places, paths)


def _settle(places: list[int], paths: dict[int, _Path]) -> Iterator[tuple[int, str]]:
    last = min(paths.items(), key=lambda item: item[1].price + _UNCLOSED * item[0])[1]
    return zip(places, reversed(_trace(last)), strict=True)


def _step(paths: dict[int, _Path], prices: _Prices) -> dict[int, _Path]:
    """The cheapest way to each depth after one more mark."""
    found: dict[int, _Path] = {}
    for depth, path in paths.items():
        for role, price in enumerate(prices):
            after = depth
            if role == _OPEN:
                price += _NESTED * depth if depth < _DEEPEST else _NEVER
                after = min(depth + 1, _DEEPEST)
            elif role == _CLOSE:
                price += 0.0 if depth else _UNOPENED
                after = max(depth - 1, 0)
            if after not in found or path.price + price < found[after].price:
                found[after] = _Path(path.price + price, role, depth, path)
    return found


def _trace(path: _Path) -> list[str]:
    """The marks along a path, last first."""
    marks = []
    while path.before is not None:
        marks.append(_MARKS[path.role][path.depth])
        path = path.before
    return marks


def _prices(text: str, start: int, stop: int, left: int, right: int, stand_in: str) -> _Prices:
    """What it costs to take the stand-ins from left to right as opening, closing, apostrophes, or dashes."""
    before = text[left - 1] if left > start else ""
    after = text[right] if right < stop else ""
    is_free_left, is_free_right = not before or before.isspace(), not after or after.isspace()
    if is_free_left and is_free_right:
        is_after_mark, is_before_mark = (
            left > 1 and text[left - 2] == stand_in,
            text[right + 1 : right + 2] == stand_in,
        )
        return _prices_alone(is_after_mark, is_before_mark, before, after)
    if is_free_left or before in _OPENERS:
        word = _next_word(text, right)
        is_clipped = (
            word in word_list("clipped") or word in word_list("suffixes") or _DECADE.match(text, right)
        )
        return (_AT_TIMES, _HARDLY, 0.0, _NEVER) if is_clipped else (0.0, _NEVER, _HARDLY, _NEVER)
    if is_free_right or after in _CLOSERS or after in _DASHES:
        return _NEVER, 0.0, _price_of_possessive(before, after, _next_word(text, right + 1)), _NEVER
    if before in _DASHES:
        return _LIKELY, _SELDOM, _HARDLY, _NEVER
    if before in _CLOSERS:
        return _AT_TIMES, _AT_TIMES, _NEVER, _NEVER
    return _HARDLY, _HARDLY, 0.0, _NEVER


def _prices_alone(is_after_mark: bool, is_before_mark: bool, before: str, after: str) -> _Prices:
    """Between two spaces: next to another mark or at the paragraph's edge it is a mark, else a dash."""
    can_open, can_close = is_before_mark or not before, is_after_mark or not after
    if not (can_open or can_close):
        return _SELDOM, _SELDOM, _NEVER, 0.0
    return (_LIKELY if can_open else _SELDOM), (_LIKELY if can_close else _SELDOM), _HARDLY, _AT_TIMES


def _price_of_possessive(before: str, after: str, word: str) -> float:
    """At a word's end an apostrophe is a possessive after an s, before a thing owned, or a letter left out."""
    if not before.isalpha():
        return _HARDLY if before.isdigit() else _NEVER
    if not after.isspace() or not word or word in word_list("not_possessed"):
        return _SELDOM + _AT_TIMES
    return _AT_TIMES if before in "sSxXzZ" else _SELDOM


def _next_word(text: str, place: int) -> str:
    match = _WORD.match(text, place, place + 30)
    return match[0].lower() if match else ""
