"""Leads: the first sentences of a report tell what it is about, so they are looked for in the others' texts.

Background that two reports repeat ("the two countries fought for seven weeks") makes them of one affair; only what
they lead with makes them of one event.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.collate.stories.profiles import Profile
from sayso.collate.words import load_background

_LEAD_SENTENCES = 3  # a headline and the two sentences after it, where there is one

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class LeadLikeness:
    """How much of the leads' weight of two reports is found; all of shape (reports, reports), between 0 and 1."""

    in_text: Matrix  # in the other's whole text; the lesser of both directions
    in_text_local: Matrix  # likewise on average, words weighed by how rare they are in the affair too
    in_lead: Matrix  # in the other's lead, on average


def compare_leads(profiles: Sequence[Profile]) -> LeadLikeness:
    """Compare the leads of an affair's reports, all with all."""
    texts = [frozenset[str]().union(*p.sentences) for p in profiles]
    leads = [frozenset[str]().union(*p.sentences[:_LEAD_SENTENCES]) for p in profiles]
    counts = Counter(w for text in texts for w in text)
    background = load_background()
    idf = {w: background.idf(w) for w in sorted(frozenset[str]().union(*leads))}
    size = len(profiles) + 0.5
    local = {w: weight * math.log(size / counts[w]) for w, weight in idf.items() if counts[w] > 1}
    found, found_local = _find(idf, leads, texts), _find(local, leads, texts)
    in_lead = _find(idf, leads, leads)
    return LeadLikeness(
        in_text=np.minimum(found, found.T),
        in_text_local=(found_local + found_local.T) / 2,
        in_lead=(in_lead + in_lead.T) / 2,
    )


def _find(weights: Mapping[str, float], leads: Sequence[Set[str]], held: Sequence[Set[str]]) -> Matrix:
    """Return for each lead the share of its weight that each of ``held`` has."""
    shares = np.zeros((len(leads), len(held)))
    for a, lead in enumerate(leads):
        own = {word: weights[word] for word in lead if word in weights}
        whole = math.fsum(own.values())
        if whole:
            words = own.keys()
            shares[a] = [math.fsum(own[w] for w in words & other) / whole for other in held]
    return shares
