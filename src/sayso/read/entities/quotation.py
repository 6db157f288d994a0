"""Quotations: stretches of text within quote marks, curly, straight, angled or single.

A quotation that is not closed in its paragraph and is opened anew in the next runs on, as news style has it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

CLOSERS = {"“": '”"', "„": '“”"', '"': '"”', "«": "»", "‘": "’", "'": "'’"}
SINGLE = "‘'"
MARK = re.compile(r"[“”„\"«»‘’']")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks; ``runs_on`` where the next paragraph goes on with it."""

    start: int
    end: int
    closed: bool
    runs_on: bool

    @property
    def inner(self) -> tuple[int, int]:
        """The offsets without the marks."""
        return self.start + 1, self.end - 1 if self.closed else self.end


def find_quotations(text: str, paragraphs: Sequence[tuple[int, int]]) -> tuple[Quotation, ...]:
    """The outermost quotations of a text, in order."""
    found: list[Quotation] = []
    for number, (start, end) in enumerate(paragraphs):
        follows = number + 1 < len(paragraphs) and text[paragraphs[number + 1][0]] in '“"'
        found.extend(_in_paragraph(text, start, end, follows))
    return tuple(found)


def _in_paragraph(text: str, start: int, end: int, follows: bool) -> Iterator[Quotation]:
    opened: re.Match[str] | None = None
    for mark in MARK.finditer(text, start, end):
        if opened is not None and mark.group() in CLOSERS[opened.group()] and _closes(text, mark, opened):
            yield Quotation(opened.start(), mark.end(), closed=True, runs_on=False)
            opened = None
        elif _opens(text, mark, end) and (opened is None or _outranks(mark, opened)):
            opened = mark
    if opened is not None and (opened.group() in "“„" or (follows and opened.group() == '"')):
        yield Quotation(opened.start(), end, closed=False, runs_on=follows)


def _outranks(mark: re.Match[str], opened: re.Match[str]) -> bool:
    """A double mark within an open single one: the single one was an apostrophe."""
    return opened.group() in SINGLE and mark.group() not in SINGLE


def _opens(text: str, mark: re.Match[str], end: int) -> bool:
    if mark.group() not in CLOSERS:
        return False
    before = text[mark.start() - 1] if mark.start() else " "
    after = text[mark.end()] if mark.end() < end else " "
    if mark.group() in SINGLE:
        return not before.isalnum() and after.isalnum()
    return mark.group() != '"' or not before.isalnum()


def _closes(text: str, mark: re.Match[str], opened: re.Match[str]) -> bool:
    if opened.group() not in SINGLE:
        return True
    after = text[mark.end()] if mark.end() < len(text) else " "
    return not after.isalnum() and not text[mark.start() - 1].isspace()
