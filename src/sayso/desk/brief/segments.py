"""Cuts a marked text into segments, so that marks may nest and cross.

1. Every paragraph, and every start and end of a mark, is a boundary.
2. A sweep over the boundaries keeps the set of marks that are open.
3. What lies between two boundaries is one segment under all open marks: no mark ever has to be one element.
Between two boundaries the set of open marks is fixed, so the work is the sum of marks over segments, not text by marks.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from sayso.core.sentences import paragraph_bounds
from sayso.desk.brief.citing import Mark
from sayso.desk.brief.pieces import Ref, Segment

MAX_TAIL = 3  # characters of punctuation that may stand between words and their ways back

T = TypeVar("T")


def split_text(text: str, marks: Sequence[Mark]) -> tuple[tuple[Segment, ...], ...]:
    """The paragraphs of ``text`` in segments. Joined, a paragraph's segments are its text to the letter.

    ``marks`` are in the order of their starts. A mark that covers nothing visible still opens and closes somewhere, so
    that every address leads to a place.
    """
    sweep = _Sweep(marks)
    paragraphs = [_paragraph(text, start, end, sweep) for start, end in paragraph_bounds(text)]
    rest = sweep.rest()
    if rest.opens:
        paragraphs.append((rest,))
    return tuple(paragraphs)


def _paragraph(text: str, start: int, end: int, sweep: "_Sweep") -> tuple[Segment, ...]:
    cuts = [start, *sweep.boundaries(start, end), end]
    return _tidy([sweep.segment(text[a:b], a, b) for a, b in pairwise(cuts)])


def _tidy(segments: list[Segment]) -> tuple[Segment, ...]:
    """Ways back stand after the punctuation that follows their words, not before a closing quote mark."""
    for n in range(len(segments) - 1):
        here, following = segments[n], segments[n + 1]
        if here.closes and len(following.text) <= MAX_TAIL and not _has_word(following.text):
            segments[n] = replace(here, closes=())
            segments[n + 1] = replace(following, closes=_by_row([*here.closes, *following.closes]))
    return tuple(segments)


def _has_word(text: str) -> bool:
    return any(c.isalnum() or c.isspace() for c in text)


class _Sweep:
    """The marks that are open as the sweep goes through the text."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._waiting = list(reversed(marks))
        self._open: list[Mark] = []
        self._edges = sorted({e for m in marks for e in (m.span.start, m.span.end)}, reverse=True)

    def boundaries(self, start: int, end: int) -> list[int]:
        """Give the edges strictly between ``start`` and ``end``; they are asked for once, in order."""
        found = []
        while self._edges and self._edges[-1] < end:
            edge = self._edges.pop()
            if edge > start:
                found.append(edge)
        return found

    def segment(self, text: str, start: int, end: int) -> Segment:
        """Give the segment from ``start`` to ``end``, between which no mark begins or ends."""
        opening = []
        while self._waiting and self._waiting[-1].span.start <= start:
            opening.append(self._waiting.pop())
        covering = [m for m in [*self._open, *opening] if m.span.end > start]
        ending = [m for m in [*self._open, *opening] if m.span.end <= end]
        self._open = [m for m in covering if m.span.end > end]
        return Segment(
            text=text,
            cites=_numbers(covering),
            kinds=_unique(k for m in covering for k in m.kinds),
            voices=_unique(v for m in covering for v in m.voices),
            opens=_numbers(opening),
            shuts=_numbers(reversed(ending)),
            closes=_closing(ending),
        )

    def rest(self) -> Segment:
        """Give a last segment for the marks that begin after the last visible character."""
        return Segment("", opens=_numbers(reversed(self._waiting)), closes=_closing(self._waiting))


def _closing(marks: Iterable[Mark]) -> tuple[Ref, ...]:
    return _by_row(r for m in marks for r in m.refs)


def _by_row(refs: Iterable[Ref]) -> tuple[Ref, ...]:
    """Ways back, one for each row that they lead to."""
    notes: dict[str, list[str]] = {}
    for ref in refs:
        notes.setdefault(ref.key, []).append(ref.note)
    return tuple(Ref(key, "; ".join(_unique(said))) for key, said in notes.items())


def _numbers(marks: Iterable[Mark]) -> tuple[int, ...]:
    return tuple(m.cite.number for m in marks if m.cite)


def _unique(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))
