"""The source, cue and content of each attribution: a small graph labels the pieces near its cue.

What belongs to a cue stands in its paragraph, or in one beside it that a quotation or a colon ties to it; no cue is
shown more than these and a little around them. Cues that are shown about as much go through the graph together.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from sayso.read.encoder.decode import Chain, Floats, Ints, Scores
from sayso.read.encoder.engine import CPU_NAME, Engine, choose_engine, load_engine
from sayso.read.encoder.labels import DISTANCE_BOUNDS, ROLE_LABELS, ROLES
from sayso.read.encoder.pieces import COLON, Pieces
from sayso.read.encoder.quotes import QuoteState
from sayso.read.encoder.weights import ROLES_FILE, Weights
from sayso.read.encoder.windows import Window, find_paragraphs

BEFORE, AFTER = 80, 112  # pieces that a cue is shown at most
MARGIN = 0  # pieces around its paragraph
STEP = 16  # to whose multiple what is shown is filled up: few shapes
LEAST_CUES = 4  # for which a shape of their own pays
BATCH_CUES = 48  # that are labelled at a time: what a text full of "said" takes is memory, not speed
OUT_OF_REACH = -50.0  # the emission of a role beyond
CUE_LABEL = 1 + 2 * ROLES.index("cue")


@dataclass(frozen=True, slots=True, eq=False)
class Anchors:
    """Where the cues of some windows begin; one entry a cue."""

    rows: Ints  # the number of its window
    places: Ints  # the position in the window
    cues: Floats  # (anchors, width) what the encoder says of it as a cue


class Roles:
    """The trained graph under a runtime, and the chain over its labels."""

    def __init__(self, weights: Weights, *, engine: str, thread_count: int) -> None:
        """``thread_count`` 0: as many as the runtime thinks good. Raises WeightsError, UsageError."""
        self.engine: Engine = _load(weights.path(ROLES_FILE), engine, thread_count)
        self._chain: Chain = weights.chain("roles")

    def score(self, pieces: Pieces, windows: Sequence[Window], members: Floats, anchors: Anchors) -> Scores:
        """What the graph says for ``anchors`` in ``windows``; where it did not look it has no say.

        ``members`` (windows, positions, width): every piece as a member of an attribution.
        """
        rows, places = anchors.rows, anchors.places
        lengths = np.array([window.end - window.start + 2 for window in windows])[rows]
        first, counts = _reaches(pieces, windows, anchors)
        emissions = np.full((len(rows), members.shape[1], len(ROLE_LABELS)), OUT_OF_REACH, dtype=np.float32)
        emissions[:, :, 0] = 0
        for group in _alike(counts):
            size = min(int(counts[group].max()), members.shape[1])
            own = lengths[group]
            near = np.minimum(first[group], np.maximum(own - size, 0))[:, None] + np.arange(size)
            distances = np.searchsorted(DISTANCE_BOUNDS, near - places[group, None]).astype(np.int64)
            mask = (near < own[:, None]).astype(np.int64)
            (found,) = self.engine.run(
                (members[rows[group, None], near], anchors.cues[group], distances, mask)
            )
            emissions[group[:, None], near] = found
        emissions[np.arange(len(rows)), places, CUE_LABEL] += 1e3  # the anchor is where its cue begins
        return Scores(self._chain, emissions, lengths)


def _load(path: Path, engine: str, thread_count: int) -> Engine:
    """The graph of the roles: too small for a GPU, and for ONNX Runtime's threads."""
    name = choose_engine(engine)
    if name == "openvino":
        return load_engine(path, name=name, thread_count=thread_count)
    return load_engine(path, name=CPU_NAME, thread_count=1)


def _reaches(pieces: Pieces, windows: Sequence[Window], anchors: Anchors) -> tuple[Ints, Ints]:
    """The first position that each anchor is shown of its window, and how many: (anchors,) each."""
    starts = np.array([window.start for window in windows])[anchors.rows]
    lengths = np.array([window.end for window in windows])[anchors.rows] - starts + 2
    low, high = _surroundings(pieces, starts + anchors.places - 1)
    low, high = low - starts + 1, high - starts + 1
    low, high = np.where(low <= 1, 0, low), np.where(high >= lengths - 1, lengths, high)  # special tokens too
    low, high = np.maximum(low, anchors.places - BEFORE), np.minimum(high, anchors.places + AFTER)
    counts = -(-(high - low) // STEP) * STEP
    first = np.clip(low - (counts - (high - low)) // 2, 0, np.maximum(lengths - counts, 0))
    return first, counts


def _surroundings(pieces: Pieces, at: Ints) -> tuple[Ints, Ints]:
    """From which piece to which one the paragraphs go that have to do with each piece of ``at``, and MARGIN more."""
    bounds = np.append(find_paragraphs(pieces), len(pieces))
    inner = bounds[1:-1]
    tied = np.zeros(len(bounds), dtype=bool)  # to the paragraph before
    tied[1:-1] = (pieces.quotes[inner] != QuoteState.OUTSIDE) | (pieces.ids[inner - 1] == COLON)
    own = np.searchsorted(bounds, at, side="right") - 1
    after = np.minimum(own + 2, len(bounds) - 1)
    low = np.where(tied[own], bounds[np.maximum(own - 1, 0)], bounds[own] - MARGIN)
    return low, np.where(tied[own + 1], bounds[after], bounds[own + 1] + MARGIN)


def _alike(counts: Ints) -> Iterator[Ints]:
    """The numbers of the anchors that go through the graph together, those that are shown most first."""
    groups: list[list[int]] = []
    for count in sorted(set(counts.tolist()), reverse=True):
        mine = np.flatnonzero(counts == count).tolist()
        if groups and min(len(groups[-1]), len(mine)) < LEAST_CUES:
            groups[-1] += mine
        else:
            groups.append(mine)
    for group in map(np.array, groups):
        bounds = np.linspace(0, len(group), -(-len(group) // BATCH_CUES) + 1).astype(int).tolist()
        yield from (group[start:end] for start, end in pairwise(bounds))
