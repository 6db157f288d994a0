"""Whether the readings of a claim give figures that differ in substance: 10 and "at least 10" do not, 10 and 14 do."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from sayso.collate.parsing import quantities_in
from sayso.collate.words import load_background, stem, tokenize
from sayso.core.reading import Effect, Harm
from sayso.core.span import Span

_AFTER = 3  # words after a number among which what it counts is looked for
_YEARS = range(1900, 2100)
# A time of day, a telephone number, the number of a page: digits beside a colon, after a nought, or very many.
_NO_COUNT = re.compile(r".*(?::\s?\d|\d\s?:|\b0\d|\d{7})", re.DOTALL)
_TIME = re.compile(r"(?:second|minute|hour|day|night|week|month|year|decade|am|pm|a|p|gmt|o)s?")


@dataclass(frozen=True, slots=True)
class Figures:
    """What a reading counts: people come to harm, by effect, and other things by the stems after their number."""

    harm: tuple[tuple[Effect, int | None, int | None], ...]
    counts: tuple[tuple[int, int | None, frozenset[str]], ...]


def find_figures(span: Span, harms: Sequence[Harm]) -> Figures:
    """Return the figures within a reading's span."""
    inside = tuple((h.effect, h.low, h.high) for h in harms if span.contains(h.span))
    counts = []
    for quantity in quantities_in(span.exact):
        if quantity.low is None or quantity.low < 2 or quantity.low in _YEARS:
            continue
        if _NO_COUNT.match(span.exact[max(0, quantity.start - 2) : quantity.end + 2]):
            continue
        counted = _counted(span.exact[quantity.end : quantity.end + 60])
        if counted:
            counts.append((quantity.low, quantity.high, counted))
    return Figures(inside, tuple(counts))


def _counted(after: str) -> frozenset[str]:
    """Return the stems of what a number counts; none where that is a measure of time, or not told."""
    words = [w.lower() for w in tokenize(after)[:_AFTER]]
    if any(_TIME.fullmatch(w) for w in words[:1]):
        return frozenset()
    common = load_background().is_common
    return frozenset(key for w in words if w.isalpha() and not common(key := stem(w)))


def do_differ(figures: Sequence[Figures]) -> bool:
    """Whether any two readings count the same thing and cannot both be right."""
    return any(_differ(one, other) for one, other in combinations(figures, 2))


def _differ(one: Figures, other: Figures) -> bool:
    for effect in {e for e, *_ in one.harm} & {e for e, *_ in other.harm}:
        ours = [(low, high) for e, low, high in one.harm if e is effect]
        theirs = [(low, high) for e, low, high in other.harm if e is effect]
        if not any(_meet(*a, *b) for a in ours for b in theirs):
            return True
    if one.harm and other.harm:
        return False
    for low, high, words in one.counts:
        same = [(a, b) for a, b, others in other.counts if words & others]
        if same and not any(_meet(low, high, a, b) for a, b in same):
            return True
    return False


def _meet(low: int | None, high: int | None, other_low: int | None, other_high: int | None) -> bool:
    """Whether two ranges overlap; an open end sets no limit."""
    least, most = max(low or 0, other_low or 0), [h for h in (high, other_high) if h is not None]
    return not most or least <= min(most)
