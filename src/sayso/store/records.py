"""What the desk takes and gives beside the core records."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.core.article import Article
from sayso.core.reading import Reading
from sayso.core.span import Span


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of gathered items."""

    new: int = 0  # reports that the desk had not
    filled: int = 0  # reports that it had, whose unknown metadata is now known
    known: int = 0  # reports that it had, word for word
    aside: int = 0  # records that could not become a report

    def __add__(self, other: "Taken") -> "Taken":
        """Add two counts up."""
        return Taken(
            self.new + other.new,
            self.filled + other.filled,
            self.known + other.known,
            self.aside + other.aside,
        )


@dataclass(frozen=True, slots=True)
class Pending:
    """A report that waits to be read."""

    number: int  # its place on the desk, to go on after
    revision: int  # what the reading will be of
    article: Article


@dataclass(frozen=True, slots=True)
class StoredReading:
    """A reading with its vectors as they are stored; ``vectors.py`` packs and unpacks them."""

    reading: Reading
    vectors: bytes  # float16, little-endian, C order: one row per proposition
    width: int  # kept where there is no proposition, too


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a ledger is made from: a report, its revision that was read, and the reader."""

    article: str
    revision: int
    reader: str


@dataclass(frozen=True, slots=True)
class Aside:
    """A record that was set aside, as the desk keeps it for a retry."""

    path: str
    record: int | None  # the line of a JSONL file, from 1
    article: str | None  # the report that could not be read; None where there is not even a report
    reason: str
    remedy: str
    since: str  # ISO 8601, UTC


@dataclass(frozen=True, slots=True)
class Counts:
    """How much lies on the desk."""

    articles: int
    unread: int  # reports that wait to be read, and that the reader has not failed on
    outdated: int  # reports whose current reading is of another version than the one asked about
    aside: int


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story as a list shows it."""

    id: str
    title: str
    first: str | None
    last: str | None
    reports: int
    outlets: int
    claims: int
    contested: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that the full-text search found, in the report's own words."""

    article: str
    outlet: str | None
    title: str | None
    published: str | None
    path: str | None
    statement: str | None  # None: the words stand in the text itself
    speaker: str | None  # as the report names who says them
    spans: tuple[Span, ...]
    marks: tuple[tuple[int, int], ...]  # offsets in the text of the words that were searched for


class ChangeKind(StrEnum):
    """What can happen to a desk's ledger."""

    OPENED = "opened"  # a story whose reports are all new
    GROWN = "grown"  # a story that has new reports
    JOINED = "joined"  # stories that are one now
    SPLIT = "split"  # a story that is several now
    QUIET = "quiet"  # a story without a report for a week, by the desk's newest one
    CONTESTED = "contested"  # a claim that was not denied before
    TOLL = "toll"  # an event with figures that nobody had given before
    CORRECTION = "correction"  # a correction that has come into force, or to nothing


@dataclass(frozen=True, slots=True)
class Change:
    """Something that happened to the ledger when it was brought up to date. All words are those of reports."""

    kind: ChangeKind
    story: str  # its id at the time
    others: tuple[str, ...] = ()  # the ids of the stories that it was, or that it became
    articles: tuple[str, ...] = ()  # the reports that are new in it
    ref: str | None = None  # the claim, incident or correction
    before: tuple[str, ...] = ()  # the figures or state before, in words
    after: tuple[str, ...] = ()  # the claim's words, or the figures or state since
    number: int = 0  # its place in the desk's history, from 1
    at: str = ""  # when the desk noticed, ISO 8601 in UTC
