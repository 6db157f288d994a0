"""Corrections: what a person overrules in a ledger, addressed by the words it is about.

A correction outlives readers and ledgers, whose ids change with their versions. So each thing that it is about is
named by passages of reports: offsets and quoted words with what stands around them, which W3C's Web Annotation Data
Model calls a TextPositionSelector and a TextQuoteSelector (https://www.w3.org/TR/annotation-model/#selectors).
"""

from dataclasses import dataclass
from enum import StrEnum


class Action(StrEnum):
    """What a correction does."""

    MERGE = "merge"  # the things of all parts are one
    SPLIT = "split"  # the first part's are one thing, the second part's another
    SET = "set"  # a field of the thing has this value
    REJECT = "reject"  # the thing is not there
    UNDO = "undo"  # an earlier correction, or an undoing, is taken back


class Subject(StrEnum):
    """What a correction is about."""

    STORY = "story"
    REPORT = "report"
    ENTITY = "entity"
    STATEMENT = "statement"
    EVENT = "event"  # one report's account, or several as one incident
    CLAIM = "claim"
    READING = "reading"  # how one report carries a claim


class CorrectionState(StrEnum):
    """What has become of a correction in a ledger."""

    APPLIED = "applied"
    UNDONE = "undone"
    OVERRULED = "overruled"  # by a later one
    LOST = "lost"  # what it is about is not there, or not any more


@dataclass(frozen=True, slots=True, order=True)
class Selector:
    """A passage of a report; without words it is the report as a whole."""

    article: str
    start: int = 0
    end: int = 0
    exact: str = ""
    prefix: str = ""  # the characters right before, to find it where offsets have moved
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """One decision of one person. Nothing changes or deletes it; another may undo it."""

    id: str  # derived from its content
    action: Action
    subject: Subject | None  # None for undoing
    parts: tuple[tuple[Selector, ...], ...]  # each part the passages of one thing
    author: str
    made: str  # ISO 8601 in UTC, to the microsecond: its place among all corrections
    reason: str
    field: str | None = None  # what is set
    value: str | None = None  # to what; None where it is cleared
    undoes: str | None = None  # the id of a correction


@dataclass(frozen=True, slots=True)
class LedgerCorrection:
    """A correction and what has become of it in a ledger."""

    correction: Correction
    state: CorrectionState
    by: str | None = None  # the correction that undid or overruled it
    why: str | None = None  # why it does not apply
    refs: tuple[str, ...] = ()  # ids of the ledger's things that bear it
    missing: tuple[Selector, ...] = ()  # passages at which nothing is found any more
