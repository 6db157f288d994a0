"""What gathering yields: an article as kept, or a record set aside with the reason."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dropped:
    """A line that cleaning took out of the text, kept so that nothing vanishes unseen."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """One report, cleaned. Metadata that is not known is None and never invented."""

    id: str  # as given, else a short hash of the text
    outlet: str | None
    url: str | None
    title: str | None
    author: str | None
    published: str | None  # ISO 8601, with the precision that was given
    language: str | None  # ISO 639-1; None where the text is too short to tell
    text: str
    dropped: tuple[Dropped, ...] = ()
    path: str | None = None  # where it was gathered: a file's path, "-" for standard input
    partial: bool = False  # the text is known to be cut


@dataclass(frozen=True, slots=True)
class SetAside:
    """An input that could not become an article. It is counted, shown, and kept for a retry."""

    path: str
    record: int | None  # the line of a JSONL file, counted from 1
    reason: str  # what is wrong
    remedy: str  # what the user can do about it
