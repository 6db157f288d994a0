"""A second opinion on names: what the words themselves and those beside them say, by a linear model.

The encoder reads word pieces in lower case and generalises; this model remembers words, endings, shapes and neighbours.
The two err on different names, so that the sum of their scores is better than either (a product of experts: Hinton,
2002; hashed features: Weinberger et al., ICML 2009). It is asked only where the encoder is in doubt, and fitted by
``training.fit_names``.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from zlib import crc32

import numpy as np

from sayso.read.arrays import load_arrays, remedy_of
from sayso.read.encoder.decode import Floats, Ints
from sayso.read.encoder.pieces import LOWER, UPPER, Pieces

FILE = "lexical.npz"
SIZE = 1 << 16  # rows of weights; features share them by chance
INSIDE = 31  # a piece that does not begin a word has rows of its own: row * INSIDE + 1
CERTAIN = 0.995  # the probability of a label from which on the encoder is not doubted
LEAST = 0.3  # the probability of being in a name below which it is not doubted either
SHOUTED = 30  # pieces; more than these in capitals are another sort of text than what was learned from
WEIGHT = np.float32(0.6)  # of what this model says, beside the encoder
AROUND = 6  # words to either side that tell what a text is about
LONGEST = 40  # characters of a word that are looked at
REACH = 80  # characters before and after a piece within which its line is looked at
EDGE = "_"

_WORD = re.compile(
    r"\d+(?:[.,:]\d+)*|\w+(?:[-./&]\w+|['’](?!s\b)\w+)*(?:(?<=[./]\w)\.|(?<=\b\w)\.)?|['’]s\b|\S"
)
_DIGIT = re.compile(r"\d")
_RUN = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class _Form:
    """A word as the features see it, with the rows of those that it makes by itself."""

    low: str
    shape: str
    sort: str  # the first letters of its shape
    is_name: bool  # may be part of a name: it has a capital
    own: tuple[int, ...]  # its rows as the word itself,
    near: tuple[int, ...]  # as the one two before it, before it, after it, two after it,
    around: int  # and as one not far from it


def features_of(text: str, at: int, end: int, starts: Sequence[int]) -> Iterator[list[int]]:
    """The rows of weights of each word of the line ``text[at:end]`` in which one of ``starts`` lies, in order.

    ``starts`` are offsets in ascending order; several in one word give its rows once for each.
    """
    bounds = [(found.start(), found.end()) for found in _WORD.finditer(text, at, end)]
    forms = [_form(text[s : min(e, s + LONGEST)]) for s, e in bounds]
    number, known = 0, -1
    rows: list[int] = []
    for start in starts:
        while number + 1 < len(bounds) and bounds[number + 1][0] <= start:
            number += 1
        if number != known:
            rows, known = _rows(forms or [_NONE], number), number
        begins = bool(bounds) and bounds[number][0] == start
        yield rows if begins else [(row * INSIDE + 1) % SIZE for row in rows]


@lru_cache(20_000)
def _form(word: str) -> _Form:
    low = _DIGIT.sub("0", word.lower())
    kinds = ("A" if c.isupper() else "a" if c.isalpha() else "0" if c.isdigit() else c for c in word)
    return _make_form(low, _RUN.sub(r"\1", "".join(kinds)), is_name=any(c.isupper() for c in word))


def _make_form(low: str, shape: str, *, is_name: bool) -> _Form:
    ends = (low[:3], low[-3:], low[-2:], low[-4:], low[:4])
    own = (low, *ends, shape)
    return _Form(
        low,
        shape,
        shape[:3],
        is_name,
        tuple(_row(f"{sort}{part}") for sort, part in zip("056789a", own, strict=True)),
        tuple(_row(f"{sort}{low}") for sort in "3124"),
        _row(f"l{low}"),
    )


def _row(feature: str) -> int:
    return crc32(feature.encode(errors="replace")) % SIZE


_NONE = _make_form(EDGE, EDGE, is_name=False)


def _rows(forms: Sequence[_Form], at: int) -> list[int]:
    """The rows of the word ``at``: itself, its ends, its shape, its neighbours, pairs of these, and words around."""
    last = len(forms) - 1
    own = forms[at]
    back = forms[at - 1] if at > 0 else _NONE
    two_back = forms[at - 2] if at > 1 else _NONE
    ahead = forms[at + 1] if at < last else _NONE
    two_ahead = forms[at + 2] if at < last - 1 else _NONE
    paired = (
        f"b{back.shape}|{own.shape}|{ahead.shape}",
        f"c{back.low}|{own.low}",
        f"d{own.low}|{ahead.low}",
        f"e{back.low}|{ahead.low}",
        f"h{two_back.sort}|{back.sort}|{own.sort}",
        f"i{own.sort}|{ahead.sort}|{two_ahead.sort}",
        f"j{back.low}|{own.sort}|{ahead.sort}",
        f"k{ahead.low}|{own.sort}|{back.sort}",
    )
    rows = [*own.own, two_back.near[0], back.near[1], ahead.near[2], two_ahead.near[3], *map(_row, paired)]
    if own.is_name:
        nearby = forms[max(0, at - AROUND) : at + AROUND + 1]
        rows += dict.fromkeys(form.around for form in nearby if not form.is_name and len(form.low) > 2)
        if all(form.shape == "A" for form in nearby if form.low[0].isalpha()):
            rows.append(_row(f"m{own.shape}"))
    return rows


def add_opinions(pieces: Pieces, first: int, emissions: Floats) -> None:
    """Add to the scores (pieces, labels) of the names of a window's pieces, of which ``first`` is the first."""
    case = pieces.case[first : first + len(emissions)]
    shouted, small = int((case == UPPER).sum()), int((case == LOWER).sum())
    if shouted > max(SHOUTED, small):
        return
    doubted = _find_doubted(emissions)
    starts = pieces.starts[first + doubted].tolist()
    rows: list[int] = []
    begins: list[int] = []
    at = 0
    while at < len(starts):
        begin, end, stop = _stretch(pieces.text, starts, at)
        for own in features_of(pieces.text, begin, end, starts[at:stop]):
            begins.append(len(rows))
            rows += own
        at = stop
    if begins:
        emissions[doubted] += WEIGHT * np.add.reduceat(_weights()[rows], begins, axis=0)


def _find_doubted(emissions: Floats) -> Ints:
    """The indices of the pieces that may well be in a name and whose label is not sure, and of those beside them."""
    chances = np.exp(emissions - emissions.max(1, keepdims=True))
    total = chances.sum(1)
    unsure = total > 1 / CERTAIN
    likely = np.array(_chances_inside(chances)) > LEAST
    likely &= unsure
    beside = likely.copy()
    beside[:-1] |= likely[1:]
    beside[1:] |= likely[:-1]
    return np.flatnonzero(unsure & beside)


def _chances_inside(chances: Floats) -> list[float]:
    """The probability of each piece's being in a name, from the left: what goes on needs something that began."""
    inside = 0.0
    found = []
    outside, begun, further = (
        part.tolist() for part in (chances[:, 0], chances[:, 1::2].sum(1), chances[:, 2::2].sum(1))
    )
    for out, begin, go_on in zip(outside, begun, further, strict=True):
        named = begin + go_on * inside
        inside = named / (out + named) if named else 0.0
        found.append(inside)
    return found


def _stretch(text: str, starts: Sequence[int], at: int) -> tuple[int, int, int]:
    """The part of a line that is looked at for the pieces from ``at`` on, and the first piece that is not within."""
    low = max(0, starts[at] - REACH)
    begin = text.rfind("\n", low, starts[at]) + 1 or (text.find(" ", low, starts[at]) + 1 or low)
    stop = at + 1
    while stop < len(starts) and starts[stop] - starts[stop - 1] < REACH:
        stop += 1
    high = min(len(text), starts[stop - 1] + REACH)
    end = text.find("\n", starts[at], high)
    if end < 0:
        return begin, high, stop
    return begin, end, bisect_left(starts, end, lo=at + 1, hi=stop)


@cache
def _weights() -> Floats:
    """The weights that ship, (SIZE, labels), loaded once. Raises WeightsError."""
    path = resources.files("sayso.read.encoder").joinpath(FILE)
    arrays = load_arrays(path, "names", remedy=remedy_of("training.fit_names"), needs=("rows", "scale"))
    return np.asarray(arrays["rows"] * arrays["scale"], dtype=np.float32)
