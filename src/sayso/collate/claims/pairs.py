"""Pairs of propositions that may say the same thing, and how sure the scorer is that they do."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.collate.claims.features import FEATURES, Rivals, Surroundings, measure
from sayso.collate.claims.units import Unit
from sayso.collate.weights import load_weights
from sayso.collate.words import load_background

Pair = tuple[int, int]

_NEAREST = 12  # of each proposition, in other reports, that are compared in a large affair ...
_MOST = 60  # ... and in a small one
_PAIRS_PER_UNIT = 15_000  # divided by the number of propositions: how many are compared in between
_NEIGHBOURHOOD = 5
_LEAST_MEANING = 0.25
_BLOCK = 512


def score_pairs(units: Sequence[Unit]) -> dict[Pair, float]:
    """Score the pairs of units worth comparing, as logits; those left out do not say the same thing."""
    measured = measure_pairs(units)
    weights = load_weights("claim")
    names = [weights[name] for name in FEATURES]
    return {
        pair: round(weights["bias"] + math.fsum(w * v for w, v in zip(names, values, strict=True)), 6)
        for pair, values in measured.items()
    }


def measure_pairs(units: Sequence[Unit]) -> dict[Pair, tuple[float, ...]]:
    """Return the features of every pair worth comparing: near in meaning, or of one report and near."""
    if len(units) < 2:
        return {}
    pairs, nearness, rivals = _near_pairs(units)
    around = Surroundings(_idf(units), nearness, rivals, _spoken(units), *_tell(units))
    rows = list(units)
    return {(a, b): measure(rows, a, b, around) for a, b in pairs}


def _near_pairs(units: Sequence[Unit]) -> tuple[list[Pair], dict[int, float], Rivals]:
    """Return the pairs in order, how near each unit's nearest few lie in other reports, and its two in each."""
    vectors = np.stack([u.vector for u in units])
    number = {article: i for i, article in enumerate(dict.fromkeys(u.article for u in units))}
    articles = np.array([number[u.article] for u in units])
    found: set[Pair] = set()
    nearness = {}
    firsts = np.full((len(units), len(number)), -1.0, np.float32)
    seconds = firsts.copy()
    columns = [np.flatnonzero(articles == i) for i in range(len(number))]
    for start in range(0, len(units), _BLOCK):
        block = vectors[start : start + _BLOCK] @ vectors.T
        for i, column in enumerate(columns):
            top = np.sort(block[:, column], axis=1)
            firsts[start : start + _BLOCK, i] = top[:, -1]
            if top.shape[1] > 1:
                seconds[start : start + _BLOCK, i] = top[:, -2]
        for row, near in enumerate(block):
            a = start + row
            others = np.where(articles == articles[a], -1.0, near)
            count = min(_NEIGHBOURHOOD, len(others))
            top = np.sort(np.partition(others, -count)[-count:])
            kept = top[top > -1.0]
            nearness[a] = float(kept.mean()) if len(kept) else 0.0
            likely = np.flatnonzero(others >= max(_LEAST_MEANING, _least_of_best(others)))
            found |= {(min(a, b), max(a, b)) for b in likely.tolist()}
            own = np.flatnonzero((articles == articles[a]) & (near >= _LEAST_MEANING))
            found |= {(a, b) for b in own.tolist() if b > a}
    return sorted(found), nearness, Rivals(articles, firsts, seconds)


def _least_of_best(others: NDArray[np.float32]) -> float:
    """Return how near the last of the nearest few lies."""
    wanted = max(_NEAREST, min(_MOST, _PAIRS_PER_UNIT // len(others)))
    count = min(wanted, len(others))
    return float(np.partition(others, -count)[-count])


def _idf(units: Sequence[Unit]) -> dict[str, float]:
    counts = Counter(s for u in units for s in set(u.stems))
    background = load_background()
    return {s: background.idf(s, count=c, documents=len(units)) for s, c in counts.items()}


def _tell(units: Sequence[Unit]) -> tuple[dict[int, float], dict[str, float]]:
    """Return how telling each number and each name is: 0 where all units hold it, 1 where one does."""
    whole = math.log(len(units))
    numbers = Counter(n for u in units for n in u.numbers)
    names = Counter(n for u in units for n in u.names)
    return (
        {n: math.log(len(units) / c) / whole for n, c in numbers.items()},
        {n: math.log(len(units) / c) / whole for n, c in names.items()},
    )


def _spoken(units: Sequence[Unit]) -> dict[tuple[str, str], list[int]]:
    spoken: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, unit in enumerate(units):
        if unit.speaker is not None:
            spoken[unit.speaker, unit.article].append(i)
    return spoken
