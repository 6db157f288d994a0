"""What passes between the steps of gathering: a file found, its facts, a report as extracted."""

from dataclasses import dataclass, fields

from sayso.core.article import Dropped


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file that may hold reports, and its sidecar."""

    path: str  # as the user named it, joined with the file's name; "-" for standard input
    sidecar: str | None = None
    is_named: bool = False  # the user named the file itself: pipes are then read too


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a report. Nothing is guessed: what is not given is None."""

    id: str | None = None
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None  # ISO 8601
    language: str | None = None

    def over(self, other: "Metadata") -> "Metadata":
        """These facts, and the other's where these are silent."""
        return Metadata(*(_first(getattr(self, f.name), getattr(other, f.name)) for f in fields(Metadata)))


@dataclass(frozen=True, slots=True)
class Extracted:
    """A report as it stands in its file: before cleaning, before its language is known."""

    text: str
    metadata: Metadata = Metadata()
    record: int | None = None  # the line of a JSONL file, from 1
    partial: bool = False
    notes: tuple[Dropped, ...] = ()  # what decoding had to replace


def _first(mine: str | None, other: str | None) -> str | None:
    return other if mine is None else mine
