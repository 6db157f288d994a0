"""Where an English text's paragraphs and sentences end.

1. A line break ends a paragraph, unless the text is wrapped to a width and the break is where the next word
   would not have fitted (wire copy, mail).
2. Within a paragraph a run of ``.``, ``!``, ``?`` or an ellipsis, with the quotes and brackets that close
   after it, ends a sentence unless the word before or the word after says otherwise (``sentences.tsv``).

Rules rather than a model: upper-case wire copy, where capitals say nothing, is read by the word lists alone.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise

from sayso.core.span import Span

_WRAP_WIDTHS = range(40, 101)  # a text with a longer line is not wrapped, one of short lines only a list
_SINGLE = ("\n", "\r\n")
_WRAP_SLACK = 3  # wire services break a little early
_LOOK = 40  # characters looked at on either side of a possible end
_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_STOP = re.compile(
    r"(?:\.{2,8}|[.!?…]{1,4})[\"'”’»)\]]{0,4}(?=\s)"
    r"|(?<=[a-z]{3})[.!?][”\"]?(?=[A-Z][a-z]{0,20}\s)"  # the space left out
)
_BEFORE = re.compile(r"(?:^|[\s(\[\"'“‘—–-])([^\s(\[\"'“‘—–-]*)$")
_AFTER = re.compile(r"[\s\"'“‘(\[«*•–—-]*(\w*)")


def split_sentences(text: str) -> tuple[Span, ...]:
    """The sentences of ``text`` in order, without the white space around them; they never overlap.

    Every character that is not white space lies in one of them. A heading, or any line that ends without a
    full stop, is a sentence of its own. Sentences within a quotation are split like any others.
    """
    return tuple(
        Span.of(text, start, end)
        for first, last in paragraph_bounds(text)
        for start, end in _bounds(text, first, last)
        if text[start:end].strip()
    )


def paragraph_bounds(text: str) -> list[tuple[int, int]]:
    """The half-open offsets of each paragraph that is not blank, in order, by the first rule above."""
    lines = [m.span() for m in _LINE.finditer(text) if not m[0].isspace()]
    width = max((end - start for start, end in lines), default=0)
    wrapped = _is_wrapped(text, lines, width)
    bounds: list[tuple[int, int]] = []
    last = (0, 0)
    for line in lines:
        if wrapped and bounds and _is_wrap(text, last, line, width):
            bounds[-1] = (bounds[-1][0], line[1])
        else:
            bounds.append(line)
        last = line
    return bounds


def _is_wrapped(text: str, lines: list[tuple[int, int]], width: int) -> bool:
    """Whether most single line breaks of ``text`` stand where the next word would not have fitted."""
    if width not in _WRAP_WIDTHS:
        return False
    single = [(a, b) for a, b in pairwise(lines) if text[a[1] : b[0]] in _SINGLE]
    full = sum(_is_full(text, a, b, width) for a, b in single)
    return full >= 2 and 2 * full > len(single)


def _is_full(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    word = text[following[0] : following[1]].split(maxsplit=1)[0]
    return line[1] - line[0] + 1 + len(word) > width - _WRAP_SLACK


def _is_wrap(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Whether the break after ``line``, in a wrapped text, does not end its paragraph."""
    if text[line[1] : following[0]] not in _SINGLE or text[following[0]].isspace():
        return False
    ends = text[line[1] - 1] in '.!?:"”'
    return _is_full(text, line, following, width) or (not ends and 2 * (line[1] - line[0]) > width)


def _bounds(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    start = first
    for stop in _STOP.finditer(text, first, last):
        if _ends(text, start, stop, last):
            yield start, stop.end()
            start = stop.end()
    yield start, last


def _ends(text: str, start: int, stop: re.Match[str], last: int) -> bool:
    """Whether the punctuation of ``stop`` ends the sentence that began at ``start``."""
    before = _BEFORE.search(text[max(start, stop.start() - _LOOK) : stop.start()])
    after = _AFTER.match(text, stop.end(), min(last, stop.end() + _LOOK))
    word, following = before[1] if before else "", after[1] if after else ""
    mark = stop[0].rstrip("\"'”’»)]")
    if following[:1].islower():
        return False
    if mark == ".":
        return not _is_abbreviation(word, following, opens=not text[start : stop.start() - len(word)].strip())
    if "…" in mark or ".." in mark:
        return not word.isupper() or _is(
            following, "opener"
        )  # in upper-case text an ellipsis is mostly a pause
    return len(mark) == len(stop[0]) or not _reports_quotation(
        text[stop.end() : min(last, stop.end() + _LOOK)]
    )


def _is_abbreviation(word: str, following: str, *, opens: bool) -> bool:
    """Whether the dot belongs to ``word``, which ``following`` comes after."""
    if _is(word, "title"):
        return True
    if _is(word, "number"):
        return following[:1].isdigit()
    if opens and word.isdigit():
        return True  # a list's number
    if len(word) == 1 and word.isupper() and word != "I":
        return True  # an initial
    if _is(word, "maybe") or re.fullmatch(r"(?:\w\.){1,5}\w", word):
        return bool(following) and not _is(following, "opener")
    return False


def _reports_quotation(rest: str) -> bool:
    """Whether a saying verb stands among the next four words, as in ``"Why?" Ms Aldane asked``."""
    words = re.findall(r"[\w'’]+", re.split(r"[.!?,;:\"“]", rest, maxsplit=1)[0])
    return any(_is(w, "saying") for w in words[:4])


def _is(word: str, kind: str) -> bool:
    return kind in _word_kinds().get(word.lower(), ())


@cache
def _word_kinds() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    source = files("sayso.core").joinpath("sentences.tsv").read_text(encoding="utf-8")
    for line in source.splitlines():
        if line and not line.startswith("#"):
            kind, word = line.split("\t")
            table.setdefault(word, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in table.items()}
