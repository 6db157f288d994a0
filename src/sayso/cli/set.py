"""``sayso set``: what a field of a thing holds."""

from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.completion import complete_field, complete_value
from sayso.cli.correcting import Because, Bench, By, DryRun, How, InStory, ThingName, editing, tell
from sayso.cli.options import AsJson, DeskPath, Quiet
from sayso.cli.rim import rim_of
from sayso.core.correction import Subject
from sayso.core.errors import UsageError

if TYPE_CHECKING:
    from sayso.store.correcting.things import Thing

SET_EXAMPLES = """
sayso set S14 speaker "Ilse Varnok" -m "the minister is she"    who says a statement
sayso set S14 act accuse -m "names the culprit"                 what it does
sayso set 24 voice denied -m "waves it off"                     how a report carries a claim
sayso set E1 type PROTEST -m "a march"                          an event: type, mode, status
sayso set E1 date 2031-03-02 -m "the night before"              when it was, as TIMEX3
sayso set Varnok kind person -m "not a town"                    an entity: name, kind, role
sayso set Tarn place "Tarn, Ohio" -m "the one in Ohio"          where a place lies, by the gazetteer
sayso set R2 copied_from "" -m "own reporting"                  a report is no copy
"""
COPIED_FROM = "copied_from"

FieldName = Annotated[
    str,
    typer.Argument(
        metavar="FIELD",
        help="speaker, act, form; voice; type, mode, status, date; name, kind, role, place; title, outlet, author,"
        " published, url, copied_from.",
        autocompletion=complete_field,
        show_default=False,
    ),
]
Value = Annotated[
    str,
    typer.Argument(
        metavar="VALUE",
        help='What it is to be; "" where it is not known.',
        autocompletion=complete_value,
        show_default=False,
    ),
]


def set_field(
    ctx: typer.Context,
    thing: ThingName,
    field: FieldName,
    value: Value,
    because: Because = "",
    by: By = None,
    story: InStory = None,
    dry_run: DryRun = False,
    desk: DeskPath = None,
    quiet: Quiet = False,
    as_json: AsJson = False,
) -> None:
    """Say what a field of a thing holds: a speaker, an act, a voice, a name, a status ...

    What follows from it follows anew: origins, grades, who denies what.
    """
    how = How(because, by, story, dry_run, as_json)
    rim = rim_of(ctx, desk=desk, quiet=quiet)
    with editing(rim, how) as bench:
        from sayso.store.correcting.fields import field_named

        named = bench.namer.thing(thing, field_named(field).subjects)
        means = _speaker(bench, value) if field == "speaker" and value.strip() else None
        if field == COPIED_FROM and value.strip():
            value = bench.namer.thing(value, (Subject.REPORT,)).id
        said = means.words if means else value
        made = bench.editor.set(named, field, said, reason=because, means=means)
        tell(rim, bench, made, how, [named.words])


def _speaker(bench: Bench, value: str) -> "Thing | None":
    """Give the entity that a speaker's name means; None for a name that no report has."""
    try:
        return bench.namer.thing(value, (Subject.ENTITY,))
    except UsageError as error:
        if "may be several" in error.reason:
            raise
        return None
