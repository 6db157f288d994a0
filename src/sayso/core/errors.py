"""Sayso's errors, split by what the caller does next.

SaysoError
├── SkipError            skip this record, go on with the run
│   ├── GatherError      an input cannot become an article
│   └── ReadError        an article cannot be read
└── StopError            stop the run and tell the user
    ├── UsageError       the command's words are off
    ├── WeightsError     the model's files are missing or damaged
    └── DeskError        the desk cannot be used: locked, newer, or not a desk
"""


class SaysoError(Exception):
    """The root: ``remedy`` says what the user can do."""

    def __init__(self, reason: str, *, remedy: str = "", about: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.remedy = remedy
        self.about = about  # the path or id of the thing that the error is about


class SkipError(SaysoError):
    """One record fails; the run goes on."""


class GatherError(SkipError):
    """An input cannot become an article."""


class ReadError(SkipError):
    """An article cannot be read."""


class StopError(SaysoError):
    """The run cannot go on."""


class UsageError(StopError):
    """The command's words are off."""


class WeightsError(StopError):
    """The model's files are missing or damaged."""


class DeskError(StopError):
    """The desk cannot be used."""
