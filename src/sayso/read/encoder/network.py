"""One forward pass over one article's windows, and what the heads say of them.

Every article is a batch of its own, so that a reading does not depend on what is read beside it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.read.encoder.decode import Chain, Floats, Ints, log_probabilities, viterbi
from sayso.read.encoder.engine import AUTO, Engine, load_engine
from sayso.read.encoder.labels import DISTANCE_BOUNDS, ROLES
from sayso.read.encoder.pieces import CLS, PAD, SEP, SPECIAL, Pieces
from sayso.read.encoder.weights import ENCODER_FILE, ROLES_FILE, Weights
from sayso.read.encoder.windows import Window

BATCH_WINDOWS = 16
TAGGERS = ("entities", "outer", "inner", "fillers")
CUE_LABEL = 1 + 2 * ROLES.index("cue")


@dataclass(frozen=True, slots=True, eq=False)
class ReadWindow:
    """What the network says of one window; every array has one row a piece of the window."""

    window: Window
    entities: Ints  # (pieces,) labels
    entity_scores: Floats  # (pieces,) probability of the label
    anchors: Ints  # (attributions,) the piece of the window at which each cue begins
    anchor_scores: Floats  # (attributions,) calibrated probability that the attribution is right
    roles: Ints  # (attributions, pieces) labels
    meaning: Floats  # (pieces, width)
    hidden: Floats  # (pieces, width) the last layer
    outer: Ints  # (pieces,) labels of mentions that no other mention holds
    outer_scores: Floats  # (pieces,)
    inner: Ints  # (pieces,) labels of mentions within those
    inner_scores: Floats  # (pieces,)
    fillers: Ints  # (pieces,) labels of an attack's roles
    filler_scores: Floats  # (pieces,)
    relevance: float  # probability that the window stands in a report on an attack


class Network:
    """The trained graphs under a runtime."""

    def __init__(self, weights: Weights, *, engine: str = AUTO, thread_count: int = 0) -> None:
        """``thread_count`` 0: as many as the runtime thinks good. Raises WeightsError, UsageError."""
        self._encoder: Engine = load_engine(
            weights.path(ENCODER_FILE), name=engine, thread_count=thread_count
        )
        self._roles: Engine = load_engine(weights.path(ROLES_FILE), thread_count=1)
        self._chains = {name: weights.chain(name) for name in TAGGERS}
        self._role_chain = weights.chain("roles")
        self._anchor_logit = weights.number("anchor_logit")
        self._platt = weights.platt()
        self.least_confidence = weights.number("least_confidence", 0.0)

    def read(self, pieces: Pieces, windows: Sequence[Window]) -> Iterator[ReadWindow]:
        """What the network says of each window of a text, in order."""
        for at in range(0, len(windows), BATCH_WINDOWS):
            yield from self._read_batch(pieces, windows[at : at + BATCH_WINDOWS])

    def _read_batch(self, pieces: Pieces, windows: Sequence[Window]) -> Iterator[ReadWindow]:
        inputs = make_inputs(pieces, windows)
        found = dict(zip(self._encoder.names, self._encoder.run(inputs), strict=True))
        lengths = inputs[1].sum(1)
        tags = {name: _tag(self._chains[name], found[name], lengths) for name in TAGGERS}
        inner = inputs[1].astype(bool)
        inner[:, 0] = False
        inner[np.arange(len(windows)), lengths - 1] = False
        anchors = found["anchors"]
        rows, places = np.nonzero((anchors > self._anchor_logit) & inner)
        roles, likely = self._role_labels(found["members"], found["cues"], rows, places, inputs[1])
        sure = self._confidence(anchors[rows, places], likely)
        for row, window in enumerate(windows):
            stop = window.end - window.start + 1
            part, mine = slice(1, stop), rows == row
            yield ReadWindow(
                window=window,
                entities=tags["entities"][0][row, part],
                entity_scores=tags["entities"][1][row, part],
                anchors=places[mine] - 1,
                anchor_scores=sure[mine],
                roles=roles[mine, 1:stop],
                meaning=found["meaning"][row, part],
                hidden=found["hidden"][row, part],
                outer=tags["outer"][0][row, part],
                outer_scores=tags["outer"][1][row, part],
                inner=tags["inner"][0][row, part],
                inner_scores=tags["inner"][1][row, part],
                fillers=tags["fillers"][0][row, part],
                filler_scores=tags["fillers"][1][row, part],
                relevance=float(_sigmoid(found["relevance"][row])),
            )

    def _confidence(self, anchors: Floats, likely: Floats) -> Floats:
        """The calibrated probability of being right, from the anchor's logit and the labelling's log-probability.

        Platt scaling (Platt, 1999) with both; the three numbers are fitted by ``training.calibrate``.
        """
        shift, by_anchor, by_labels = self._platt
        return _sigmoid(shift + by_anchor * anchors + by_labels * likely)

    def _role_labels(
        self, members: Floats, cues: Floats, rows: Ints, places: Ints, mask: Ints
    ) -> tuple[Ints, Floats]:
        """Role labels (anchors, pieces) for the anchors at ``places`` of ``rows``, with log-probabilities."""
        if not len(rows):
            return np.zeros((0, members.shape[1]), dtype=np.int64), np.zeros(0, dtype=np.float32)
        distances = np.arange(members.shape[1])[None] - places[:, None]
        buckets = np.searchsorted(DISTANCE_BOUNDS, distances, side="left")
        (emissions,) = self._roles.run(
            (members[rows], cues[rows, places], buckets.astype(np.int64), mask[rows])
        )
        emissions[np.arange(len(places)), places, CUE_LABEL] += 1e3  # the anchor is where its cue begins
        lengths = mask.sum(1)[rows]
        labels = viterbi(self._role_chain, emissions, lengths)
        return labels, log_probabilities(self._role_chain, emissions, labels, lengths)


def _tag(chain: Chain, emissions: Floats, lengths: Ints) -> tuple[Ints, Floats]:
    """The best labels (windows, pieces), and each one's probability by its piece's emissions alone."""
    labels = viterbi(chain, emissions, lengths)
    return labels, np.take_along_axis(_softmax(emissions), labels[:, :, None], axis=2)[:, :, 0]


def make_inputs(pieces: Pieces, windows: Sequence[Window]) -> list[NDArray[np.int64]]:
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
