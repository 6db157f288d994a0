"""A text's raw reading: names, attributions and what passages mean, as spans of the text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from sayso.core.span import Span
from sayso.read.encoder.decode import Floats, bio_runs, word_bounds
from sayso.read.encoder.labels import ENTITY_KINDS, ROLES
from sayso.read.encoder.network import Network, ReadWindow
from sayso.read.encoder.pieces import Pieces, make_pieces
from sayso.read.encoder.windows import cut_windows
from sayso.read.spans import Attribution, NamedSpan

MEANING_WIDTH = 384


@dataclass(frozen=True, slots=True, eq=False)
class RawReading:
    """What the network says of one text."""

    text: str
    pieces: Pieces
    windows: tuple[ReadWindow, ...]

    def names(self) -> tuple[NamedSpan, ...]:
        """The proper names, in order."""
        return tuple(sorted(self._names(), key=lambda name: name.span))

    def _names(self) -> Iterator[NamedSpan]:
        for read in self.windows:
            for kind, first, end in bio_runs(read.entities):
                if self._owns(read, first):
                    score = float(read.entity_scores[first:end].mean())
                    yield NamedSpan(self._span(read, first, end), ENTITY_KINDS[kind], round(score, 3))

    def attributions(self) -> tuple[Attribution, ...]:
        """The attributions that have a content, in the order of their cues."""
        return tuple(self._attributions())

    def _attributions(self) -> Iterator[Attribution]:
        for read in self.windows:
            for anchor, score, labels in zip(read.anchors, read.anchor_scores, read.roles, strict=True):
                if not self._owns(read, int(anchor)):
                    continue
                parts: tuple[list[Span], ...] = ([], [], [])
                for role, first, end in bio_runs(labels):
                    if ROLES[role] != "cue" or first <= anchor < end:  # a cue is one contiguous span
                        parts[role].append(self._span(read, first, end))
                source, cue, content = map(tuple, parts)
                if content:
                    yield Attribution(source, cue, content, round(float(score), 3))

    def meanings(self, spans: Sequence[Span]) -> Floats:
        """The unit vectors of passages, (spans, MEANING_WIDTH); zeros for a passage without pieces."""
        vectors = np.zeros((len(spans), MEANING_WIDTH), dtype=np.float32)
        for row, span in enumerate(spans):
            first = int(np.searchsorted(self.pieces.ends, span.start, side="right"))
            end = int(np.searchsorted(self.pieces.starts, span.end, side="left"))
            if first >= end:
                continue
            read = self._owner((first + end) // 2)
            part = read.meaning[max(0, first - read.window.start) : end - read.window.start]
            mean = part.mean(0)
            vectors[row] = mean / max(1e-6, float(np.linalg.norm(mean)))
        return vectors

    def _owner(self, piece: int) -> ReadWindow:
        ends = [read.window.own_end for read in self.windows]
        return self.windows[min(int(np.searchsorted(ends, piece, side="right")), len(ends) - 1)]

    @staticmethod
    def _owns(read: ReadWindow, piece: int) -> bool:
        return read.window.own_start <= read.window.start + piece < read.window.own_end

    def _span(self, read: ReadWindow, first: int, end: int) -> Span:
        start = int(self.pieces.starts[read.window.start + first])
        stop = int(self.pieces.ends[read.window.start + end - 1])
        return Span.of(self.text, *word_bounds(self.text, start, stop))


def read_raw(text: str, tokenizer: Tokenizer, network: Network) -> RawReading:
    """One forward pass over ``text``, in overlapping windows where it is long."""
    pieces = make_pieces(tokenizer, text)
    return RawReading(text, pieces, tuple(network.read(pieces, cut_windows(pieces))))
