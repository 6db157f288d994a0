"""``sayso stories``: what the reports on the desk are about."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from sayso.cli import stations
from sayso.cli.options import AsJson, DeskPath, Quiet
from sayso.cli.output import write_json
from sayso.cli.rim import rim_of
from sayso.cli.waiting import tell_waiting
from sayso.core.printable import foreign

if TYPE_CHECKING:
    from sayso.store.contract import Workplace
    from sayso.store.records import StoryLine

SHORT_ID = 7  # characters
STORIES_EXAMPLES = """
sayso stories             a table of the stories found
sayso stories --json      the same for a program
"""


def stories(ctx: typer.Context, desk: DeskPath = None, quiet: Quiet = False, as_json: AsJson = False) -> None:
    """List the stories that the reports on the desk tell.

    A story is what several reports tell about one event; a report that stands alone is a story of one.
    """
    rim = rim_of(ctx, desk=desk, quiet=quiet)
    with rim.open_desk() as place:
        lines = list_stories(place)
        tell_waiting(place, rim)
    if as_json:
        write_json(lines)
    elif lines:
        show(lines)
    else:
        rim.say("No stories yet. Add reports: sayso add SOURCES")


def list_stories(place: "Workplace") -> "list[StoryLine]":
    """Give the desk's stories, collating first where the reports have changed. Raises DeskError."""
    from sayso.store.ledgers import stories_of

    return stories_of(place, stations.collation())


def show(lines: Sequence["StoryLine"]) -> None:
    """Draw the table: an id that is long enough to name the story by, its title, and what there is of it."""
    from rich.console import Console
    from rich.table import Table

    table = Table("story", "title", box=None, padding=(0, 2, 0, 0), header_style="bold")
    for short, line in zip(short_ids([line.id for line in lines]), lines, strict=True):
        title = foreign(line.title).append_text(foreign(f"\n{figures(line)}", style="dim", lines=True))
        table.add_row(foreign(short), title)
    Console().print(table)


def short_ids(ids: Sequence[str]) -> list[str]:
    """Give for each id its beginning that no other has, of at least so many letters as are quick to tell apart."""
    counts = Counter(some[:length] for some in ids for length in range(SHORT_ID, len(some) + 1))
    return [
        next((some[:n] for n in range(SHORT_ID, len(some)) if counts[some[:n]] == 1), some) for some in ids
    ]


def figures(line: "StoryLine") -> str:
    """Say what there is of a story: reports, outlets and days as far as they are known, claims."""
    first, last = (date[:10] if date else None for date in (line.first, line.last))
    days = " to ".join(dict.fromkeys(day for day in (first, last) if day))
    parts = [_count(line.reports, "report"), _count(line.outlets, "outlet") if line.outlets else "", days]
    parts.append(f"{_count(line.claims, 'claim')}, {line.contested} contested")
    return " · ".join(part for part in parts if part)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
