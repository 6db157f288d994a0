"""Pairs of reports worth comparing: found by an inverted index of telling words, and by near leads."""

from collections.abc import Sequence

import numpy as np

from sayso.collate.stories.profiles import Profile, Vectors

_ALL_PAIRS = 300  # so few reports are compared pair by pair
_TERMS = 40  # a report's most telling words that the index holds
_MOST_POSTINGS = 400  # a word of more reports than that finds nothing
_NEAREST = 40
_BLOCK = 1024

Weighted = Sequence[dict[str, float]]


def candidate_pairs(profiles: Sequence[Profile], weighted: Weighted, leads: Vectors) -> list[tuple[int, int]]:
    """Return the pairs (a < b) that share telling words or lie near in meaning.

    ``weighted`` are each report's stems with their tf-idf weights; ``leads`` the mean vectors of the leads,
    shape (reports, width). All pairs of a small desk; otherwise at most 80 a report.
    """
    size = len(profiles)
    if size <= _ALL_PAIRS:
        return [(a, b) for a in range(size) for b in range(a + 1, size)]
    found = _by_words(weighted) | _by_meaning(leads)
    return sorted(found)


def _by_words(weighted: Weighted) -> set[tuple[int, int]]:
    terms = [sorted(row, key=lambda w: (-row[w], w))[:_TERMS] for row in weighted]
    postings: dict[str, list[int]] = {}
    for report, row in enumerate(terms):
        for term in row:
            postings.setdefault(term, []).append(report)
    arrays = {t: np.array(p) for t, p in postings.items() if 1 < len(p) <= _MOST_POSTINGS}
    found = set()
    for report, row in enumerate(terms):
        lists = [arrays[t] for t in row if t in arrays]
        if not lists:
            continue
        weights = np.repeat([weighted[report][t] for t in row if t in arrays], [len(p) for p in lists])
        score = np.bincount(np.concatenate(lists), weights, minlength=len(weighted))
        score[report] = 0.0
        best = np.lexsort((np.arange(len(score)), -score))[:_NEAREST]
        found |= {(min(report, int(b)), max(report, int(b))) for b in best if score[b] > 0}
    return found


def _by_meaning(leads: Vectors) -> set[tuple[int, int]]:
    found = set()
    for start in range(0, len(leads), _BLOCK):
        near = leads[start : start + _BLOCK] @ leads.T
        best = np.argpartition(-near, _NEAREST, axis=1)[:, :_NEAREST]
        for row, others in enumerate(best):
            report = start + row
            found |= {(min(report, int(b)), max(report, int(b))) for b in others if b != report}
    return found
