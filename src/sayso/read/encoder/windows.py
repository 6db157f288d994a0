"""Cutting a long text's pieces into overlapping windows, each piece owned by the window that sees most around it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.read.encoder.pieces import LINE, Pieces

WINDOW = 254  # pieces; with the two special tokens 256 positions
OVERLAP = 64


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces ``start:end`` of a text, of which ``own_start:own_end`` belong to this window."""

    start: int
    end: int
    own_start: int
    own_end: int


def cut_windows(pieces: Pieces, *, size: int = WINDOW, overlap: int = OVERLAP) -> list[Window]:
    """The windows over ``pieces``, in order; together they own every piece exactly once.

    A window begins at a line's start where one lies within the overlap, since attributions rarely cross lines.
    """
    count = len(pieces)
    bounds: list[tuple[int, int]] = []
    start = 0
    while start < count:
        end = min(start + size, count)
        bounds.append((start, end))
        if end == count:
            break
        start = _next_start(pieces.breaks, end - overlap, end)
    return [_owned(bounds, i) for i in range(len(bounds))]


def _next_start(breaks: NDArray[np.int64], low: int, high: int) -> int:
    """The first line start between ``low`` and the overlap's middle, else ``low``."""
    middle = low + (high - low) // 2
    lines = np.flatnonzero(breaks[low:middle] >= LINE)
    return low + int(lines[0]) if len(lines) else low


def _owned(bounds: list[tuple[int, int]], i: int) -> Window:
    start, end = bounds[i]
    own_start = start if i == 0 else (bounds[i - 1][1] + start) // 2
    own_end = end if i + 1 == len(bounds) else (end + bounds[i + 1][0]) // 2
    return Window(start, end, own_start, own_end)
