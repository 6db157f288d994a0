"""Draws a brief as Markdown: GitHub's tables and footnotes, no HTML.

Each footnote holds the words and where they stand; in a report's text ⟦ ⟧ enclose the words of the note that follows.
"""

from collections.abc import Callable, Iterable, Iterator
from types import MappingProxyType
from typing import TypeVar

from sayso.core.ledger import Ledger
from sayso.desk.brief import Brief, Changes, StoryBrief, make_brief
from sayso.desk.labels import labels
from sayso.desk.markdown import ink
from sayso.desk.markdown.corrections import draw_correction
from sayso.desk.markdown.events import draw_incident
from sayso.desk.markdown.matrix import draw_matrix, draw_singles
from sayso.desk.markdown.processes import draw_commitment, draw_position, draw_talks
from sayso.desk.markdown.sections import (
    draw_head,
    draw_quotation,
    draw_report,
    draw_speaker,
    draw_timeline,
)

T = TypeVar("T")


def to_markdown(ledger: Ledger, story_id: str | None, changes: Changes = MappingProxyType({})) -> str:
    """Give the brief of one story, or of all one after the other, in Markdown.

    ``changes`` are what happened to each story. Raises UsageError where the ledger has no such story.
    """
    return draw_markdown(make_brief(ledger, story_id, changes))


def draw_markdown(brief: Brief) -> str:
    """Give a brief, already made, in Markdown."""
    lines = [f"> ◐ {labels()['notice']['long']}", ""]
    for story in brief.stories:
        lines += _story(story)
    return "\n".join(lines).rstrip() + "\n"


def _story(story: StoryBrief) -> Iterator[str]:
    section = labels()["section"]
    yield from draw_head(story.head, story.reports)
    for title, drawn in (
        (section["matrix"], draw_matrix(story)),
        (section["quotations"], _each(story.quotations, draw_quotation)),
        (section["events"], _with_legend(story)),
        (section["events_more"], _each(story.other_incidents, draw_incident)),
        (section["processes"], _each(story.file.talks, draw_talks)),
        (section["commitments"], _each(story.file.commitments, draw_commitment)),
        (section["positions"], _each(story.file.positions, draw_position)),
        (section["timeline"], draw_timeline(story)),
        (section["people"], _each(story.speakers, draw_speaker)),
        (section["singles"], draw_singles(story)),
        (section["corrections"], _each(story.corrections, draw_correction)),
        (section["reports"], _each((*story.reports, *story.related), draw_report)),
        (section["words"], [ink.footnote(c) for c in story.cites]),
    ):
        body = list(drawn)
        if body:
            yield from (f"## {title}", "", *body, "")


def _with_legend(story: StoryBrief) -> Iterator[str]:
    if story.incidents:
        yield from (f"_{labels()['toll']['legend'].strip()}_", "")
    yield from _each(story.incidents, draw_incident)


def _each(things: Iterable[T], draw: Callable[[T], Iterable[str]]) -> Iterator[str]:
    for thing in things:
        yield from draw(thing)
