"""All settings in one place. The object is built once, at the rim, and handed in."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sayso.core.errors import UsageError

PREFIX = "SAYSO_"
WAIT = 30.0
BATCH = 32


@dataclass(frozen=True, slots=True)
class Settings:
    """How Sayso runs here. Each field is set by the environment variable of its name: ``SAYSO_DESK``."""

    desk: Path  # the desk's file; by default in the platform's folder for a user's data
    wait: float = WAIT  # seconds to wait for a desk that another process has locked
    batch: int = BATCH  # reports that are read, then stored, in one go: what an interruption costs at most
    processes: int = 0  # that read, where there are many reports; 0: one a core
    author: str = ""  # who corrects; without it whoever is logged in


def from_environment(environ: Mapping[str, str]) -> Settings:
    """Take the settings from ``environ``. Raises UsageError where a value cannot be one."""
    desk = environ.get(PREFIX + "DESK")
    return Settings(
        desk=Path(desk).expanduser() if desk else default_desk(),
        wait=_number(environ, "WAIT", WAIT, low=0),
        batch=int(_number(environ, "BATCH", BATCH, low=1)),
        processes=int(_number(environ, "PROCESSES", 0, low=0)),
        author=environ.get(PREFIX + "AUTHOR", ""),
    )


def default_desk() -> Path:
    """Give the desk's place where none is named: the platform's data folder, ``sayso/desk.sqlite``."""
    from platformdirs import user_data_path  # only here: most runs that ask for help need no desk

    return user_data_path("sayso", appauthor=False) / "desk.sqlite"


def _number(environ: Mapping[str, str], name: str, default: float, *, low: float) -> float:
    given = environ.get(PREFIX + name)
    if not given:
        return default
    try:
        number = float(given)
    except ValueError:
        number = float("nan")
    if not low <= number < 1e6:  # false for NaN too
        raise UsageError(
            f"{PREFIX}{name} is {given!r}, which is not a number from {low:g} on",
            remedy=f"Unset it, or set it to something like {default:g}.",
            about=PREFIX + name,
        )
    return number
