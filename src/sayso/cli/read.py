"""``sayso read``: readings, one a line, without a desk."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import stations
from sayso.cli.exits import ExitCode
from sayso.cli.meanwhile import begin
from sayso.cli.options import Quiet
from sayso.cli.output import write
from sayso.cli.progress import progress
from sayso.cli.rim import rim_of
from sayso.cli.told import AsideTeller

if TYPE_CHECKING:
    from concurrent.futures import Future

    from sayso.core.article import Article, SetAside
    from sayso.store.outcomes import ArticleReader

READ_EXAMPLES = """
sayso read --format jsonl report.txt page.html > readings.jsonl
sayso read --no-clean corpus.jsonl.gz                               the text to the letter
"""


class ReadFormat(StrEnum):
    """What readings can be written as."""

    JSONL = "jsonl"


Files = Annotated[list[str], typer.Argument(metavar="FILE", help="Files, folders, or - for standard input.")]
Format = Annotated[ReadFormat, typer.Option("--format", help="The form to write.")]
NoClean = Annotated[
    bool,
    typer.Option("--no-clean", help="Keep the input's text to the letter.", show_default=False),
]


def read(
    ctx: typer.Context,
    files: Files,
    format: Format = ReadFormat.JSONL,  # noqa: A002 (there is one so far)
    no_clean: NoClean = False,
    quiet: Quiet = False,
) -> None:
    """Read reports one by one and write the readings, one a line, in the order given.

    Nothing is kept. What cannot be read is told on standard error with the reason, and the rest goes on.
    """
    rim = rim_of(ctx, quiet=quiet)
    teller = AsideTeller(limit=None)
    reader = begin(stations.load_reader, rim.settings.processes)  # the runtime compiles on another core
    items = stations.gather(files, clean=not no_clean)
    with progress("Reading", None, is_shown=rim.is_lively) as on_progress:
        for done, outcome in enumerate(read_lines(items, reader), start=1):
            if isinstance(outcome, bytes):
                write(outcome)
            else:
                teller.tell(outcome)
            on_progress(done)
    if teller.count:
        raise typer.Exit(ExitCode.SET_ASIDE)


def read_lines(
    items: "Iterable[Article | SetAside]", reader: "Future[ArticleReader]"
) -> "Iterator[bytes | SetAside]":
    """Give each item's reading as a line of JSON, or why there is none, in the items' order.

    Raises what loading the reader raises: WeightsError.
    """
    from sayso.core.article import SetAside
    from sayso.store.forms import dump_reading
    from sayso.store.outcomes import read_items

    for outcome in read_items(reader.result(), items):
        yield outcome if isinstance(outcome, SetAside) else dump_reading(outcome.reading)
