"""What the commands that correct share: who, why, in which brief, and telling what was kept."""

import contextlib
import getpass
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli import stations
from sayso.cli.completion import complete_story, complete_thing
from sayso.cli.naming import Namer
from sayso.cli.output import write_json
from sayso.cli.rim import Rim
from sayso.core.correction import Correction, CorrectionState
from sayso.core.errors import UsageError

if TYPE_CHECKING:
    from sayso.store.correcting.editor import Editor
    from sayso.store.desk import Desk

WORDS_SHOWN = 70  # characters
THINGS_SHOWN = 4
ID_SHOWN = 9  # of a correction's id

Because = Annotated[
    str,
    typer.Option(
        "--because", "-m", metavar="REASON", help="Why. It is kept with the correction.", show_default=False
    ),
]
By = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar="NAME",
        help="Who corrects, else SAYSO_AUTHOR, else your login name.",
        show_default=False,
    ),
]
InStory = Annotated[
    str | None,
    typer.Option(
        "--story",
        "-s",
        metavar="STORY",
        help="Keys are those of `sayso brief STORY` as it is now; without it, of the brief that was made last.",
        autocompletion=complete_story,
        show_default=False,
    ),
]
DryRun = Annotated[
    bool,
    typer.Option(
        "--dry-run", "-n", help="Show what would be kept and what would become of it.", show_default=False
    ),
]
ThingName = Annotated[
    str,
    typer.Argument(
        metavar="THING",
        help="A key or reference of the brief (C3, E1, S14, R2, 24), a place, an id, or a name.",
        autocompletion=complete_thing,
        show_default=False,
    ),
]


@dataclass(frozen=True, slots=True)
class How:
    """How a correction is made and told."""

    reason: str
    author: str | None = None
    story: str | None = None
    is_trial: bool = False
    as_json: bool = False


@dataclass(frozen=True, slots=True)
class Bench:
    """What a command works with while it corrects."""

    editor: "Editor"
    namer: Namer
    desk: "Desk"


@contextlib.contextmanager
def editing(rim: Rim, how: How) -> Iterator[Bench]:
    """Open the desk to correct what its brief shows: of one story where that is said, else the brief made last.

    Raises DeskError, and UsageError without a reason.
    """
    if not how.reason.strip():
        raise UsageError(
            "a correction needs a reason", remedy='Say why: -m "one raid, two names for the town"'
        )
    from sayso.store.correcting.editor import Editor
    from sayso.store.ledgers import ledger_of

    with rim.open_desk() as desk:
        shown = desk.shown_ledger() if how.story is None else None
        ledger = shown or ledger_of(desk, stations.collation(), how.story)
        author = author_of(rim, how.author)
        editor = Editor(desk, ledger, author=author, is_trial=how.is_trial)

        def beyond() -> Editor:
            return Editor(desk, ledger_of(desk, stations.collation()), author=author, is_trial=how.is_trial)

        yield Bench(editor, Namer(editor, beyond), desk)


def author_of(rim: Rim, named: str | None) -> str:
    """Give who corrects: as named, else by the settings, else whoever is logged in."""
    if named or rim.settings.author:
        return named or rim.settings.author
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no login name, as in some containers
        return ""


def tell(rim: Rim, bench: Bench, made: Correction, how: How, words: Sequence[str]) -> None:
    """Tell what was kept, or on a trial what would be and what would become of it."""
    if how.as_json:
        write_json(made)
        return
    subject = f" {made.subject}" if made.subject else ""
    rim.say(f"{made.action}{subject}: {_listed(words)}{_value(made)}")
    if how.is_trial:
        rim.say(_foretold(bench, made))
        rim.say("A dry run: nothing is kept.")
    else:
        rim.say(
            f"Kept as {made.id[:ID_SHOWN]} by {made.author}. Take it back: sayso undo {made.id[:ID_SHOWN]}"
        )


def _listed(words: Sequence[str]) -> str:
    each = [f"“{_clip(one)}”" for one in dict.fromkeys(words)]
    more = f" and {len(each) - THINGS_SHOWN} more" if len(each) > THINGS_SHOWN else ""
    return " + ".join(each[:THINGS_SHOWN]) + more


def _value(made: Correction) -> str:
    if not made.field:
        return ""
    return f" · {made.field}: {made.value if made.value is not None else 'none'}"


def _foretold(bench: Bench, made: Correction) -> str:
    """Say what would become of a correction, by collating with it."""
    from sayso.store.ledgers import foretell

    found = foretell(bench.desk, stations.collation(), made)
    state = next(one for one in found.corrections if one.correction.id == made.id)
    others = [
        one.correction.id[:ID_SHOWN]
        for one in found.corrections
        if one.state is CorrectionState.OVERRULED and one.by == made.id
    ]
    over = f", in place of {', '.join(others)}" if others else ""
    why = f": {state.why}" if state.why else ""
    return f"It would be {state.state}{why}{over}."


def _clip(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= WORDS_SHOWN else f"{flat[: WORDS_SHOWN - 1]}…"
