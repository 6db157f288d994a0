"""``sayso export``: a ledger as JSON."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import stations
from sayso.cli.options import DeskPath, OutputPath, Quiet, StoryName
from sayso.cli.output import write
from sayso.cli.rim import rim_of
from sayso.cli.waiting import tell_waiting

if TYPE_CHECKING:
    from sayso.core.ledger import Ledger
    from sayso.store.contract import Workplace

EXPORT_EXAMPLES = """
sayso export --format json > ledger.json      the whole desk
sayso export s1 -o s1.json                    one story
"""


class ExportFormat(StrEnum):
    """What a ledger can be exported as."""

    JSON = "json"


Format = Annotated[ExportFormat, typer.Option("--format", help="The form to write.")]


def export(
    ctx: typer.Context,
    story: StoryName = None,
    format: Format = ExportFormat.JSON,  # noqa: A002 (the option's name)
    output: OutputPath = None,
    desk: DeskPath = None,
    quiet: Quiet = False,
) -> None:
    """Write the ledger: every report laid beside the others, as JSON in UTF-8.

    `sayso schema` describes its fields.
    """
    rim = rim_of(ctx, desk=desk, quiet=quiet)
    with rim.open_desk() as place:
        ledger = make_ledger(place, story)
        tell_waiting(place, rim)
    write(to_json(ledger), output)


def make_ledger(place: "Workplace", story: str | None) -> "Ledger":
    """Give the desk's ledger or one story's part of it. Raises UsageError where there is no such story."""
    from sayso.store.ledgers import ledger_of

    return ledger_of(place, stations.collation(), story)


def to_json(ledger: "Ledger") -> bytes:
    """Give a ledger as JSON that a person can read, too."""
    from sayso.store.forms import dump_ledger

    return dump_ledger(ledger, indent=1)
