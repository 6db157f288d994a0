"""``sayso search``: where words stand, in statements and in texts."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.exits import ExitCode
from sayso.cli.options import AsJson, DeskPath, Quiet
from sayso.cli.output import write_json
from sayso.cli.rim import rim_of
from sayso.core.printable import foreign

if TYPE_CHECKING:
    from rich.text import Text

    from sayso.store.records import Hit

SEARCH_EXAMPLES = """
sayso search bridge ferry              statements and reports with both words
sayso search "no casualties"           the phrase
sayso search --json bridge             with the offsets of the words, for a program
"""

Words = Annotated[
    list[str], typer.Argument(metavar="WORDS", help="Words that must all be there; quoted, a phrase.")
]
Limit = Annotated[int, typer.Option("--limit", min=1, max=10_000, help="At most so many of each kind.")]


def search(
    ctx: typer.Context,
    words: Words,
    limit: Limit = 20,
    desk: DeskPath = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Find words in what was said, then in the reports' texts, best first.

    Endings are left aside: strike finds strikes. The exit code is 6 where nothing is found.
    """
    rim = rim_of(ctx, desk=desk, quiet=quiet)
    with rim.open_desk() as place:
        hits = place.search(words, limit=limit)
    if as_json:
        write_json(hits)
    elif hits:
        show(hits)
    else:
        rim.say("Nothing is found.")
    if not hits:
        raise typer.Exit(ExitCode.NOTHING)


def show(hits: Sequence["Hit"]) -> None:
    """Write the places found, each with where it stands and the words in bold."""
    from rich.console import Console

    console = Console(highlight=False)
    for hit in hits:
        console.print(foreign(_label(hit), style="dim"))
        console.print(_line(hit), soft_wrap=True)


def _label(hit: "Hit") -> str:
    """Name the report: by outlet, day and title as far as they are known, else by its file."""
    known = (hit.outlet, hit.published and hit.published[:10], hit.title)
    return " · ".join(part for part in known if part) or PurePath(hit.path or hit.article).name


def _line(hit: "Hit") -> "Text":
    line = foreign(f"  {hit.speaker}: " if hit.speaker else "  ")
    for number, span in enumerate(hit.spans):
        line.append(" … " if number else "")
        words = foreign(span.exact)
        for start, end in hit.marks:
            if span.start <= start < span.end:
                words.stylize("bold", start - span.start, end - span.start)
        line.append_text(words)
    return line
