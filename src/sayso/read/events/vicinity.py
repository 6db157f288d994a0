"""How what the encoder sees at and around a nominee's words changes the odds that it fills a role of an attack.

A layer of rectified units over the vectors of each place where the words stand; the places' mean and what is known
without vectors (the log-linear odds, the report's topic, recurrence) add up to the log odds of every role. Nominees
that are hopeless without vectors keep the odds that they have.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from sayso.core.span import Span

PLACES = 12  # of one nominee that are looked at
HOPELESS = -6.5  # log odds in every role
_BLOCK = 4000  # places at once
Floats = NDArray[np.float32]
# The numbers of the spans that stand in one window, and a row of vectors for each: see ``encoder.surroundings``.
Around = Callable[[Sequence[Span]], Iterator[tuple[NDArray[np.int64], Floats]]]


@dataclass(frozen=True, slots=True)
class Vicinity:
    """The fitted numbers."""

    inside: Floats  # (SURROUNDINGS_WIDTH, units)
    bias: Floats  # (units,)
    outside: Floats  # (units, roles)
    shape: Floats  # log-linear odds of each role, topic, log of recurrence, constant: (roles + 3, roles)


def weigh_vicinity(
    plain: Floats, topic: float, places: Sequence[Sequence[Span]], around: Around | None, model: Vicinity
) -> Floats:
    """The log odds of each role, (nominees, roles), from those without vectors, ``plain``, and where the words stand.

    ``around`` gives the encoder's vectors; without it ``plain`` is all that is known.
    """
    hopeful = np.flatnonzero(plain.max(1, initial=-np.inf) > HOPELESS)
    if around is None or not len(hopeful):
        return plain
    some = [places[i] for i in hopeful.tolist()]
    often = np.log([max(1, len(set(spans))) for spans in some])
    known = np.column_stack([plain[hopeful], np.full(len(hopeful), topic), often, np.ones(len(hopeful))])
    odds = plain.copy()
    odds[hopeful] = known @ model.shape + _units(some, around, model) @ model.outside
    return odds


def places_of(spans: Sequence[Span]) -> list[Span]:
    """The places of a nominee that are looked at: its first ones."""
    return list(islice(sorted(set(spans)), PLACES))


def _units(places: Sequence[Sequence[Span]], around: Around, model: Vicinity) -> Floats:
    """The mean over each nominee's places of the layer's units: (nominees, units)."""
    spans = [(i, span) for i, each in enumerate(places) for span in places_of(each)]
    sums = np.zeros((len(places), len(model.bias)), dtype=np.float32)
    counts = np.zeros(len(places), dtype=np.float32)
    for start in range(0, len(spans), _BLOCK):
        block = spans[start : start + _BLOCK]
        owners = np.array([i for i, _ in block], dtype=np.int64)
        for numbers, rows in around([span for _, span in block]):
            np.add.at(sums, owners[numbers], np.maximum(rows @ model.inside + model.bias, 0))
            np.add.at(counts, owners[numbers], 1)
    return np.asarray(sums / np.maximum(counts, 1)[:, None])
