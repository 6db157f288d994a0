"""``sayso merge``: things that are one."""

from typing import Annotated

import typer

from sayso.cli.completion import complete_thing
from sayso.cli.correcting import Because, By, DryRun, How, InStory, editing, tell
from sayso.cli.options import AsJson, DeskPath, Quiet
from sayso.cli.rim import rim_of
from sayso.core.correction import Subject

MERGE_EXAMPLES = """
sayso merge C3 C5 -m "both say that the bridge was mined"    claims, as the brief counts them
sayso merge "Ilse Varnok" "I. Varnok" -m "same person"       entities, by name
sayso merge E1 E4 --story 3fa -m "one raid"                  events, as the brief of one story counts them
sayso merge T1 T2 -n -m "one night"                          stories; only show what would be
"""
MERGED = (Subject.CLAIM, Subject.EVENT, Subject.ENTITY, Subject.STORY)

Names = Annotated[
    list[str],
    typer.Argument(
        metavar="THING THING...",
        help="Two or more of one kind: keys of the brief (C3, E1, T1), references, ids, or names.",
        autocompletion=complete_thing,
        show_default=False,
    ),
]


def merge(
    ctx: typer.Context,
    things: Names,
    because: Because = "",
    by: By = None,
    story: InStory = None,
    dry_run: DryRun = False,
    desk: DeskPath = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Say that claims, events, entities or stories are one.

    It holds for good: also for reports that come later, and for newer versions of the reader.
    """
    how = How(because, by, story, dry_run, as_json)
    rim = rim_of(ctx, desk=desk, quiet=quiet)
    with editing(rim, how) as bench:
        named = [bench.namer.thing(words, MERGED) for words in things]
        made = bench.editor.merge(named, reason=because)
        tell(rim, bench, made, how, [thing.words for thing in named])
