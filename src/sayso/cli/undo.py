"""``sayso undo``: a correction taken back."""

from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.completion import complete_correction
from sayso.cli.correcting import ID_SHOWN, Because, By, author_of
from sayso.cli.options import AsJson, DeskPath, Quiet
from sayso.cli.output import write_json
from sayso.cli.rim import rim_of
from sayso.core.errors import UsageError

if TYPE_CHECKING:
    from sayso.core.correction import Correction
    from sayso.store.contract import Workplace

UNDO_EXAMPLES = """
sayso undo                  take back the last correction that holds
sayso undo x3fa19c20        take back this one; an undoing, too
"""

CorrectionId = Annotated[
    str | None,
    typer.Argument(
        metavar="CORRECTION",
        help="Its id as `sayso corrections` lists it, or its beginning.",
        autocompletion=complete_correction,
        show_default=False,
    ),
]


def undo(
    ctx: typer.Context,
    correction: CorrectionId = None,
    because: Because = "",
    by: By = None,
    desk: DeskPath = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Take back a correction. Nothing is deleted: the undoing is a correction, too, and can be undone."""
    from sayso.store.correcting.undoing import take_back

    rim = rim_of(ctx, desk=desk, quiet=quiet)
    with rim.open_desk() as place:
        taken = find_correction(place, correction)
        made = take_back(place, taken, author=author_of(rim, by), reason=because)
    if as_json:
        write_json(made)
    else:
        rim.say(
            f"Taken back: {taken.id[:ID_SHOWN]} {taken.action} {taken.subject or ''} ({taken.reason or taken.author})"
        )
        rim.say(f"Kept as {made.id[:ID_SHOWN]}; to have it again: sayso undo {made.id[:ID_SHOWN]}")


def find_correction(place: "Workplace", named: str | None) -> "Correction":
    """Give the correction of an id or its beginning; without one the last that holds.

    Raises UsageError where it is none or several.
    """
    from sayso.store.correcting.undoing import last_in_force

    made = place.corrections()
    if named is None:
        last = last_in_force(made)
        if last is None:
            raise UsageError("there is no correction to take back", remedy="List them: sayso corrections")
        return last
    found = [one for one in made if one.id.startswith(named)]
    if len(found) == 1:
        return found[0]
    if found:
        some = ", ".join(one.id for one in found[:5])
        raise UsageError(
            f"several corrections begin with {named!r}: {some}", remedy="Write more of it.", about=named
        )
    raise UsageError(f"there is no correction {named!r}", remedy="List them: sayso corrections", about=named)
