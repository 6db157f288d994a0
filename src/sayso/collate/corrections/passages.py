"""Passages found again: where a selector's words stand now, and which of several spans is meant by them."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from sayso.core.correction import Selector
from sayso.core.span import Span

Key = TypeVar("Key")
Range = tuple[int, int]

CONTEXT = 32  # characters kept before and after a passage, as W3C's examples have them
_LEAST_ALIKE = 0.4  # of two spans' characters together: another reader cuts a clause a little differently
_LEAST_HELD = 0.7  # of the shorter one's characters: or finds it within a longer one


def select(article: str, text: str, span: Span) -> Selector:
    """Return the selector of a span of a report."""
    return Selector(
        article=article,
        start=span.start,
        end=span.end,
        exact=span.exact,
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
    )


def locate(selector: Selector, text: str) -> Range | None:
    """Return where a selector's words stand in the text: as told, else where its surroundings fit best.

    None where the words are gone. Of places that fit alike the one nearest to where they stood.
    """
    exact = selector.exact
    if not exact:
        return None
    if text[selector.start : selector.end] == exact:
        return selector.start, selector.end
    places = []
    at = text.find(exact)
    while at >= 0:
        places.append(at)
        at = text.find(exact, at + len(exact))
    best = max(places, key=lambda p: (_fit(selector, text, p), -abs(p - selector.start)), default=None)
    return None if best is None else (best, best + len(exact))


def _fit(selector: Selector, text: str, at: int) -> int:
    end = at + len(selector.exact)
    before = text[max(0, at - len(selector.prefix)) : at] == selector.prefix
    after = text[end : end + len(selector.suffix)] == selector.suffix
    return before + after


def pick(
    wanted: Sequence[Range], candidates: Iterable[tuple[Key, Sequence[Range]]], *, touching: bool = False
) -> Key | None:
    """Return the candidate whose spans are most like those wanted, the first of equals; None where none is.

    With ``touching`` one character in common is enough: a name or a trigger may be read a word longer.
    """
    best: tuple[float, Key] | None = None
    for key, spans in candidates:
        shared = sum(_shared(a, b) for a in wanted for b in spans)
        ours, theirs = _length(wanted), _length(spans)
        alike = shared / max(1, ours + theirs - shared)
        held = shared / max(1, min(ours, theirs))
        fits = shared and (touching or alike >= _LEAST_ALIKE or held >= _LEAST_HELD)
        if fits and (best is None or alike > best[0]):
            best = alike, key
    return best[1] if best else None


def _shared(one: Range, other: Range) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _length(spans: Iterable[Range]) -> int:
    return sum(end - start for start, end in spans)
