"""The options and arguments that several commands share, each declared once."""

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.completion import complete_story

DeskPath = Annotated[
    Path | None,
    typer.Option(
        "--desk",
        help="The desk's file, by default in your data folder. Also SAYSO_DESK.",
        metavar="FILE",
        show_default=False,
    ),
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="Say nothing but results and errors.", show_default=False)
]
AsJson = Annotated[bool, typer.Option("--json", help="Answer in JSON, for a program.", show_default=False)]
StoryName = Annotated[
    str | None,
    typer.Argument(
        metavar="STORY",
        help="A story's id as `sayso stories` lists it, or its beginning; every story without it.",
        autocompletion=complete_story,
        show_default=False,
    ),
]
OutputPath = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", help="Write to this file instead of the screen.", metavar="FILE", show_default=False
    ),
]
