"""``sayso split``: parts of a thing that are another."""

from typing import Annotated

import typer

from sayso.cli.correcting import Because, By, DryRun, How, InStory, ThingName, editing, tell
from sayso.cli.options import AsJson, DeskPath, Quiet
from sayso.cli.rim import rim_of
from sayso.core.correction import Subject

SPLIT_EXAMPLES = """
sayso split C3 S14 24 -m "another bridge"             a statement and a passage out of a claim
sayso split E1 R2 -m "R2 tells of the second raid"    a report's account out of an event
sayso split "Odo Karsk" R4 -m "his brother"           the man whom one report names
sayso split T1 R5 R6 -m "a week later"                reports out of a story
"""
SPLIT = (Subject.CLAIM, Subject.EVENT, Subject.ENTITY, Subject.STORY)

Parts = Annotated[
    list[str],
    typer.Argument(
        metavar="PART...",
        help="What goes: reports (R2), statements (S14), references (24), places; of an entity also a name.",
        show_default=False,
    ),
]


def split(
    ctx: typer.Context,
    thing: ThingName,
    parts: Parts,
    because: Because = "",
    by: By = None,
    story: InStory = None,
    dry_run: DryRun = False,
    desk: DeskPath = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Say that parts of a claim, event, entity or story are another one.

    What comes later goes to whichever of the two it is nearer to.
    """
    how = How(because, by, story, dry_run, as_json)
    rim = rim_of(ctx, desk=desk, quiet=quiet)
    with editing(rim, how) as bench:
        whole = bench.namer.thing(thing, SPLIT)
        apart = {passage for words in parts for passage in bench.namer.apart(whole, words)}
        made = bench.editor.split(whole, apart, reason=because)
        tell(rim, bench, made, how, [whole.words, *(p.exact or p.article for p in sorted(apart))])
