"""What the encoder's last layer says at passages of a text and around them."""

from collections.abc import Iterator, Sequence
from typing import Protocol

import numpy as np

from sayso.core.span import Span
from sayso.read.encoder.decode import Floats, Ints
from sayso.read.encoder.network import Halves
from sayso.read.encoder.raw import MEANING_WIDTH
from sayso.read.encoder.windows import Window

PARTS = 6
SURROUNDINGS_WIDTH = PARTS * MEANING_WIDTH
_REACH = 12  # pieces on either side that count as around a passage


class SeenPieces(Protocol):
    """Where the pieces of a text begin and end."""

    @property
    def starts(self) -> Ints: ...  # noqa: D102

    @property
    def ends(self) -> Ints: ...  # noqa: D102


class SeenWindow(Protocol):
    """A window with the last layer of its pieces."""

    @property
    def window(self) -> Window: ...  # noqa: D102

    @property
    def hidden(self) -> Halves: ...  # noqa: D102


class Seen(Protocol):
    """What of a ``RawReading`` is looked at."""

    @property
    def pieces(self) -> SeenPieces: ...  # noqa: D102

    @property
    def windows(self) -> Sequence[SeenWindow]: ...  # noqa: D102


def surroundings(raw: Seen, spans: Sequence[Span]) -> Iterator[tuple[Ints, Floats]]:
    """Window by window: the numbers of the spans that stand in it, and a row for each, (spans, SURROUNDINGS_WIDTH).

    A row holds the last piece's vector, the mean of all pieces, the first piece's, those of the pieces before and
    after, and the mean of what is around. A span without pieces has those of the piece nearest to it; a text without
    windows gives nothing. ``raw`` must have the last layer still.
    """
    windows, pieces = raw.windows, raw.pieces
    if not windows or not spans or not len(pieces.starts):
        return
    firsts = np.searchsorted(pieces.ends, [span.start for span in spans], side="right")
    firsts = np.minimum(firsts, len(pieces.starts) - 1)
    ends = np.searchsorted(pieces.starts, [span.end for span in spans], side="left")
    ends = np.maximum(ends, firsts + 1)
    owners = np.searchsorted([read.window.own_end for read in windows], (firsts + ends) // 2, side="right")
    owners = np.minimum(owners, len(windows) - 1)
    for at in np.unique(owners).tolist():
        mine = np.flatnonzero(owners == at)
        yield mine, _rows(windows[at], firsts[mine], ends[mine])


def _rows(read: SeenWindow, firsts: Ints, ends: Ints) -> Floats:
    hidden = read.hidden.astype(np.float32)
    last = len(hidden) - 1
    sums = np.zeros((len(hidden) + 1, hidden.shape[1]), dtype=np.float32)
    np.cumsum(hidden, axis=0, out=sums[1:])
    first = np.clip(firsts - read.window.start, 0, last)
    end = np.clip(ends - read.window.start, first + 1, last + 1)
    around = (
        hidden[end - 1],
        _means(sums, first, end),
        hidden[first],
        hidden[np.maximum(first - 1, 0)],
        hidden[np.minimum(end, last)],
        _means(sums, np.maximum(first - _REACH, 0), np.minimum(end + _REACH, last + 1)),
    )
    return np.concatenate(around, axis=1)


def _means(sums: Floats, firsts: Ints, ends: Ints) -> Floats:
    return np.asarray((sums[ends] - sums[firsts]) / (ends - firsts)[:, None].astype(np.float32))
