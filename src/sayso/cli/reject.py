"""``sayso reject``: a thing that is none."""

from enum import StrEnum
from typing import Annotated

import typer

from sayso.cli.correcting import Because, By, DryRun, How, InStory, ThingName, editing, tell
from sayso.cli.options import AsJson, DeskPath, Quiet
from sayso.cli.rim import rim_of
from sayso.core.correction import Subject

REJECT_EXAMPLES = """
sayso reject S14 -m "nobody says this"                a statement
sayso reject E3 -m "a drill, not an attack"           an event
sayso reject C9 -m "small talk"                       a claim, with all its readings
sayso reject 24 -m "does not say it"                  one reading of a claim
sayso reject 24 --as statement -m "a photo caption"   what else stands at these words
"""


class Kind(StrEnum):
    """What can be rejected."""

    READING = "reading"
    STATEMENT = "statement"
    EVENT = "event"
    CLAIM = "claim"


REJECTED = tuple(Subject(kind) for kind in Kind)

As = Annotated[
    Kind | None,
    typer.Option("--as", help="Which of the things that stand at a reference is meant.", show_default=False),
]


def reject(
    ctx: typer.Context,
    thing: ThingName,
    kind: As = None,
    because: Because = "",
    by: By = None,
    story: InStory = None,
    dry_run: DryRun = False,
    desk: DeskPath = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Say that a statement, an event, a claim or a reading of one is none.

    It leaves the ledger and the brief; `sayso corrections` still shows it, and `sayso undo` brings it back.
    """
    how = How(because, by, story, dry_run, as_json)
    rim = rim_of(ctx, desk=desk, quiet=quiet)
    with editing(rim, how) as bench:
        named = bench.namer.thing(thing, (Subject(kind),) if kind else REJECTED)
        made = bench.editor.reject(named, reason=because)
        tell(rim, bench, made, how, [named.words])
