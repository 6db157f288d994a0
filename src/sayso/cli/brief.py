"""``sayso brief``: the accounts of a story side by side, to be read."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import stations
from sayso.cli.exits import ExitCode
from sayso.cli.export import to_json
from sayso.cli.options import DeskPath, OutputPath, Quiet, StoryName
from sayso.cli.output import write
from sayso.cli.rim import rim_of
from sayso.cli.waiting import tell_waiting

if TYPE_CHECKING:
    from sayso.core.ledger import Ledger
    from sayso.desk.brief import Changes
    from sayso.store.contract import Workplace

BRIEF_EXAMPLES = """
sayso brief                                   every story, in the terminal
sayso brief s1                                one story
sayso brief s1 --format html -o brief.html    one page, to open in a browser
"""
FILE_COLUMNS = 120  # a terminal's brief in a file is as wide as this


class BriefFormat(StrEnum):
    """What a brief can be."""

    TERMINAL = "terminal"
    MARKDOWN = "md"
    HTML = "html"
    JSON = "json"


Format = Annotated[BriefFormat, typer.Option("--format", "-f", help="What the brief is to be.")]
Texts = Annotated[
    bool, typer.Option("--texts", help="In the terminal, print the reports' texts too, with their marks.")
]


def brief(
    ctx: typer.Context,
    story: StoryName = None,
    format: Format = BriefFormat.TERMINAL,  # noqa: A002 (the option's name)
    output: OutputPath = None,
    texts: Texts = False,
    desk: DeskPath = None,
    quiet: Quiet = False,
) -> None:
    """Show a story: who said what, where the accounts agree and where they part.

    Each cell leads to the exact words of the report behind it.
    """
    rim = rim_of(ctx, desk=desk, quiet=quiet)
    with rim.open_desk() as place:
        ledger = shown_ledger(place, story)
        changes = place.changes_of([one.id for one in ledger.stories])
        tell_waiting(place, rim)
    if not ledger.stories:
        rim.say("There is no story to show. Add reports: sayso add SOURCES")
        raise typer.Exit(ExitCode.NOTHING)
    if format is BriefFormat.TERMINAL and output is None:
        show(ledger, changes, texts=texts)
    else:
        write(render(ledger, changes, format, texts=texts), output)


def shown_ledger(place: "Workplace", story: str | None) -> "Ledger":
    """Give the ledger to show; corrections go by the keys of the brief that was made last."""
    from sayso.store.ledgers import show_ledger

    return show_ledger(place, stations.collation(), story)


def show(ledger: "Ledger", changes: "Changes", *, texts: bool = False) -> None:
    """Show the brief of a ledger's stories on standard output, in colour only on a terminal.

    ``changes`` are what happened to each story.
    """
    from rich.console import Console

    stations.show_brief(ledger, changes, Console(), texts=texts)


def render(
    ledger: "Ledger",
    changes: "Changes",
    format: BriefFormat,  # noqa: A002 (the option's name)
    *,
    texts: bool = False,
) -> str | bytes:
    """Give the brief of a ledger's stories as a document; ``texts`` is for the terminal's form alone."""
    if format is BriefFormat.JSON:
        return to_json(ledger)
    if format is BriefFormat.MARKDOWN:
        return stations.to_markdown(ledger, changes)
    if format is BriefFormat.HTML:
        return stations.to_html(ledger, changes)
    return _as_text(ledger, changes, texts=texts)


def _as_text(ledger: "Ledger", changes: "Changes", *, texts: bool) -> str:
    import io

    from rich.console import Console

    page = io.StringIO()
    stations.show_brief(ledger, changes, Console(file=page, width=FILE_COLUMNS), texts=texts)
    return page.getvalue()
