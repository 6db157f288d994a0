"""``sayso stories``: what the reports on the desk are about."""

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
    """Draw the table."""
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    table.add_column("story", no_wrap=True)
    table.add_column("title", ratio=1)
    table.add_column("published", no_wrap=True)
    for name in ("reports", "outlets", "claims", "contested"):
        table.add_column(name, justify="right", no_wrap=True)
    for line in lines:
        figures = (line.reports, line.outlets, line.claims, line.contested)
        table.add_row(foreign(line.id), foreign(line.title), foreign(_time(line)), *map(str, figures))
    Console().print(table)


def _time(line: "StoryLine") -> str:
    """Give the days of the first and the last report, as far as they are known."""
    first, last = (date[:10] if date else None for date in (line.first, line.last))
    return first or "" if first == last or not last else f"{first or '?'} to {last}"
