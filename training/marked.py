"""Marked stories (``training/stories``): invented reports in which every statement and claim is marked by hand.

A mark is ``{speaker/act/claim/voice|words}``, ``-`` where there is none; ``{+|words}`` goes on with the mark before it.
``{claim voice|words}`` marks a claim alone. ``# `` begins a story, ``## `` a report.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sayso.core.reading import Act, Voice

FOLDER = Path(__file__).parent / "stories"
HELD_OUT = 4  # every fourth story is kept for what is fitted on the vectors, and for the figures
_MARK = re.compile(r"\{([^{}|]*)\||\}")
_VOICES = {"o": Voice.OWN, "a": Voice.ATTRIBUTED, "d": Voice.DENIED}


@dataclass(slots=True)
class Mark:
    """Words of a report that are somebody's statement, carry a claim, or both."""

    report: int  # its number in the story
    spans: list[tuple[int, int]]
    claim: str | None
    voice: Voice
    act: Act | None
    speaker: str | None


@dataclass(slots=True)
class MarkedStory:
    """The reports of a story, without their marks, and these."""

    name: str
    reports: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)


def marked_stories(folder: Path = FOLDER) -> list[MarkedStory]:
    """All stories of a folder's files, in the order of the files' names."""
    return [story for path in sorted(folder.glob("*.txt")) for story in read_stories(path.read_text("utf-8"))]


def split_stories(stories: list[MarkedStory]) -> tuple[list[MarkedStory], list[MarkedStory]]:
    """Those to learn from, and those kept for the figures."""
    kept = stories[HELD_OUT - 1 :: HELD_OUT]
    return [story for at, story in enumerate(stories) if at % HELD_OUT != HELD_OUT - 1], kept


def read_stories(marked: str) -> Iterator[MarkedStory]:
    """The stories of a file's text. Raises ValueError about a mark that cannot be read."""
    for block in re.split(r"^# ", marked, flags=re.MULTILINE)[1:]:
        name, _, rest = block.partition("\n")
        story = MarkedStory(name.strip())
        for report in re.split(r"^## ", rest, flags=re.MULTILINE)[1:]:
            body = re.sub(r"\n+", "\n\n", report.partition("\n")[2].strip())
            _add_report(story, body)
        yield story


def _add_report(story: MarkedStory, body: str) -> None:
    text, at = "", 0
    opened: tuple[str, int] | None = None
    for mark in _MARK.finditer(body):
        text += body[at : mark.start()]
        at = mark.end()
        if mark.group() != "}":
            opened = mark.group(1), len(text)
        elif opened is not None:
            _add_mark(story, opened[0], (opened[1], len(text)))
            opened = None
    story.reports.append(text + body[at:])


def _add_mark(story: MarkedStory, head: str, span: tuple[int, int]) -> None:
    report = len(story.reports)
    if head == "+":
        if story.marks and story.marks[-1].report == report:
            story.marks[-1].spans.append(span)
        return
    parts = head.split("/") if "/" in head else ["-", "-", *head.split()]
    if len(parts) != 4 or parts[3] not in _VOICES:
        raise ValueError(f"story {story.name!r}: no mark can be read from {head!r}")
    speaker, act, claim, _ = (None if part == "-" else part for part in parts)
    if span[0] < span[1]:
        story.marks.append(Mark(report, [span], claim, _VOICES[parts[3]], Act(act) if act else None, speaker))
