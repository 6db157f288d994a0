"""The pieces that all parts of a brief are made of: references, speakers, ways back and marked text."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.core.article import Dropped
from sayso.core.lineage import Precedence
from sayso.core.reading import Voice


class MarkKind(StrEnum):
    """What a marked stretch of a report's text is."""

    SOURCE = "source"
    CUE = "cue"
    VIA = "via"
    CONTENT = "content"
    CLAIM = "claim"
    TRIGGER = "trigger"
    HARM = "harm"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Cite:
    """A numbered reference to exact words of a report; one number for one span."""

    number: int  # from 1, in the order of first use
    report: str  # the report's key
    label: str  # the report's label
    place: str  # file and offsets: "report.txt:120-143"
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Who:
    """Who speaks: a known speaker's name, or the source's words where no speaker could be told."""

    name: str
    resolved: bool
    role: str | None = None
    key: str | None = None  # a known speaker's, so that two of one name stay two


@dataclass(frozen=True, slots=True)
class Ref:
    """A mark's way back: the row of the brief that its words are coded in."""

    key: str
    note: str  # what stands there, in labels and names: "attributed to Ilse Marn"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the same marks throughout."""

    text: str
    cites: tuple[int, ...] = ()  # numbers of the cites that cover it
    kinds: tuple[MarkKind, ...] = ()
    voices: tuple[Voice, ...] = ()  # of the claims that cover it
    opens: tuple[int, ...] = ()  # cites whose first words these are
    shuts: tuple[int, ...] = ()  # cites whose last words these are
    closes: tuple[Ref, ...] = ()  # ways back of the marks that end here


@dataclass(frozen=True, slots=True)
class TookPassage:
    """A passage, in the report that took it and in the one that had it first."""

    here: str
    there: str
    is_verbatim: bool


@dataclass(frozen=True, slots=True)
class Took:
    """What a report shares with one other: how many of its words, and what tells which of the two was first."""

    source: Ref
    word_count: int
    of_count: int  # all words of the report
    precedence: Precedence
    passages: tuple[TookPassage, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A report of the story, with its text in marked paragraphs."""

    key: str
    label: str  # the outlet, else the file's name, shortened
    outlet: str | None
    title: str | None
    author: str | None
    published: str | None
    url: str | None  # as given
    href: str | None  # the address where it is safe to follow: http or https
    language: str | None
    file: str  # the file's name, else the id
    copy_of: Ref | None  # the earlier report that this one repeats
    partial: bool
    statement_count: int
    claim_count: int
    paragraphs: tuple[tuple[Segment, ...], ...] = ()
    dropped: tuple[Dropped, ...] = ()
    corrected: tuple[Ref, ...] = ()  # by whom
    took: tuple[Took, ...] = ()  # by report, the one that it took most from first
    credits: tuple[str, ...] = ()  # whom it names as the source of its text
