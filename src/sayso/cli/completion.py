"""Shell completion from what the desk keeps: no collating, waiting or complaining."""

import contextlib
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from sayso.core.printable import printable
from sayso.core.settings import from_environment

if TYPE_CHECKING:
    from sayso.store.desk import Desk

WORDS_SHOWN = 60  # characters of help beside a word


def complete_story(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Give the ids that begin with what is typed, each with its story's title."""
    with contextlib.suppress(Exception), _open(ctx) as desk:  # whatever is wrong, the command will tell
        for story in desk.stories() or []:
            if story.id.startswith(incomplete):
                yield story.id, printable(story.title)


def complete_correction(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Give the ids of corrections that begin with what is typed, the latest first, each with its reason."""
    with contextlib.suppress(Exception), _open(ctx) as desk:  # whatever is wrong, the command will tell
        for one in reversed(desk.corrections()):
            if one.id.startswith(incomplete):
                yield one.id, _help(f"{one.action} {one.subject or ''} {one.reason}")


def complete_thing(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Give the brief's keys that begin with what is typed, each with its words; entities by name."""
    with contextlib.suppress(Exception), _open(ctx) as desk:  # whatever is wrong, the command will tell
        from sayso.cli.stations import collation
        from sayso.desk.brief.names import words_in
        from sayso.store.ledgers import kept_ledger

        story = ctx.params.get("story")
        ledger = kept_ledger(desk, collation(), story) if story else desk.shown_ledger()
        for name, words in words_in(ledger) if ledger else ():
            if name.casefold().startswith(incomplete.casefold()):
                yield name, _help(words)


def complete_field(incomplete: str) -> Iterator[tuple[str, str]]:
    """Give the fields that begin with what is typed, each with what has it."""
    with contextlib.suppress(Exception):
        from sayso.store.correcting.fields import FIELDS

        for name, field in FIELDS.items():
            if name.startswith(incomplete):
                yield name, f"of a {' or '.join(field.subjects)}"


def complete_value(ctx: typer.Context, incomplete: str) -> Iterator[str]:
    """Give what the field that is typed may hold."""
    with contextlib.suppress(Exception):
        from sayso.store.correcting.fields import field_named

        for value in field_named(str(ctx.params.get("field"))).allowed:
            if str(value).casefold().startswith(incomplete.casefold()):
                yield str(value)


def _open(ctx: typer.Context) -> "Desk":
    from sayso.store.desk import open_desk

    settings = from_environment(os.environ)
    named = ctx.params.get("desk")
    return open_desk(named or settings.desk, wait=0)


def _help(words: str) -> str:
    """Give a line's beginning, as a shell can show it."""
    return printable(" ".join(words.split()))[:WORDS_SHOWN]
