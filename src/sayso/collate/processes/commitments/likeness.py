"""How alike two passages are: the telling words that they share, and their vectors where propositions have any."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sayso.collate.processes.page import Page
from sayso.collate.words import load_background, stem, tokenize
from sayso.core.span import Span

_LEAST_LETTERS = 2


@dataclass(frozen=True, slots=True, eq=False)
class Content:
    """Words of a report as they are compared."""

    stems: Mapping[str, float]  # with their weights
    numbers: frozenset[str]
    vector: NDArray[np.float32] | None = field(repr=False)


def read_content(page: Page, span: Span) -> Content:
    """Return the telling words of a span, and the vector of the proposition that covers most of it."""
    numbers = frozenset(w for w in tokenize(span.exact) if w.isdigit())
    return Content(read_stems(span.exact), numbers, _vector(page, span))


def read_stems(words: str) -> dict[str, float]:
    """Return the telling stems of some words, with their weights."""
    return {s: w for token in tokenize(words) if (s := _stem(token)) and (w := _weight(s)) > 0}


@lru_cache(maxsize=1 << 16)
def _stem(token: str) -> str:
    found = stem(token.lower().replace("’", "'"))
    return found if len(found) >= _LEAST_LETTERS and not load_background().is_common(found) else ""


@lru_cache(maxsize=1 << 16)
def _weight(found: str) -> float:
    return load_background().idf(found)


def share_of(one: Content, other: Content) -> float:
    """Return how much of the one's telling words the other has, by weight; 0 where it has none."""
    whole = sum(one.stems[s] for s in sorted(one.stems))
    return sum(one.stems[s] for s in sorted(one.stems.keys() & other.stems.keys())) / whole if whole else 0.0


def likeness(one: Content, other: Content) -> float:
    """Return how alike two contents are, between 0 and 1: the mean of shared words and of the vectors' cosine."""
    shared = max(share_of(one, other), share_of(other, one))
    if one.vector is None or other.vector is None:
        return shared
    return round((shared + max(0.0, float(one.vector @ other.vector))) / 2, 4)


def _vector(page: Page, span: Span) -> NDArray[np.float32] | None:
    best, most = None, 0
    for index, proposition in enumerate(page.reading.propositions):
        common = min(proposition.span.end, span.end) - max(proposition.span.start, span.start)
        union = max(proposition.span.end, span.end) - min(proposition.span.start, span.start)
        if common > 0 and 1000 * common // union > most:
            best, most = index, 1000 * common // union
    return page.read.vectors[best] if best is not None and most > 300 else None


def pairs_alike(contents: Sequence[Content], least: float) -> list[tuple[int, int, float]]:
    """Return the pairs that share a telling word and are at least so much alike."""
    holders: dict[str, list[int]] = {}
    for number, content in enumerate(contents):
        for held in sorted(content.stems):
            holders.setdefault(held, []).append(number)
    pairs = {(a, b) for held in holders.values() for i, a in enumerate(held) for b in held[i + 1 :]}
    scored = [(a, b, likeness(contents[a], contents[b])) for a, b in sorted(pairs)]
    return [row for row in scored if row[2] >= least]
