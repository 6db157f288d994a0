"""Shows a brief on a console."""

from types import MappingProxyType

from rich.console import Console

from sayso.core.ledger import Ledger
from sayso.desk.brief import Brief, Changes, make_brief
from sayso.desk.terminal.corrections import draw_corrections
from sayso.desk.terminal.events import draw_events
from sayso.desk.terminal.matrix import draw_matrix, draw_singles
from sayso.desk.terminal.page import Page
from sayso.desk.terminal.processes import draw_processes
from sayso.desk.terminal.sections import draw_head, draw_people, draw_quotations, draw_timeline
from sayso.desk.terminal.texts import draw_texts


def show_brief(
    ledger: Ledger,
    story_id: str | None,
    console: Console,
    *,
    texts: bool = True,
    changes: Changes = MappingProxyType({}),
) -> None:
    """Show the brief of one story, or of all one after the other; without the reports' texts if ``texts`` is false.

    ``changes`` are what happened to each story. Raises UsageError where the ledger has no such story.
    """
    draw_brief(make_brief(ledger, story_id, changes), console, texts=texts)


def draw_brief(brief: Brief, console: Console, *, texts: bool = True) -> None:
    """Show a brief, already made."""
    for story in brief.stories:
        page = Page(console)
        draw_head(story, page)
        draw_matrix(story, page)
        draw_quotations(story, page)
        draw_events(story, page)
        draw_processes(story, page)
        draw_timeline(story, page)
        draw_people(story, page)
        draw_singles(story, page)
        draw_corrections(story, page)
        if texts:
            draw_texts(story, page)
        page.blank()
