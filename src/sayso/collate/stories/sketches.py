"""What of a report is compared with all others on the desk: a few kilobytes, whose likeness is exact.

All numbers are small integers, so that sums of products come out the same to the last bit in any order and in any
batch, with BLAS too (float32 holds integers exactly up to 2^24). A report's likeness to another rests on these two
alone, on nothing else that lies on the desk: words are weighed by the shipped background. So adding a report changes
no score between others.
"""

import math
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.collate.stories.profiles import Profile, Vectors
from sayso.collate.weights import load_weights
from sayso.collate.words import load_background

FLOOR = -6.0  # the score of two reports that have little in common, and of those that are not compared
CEILING = 8.0
KEYS = 24  # a report's most telling words, by which others are found that share some of them
_BITS = 20  # of a word's code; two of a report's few hundred words seldom share one
_LAST = 0xFFFF  # a code's last bits
_ONE = 1 << 14  # a weight of 1 as an integer
_UNIT = 127  # likewise a vector's coordinate
_VECTORS = 5

Codes = NDArray[np.uint32]
Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Sketch:
    """One report in brief."""

    id: str
    keys: tuple[int, ...]  # sorted
    codes: Codes  # of its words, then its names, then its lead's words
    weights: NDArray[np.int16]  # of each; the squares of each of the three sum to one
    ends: tuple[int, int, int]  # where each of the three ends
    vectors: NDArray[np.int8]  # shape (up to 5 + 1, width): its lead's propositions, then their mean
    day: int | None = None  # of publication, as a proleptic Gregorian ordinal


def make_sketch(profile: Profile) -> Sketch:
    """Make the sketch of a report."""
    rows = [_weigh(row) for row in (profile.words, profile.names, profile.lead)]
    coded = [_code(kind, row) for kind, row in enumerate(rows)]
    ends = np.cumsum([len(codes) for codes, _ in coded]).tolist()
    lead = profile.lead_vectors[:_VECTORS]
    vectors = np.rint(_UNIT * np.vstack([lead, _mean(lead)])).astype(np.int8)
    return Sketch(
        profile.id,
        _find_keys(rows),
        np.concatenate([codes for codes, _ in coded]),
        np.concatenate([weights for _, weights in coded]),
        (ends[0], ends[1], ends[2]),
        vectors,
        profile.published.toordinal() if profile.published else None,
    )


def _weigh(counts: Mapping[str, float]) -> dict[str, float]:
    """Return a unit-length row, words weighed by how rare they are in the background."""
    background = load_background()
    row = {
        key: (1 + math.log(count) if count >= 1 else count) * idf
        for key, count in sorted(counts.items())
        if (idf := background.idf(key)) > 0
    }
    length = math.sqrt(math.fsum(v * v for v in row.values()))
    return {key: value / length for key, value in row.items()} if length else {}


def _code(kind: int, row: Mapping[str, float]) -> tuple[Codes, NDArray[np.int16]]:
    words = [
        (kind << _BITS) + (zlib.crc32(key.encode("utf-8", "surrogatepass")) >> (32 - _BITS)) for key in row
    ]
    weights = np.array([round(_ONE * value) for value in row.values()], np.int16)
    return np.array(words, np.uint32), weights


def _find_keys(rows: Sequence[Mapping[str, float]]) -> tuple[int, ...]:
    telling: Counter[str] = Counter()
    for row in rows:
        telling.update(row)
    best = sorted(telling, key=lambda key: (-round(telling[key], 9), key))[:KEYS]
    return tuple(sorted({zlib.crc32(key.encode("utf-8", "surrogatepass")) for key in best}))


def _mean(vectors: Vectors) -> Vectors:
    if not len(vectors):
        return np.zeros((1, vectors.shape[1]), np.float32)
    mean = vectors.mean(axis=0, keepdims=True)
    length = float(np.linalg.norm(mean))
    return np.asarray(mean / length if length else mean, np.float32)


def score_with(one: Sketch, others: Sequence[Sketch]) -> Scores:
    """Score how surely each of ``others`` is of one affair with ``one``, shape (others,): logits, clipped."""
    weights = load_weights("affair")
    score = np.full(len(others), weights["bias"])
    measured = measure_with(one, others)
    for name in AFFAIR_FEATURES:
        score += weights[name] * measured[name]
    return np.asarray(np.clip(np.round(score, 6), FLOOR, CEILING), np.float64)


AFFAIR_FEATURES = ("words", "names", "lead", "match", "meaning")


def measure_with(one: Sketch, others: Sequence[Sketch]) -> dict[str, Scores]:
    """Measure the features of pairs, each of shape (others,): cosines."""
    words, names, lead = _overlaps(one, others)
    match, meaning = _meanings(one, others)
    return {"words": words, "names": names, "lead": lead, "match": match, "meaning": meaning}


def _overlaps(one: Sketch, others: Sequence[Sketch]) -> NDArray[np.float64]:
    """Return the cosines of the words, names and lead words, shape (3, others)."""
    if not others:
        return np.zeros((3, 0))
    codes = np.concatenate([o.codes for o in others])
    held = _find_held(one, codes)
    own, place = np.unique(one.codes, return_inverse=True)  # two words may have one code
    weights = np.zeros(len(own) + 1, np.int64)
    np.add.at(weights, place, one.weights)
    found = np.minimum(np.searchsorted(own, codes[held]), len(own) - 1)
    found[own[found] != codes[held]] = len(own)
    products = weights[found] * np.concatenate([o.weights for o in others])[held]
    sums = np.concatenate([[0], np.cumsum(products)])
    ends = np.array([(0, *o.ends) for o in others]).T
    starts = np.cumsum([0, *(len(o.codes) for o in others[:-1])])
    edges = np.searchsorted(held, starts + ends)
    return np.asarray(np.diff(sums[edges], axis=0) / float(_ONE * _ONE), np.float64)


def _find_held(one: Sketch, codes: Codes) -> NDArray[np.intp]:
    """Return the places of codes that one may have too: most it has not, which their last bits show at once."""
    if not len(one.codes):
        return np.zeros(0, np.intp)
    last = np.zeros(_LAST + 1, np.bool_)
    last[one.codes & _LAST] = True
    return np.flatnonzero(last[codes & _LAST])


def _meanings(one: Sketch, others: Sequence[Sketch]) -> tuple[Scores, Scores]:
    """Return how near each lead proposition's nearest in the other lead lies on average, and the means' cosines."""
    own = one.vectors.astype(np.float32)
    match, meaning = np.zeros(len(others)), np.zeros(len(others))
    heights = np.array([len(o.vectors) for o in others])
    for height in np.unique(heights).tolist():
        some = np.flatnonzero(heights == height)
        stacked = np.concatenate([others[i].vectors for i in some.tolist()]).astype(np.float32)
        near = (own @ stacked.T).reshape(len(own), len(some), height)
        meaning[some] = near[-1, :, -1]
        part = near[:-1, :, :-1]
        if part.size:
            there = part.max(axis=2).sum(axis=0, dtype=np.float64) / part.shape[0]
            back = part.max(axis=0).sum(axis=1, dtype=np.float64) / part.shape[2]
            match[some] = (there + back) / 2
    scale = float(_UNIT * _UNIT)
    return match / scale, meaning / scale
