"""Which statement a passage of a text stands in, looked up without going through all of them."""

from bisect import bisect_left
from collections.abc import Sequence

from sayso.core.reading import Act, Statement
from sayso.core.span import Span

_WINDOW = (
    512  # characters of a cell: a lookup sees only the contents and cues that touch the cells of its passage
)


class Contents:
    """The statements of one report by where their contents and cues lie."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        """Index ``statements``; contents may lie within one another."""
        self._statements = statements
        self._contents: dict[int, list[tuple[Span, int]]] = {}
        for number, statement in enumerate(statements):
            for content in statement.content:
                for cell in range(content.start // _WINDOW, content.end // _WINDOW + 1):
                    self._contents.setdefault(cell, []).append((content, number))
        cues = sorted({(c.start, c.end) for s in statements for c in s.cue})
        self._cue_starts = [start for start, _ in cues]
        self._cue_ends = [max(end for _, end in cues[max(0, i - 3) : i + 1]) for i in range(len(cues))]

    def of(self, span: Span) -> Statement | None:
        """The statement in whose content ``span`` stands: of several, the one with the shortest content."""
        cell = self._contents.get(span.start // _WINDOW, ())
        around = [(c.end - c.start, number) for c, number in cell if c.contains(span)]
        return self._statements[min(around)[1]] if around else None

    def is_cue(self, span: Span) -> bool:
        """Whether ``span`` shares a character with the words that say that something was said."""
        before = bisect_left(self._cue_starts, span.end) - 1
        return before >= 0 and self._cue_ends[before] > span.start


def is_question(statement: Statement) -> bool:
    """Whether the statement only asks, or is what somebody was asked ("responding to questions about ...")."""
    if statement.act is Act.QUESTION:
        return True
    words = " ".join(cue.exact.lower() for cue in statement.cue).split()
    return "question" in words or "questions" in words
