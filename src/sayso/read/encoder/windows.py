"""Cutting a long text's pieces into windows, each piece owned by one.

Between paragraphs a window ends without overlap, since attributions rarely cross them; within one the windows on both
sides of the cut see some pieces of each other's, and a sentence's end is preferred. Windows are about equally long,
so that little is spent on filling them up.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.read.encoder.pieces import GLUED, LINE, LOWER, PARAGRAPH, STOPS, Pieces

WINDOW = 254  # pieces; with the two special tokens 256 positions
OVERLAP = 64  # of two windows that part within a paragraph
LEAST = 64  # pieces that a window has to itself where another follows
# What a cut there may lie farther from the place that makes the windows equal.
AT_PARAGRAPH, AT_SENTENCE, WITHIN_SENTENCE, WITHIN_WORD = 0, 128, 256, 300


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces ``start:end`` of a text, of which ``own_start:own_end`` belong to this window."""

    start: int
    end: int
    own_start: int
    own_end: int


def cut_windows(pieces: Pieces, *, size: int = WINDOW, overlap: int = OVERLAP) -> list[Window]:
    """The windows over ``pieces``, in order; together they own every piece exactly once."""
    count, seen = len(pieces), overlap // 2
    costs = _costs(pieces)
    windows: list[Window] = []
    start = own = 0
    while own < count:
        cut = _next_cut(costs, start, own, size, seen)
        end = cut if costs[cut] == AT_PARAGRAPH else min(cut + seen, count)
        windows.append(Window(start, end, own, cut))
        start, own = cut - (end > cut) * seen, cut
    return windows


def find_paragraphs(pieces: Pieces) -> NDArray[np.int64]:
    """The pieces at which paragraphs begin; the first piece is one of them where there is any."""
    found = np.flatnonzero(_costs(pieces)[:-1] == AT_PARAGRAPH)
    return np.union1d(found, [0]) if len(pieces) else found


def _next_cut(costs: NDArray[np.int64], start: int, own: int, size: int, seen: int) -> int:
    """Where the window that sees from ``start`` and owns from ``own`` gives over to the next."""
    count, limit = len(costs) - 1, start + size
    if count <= limit:
        return count
    even = own + (count - own) / -(-(count - start) // size)
    cuts = np.arange(own + LEAST, limit + 1)
    found = np.abs(cuts - even) + costs[cuts]
    found[(cuts > limit - seen) & (costs[cuts] > AT_PARAGRAPH)] = np.inf
    return int(cuts[found.argmin()])


def _costs(pieces: Pieces) -> NDArray[np.int64]:
    """What it costs to cut before each piece, and at the text's end: (pieces + 1,)."""
    costs = np.full(len(pieces) + 1, WITHIN_SENTENCE, dtype=np.int64)
    stopped = np.isin(pieces.ids[:-1], STOPS)  # before the second piece and all after it
    breaks, opens = pieces.breaks[1:], pieces.case[1:] != LOWER
    inner = costs[1:-1]
    inner[breaks == GLUED] = WITHIN_WORD
    inner[(stopped | (breaks == LINE)) & (breaks > GLUED) & opens] = AT_SENTENCE
    inner[(breaks == PARAGRAPH) | (stopped & (breaks == LINE) & opens)] = (
        AT_PARAGRAPH  # else it may be wrapped
    )
    costs[-1:] = AT_PARAGRAPH
    return costs
