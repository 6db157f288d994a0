"""Whether two reports of one affair tell of the same event: what they share beyond what all of it shares.

Words that all reports of an affair use tell nothing of which event each is about, so they are weighed anew
within the affair. The strongest signs are what a report leads with, found in the other (``leads``), and a handful of
sentences that two reports share and others do not. All matrices here are of shape (reports, reports).
"""

import math
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.collate.stories.leads import compare_leads
from sayso.collate.stories.profiles import Profile, Vectors
from sayso.collate.stories.sketches import CEILING, Sketch, make_sketch, score_with
from sayso.collate.weights import load_weights
from sayso.collate.words import load_background

Matrix = NDArray[np.float64]

_WIDTH = 4096  # words are hashed into so many columns; collisions are rare among a report's few hundred words
_SENTENCE_WIDTH = 2048
_BEST = 6  # sentences
_YEAR = 366
_MOST = 6.0  # of a score, either way

FEATURES = (
    "affair",
    "crowding",
    "names",
    "phrases",
    "shared",
    "lead_in_text",
    "lead_in_text_local",
    "lead_in_lead",
    "people",
    "figures",
    "length",
)
AGAINST = ("crowding", "length")  # of these more is a sign of two events


def score_events(profiles: Sequence[Profile]) -> Matrix:
    """Score every pair of an affair's reports; the more, the surer that they tell of one event."""
    weights = load_weights("event")
    affair = score_affair([make_sketch(p) for p in profiles])
    score = np.full(affair.shape, weights["bias"])
    for name, values in measure_events(profiles, affair).items():
        score += weights[name] * values
    return np.asarray(np.clip(np.round(score - days_costs(profiles), 6), -_MOST, _MOST), np.float64)


def find_cut(profiles: Sequence[Profile]) -> float:
    """Return the score below which an affair's reports are of different events.

    A few reports of one affair are likelier to tell of one event than of two, however freely they tell it; only where
    all are about the same names and words throughout does what their leads lack in common tell of another event.
    """
    story, count = load_weights("story"), len(profiles)
    if count > story["few"]:
        return story["event_cut"]
    if count <= story["core"]:
        return story["few_cut"]
    affair = score_affair([make_sketch(p) for p in profiles])
    likeness = (float(affair.sum()) - CEILING * count) / (count * (count - 1))
    return story["close_cut"] if likeness >= story["close"] else story["few_cut"]


def measure_events(profiles: Sequence[Profile], affair: Matrix) -> dict[str, Matrix]:
    """Measure the features of all pairs of an affair's reports; ``affair`` are their scores as such."""
    held = (affair.sum(axis=1) - np.diag(affair)) / max(1, len(profiles) - 1)
    leads = compare_leads(profiles)
    words = np.array([max(1, p.length) for p in profiles])
    return {
        "affair": affair,
        "crowding": (held[:, None] + held[None, :]) / 2,
        "names": _similar([p.names for p in profiles], _rare_words),
        "phrases": _similar([dict.fromkeys(p.phrases, 1.0) for p in profiles], _rare_phrases),
        "shared": _share_sentences(profiles),
        "lead_in_text": leads.in_text,
        "lead_in_text_local": leads.in_text_local,
        "lead_in_lead": leads.in_lead,
        "people": _overlap([p.lead_people for p in profiles]),
        "figures": _overlap([p.lead_figures for p in profiles]),
        "length": np.log(np.minimum(words[:, None], words[None, :])),
    }


def score_affair(sketches: Sequence[Sketch]) -> Matrix:
    """Score every pair as reports of one affair."""
    scores = np.stack([score_with(sketch, sketches) for sketch in sketches])
    np.fill_diagonal(scores, CEILING)
    return scores


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


def _rare_words(key: str, count: int, size: int) -> float:
    return math.log((size + 0.5) / count) * load_background().idf(key) / 7


def _rare_phrases(_key: str, count: int, size: int) -> float:
    return math.log((size + 20) / (count + 0.5))


def _similar(rows: Sequence[Mapping[str, float]], weigh: Callable[[str, int, int], float]) -> Matrix:
    """Return the roots of the rows' cosines; ``weigh`` takes a key, the rows with it, and all rows."""
    counts = Counter(key for row in rows for key in row)
    dense = np.zeros((len(rows), _WIDTH), np.float32)
    for i, row in enumerate(rows):
        for key, value in sorted(row.items()):
            column, sign = _column(key, _WIDTH)
            weight = weigh(key, counts[key], len(rows))
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
