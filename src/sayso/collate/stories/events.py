"""Whether two reports of one affair tell of the same event: what they share beyond what all of it shares.

Words that all reports of an affair use tell nothing of which event each is about, so they are weighed anew
within the affair. The strongest signs are what a report leads with, found in the other (``leads``), and a handful of
sentences that two reports share and others do not. How alike two reports are is held against how alike either is to
the rest (``..._beyond``): where all tell of one event in words of their own, nothing stands out, however little they
share; where there are two, each pair stands out from the rest, however much all share. So one cut serves affairs of
any size. All matrices here are of shape (reports, reports).
"""

import math
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.collate.stories.leads import compare_leads
from sayso.collate.stories.profiles import Profile, Vectors
from sayso.collate.stories.sketches import CEILING, FLOOR, Sketch, make_sketch, measure_with
from sayso.collate.weights import Weights, load_weights
from sayso.collate.words import load_background

Matrix = NDArray[np.float64]

_WIDTH = 4096  # words are hashed into so many columns; collisions are rare among a report's few hundred words
_SENTENCE_WIDTH = 2048
_BEST = 6  # sentences
_YEAR = 366
_FRESH, _COPY = 0.5, 0.8  # what texts of their own share of sentences at most, and copies at least
_LEAST = 1e-9  # of what reports count as rest
_MOST = 6.0  # of a score, either way

FEATURES = (
    "crowding",
    "shared",
    "lead_in_text",
    "lead_in_text_local",
    "people",
    "figures",
    "length",
    "lead_in_lead_beyond",
    "lead_in_text_beyond",
    "names_beyond",
    "match_beyond",
)
AGAINST = ("crowding", "length")  # of these more is a sign of two events


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """How alike an affair's reports are, all with all, as far as each pair tells by itself."""

    affair: Matrix  # scores as reports of one affair
    match: Matrix  # how near each lead proposition's nearest in the other lead lies


def score_events(profiles: Sequence[Profile]) -> Matrix:
    """Score every pair of an affair's reports; the more, the surer that they tell of one event."""
    weights = load_weights("event")
    likeness = compare_sketches([make_sketch(p) for p in profiles], load_weights("affair"))
    score = np.full(likeness.affair.shape, weights["bias"])
    for name, values in measure_events(profiles, likeness).items():
        score += weights[name] * values
    return np.asarray(np.clip(np.round(score - days_costs(profiles), 6), -_MOST, _MOST), np.float64)


def measure_events(profiles: Sequence[Profile], likeness: Likeness) -> dict[str, Matrix]:
    """Measure the features of all pairs of an affair's reports."""
    leads = compare_leads(profiles)
    shared = _share_sentences(profiles)
    rest = weigh_rest(shared)
    held = _hold(likeness.affair, 1 - np.eye(len(profiles)))
    words = np.array([max(1, p.length) for p in profiles])
    return {
        "crowding": (held[:, None] + held[None, :]) / 2,
        "shared": shared,
        "lead_in_text": leads.in_text,
        "lead_in_text_local": leads.in_text_local,
        "people": _overlap([p.lead_people for p in profiles]),
        "figures": _overlap([p.lead_figures for p in profiles]),
        "length": np.log(np.minimum(words[:, None], words[None, :])),
        "lead_in_lead_beyond": _beyond(leads.in_lead, rest),
        "lead_in_text_beyond": _beyond(leads.in_text, rest),
        "names_beyond": _beyond(_similar([p.names for p in profiles]), rest),
        "match_beyond": _beyond(likeness.match, rest),
    }


def compare_sketches(sketches: Sequence[Sketch], weights: Weights) -> Likeness:
    """Compare an affair's reports, all with all, by the ``affair`` weights."""
    measured = [measure_with(sketch, sketches) for sketch in sketches]
    affair = np.stack([weights["bias"] + sum(weights[k] * v for k, v in row.items()) for row in measured])
    affair = np.clip(np.round(affair, 6), FLOOR, CEILING)
    np.fill_diagonal(affair, CEILING)
    match = np.stack([row["match"] for row in measured])
    return Likeness(affair, (match + match.T) / 2)


def weigh_rest(shared: Matrix) -> Matrix:
    """Return how much each report counts among the rest to which another's likeness is held.

    A report's copies are no rest for it, and all copies of one text count as one report: three prints of one wire copy
    are much alike, which makes a fourth report that tells it freely no other event. A row of nothing but copies is 0.
    """
    copies = np.clip((shared - _FRESH) / (_COPY - _FRESH), 0.0, 1.0)
    np.fill_diagonal(copies, 1.0)
    return np.asarray((1 - copies) / copies.sum(axis=0), np.float64)


def _hold(values: Matrix, rest: Matrix) -> NDArray[np.float64]:
    """Return what each report has with the rest on average, shape (reports,); 0 where there is no rest."""
    whole = rest.sum(axis=1)
    return np.asarray((values * rest).sum(axis=1) / np.where(whole > _LEAST, whole, 1.0), np.float64)


def _beyond(values: Matrix, rest: Matrix) -> Matrix:
    """Return by how much each pair has more than its two reports have with the rest on average."""
    held = _hold(values, rest)
    known = rest.sum(axis=1) > _LEAST
    beyond = values - (held[:, None] + held[None, :]) / 2
    return np.asarray(np.where(known[:, None] & known[None, :], beyond, 0.0), np.float64)


def days_costs(profiles: Sequence[Profile]) -> Matrix:
    """Return how much the days of publication, or those that undated leads name, keep reports apart."""
    costs = np.zeros((len(profiles), len(profiles)))
    for a, left in enumerate(profiles):
        for b in range(a):
            costs[a, b] = costs[b, a] = _days_cost(left, profiles[b])
    return costs


def _days_cost(left: Profile, right: Profile) -> float:
    story = load_weights("story")
    if left.published is None or right.published is None:
        # Undated reports whose leads name days, none near another, tell of different events.
        apart = [min(abs(a - b), _YEAR - abs(a - b)) for a in left.lead_days for b in right.lead_days]
        return story["lead_days_cost"] if apart and min(apart) > story["lead_days"] else 0.0
    days = abs((left.published - right.published).days) - story["free_days"]
    return min(story["most_cost"], max(0.0, days) * story["day_cost"])


def _overlap(held: Sequence[frozenset[str]]) -> Matrix:
    """Return the share that two sets have in common of the lesser; 0 where either is empty."""
    shares = np.zeros((len(held), len(held)))
    for a, left in enumerate(held):
        for b, right in enumerate(held):
            if left and right:
                shares[a, b] = len(left & right) / min(len(left), len(right))
    return shares


def _similar(rows: Sequence[Mapping[str, float]]) -> Matrix:
    """Return the roots of the rows' cosines, words weighed by how rare they are in the affair and at large."""
    counts = Counter(key for row in rows for key in row)
    background = load_background()
    dense = np.zeros((len(rows), _WIDTH), np.float32)
    for i, row in enumerate(rows):
        for key, value in sorted(row.items()):
            column, sign = _column(key, _WIDTH)
            weight = math.log((len(rows) + 0.5) / counts[key]) * background.idf(key)
            dense[i, column] += sign * weight * (1 + math.log(value) if value >= 1 else value)
    unit = _unit(dense)
    return np.asarray(np.sqrt(np.maximum(unit @ unit.T, 0)), np.float64)


def _column(key: str, width: int) -> tuple[int, int]:
    code = zlib.crc32(key.encode("utf-8", "surrogatepass"))
    return code % width, 1 if code >> 31 else -1


def _unit(dense: Vectors) -> Vectors:
    length = np.linalg.norm(dense, axis=1, keepdims=True)
    return np.asarray(dense / np.maximum(length, 1e-9), np.float32)


def _share_sentences(profiles: Sequence[Profile]) -> Matrix:
    """Return how alike the six most alike sentences are on average, each the other's nearest.

    Words are weighed by how rare they are in the affair.
    """
    sentences = [s for p in profiles for s in p.sentences]
    counts = Counter(w for s in sentences for w in s)
    background = load_background()
    idf = {w: background.idf(w, count=c, documents=len(sentences)) for w, c in counts.items()}
    rows = [_unit(_sentence_rows(p.sentences, idf)) for p in profiles]
    shared = np.zeros((len(rows), len(rows)))
    for a, left in enumerate(rows):
        for b in range(a):
            if len(left) and len(rows[b]):
                shared[a, b] = shared[b, a] = _best(left @ rows[b].T)
    return shared


def _best(near: Vectors) -> float:
    mutual = near * ((near == near.max(axis=1, keepdims=True)) & (near == near.max(axis=0, keepdims=True)))
    best = np.sort(mutual.max(axis=1))[::-1][:_BEST]
    fewest: int = min(near.shape)
    return float(best.sum()) / min(_BEST, fewest)


def _sentence_rows(sentences: Sequence[Iterable[str]], idf: Mapping[str, float]) -> Vectors:
    dense = np.zeros((len(sentences), _SENTENCE_WIDTH), np.float32)
    for i, sentence in enumerate(sentences):
        for word in sorted(sentence):
            column, sign = _column(word, _SENTENCE_WIDTH)
            dense[i, column] += sign * idf[word]
    return dense
