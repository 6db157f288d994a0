"""Shell completion of story ids from the ledger that the desk keeps: no collating, waiting or complaining."""

import contextlib
import os
from collections.abc import Iterator
from dataclasses import replace

import typer

from sayso.core.printable import printable
from sayso.core.settings import from_environment


def complete_story(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Give the ids that begin with what is typed, each with its story's title."""
    # Whatever is wrong, the command itself will tell; a shell's prompt is no place for a traceback.
    with contextlib.suppress(Exception):
        from sayso.store.desk import open_desk

        settings = from_environment(os.environ)
        named = ctx.params.get("desk")
        settings = replace(settings, desk=named) if named else settings
        with open_desk(settings.desk, wait=0) as desk:
            for story in desk.stories() or []:
                if story.id.startswith(incomplete):
                    yield story.id, printable(story.title)
