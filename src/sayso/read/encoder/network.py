"""One forward pass over one article's windows, and what the heads say of them.

Every article is a batch of its own, so that a reading does not depend on what is read beside it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.read.encoder.decode import Floats, Ints, Scores, log_probabilities, viterbi
from sayso.read.encoder.engine import AUTO, Engine, load_engine
from sayso.read.encoder.lexical import add_opinions
from sayso.read.encoder.pieces import CLS, PAD, SEP, SPECIAL, Pieces
from sayso.read.encoder.rivals import SURE, Labelling, rivals_of
from sayso.read.encoder.roles import Anchors, Roles
from sayso.read.encoder.weights import ENCODER_FILE, Weights
from sayso.read.encoder.windows import Window

Halves = NDArray[np.float16]  # what is kept of every piece while a text is read

BATCH_WINDOWS = 16
ROUND = 8  # positions to whose multiple windows are filled up: a runtime prepares itself for each new shape,
CALL = 50  # which takes as long as this many positions
TAGGERS = ("entities", "outer", "inner", "fillers")


@dataclass(frozen=True, slots=True, eq=False)
class ReadWindow:
    """What the network says of one window; every array has one row a piece of the window."""

    window: Window
    entities: Ints  # (pieces,) labels
    entity_scores: Floats  # (pieces,) probability of the label
    anchors: Ints  # (attributions,) the piece of the window, its own, at which each cue begins
    anchor_scores: Floats  # (attributions,) calibrated probability that the attribution is right
    roles: Ints  # (attributions, pieces) labels
    rivals: list[list[Labelling]]  # of each attribution: labels that are nearly as likely
    meaning: Halves  # (pieces, width)
    hidden: Halves  # (pieces, width) the last layer
    outer: Ints  # (pieces,) labels of mentions that no other mention holds
    outer_scores: Floats  # (pieces,)
    inner: Ints  # (pieces,) labels of mentions within those
    inner_scores: Floats  # (pieces,)
    fillers: Ints  # (pieces,) labels of an attack's roles
    filler_scores: Floats  # (pieces,)
    relevance: float  # probability that the window stands in a report on an attack
    acts: Halves  # (pieces, acts) mean over what is said: the logits of its act


class Network:
    """The trained graphs under a runtime."""

    def __init__(self, weights: Weights, *, engine: str = AUTO, thread_count: int = 0) -> None:
        """``thread_count`` 0: as many as the runtime thinks good. Raises WeightsError, UsageError."""
        self._encoder: Engine = load_engine(
            weights.path(ENCODER_FILE), name=engine, thread_count=thread_count
        )
        self.roles = Roles(weights, engine=engine, thread_count=thread_count)
        self._chains = {name: weights.chain(name) for name in TAGGERS}
        self._platt = weights.platt()
        self.least_confidence = weights.number("least_confidence", 0.0)
        self._anchor_logit = max(weights.number("anchor_logit"), self._least_logit())

    def read(self, pieces: Pieces, windows: Sequence[Window]) -> Iterator[ReadWindow]:
        """What the network says of each window of a text, in order."""
        for at in range(0, len(windows), BATCH_WINDOWS):
            yield from self._read_batch(pieces, windows[at : at + BATCH_WINDOWS])

    def _read_batch(self, pieces: Pieces, windows: Sequence[Window]) -> Iterator[ReadWindow]:
        encoded = self._encode(pieces, windows)
        lengths = np.array([window.end - window.start + 2 for window in windows])
        wide = {name: _padded([found[name] for found in encoded]) for name in (*TAGGERS, "members")}
        for window, scores in zip(windows, wide["entities"], strict=True):
            add_opinions(pieces, window.start, scores[1 : window.end - window.start + 1])
        heads = [Scores(self._chains[name], wide[name], lengths) for name in TAGGERS]
        rows = np.repeat(np.arange(len(windows)), [len(found["places"]) for found in encoded])
        places = np.concatenate([found["places"] for found in encoded])
        anchors = Anchors(rows, places, np.concatenate([found["cues"] for found in encoded]))
        heads.append(self.roles.score(pieces, windows, wide["members"], anchors))
        *tagged, roles = viterbi(heads)
        tags = {
            name: (labels, _chances(wide[name], labels)) for name, labels in zip(TAGGERS, tagged, strict=True)
        }
        likely = log_probabilities(heads[-1], roles)
        sure = self._confidence(np.concatenate([found["anchors"] for found in encoded]), likely)
        rivals = rivals_of(heads[-1], roles, self._doubtful(sure, likely))
        for row, (window, found) in enumerate(zip(windows, encoded, strict=True)):
            stop = window.end - window.start + 1
            part, mine = slice(1, stop), rows == row
            yield ReadWindow(
                window=window,
                entities=tags["entities"][0][row, part],
                entity_scores=tags["entities"][1][row, part],
                anchors=places[mine] - 1,
                anchor_scores=sure[mine],
                roles=roles[mine, 1:stop],
                rivals=[rivals[at] for at in np.flatnonzero(mine)],
                meaning=found["meaning"],
                hidden=found["hidden"],
                outer=tags["outer"][0][row, part],
                outer_scores=tags["outer"][1][row, part],
                inner=tags["inner"][0][row, part],
                inner_scores=tags["inner"][1][row, part],
                fillers=tags["fillers"][0][row, part],
                filler_scores=tags["fillers"][1][row, part],
                relevance=float(_sigmoid(found["relevance"])),
                acts=found["acts"],
            )

    def _encode(self, pieces: Pieces, windows: Sequence[Window]) -> list[dict[str, Any]]:
        """What is kept of the encoder's outputs for each window; those of like lengths go through it together."""
        kept: list[dict[str, Any]] = [{}] * len(windows)
        for group in _alike([window.end - window.start for window in windows]):
            outputs = self._encoder.run(make_inputs(pieces, [windows[at] for at in group]))
            for row, at in enumerate(group):
                found = {name: part[row] for name, part in zip(self._encoder.names, outputs, strict=True)}
                kept[at] = self._keep(found, windows[at])
        return kept

    def _keep(self, found: Mapping[str, Any], window: Window) -> dict[str, Any]:
        """One window's outputs, copied: of what is wide only the places of anchors, or half the precision."""
        stop = window.end - window.start + 1
        own = slice(window.own_start - window.start + 1, window.own_end - window.start + 1)
        places = np.flatnonzero(found["anchors"][own] > self._anchor_logit) + own.start
        return {
            **{name: found[name][: stop + 1].copy() for name in (*TAGGERS, "members")},
            **{name: found[name][1:stop].astype(np.float16) for name in ("meaning", "hidden", "acts")},
            **{name: found[name][places] for name in ("anchors", "cues")},
            "places": places,
            "relevance": np.float32(found["relevance"]),
        }

    def _least_logit(self) -> float:
        """Below this no anchor can be sure enough: the log-probability of its labels is zero at best."""
        if not 0 < self.least_confidence < 1:
            return -np.inf
        shift, by_anchor, _ = self._platt
        return float(np.log(self.least_confidence / (1 - self.least_confidence)) - shift) / by_anchor

    def _confidence(self, anchors: Floats, likely: Floats) -> Floats:
        """The calibrated probability of being right, from the anchor's logit and the labelling's log-probability.

        Platt scaling (Platt, 1999) with both; the three numbers are fitted by ``training.calibrate``.
        """
        shift, by_anchor, by_labels = self._platt
        return _sigmoid(shift + by_anchor * anchors + by_labels * likely)

    def _doubtful(self, sure: Floats, likely: Floats) -> NDArray[np.bool_]:
        """Which attributions are given, but may have other labels: (attributions,)."""
        return (sure >= self.least_confidence) & (likely < SURE)


def _alike(lengths: Sequence[int]) -> list[list[int]]:
    """The numbers of windows that go through the encoder together: the fewest positions, each call counting as CALL."""
    order = sorted(range(len(lengths)), key=lambda at: -lengths[at])
    least = [0]  # what the longest windows cost, by their number
    first = [0]  # and where the last group of these begins
    for end in range(1, len(order) + 1):
        costs = [least[at] + (end - at) * _rounded(lengths[order[at]]) + CALL for at in range(end)]
        least.append(min(costs))
        first.append(costs.index(least[-1]))
    groups: list[list[int]] = []
    end = len(order)
    while end:
        groups.append(order[first[end] : end])
        end = first[end]
    return groups


def _rounded(length: int) -> int:
    """The positions of a window, filled up so that few different shapes go through the encoder."""
    return -(-(length + 2) // ROUND) * ROUND


def _padded(rows: Sequence[Floats]) -> Floats:
    """Arrays of various lengths in one, filled up with zeros."""
    wide = np.zeros((len(rows), max(map(len, rows)), *rows[0].shape[1:]), dtype=np.float32)
    for row, values in zip(wide, rows, strict=True):
        row[: len(values)] = values
    return wide


def _chances(emissions: Floats, labels: Ints) -> Floats:
    """Each label's probability by its piece's emissions alone: (windows, pieces)."""
    return np.take_along_axis(_softmax(emissions), labels[:, :, None], axis=2)[:, :, 0]


def make_inputs(pieces: Pieces, windows: Sequence[Window]) -> list[NDArray[np.int64]]:
    """ids, mask, case, quotes, breaks: (windows, positions) each."""
    size = _rounded(max(window.end - window.start for window in windows))
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
