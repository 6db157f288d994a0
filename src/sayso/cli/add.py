"""``sayso add``: reports onto the desk, then read."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
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

if TYPE_CHECKING:
    from sayso.core.article import Article, SetAside
    from sayso.store.contract import Workplace

ADD_EXAMPLES = """
sayso add reports/ page.html          files and folders, whatever kind each is
zcat wire.jsonl.gz | sayso add -      JSONL from standard input
sayso add --json more/                what it did, for a program
"""

Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="SOURCES",
        help="Files, folders, or - for standard input. Without any, what waits on the desk is read.",
        show_default=False,
    ),
]
Again = Annotated[
    bool, typer.Option("--again", help="Read again what an older reader has read.", show_default=False)
]


@dataclass(frozen=True, slots=True)
class Added:
    """What an addition did."""

    new: int  # reports that the desk had not
    filled: int  # reports that it had, whose unknown metadata is now known
    known: int  # reports that it had
    read: int  # reports read, those that an interrupted run left included
    set_aside: int  # records and reports that failed this time


def add(
    ctx: typer.Context,
    sources: Sources = None,
    again: Again = False,
    desk: DeskPath = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Put reports on the desk and read them.

    Adding the same report twice changes nothing. What cannot be used is set aside with the reason, and the
    rest goes on. An interrupted addition goes on where it stopped when it is called again.
    """
    rim = rim_of(ctx, desk=desk, quiet=quiet)
    with rim.open_desk(create=True) as place:
        try:
            added = add_sources(place, sources or [], rim, again=again)
        except KeyboardInterrupt:
            rim.say("Stopped. What is on the desk stays there; the same command goes on from here.")
            raise typer.Exit(ExitCode.INTERRUPTED) from None
    if as_json:
        write_json(added)
    else:
        rim.say(summary(added))
    if added.set_aside:
        raise typer.Exit(ExitCode.SET_ASIDE)


def add_sources(place: "Workplace", sources: Sequence[str], rim: Rim, *, again: bool = False) -> Added:
    """Gather the sources onto the desk and read whatever waits there.

    Set-aside records are told as they come. Raises DeskError and WeightsError.
    """
    from sayso.store.intake import new_run, take_in

    run, teller = new_run(), AsideTeller()
    with progress("Gathering", None, is_shown=rim.is_lively) as on_progress:
        items = without_desk(stations.gather(sources), rim.settings.desk)
        taken = take_in(place, teller.listening(items), run, on_progress)
    tally = read_waiting(place, rim, run, teller, again=again)
    teller.conclude()
    return Added(taken.new, taken.filled, taken.known, tally.read, taken.aside + tally.aside)


def without_desk(items: "Iterable[Article | SetAside]", desk: Path) -> "Iterator[Article | SetAside]":
    """Give the items but for the desk's own files, which may well lie in the folder that is added."""
    own = {os.path.abspath(f"{desk}{ending}") for ending in ("", "-journal", "-wal", "-shm")}  # noqa: PTH100
    return (item for item in items if os.path.abspath(item.path or "-") not in own)  # noqa: PTH100


def summary(added: Added) -> str:
    """Say in a line what was done."""
    parts = [f"{_reports(added.new)} added"]
    parts += [f"{_reports(added.known)} here already"] if added.known else []
    parts += [f"{_reports(added.filled)} completed with new metadata"] if added.filled else []
    parts += [f"{added.read} read"]
    parts += [f"{added.set_aside} set aside"] if added.set_aside else []
    return ", ".join(parts)


def _reports(count: int) -> str:
    return f"{count} report" if count == 1 else f"{count} reports"
