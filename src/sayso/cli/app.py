"""The program: its commands in the order of a day's work, and what holds for all of them."""

import contextlib
import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from sayso import __version__
from sayso.cli.add import ADD_EXAMPLES, add
from sayso.cli.aside import ASIDE_EXAMPLES, aside
from sayso.cli.brief import BRIEF_EXAMPLES, brief
from sayso.cli.changes import CHANGES_EXAMPLES, changes
from sayso.cli.corrections import CORRECTIONS_EXAMPLES, corrections
from sayso.cli.exits import EXPLAINED
from sayso.cli.export import EXPORT_EXAMPLES, export
from sayso.cli.merge import MERGE_EXAMPLES, merge
from sayso.cli.options import DeskPath, Quiet
from sayso.cli.read import READ_EXAMPLES, read
from sayso.cli.reject import REJECT_EXAMPLES, reject
from sayso.cli.rim import Common, errors_told
from sayso.cli.schema import SCHEMA_EXAMPLES, schema
from sayso.cli.search import SEARCH_EXAMPLES, search
from sayso.cli.set import SET_EXAMPLES, set_field
from sayso.cli.split import SPLIT_EXAMPLES, split
from sayso.cli.stories import STORIES_EXAMPLES, stories
from sayso.cli.undo import UNDO_EXAMPLES, undo
from sayso.core.memory import collect_seldom
from sayso.core.settings import BATCH, WAIT

# Each command and its examples, in the order of a day's work.
COMMANDS = (
    (add, ADD_EXAMPLES),
    (stories, STORIES_EXAMPLES),
    (changes, CHANGES_EXAMPLES),
    (brief, BRIEF_EXAMPLES),
    (export, EXPORT_EXAMPLES),
    (search, SEARCH_EXAMPLES),
    (merge, MERGE_EXAMPLES),
    (split, SPLIT_EXAMPLES),
    (set_field, SET_EXAMPLES),
    (reject, REJECT_EXAMPLES),
    (undo, UNDO_EXAMPLES),
    (corrections, CORRECTIONS_EXAMPLES),
    (aside, ASIDE_EXAMPLES),
    (read, READ_EXAMPLES),
    (schema, SCHEMA_EXAMPLES),
)
AS_WRITTEN = "\b\n"  # tells the parser's help to leave the lines as they are
FIRST_STEPS = f"""{AS_WRITTEN}First steps:
  sayso add reports/      put reports on the desk and read them
  sayso stories           see what they are about
  sayso brief             lay the accounts side by side

{EXPLAINED}

Environment: SAYSO_DESK, the desk's file; SAYSO_WAIT, how many seconds to wait for a desk that another
process has locked ({WAIT:g}); SAYSO_BATCH, how many reports are read before they are stored ({BATCH});
SAYSO_PROCESSES, how many processes read, where there are many reports (one a core);
SAYSO_AUTHOR, who corrects; NO_COLOR, for no colour anywhere."""


def examples(lines: str) -> str:
    """Give a command's examples as its help shows them."""
    return f"{AS_WRITTEN}Examples:\n" + "\n".join(f"  {line}" for line in lines.strip().splitlines())


class Commands(TyperGroup):
    """All commands, in the order in which they are listed, with one place that tells their errors."""

    def invoke(self, ctx: Any) -> Any:  # the parser's own types are not public
        """Run a command. Errors of ours become words and an exit code; a bug keeps its traceback."""
        with errors_told():
            return super().invoke(ctx)


app = typer.Typer(
    name="sayso",
    cls=Commands,
    epilog=FIRST_STEPS,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help starts twice as fast, and reads the same in a pipe
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
for _command, _examples in COMMANDS:
    _name = _command.__name__.partition("_")[0]  # Python's set stays what it is
    app.command(_name, epilog=examples(_examples))(_command)


def show_version(is_wanted: bool) -> None:
    """Print the version and stop, where that was asked for."""
    if is_wanted:
        typer.echo(f"sayso {__version__}")
        raise typer.Exit


Version = Annotated[
    bool,
    typer.Option("--version", callback=show_version, is_eager=True, help="Show the version and stop."),
]


@app.callback()
def common(ctx: typer.Context, desk: DeskPath = None, quiet: Quiet = False, version: Version = False) -> None:
    """Lay news reports side by side: who said what, on whose word, and where the accounts part."""
    ctx.obj = Common(desk, quiet)


def main() -> None:
    """Run the program with the words of the command line."""
    # NumPy's products are small here: a second thread mostly waits, which costs a third of the plain code's time,
    # and may round otherwise. Other processes of ours inherit it.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    collect_seldom()
    for stream in (sys.stdout, sys.stderr):
        # A terminal that cannot show a letter shows a question mark instead of a traceback.
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    app()
