"""Where a command meets its user: settings, messages, and errors made into words and exit codes."""

import contextlib
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from sayso.cli.exits import ExitCode, exit_code_of
from sayso.core.errors import SaysoError
from sayso.core.printable import printable
from sayso.core.settings import Settings, from_environment

if TYPE_CHECKING:
    from sayso.store.desk import Desk


@dataclass(frozen=True, slots=True)
class Common:
    """What was written before the command's name: ``sayso --desk FILE stories``."""

    desk: Path | None = None
    is_quiet: bool = False


@dataclass(frozen=True, slots=True)
class Rim:
    """One run's settings and its voice. Results go to standard output, everything else to standard error."""

    settings: Settings
    is_quiet: bool

    @property
    def is_lively(self) -> bool:
        """Whether to show progress: somebody watches, and wants to."""
        return not self.is_quiet and sys.stderr.isatty()

    def say(self, words: str) -> None:
        """Tell the user something that is no result."""
        if not self.is_quiet:
            typer.echo(printable(words, lines=True), err=True)

    def open_desk(self, *, create: bool = False) -> "Desk":
        """Open the desk, announcing a wait for it where somebody watches. Raises DeskError."""
        from sayso.store.desk import open_desk

        def on_wait() -> None:
            if self.is_lively:
                self.say(f"The desk is in use by another process; waiting up to {self.settings.wait:g} s ...")

        return open_desk(self.settings.desk, create=create, wait=self.settings.wait, on_wait=on_wait)


def rim_of(ctx: typer.Context, *, desk: Path | None = None, quiet: bool = False) -> Rim:
    """Build a run's rim from the environment and the options before and after the command's name."""
    common = ctx.obj if isinstance(ctx.obj, Common) else Common()
    settings = from_environment(os.environ)
    named = desk or common.desk
    return Rim(replace(settings, desk=named) if named else settings, quiet or common.is_quiet)


def tell(error: SaysoError) -> None:
    """Write an error and its remedy to standard error."""
    about = f"{error.about}: " if error.about else ""
    typer.echo(f"sayso: {printable(about + error.reason)}", err=True)
    if error.remedy:
        typer.echo(f"  {printable(error.remedy)}", err=True)


@contextlib.contextmanager
def errors_told() -> Iterator[None]:
    """End the run with a message and an exit code where it fails for a reason that the user can act on."""
    try:
        yield
        sys.stdout.flush()
    except SaysoError as error:
        tell(error)
        raise typer.Exit(exit_code_of(error)) from error
    except KeyboardInterrupt as error:
        typer.echo("Stopped.", err=True)
        raise typer.Exit(ExitCode.INTERRUPTED) from error
    except BrokenPipeError as error:
        _forget_output()
        raise typer.Exit(ExitCode.PIPE_CLOSED) from error


def _forget_output() -> None:
    """Point standard output nowhere, so that the interpreter's last flush does not fail once more."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
