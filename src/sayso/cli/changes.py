"""``sayso changes``: what is new on the desk since the last look."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import stations
from sayso.cli.options import AsJson, DeskPath, Quiet
from sayso.cli.output import write_json
from sayso.cli.rim import rim_of
from sayso.cli.waiting import tell_waiting
from sayso.core.printable import foreign

if TYPE_CHECKING:
    from sayso.store.contract import Workplace
    from sayso.store.records import Change

SHORT_ID = 9  # characters
SHOWN = 3  # figures or other stories told on a line
CHANGES_EXAMPLES = """
sayso changes                       what is new since the last look
sayso changes --since 2031-03-02    from a day or moment on; it does not count as a look
sayso changes --json                the same for a program
"""

Since = Annotated[
    str,
    typer.Option(
        "--since", metavar="WHEN", help="From this day or moment on (ISO 8601, UTC), not the last look."
    ),
]


def changes(
    ctx: typer.Context,
    since: Since = "",
    desk: DeskPath = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Show what has changed: stories opened, grown, joined, split or quiet, claims newly contested, tolls moved.

    Corrections that have come into force are shown too.
    """
    rim = rim_of(ctx, desk=desk, quiet=quiet)
    with rim.open_desk() as place:
        found = list_changes(place, since)
        titles = {line.id: line.title for line in place.part_stories()}
        now = {change.story: place.former_stories(change.story).get(change.story) for change in found}
        if found and not since:
            place.note_looked(found[-1].number)
        tell_waiting(place, rim)
    if as_json:
        write_json(found)
    elif found:
        show(found, {story: titles.get(new or story, "") for story, new in now.items()})
    else:
        rim.say("Nothing has changed.")


def list_changes(place: "Workplace", since: str = "") -> "list[Change]":
    """Give what has changed since the last look, or since a moment, collating first. Raises DeskError."""
    from sayso.store.ledgers import stories_of

    stories_of(place, stations.collation())
    return place.changes(since=since) if since else place.changes(after=place.looked())


def show(found: "Sequence[Change]", titles: dict[str, str]) -> None:
    """Draw a line for each change: when, what, the story's id and title, and the reports' words for the rest."""
    from rich.console import Console
    from rich.table import Table

    table = Table("when", "what", "story", "title", box=None, padding=(0, 2, 0, 0), header_style="bold")
    for change in found:
        title = foreign(titles.get(change.story, ""))
        if words := told(change):
            title = title.append_text(foreign(f"\n{words}", style="dim", lines=True))
        table.add_row(
            foreign(change.at[:16].replace("T", " ")), change.kind, foreign(change.story[:SHORT_ID]), title
        )
    Console().print(table)


def told(change: "Change") -> str:
    """Give the rest of a change: how many reports, the words before and after, the other stories."""
    count = len(change.articles)
    parts = [f"+{count} report{'' if count == 1 else 's'}"] if count else []
    if change.before:
        parts.append(f"{_some(change.before)} → {_some(change.after)}")
    elif change.after:
        parts.append(_some(change.after))
    if change.others and change.kind in ("joined", "split"):
        parts.append(" + ".join(own[:SHORT_ID] for own in change.others[:SHOWN]))
    return " · ".join(parts)


def _some(words: Sequence[str]) -> str:
    more = " …" if len(words) > SHOWN else ""
    return "; ".join(" ".join(one.split()) for one in words[:SHOWN]) + more
