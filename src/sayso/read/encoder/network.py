"""One forward pass over one article's windows, and what the heads say of them.

Every article is a batch of its own, so that a reading does not depend on what is read beside it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.read.encoder.decode import Floats, Ints, viterbi
from sayso.read.encoder.engine import Engine, load_engine
from sayso.read.encoder.labels import DISTANCE_BOUNDS, ROLES
from sayso.read.encoder.pieces import CLS, PAD, SEP, SPECIAL, Pieces
from sayso.read.encoder.weights import ENCODER_FILE, ROLES_FILE, Weights
from sayso.read.encoder.windows import Window

BATCH_WINDOWS = 16
CUE_LABEL = 1 + 2 * ROLES.index("cue")


@dataclass(frozen=True, slots=True, eq=False)
class ReadWindow:
    """What the network says of one window; every array has one row a piece of the window."""

    window: Window
    entities: Ints  # (pieces,) labels
    entity_scores: Floats  # (pieces,) probability of the label
    anchors: Ints  # (attributions,) the piece of the window at which each cue begins
    anchor_scores: Floats  # (attributions,) probability that a cue begins there
    roles: Ints  # (attributions, pieces) labels
    meaning: Floats  # (pieces, width)


class Network:
    """The trained graphs under a runtime."""

    def __init__(self, weights: Weights, *, engine: str = "onnxruntime", thread_count: int = 0) -> None:
        """``thread_count`` 0: as many as the runtime thinks good. Raises WeightsError."""
        self._encoder: Engine = load_engine(
            weights.path(ENCODER_FILE), name=engine, thread_count=thread_count
        )
        self._roles: Engine = load_engine(weights.path(ROLES_FILE), thread_count=1)
        self._entity_chain = weights.chain("entities")
        self._role_chain = weights.chain("roles")
        self._anchor_logit = weights.number("anchor_logit")

    def read(self, pieces: Pieces, windows: Sequence[Window]) -> Iterator[ReadWindow]:
        """What the network says of each window of a text, in order."""
        for at in range(0, len(windows), BATCH_WINDOWS):
            yield from self._read_batch(pieces, windows[at : at + BATCH_WINDOWS])

    def _read_batch(self, pieces: Pieces, windows: Sequence[Window]) -> Iterator[ReadWindow]:
        inputs = _inputs(pieces, windows)
        entities, anchors, members, cues, meaning = self._encoder.run(inputs)
        lengths = inputs[1].sum(1)
        labels = viterbi(self._entity_chain, entities, lengths)
        scores = np.take_along_axis(_softmax(entities), labels[:, :, None], axis=2)[:, :, 0]
        inner = inputs[1].astype(bool)
        inner[:, 0] = False
        inner[np.arange(len(windows)), lengths - 1] = False
        rows, places = np.nonzero((anchors > self._anchor_logit) & inner)
        roles = self._role_labels(members, cues, rows, places, lengths)
        for row, window in enumerate(windows):
            stop = window.end - window.start + 1
            mine = rows == row
            yield ReadWindow(
                window=window,
                entities=labels[row, 1:stop],
                entity_scores=scores[row, 1:stop],
                anchors=places[mine] - 1,
                anchor_scores=_sigmoid(anchors[row, places[mine]]),
                roles=roles[mine, 1:stop],
                meaning=meaning[row, 1:stop],
            )

    def _role_labels(self, members: Floats, cues: Floats, rows: Ints, places: Ints, lengths: Ints) -> Ints:
        """Role labels (anchors, pieces) for the anchors at ``places`` of the windows ``rows``."""
        if not len(rows):
            return np.zeros((0, members.shape[1]), dtype=np.int64)
        distances = np.arange(members.shape[1])[None] - places[:, None]
        buckets = np.searchsorted(DISTANCE_BOUNDS, distances, side="left")
        (emissions,) = self._roles.run((members[rows], cues[rows, places], buckets.astype(np.int64)))
        emissions[np.arange(len(places)), places, CUE_LABEL] += 1e3  # the anchor is where its cue begins
        return viterbi(self._role_chain, emissions, lengths[rows])


def _inputs(pieces: Pieces, windows: Sequence[Window]) -> list[NDArray[np.int64]]:
    """ids, mask, case, quotes, breaks: (windows, positions) each."""
    size = max(window.end - window.start for window in windows) + 2
    ids, mask, case, quotes, breaks = np.zeros((5, len(windows), size), dtype=np.int64)
    ids[:] = PAD
    for row, window in enumerate(windows):
        part, stop = slice(window.start, window.end), window.end - window.start + 1
        ids[row, 0], ids[row, 1:stop], ids[row, stop] = CLS, pieces.ids[part], SEP
        mask[row, : stop + 1] = 1
        case[row, 0] = case[row, stop] = SPECIAL
        case[row, 1:stop], quotes[row, 1:stop], breaks[row, 1:stop] = (
            pieces.case[part],
            pieces.quotes[part],
            pieces.breaks[part],
        )
    return [ids, mask, case, quotes, breaks]


def _softmax(logits: Floats) -> Floats:
    shifted = np.exp(logits - logits.max(-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(-1, keepdims=True), dtype=np.float32)


def _sigmoid(logits: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-logits)), dtype=np.float32)
