"""Passages that two texts share word for word, with small changes bridged.

Runs of five words that both hold are seeds; each is drawn out as far as the words agree (as BLAST and MOSS do), and
neighbouring pieces in one order are joined where only a few words differ between them.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from sayso.collate.lineage.texts import RUN, Text, starts_of

_BRIDGE = 6  # words that may differ between two pieces of one passage


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Words of a copy and where they stand in its source, by number, half open."""

    first: int
    end: int
    source_first: int
    source_end: int


def find_passages(source: Text, copy: Text) -> list[Passage]:
    """Return what ``copy`` shares with ``source``, in the copy's order, without overlaps on the copy's side."""
    joined: list[Passage] = []
    for piece in _pieces(source, copy):
        last = joined[-1] if joined else None
        if last and _goes_on(last, piece):
            joined[-1] = Passage(last.first, piece.end, last.source_first, piece.source_end)
        else:
            joined.append(piece)
    return joined


def _pieces(source: Text, copy: Text) -> Iterator[Passage]:
    held = np.flatnonzero(np.isin(copy.runs, source.runs)).tolist()
    if not held:
        return
    expected = -1  # where in the source the last piece would go on
    starts, done = starts_of(source), 0
    for at in held:
        if at < done:
            continue
        places = starts[int(copy.runs[at])]
        lengths = [(_extend(source, copy, place, at), -abs(place - expected), place) for place in places]
        length, _, place = max(lengths)
        if length >= RUN:
            yield Passage(at, at + length, place, place + length)
            done, expected = at + length, place + length


def _extend(source: Text, copy: Text, place: int, at: int) -> int:
    most = min(len(source.words) - place, len(copy.words) - at)
    length = 0
    while length < most and source.words[place + length] == copy.words[at + length]:
        length += 1
    return length


def _goes_on(last: Passage, piece: Passage) -> bool:
    gap, source_gap = piece.first - last.end, piece.source_first - last.source_end
    return gap <= _BRIDGE and 0 <= source_gap <= _BRIDGE
