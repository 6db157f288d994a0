"""``sayso corrections``: what people have overruled, and what has become of it."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.correcting import ID_SHOWN, InStory
from sayso.cli.exits import ExitCode
from sayso.cli.export import make_ledger
from sayso.cli.options import AsJson, DeskPath, Quiet
from sayso.cli.output import write_json
from sayso.cli.rim import rim_of
from sayso.core.correction import CorrectionState, LedgerCorrection, Selector
from sayso.core.errors import UsageError
from sayso.core.printable import foreign

if TYPE_CHECKING:
    from rich.text import Text

    from sayso.store.contract import Workplace

CORRECTIONS_EXAMPLES = """
sayso corrections                      every correction, and what has become of it
sayso corrections --story 3fa          those about one story's reports
sayso corrections --json > mine.json   for a program, or another desk
sayso corrections --take mine.json     keep corrections from a file (- for standard input)
"""
WORDS_SHOWN = 60  # characters
STYLES = {
    CorrectionState.APPLIED: "green",
    CorrectionState.UNDONE: "dim",
    CorrectionState.OVERRULED: "yellow",
    CorrectionState.LOST: "bold red",
}

Take = Annotated[
    Path | None,
    typer.Option(
        "--take",
        metavar="FILE",
        help="Keep the corrections of this file, which --json wrote.",
        show_default=False,
    ),
]


def corrections(
    ctx: typer.Context,
    story: InStory = None,
    take: Take = None,
    desk: DeskPath = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """List corrections: who, when, what, why, and whether each holds.

    One is applied; undone; overruled by a later one; or lost, where what it is about is not found any more. The exit
    code is 6 where there is none.
    """
    rim = rim_of(ctx, desk=desk, quiet=quiet)
    with rim.open_desk() as place:
        if take is not None:
            rim.say(f"Corrections that are new to this desk: {take_file(place, take)}")
        found = make_ledger(place, story).corrections
    if as_json:
        write_json(found)
    elif found:
        show(found)
    else:
        rim.say("There are no corrections.")
    if not found:
        raise typer.Exit(ExitCode.NOTHING)


def take_file(place: "Workplace", path: Path) -> int:
    """Keep the corrections of a file; give how many are new. Raises UsageError where it holds something else."""
    from sayso.store.correcting.given import load_given

    try:
        form = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except OSError as error:
        raise UsageError(
            f"the file cannot be read: {error.strerror}", remedy="Name another.", about=str(path)
        ) from error
    return place.keep_corrections(load_given(form))


def show(found: Sequence[LedgerCorrection]) -> None:
    """Write corrections, the latest last, each with the words that it is about."""
    from rich.console import Console

    console = Console(highlight=False)
    for one in found:
        for line in _lines(one):
            console.print(line, soft_wrap=True)


def _lines(one: LedgerCorrection) -> "list[Text]":
    made = one.correction
    head = foreign(f"{made.id[:ID_SHOWN]}  ", "bold")
    head.append(f"{one.state}", STYLES[one.state])
    if one.by:
        head.append(f" by {one.by[:ID_SHOWN]}", "dim")
    head.append(f"  {made.action}{f' {made.subject}' if made.subject else ''}")
    if made.field:
        head.append_text(foreign(f" {made.field} = {made.value if made.value is not None else 'none'}"))
    if made.undoes:
        head.append(f" {made.undoes[:ID_SHOWN]}")
    lines = [head, *(foreign(f"    {_words(part)}") for part in made.parts)]
    about = f"    {made.author}, {made.made[:16].replace('T', ' ')}"
    lines.append(foreign(f"{about}: {made.reason}" if made.reason else about, "dim"))
    if one.why:
        lines.append(foreign(f"    {one.why}", STYLES[one.state]))
    if one.missing and one.state is not CorrectionState.LOST:
        lines.append(foreign(f"    not found any more: {_words(one.missing)}", "yellow"))
    return lines


def _words(part: Sequence[Selector]) -> str:
    words = list(dict.fromkeys(f"“{_clip(p.exact)}”" if p.exact else p.article for p in part))
    more = f" and {len(words) - 3} more" if len(words) > 3 else ""
    return ", ".join(words[:3]) + more


def _clip(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= WORDS_SHOWN else f"{flat[: WORDS_SHOWN - 1]}…"
