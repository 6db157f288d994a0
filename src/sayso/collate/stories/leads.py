"""Leads: the first sentences of a report tell what it is about, so they are looked for in the others' texts.

Background that two reports repeat ("the two countries fought for seven weeks") makes them of one affair; only what
they lead with makes them of one event.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from sayso.collate.stories.profiles import Profile
from sayso.collate.words import load_background

_LEAD_SENTENCES = 3  # a headline and the two sentences after it, where there is one


@dataclass(frozen=True, slots=True)
class LeadLikeness:
    """How much of the leads' weight of two reports is found; all between 0 and 1."""

    in_text: float  # in the other's whole text; the lesser of both directions
    in_text_local: float  # likewise on average, words weighed by how rare they are in the affair too
    in_lead: float  # in the other's lead, on average


class Leads:
    """The leads of an affair's reports, compared pair by pair."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        self._texts = [frozenset[str]().union(*p.sentences) for p in profiles]
        self._leads = [frozenset[str]().union(*p.sentences[:_LEAD_SENTENCES]) for p in profiles]
        counts = Counter(w for text in self._texts for w in text)
        background = load_background()
        leading = sorted(frozenset[str]().union(*self._leads))
        self._idf = {w: background.idf(w) for w in leading}
        size = len(profiles) + 0.5
        self._local = {w: self._idf[w] * math.log(size / counts[w]) for w in leading if counts[w] > 1}

    def liken(self, a: int, b: int) -> LeadLikeness:
        """Compare the leads of reports ``a`` and ``b``."""
        return LeadLikeness(
            in_text=min(self._found(self._idf, a, b), self._found(self._idf, b, a)),
            in_text_local=(self._found(self._local, a, b) + self._found(self._local, b, a)) / 2,
            in_lead=(self._in_lead(a, b) + self._in_lead(b, a)) / 2,
        )

    def _found(self, weights: Mapping[str, float], a: int, b: int) -> float:
        return _share(weights, self._leads[a], self._texts[b])

    def _in_lead(self, a: int, b: int) -> float:
        return _share(self._idf, self._leads[a], self._leads[b])


def _share(weights: Mapping[str, float], words: Set[str], held: Set[str]) -> float:
    whole = math.fsum(weights.get(w, 0.0) for w in words)
    return math.fsum(weights.get(w, 0.0) for w in words if w in held) / whole if whole else 0.0
