"""Marked stories (``training/stories``): invented reports in which every statement and claim is marked by hand.

A mark is ``{speaker/act/claim/voice|words}``, ``-`` where there is none; ``{+|words}`` goes on with the mark before it.
``{claim voice|words}`` marks a claim alone. ``# `` begins a story, ``## `` a report.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from sayso.core.reading import Act, Voice
from sayso.core.sentences import split_sentences

FOLDER = Path(__file__).parent / "stories"
HELD_OUT = 4  # every fourth of other things
LEAST_WORDS = 6  # of an unmarked sentence that is looked at
Thing = TypeVar("Thing")

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


def learnt_stories(folder: Path = FOLDER) -> list[MarkedStory]:
    """The stories that the encoder learns from, in the order of their files' names."""
    return _stories(folder / "learnt")


def kept_stories(folder: Path = FOLDER) -> list[MarkedStory]:
    """The stories that it does not: what rests on its vectors is fitted and measured on them."""
    return _stories(folder / "kept")


def _stories(folder: Path) -> list[MarkedStory]:
    return [story for path in sorted(folder.glob("*.txt")) for story in read_stories(path.read_text("utf-8"))]


def unmarked(story: MarkedStory) -> Iterator[Mark]:
    """The sentences in which nothing is marked: what they say is said in no other report of the story."""
    for number, text in enumerate(story.reports):
        taken = [span for mark in story.marks if mark.report == number for span in mark.spans]
        for sentence in split_sentences(text):
            is_free = all(end <= sentence.start or sentence.end <= start for start, end in taken)
            if is_free and len(sentence.exact.split()) >= LEAST_WORDS:
                yield Mark(number, [(sentence.start, sentence.end)], None, Voice.OWN, None, None)


def split(things: Sequence[Thing]) -> tuple[list[Thing], list[Thing]]:
    """Those to learn from, and those kept."""
    kept = range(HELD_OUT - 1, len(things), HELD_OUT)
    return [thing for at, thing in enumerate(things) if at not in kept], [things[at] for at in kept]


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
