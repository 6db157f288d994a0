"""``sayso aside``: what was set aside, and another try at it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import stations
from sayso.cli.exits import ExitCode
from sayso.cli.options import AsJson, DeskPath, Quiet
from sayso.cli.output import write_json
from sayso.cli.progress import progress
from sayso.cli.rim import Rim, rim_of
from sayso.cli.told import AsideTeller
from sayso.cli.waiting import read_waiting
from sayso.core.printable import printable

if TYPE_CHECKING:
    from sayso.store.contract import Workplace
    from sayso.store.records import Aside

ASIDE_EXAMPLES = """
sayso aside               what was set aside, why, and what helps
sayso aside --retry       gather and read it once more
sayso aside --forget      after a slip of the pen in a file's name
sayso aside --json        for a program
"""

Retry = Annotated[
    bool, typer.Option("--retry", help="Gather and read once more what was set aside.", show_default=False)
]

Forget = Annotated[
    bool,
    typer.Option(
        "--forget", help="Take off the list what is no report and never will be.", show_default=False
    ),
]


def aside(
    ctx: typer.Context,
    retry: Retry = False,
    forget: Forget = False,
    desk: DeskPath = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """List what was set aside, try it again, or forget it.

    What succeeds leaves the list. The exit code is 3 as long as anything is on it.
    """
    rim = rim_of(ctx, desk=desk, quiet=quiet)
    with rim.open_desk() as place:
        if retry:
            retry_aside(place, rim)
        if forget:
            place.forget_aside()
        records = place.set_aside()
    if as_json:
        write_json(records)
    else:
        show(records)
        if not records:
            rim.say("Nothing is set aside.")
    if records:
        raise typer.Exit(ExitCode.SET_ASIDE)


def retry_aside(place: "Workplace", rim: Rim) -> None:
    """Gather the set-aside files again, and read the reports that no reader could read.

    What came by standard input cannot be asked for again. Raises DeskError and WeightsError.
    """
    from sayso.store.intake import new_run, take_in

    paths = dict.fromkeys(one.path for one in place.set_aside() if one.article is None and one.path != "-")
    run = new_run()
    with progress("Gathering", None, is_shown=rim.is_lively) as on_progress:
        take_in(place, stations.gather(list(paths)), run, on_progress)
    place.retry_unreadable()
    read_waiting(place, rim, run, AsideTeller(limit=0))


def show(records: Sequence["Aside"]) -> None:
    """Write the records, each with its reason and what helps."""
    for one in records:
        place = one.path if one.record is None else f"{one.path}, line {one.record}"
        typer.echo(f"{printable(place)}: {printable(one.reason)}")
        if one.remedy:
            typer.echo(f"  {printable(one.remedy)}")
