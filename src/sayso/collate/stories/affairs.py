"""Affairs: reports that share words, names and meaning, whether or not they tell of the same event."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from sayso.collate.linkage import link
from sayso.collate.stories.candidates import candidate_pairs
from sayso.collate.stories.profiles import Profile, Vectors
from sayso.collate.weights import load_weights
from sayso.collate.words import load_background

FLOOR = -8.0  # the score of two reports with nothing in common
_CEILING = 8.0

Row = dict[str, float]
Pair = tuple[int, int]


def score_affairs(profiles: Sequence[Profile]) -> dict[Pair, float]:
    """Score the pairs of reports that may be of one affair; a pair that is left out has nothing in common."""
    counts = Counter(s for p in profiles for s in p.words)
    words = [_weigh(p.words, counts, len(profiles)) for p in profiles]
    names = [_weigh(p.names, counts, len(profiles)) for p in profiles]
    lead = [_weigh(p.lead, counts, len(profiles)) for p in profiles]
    means = np.stack([_mean(p.lead_vectors) for p in profiles])
    weights = load_weights("affair")
    scores = {}
    for a, b in candidate_pairs(profiles, words, means):
        score = (
            weights["bias"]
            + weights["words"] * _dot(words[a], words[b])
            + weights["names"] * _dot(names[a], names[b])
            + weights["lead"] * _dot(lead[a], lead[b])
            + weights["match"] * _match(profiles[a].lead_vectors, profiles[b].lead_vectors)
            + weights["meaning"] * float(means[a] @ means[b])
        )
        if score > FLOOR:
            scores[a, b] = min(round(score, 6), _CEILING)
    return scores


def find_affairs(size: int, scores: Mapping[Pair, float]) -> list[tuple[int, ...]]:
    """Return the affairs as groups of reports, by average linkage."""
    return link(size, scores, cut=load_weights("story")["affair_cut"], floor=FLOOR)[0]


def _weigh(counts: Mapping[str, float], documents: Counter[str], size: int) -> Row:
    """Return a unit-length tf-idf row."""
    background = load_background()
    row = {}
    for key, count in counts.items():
        idf = background.idf(key, count=documents[key], documents=size)
        if idf > 0:
            row[key] = (1 + math.log(count) if count >= 1 else count) * idf
    length = math.sqrt(math.fsum(v * v for v in row.values()))
    return {key: value / length for key, value in sorted(row.items())} if length else {}


def _dot(left: Row, right: Row) -> float:
    if len(left) > len(right):
        left, right = right, left
    return math.fsum(value * right[key] for key, value in left.items() if key in right)


def _match(left: Vectors, right: Vectors) -> float:
    if not len(left) or not len(right):
        return 0.0
    near = left @ right.T
    return float(near.max(axis=1).mean() + near.max(axis=0).mean()) / 2


def _mean(vectors: Vectors) -> Vectors:
    if not len(vectors):
        return np.zeros(vectors.shape[1], np.float32)
    mean = vectors.mean(axis=0)
    length = float(np.linalg.norm(mean))
    unit: Vectors = (mean / length if length else mean).astype(np.float32)
    return unit
