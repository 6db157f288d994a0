"""Whether two reports of one affair tell of the same event: what they share beyond what all of it shares.

Words that all reports of an affair use tell nothing of which event each is about, so they are weighed anew
within the affair. The strongest signs are what a report leads with, found in the other (``leads``), and a handful of
sentences that two reports share and others do not.
"""

import math
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np

from sayso.collate.stories.affairs import FLOOR, Pair
from sayso.collate.stories.leads import Leads
from sayso.collate.stories.profiles import Profile, Vectors
from sayso.collate.weights import load_weights
from sayso.collate.words import load_background

_WIDTH = 4096  # words are hashed into so many columns; collisions are rare among a report's few hundred words
_SENTENCE_WIDTH = 2048
_YEAR = 366
_OWN_SCORE = 8.0


def score_events(profiles: Sequence[Profile], affair: Mapping[Pair, float]) -> dict[Pair, float]:
    """Score every pair of an affair's reports; ``affair`` holds their scores as reports of one affair."""
    size = len(profiles)
    weights = load_weights("event")
    words = _similar([p.words for p in profiles], _rare_words)
    names = _similar([p.names for p in profiles], _rare_words)
    phrases = _similar([dict.fromkeys(p.phrases, 1.0) for p in profiles], _rare_phrases)
    contrast = _contrast(size, affair)
    shared, leads = _Shared(profiles), Leads(profiles)
    scores = {}
    for a in range(size):
        for b in range(a + 1, size):
            three, six = shared.best(a, b)
            lead = leads.liken(a, b)
            shorter = max(1, min(profiles[a].length, profiles[b].length))
            sentences = max(1, min(len(profiles[a].sentences), len(profiles[b].sentences)))
            score = (
                weights["bias"]
                + weights["words"] * _root(words[a, b])
                + weights["names"] * _root(names[a, b])
                + weights["contrast"] * float(contrast[a, b])
                + weights["shared_3"] * three
                + weights["shared_6"] * six
                + weights["phrases"] * _root(phrases[a, b])
                + weights["lead_in_text"] * lead.in_text
                + weights["lead_in_text_local"] * lead.in_text_local
                + weights["lead_in_lead"] * lead.in_lead
                + weights["length"] * math.log(shorter)
                + weights["sentences"] * math.log(sentences)
            )
            scores[a, b] = round(score - _days_cost(profiles[a], profiles[b]), 6)
    return scores


def _root(value: float) -> float:
    return math.sqrt(max(0.0, float(value)))


def _days_cost(left: Profile, right: Profile) -> float:
    story = load_weights("story")
    if left.published is None or right.published is None:
        # Undated reports whose leads name days, none near another, tell of different events.
        apart = [min(abs(a - b), _YEAR - abs(a - b)) for a in left.lead_days for b in right.lead_days]
        return story["lead_days_cost"] if apart and min(apart) > story["lead_days"] else 0.0
    days = abs((left.published - right.published).days) - story["free_days"]
    return min(story["most_cost"], max(0.0, days) * story["day_cost"])


def _rare_words(key: str, count: int, size: int) -> float:
    return math.log((size + 0.5) / count) * load_background().idf(key) / 7


def _rare_phrases(_key: str, count: int, size: int) -> float:
    return math.log((size + 20) / (count + 0.5))


def _similar(rows: Sequence[Mapping[str, float]], weigh: Callable[[str, int, int], float]) -> Vectors:
    """Return the rows' cosines, shape (rows, rows); ``weigh`` takes a key, the rows with it, and all rows."""
    counts = Counter(key for row in rows for key in row)
    dense = np.zeros((len(rows), _WIDTH), np.float32)
    for i, row in enumerate(rows):
        for key, value in row.items():
            column, sign = _column(key, _WIDTH)
            dense[i, column] += (
                sign * weigh(key, counts[key], len(rows)) * (1 + math.log(value) if value >= 1 else value)
            )
    unit = _unit(dense)
    return np.asarray(unit @ unit.T, np.float32)


def _column(key: str, width: int) -> tuple[int, int]:
    code = zlib.crc32(key.encode("utf-8", "surrogatepass"))
    return code % width, 1 if code >> 31 else -1


def _unit(dense: Vectors) -> Vectors:
    length = np.linalg.norm(dense, axis=1, keepdims=True)
    return np.asarray(dense / np.maximum(length, 1e-9), np.float32)


def _contrast(size: int, affair: Mapping[Pair, float]) -> Vectors:
    scores = np.full((size, size), FLOOR, np.float32)
    np.fill_diagonal(scores, _OWN_SCORE)
    for (a, b), score in affair.items():
        scores[a, b] = scores[b, a] = score
    mean = (scores.sum(axis=1) - np.diag(scores)) / max(1, size - 1)
    return np.asarray(scores - (mean[:, None] + mean[None, :]) / 2, np.float32)


class _Shared:
    """The most alike sentences of two reports, words weighed by how rare they are in the affair."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        sentences = [s for p in profiles for s in p.sentences]
        counts = Counter(w for s in sentences for w in s)
        background = load_background()
        idf = {w: background.idf(w, count=c, documents=len(sentences)) for w, c in counts.items()}
        self._rows = [_unit(_sentence_rows(p.sentences, idf)) for p in profiles]

    def best(self, a: int, b: int) -> tuple[float, float]:
        """Return the mean likeness of the three and six best pairs, each sentence the other's nearest."""
        left, right = self._rows[a], self._rows[b]
        if not len(left) or not len(right):
            return 0.0, 0.0
        near = left @ right.T
        mutual = near * (
            (near == near.max(axis=1, keepdims=True)) & (near == near.max(axis=0, keepdims=True))
        )
        best = np.sort(mutual.max(axis=1))[::-1]
        fewest = min(near.shape)
        return float(best[:3].sum()) / min(3, fewest), float(best[:6].sum()) / min(6, fewest)


def _sentence_rows(sentences: Sequence[Iterable[str]], idf: Mapping[str, float]) -> Vectors:
    dense = np.zeros((len(sentences), _SENTENCE_WIDTH), np.float32)
    for i, sentence in enumerate(sentences):
        for word in sentence:
            column, sign = _column(word, _SENTENCE_WIDTH)
            dense[i, column] += sign * idf[word]
    return dense
