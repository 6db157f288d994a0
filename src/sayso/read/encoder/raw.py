"""A text's raw reading: names, attributions and what passages mean, as spans of the text."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from sayso.core.reading import Act
from sayso.core.span import Span
from sayso.read.encoder.decode import Floats, Ints, bio_runs, word_bounds
from sayso.read.encoder.labels import ENTITY_KINDS, FILLER_ROLES, MENTION_KINDS, ROLES
from sayso.read.encoder.network import Network, ReadWindow
from sayso.read.encoder.pieces import Pieces, make_pieces
from sayso.read.encoder.windows import cut_windows
from sayso.read.spans import Attribution, Filler, NamedSpan, Rival

MEANING_WIDTH = 384


@dataclass(frozen=True, slots=True, eq=False)
class RawReading:
    """What the network says of one text."""

    text: str
    pieces: Pieces
    windows: tuple[ReadWindow, ...]
    least_confidence: float = 0.0  # of the attributions that are given
    # Of each layer the window that was looked at last, its numbers widened once for all its spans.
    wide: dict[str, tuple[int, Floats]] = field(default_factory=dict, repr=False)

    def names(self) -> tuple[NamedSpan, ...]:
        """The proper names, in order."""
        return tuple(sorted(self._names(), key=lambda name: name.span))

    def _names(self) -> Iterator[NamedSpan]:
        for read in self.windows:
            for kind, span, score in self._own_runs(read, read.entities, read.entity_scores):
                if not self._is_marker(span):
                    yield NamedSpan(span, ENTITY_KINDS[kind], score)

    def _is_marker(self, span: Span) -> bool:
        """Whether it is one of a wire's marks, such as -MORE- or -ENDS-."""
        around = self.text[max(0, span.start - 1) : span.start] + self.text[span.end : span.end + 1]
        return around == "--" and span.exact.isupper() and span.exact.isalpha()

    def mentions(self) -> tuple[NamedSpan, ...]:
        """The mentions of people, organisations and places in whatever form, in order, the outer before the inner.

        Their extents are GUM's: whole noun phrases, possessive pronouns by themselves (Zeldes, LRE 2017).
        """
        found = {mention.span: mention for mention in self._mentions()}
        return tuple(sorted(found.values(), key=lambda mention: (mention.span.start, -mention.span.end)))

    def _mentions(self) -> Iterator[NamedSpan]:
        for read in self.windows:
            for labels, scores in ((read.inner, read.inner_scores), (read.outer, read.outer_scores)):
                for kind, span, score in self._own_runs(read, labels, scores):
                    yield NamedSpan(span, MENTION_KINDS[kind], score)

    def fillers(self) -> tuple[Filler, ...]:
        """Who and what fill the roles of attacks, every occurrence by itself, in order."""
        return tuple(sorted(self._fillers(), key=lambda filler: filler.span))

    def _fillers(self) -> Iterator[Filler]:
        for read in self.windows:
            for role, span, score in self._own_runs(read, read.fillers, read.filler_scores):
                yield Filler(span, FILLER_ROLES[role], score)

    def relevance(self) -> float:
        """The probability that the text reports an attack: its windows' highest; 0 for an empty text."""
        return max((read.relevance for read in self.windows), default=0.0)

    def attributions(self) -> tuple[Attribution, ...]:
        """The attributions that have a content and are sure enough, in the order of their cues."""
        return tuple(
            replace(attribution, score=round(float(score), 3))
            for attribution, score in self.scored(self.least_confidence)
        )

    def scored(self, least: float | None = None) -> Iterator[tuple[Attribution, Any]]:
        """Those that have a content, and the ``least`` score if one is asked for, each with the network's score."""
        for read in self.windows:
            for anchor, score, labels, rivals in zip(
                read.anchors, read.anchor_scores, read.roles, read.rivals, strict=True
            ):
                if least is not None and score < least:
                    continue
                parts: tuple[list[Span], ...] = ([], [], [])
                for role, first, end in bio_runs(labels):
                    if ROLES[role] != "cue" or first <= anchor < end:  # a cue is one contiguous span
                        parts[role].append(self._span(read, first, end))
                source, cue, content = map(tuple, parts)
                if content:
                    others = tuple(Rival(self._content(read, other), odds) for odds, other in rivals)
                    yield Attribution(source, cue, content, 0.0, others), score

    def _content(self, read: ReadWindow, labels: Ints) -> tuple[Span, ...]:
        return tuple(
            self._span(read, first, end) for role, first, end in bio_runs(labels) if ROLES[role] == "content"
        )

    def hidden(self, spans: Sequence[Span]) -> Floats:
        """The last layer at spans, (spans, 3 * MEANING_WIDTH): first piece, last piece, mean; zeros without pieces."""
        vectors = np.zeros((len(spans), 3 * MEANING_WIDTH), dtype=np.float32)
        for row, part in zip(vectors, self._parts(spans, "hidden"), strict=True):
            if part is not None:
                row[:MEANING_WIDTH], row[MEANING_WIDTH:-MEANING_WIDTH] = part[0], part[-1]
                _average(part, row[-MEANING_WIDTH:])
        return vectors

    def without_hidden(self) -> "RawReading":
        """The same without the last layer, half of what a long text takes in memory; ``hidden`` fails from then on."""
        empty = np.zeros((0, 0), dtype=np.float16)
        return replace(self, windows=tuple(replace(read, hidden=empty) for read in self.windows), wide={})

    def meanings(self, spans: Sequence[Span]) -> Floats:
        """The unit vectors of passages, (spans, MEANING_WIDTH); zeros for a passage without pieces."""
        vectors = np.zeros((len(spans), MEANING_WIDTH), dtype=np.float32)
        for row, part in zip(vectors, self._parts(spans, "meaning"), strict=True):
            if part is not None:
                _average(part, row)
                row /= max(1e-6, float(np.sqrt(row.dot(row))))
        return vectors

    def act_odds(self, spans: Sequence[Span]) -> Floats:
        """The log-probabilities of the acts of what is said in spans, (spans, acts); zeros without pieces."""
        odds = np.zeros((len(spans), len(Act)), dtype=np.float32)
        for row, part in zip(odds, self._parts(spans, "acts"), strict=True):
            if part is not None:
                _average(part, row)
                top = row.max()
                row[:] = row - np.log(np.exp(row - top).sum()) - top
        return odds

    def _parts(self, spans: Sequence[Span], name: str) -> Iterator[Floats | None]:
        """Each span's rows of a window's array, as the window sees them that owns its middle; None without pieces."""
        firsts = np.searchsorted(self.pieces.ends, [span.start for span in spans], side="right").tolist()
        ends = np.searchsorted(self.pieces.starts, [span.end for span in spans], side="left").tolist()
        limits = [read.window.own_end for read in self.windows[:-1]]
        held, rows = self.wide.get(name, (-1, None))
        for first, end in zip(firsts, ends, strict=True):
            if first >= end:
                yield None
                continue
            owner = bisect_right(limits, (first + end) // 2)
            start = self.windows[owner].window.start
            if owner != held or rows is None:
                held, rows = owner, getattr(self.windows[owner], name).astype(np.float32)
                self.wide[name] = held, rows
            yield rows[max(0, first - start) : end - start]

    def _own_runs(self, read: ReadWindow, labels: Ints, scores: Floats) -> Iterator[tuple[int, Span, float]]:
        """Each labelled run that begins among the window's own pieces: its class, its words, its mean score."""
        low, high = read.window.own_start - read.window.start, read.window.own_end - read.window.start
        runs = [run for run in bio_runs(labels) if low <= run[1] < high]
        if not runs:
            return
        bounds = [at for _, first, end in runs for at in (first, end)]
        sums = np.add.reduceat(scores, bounds[:-1] if bounds[-1] == len(scores) else bounds)[::2]
        for (kind, first, end), total in zip(runs, sums, strict=True):
            yield kind, self._span(read, first, end), round(float(total / np.float32(end - first)), 3)

    def _span(self, read: ReadWindow, first: int, end: int) -> Span:
        start = int(self.pieces.starts[read.window.start + first])
        stop = int(self.pieces.ends[read.window.start + end - 1])
        return Span.of(self.text, *word_bounds(self.text, start, stop))


def _average(rows: Floats, into: Floats) -> None:
    """Write the mean of rows, of which there are some, into a row."""
    np.add.reduce(rows, axis=0, out=into)
    into /= np.float32(len(rows))


def read_raw(text: str, tokenizer: Tokenizer, network: Network) -> RawReading:
    """One forward pass over ``text``, in overlapping windows where it is long."""
    pieces = make_pieces(tokenizer, text)
    windows = tuple(network.read(pieces, cut_windows(pieces)))
    return RawReading(text, pieces, windows, network.least_confidence)
