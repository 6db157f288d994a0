"""The brief as data: what every renderer draws and none decides.

Keys (``C3``, ``E1``, ``R2``, ``S14``) are given by the brief and safe in an address; no id of the ledger, which foreign
input may choose, is in this model. Words are verbatim: a renderer makes them safe for its medium.
"""

from dataclasses import dataclass, field

from sayso.core.correction import Action, CorrectionState, Subject
from sayso.core.ledger import ClaimStatus, Grade, OriginKind, SilenceReason, TimelineKind
from sayso.core.reading import Act, Effect, EntityKind, Form, Status, Voice
from sayso.core.toll import Cause, Convention
from sayso.desk.brief.pieces import Cite, Ref, Report, Who
from sayso.desk.brief.processes.model import ProcessFile
from sayso.desk.brief.versions import CollatedQuotation


@dataclass(frozen=True, slots=True)
class CellEntry:
    """One way in which a report carries a claim."""

    voice: Voice
    who: Who | None
    confidence: float | None  # the least sure of the statements and links behind it; None where there is none
    cites: tuple[Cite, ...]
    hedges: tuple[str, ...] = ()  # of the words around the cue, which no cite shows: "reportedly"
    is_inferred: bool = False  # no words name who says it: whoever spoke before is taken to go on


@dataclass(frozen=True, slots=True)
class Cell:
    """How one report carries one claim: entries, or silence with its reason."""

    report: str
    label: str
    entries: tuple[CellEntry, ...]
    silence: SilenceReason | None
    because: str = ""  # what bears on whether it could have, in the desk's words
    repeats: str | None = None  # the label of the report that it repeats, where that bears on it


@dataclass(frozen=True, slots=True)
class ClaimOrigin:
    """An independent source of a claim, and the words that rest on it."""

    kind: OriginKind
    name: str | None
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim and its cells: one for each report of the story, of a single claim only those that carry it."""

    key: str
    gist: str
    status: ClaimStatus
    cells: tuple[Cell, ...]
    origins: tuple[ClaimOrigin, ...]
    report_count: int  # reports that carry it, those of related stories included
    why: str
    related: tuple[Cell, ...] = ()  # of reports of related stories that carry it
    corrected: tuple[Ref, ...] = ()  # by whom


@dataclass(frozen=True, slots=True)
class EstimateRow:
    """What a named convention makes of a toll's figures."""

    convention: Convention
    best: str
    low: str | None  # None: the convention gives one number
    high: str | None
    rule: str  # in labels
    cites: tuple[Cite, ...]  # the figures that give ``best``


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure of a toll, on one word in one report."""

    count: str
    whom: str | None
    hedges: tuple[str, ...]  # that the cite does not show
    voice: Voice
    who: Who | None
    confidence: float | None
    origin: int  # the incident's, counted from 1
    label: str  # the report's
    published: str | None
    as_of: str | None
    as_of_cite: Cite | None
    cite: Cite
    again: tuple[Cite, ...]  # where the report gives it again
    is_part: bool  # of a figure of the same report
    is_addend: bool  # told in the same breath as a figure of other people


@dataclass(frozen=True, slots=True)
class MoveRow:
    """One step of a toll in time."""

    before: str
    after: str
    cause: Cause
    label: str  # of the report that moves it
    published: str | None
    cites: tuple[Cite, Cite]


@dataclass(frozen=True, slots=True)
class TollRow:
    """The figures for one effect, of all the people or of one kind."""

    effect: Effect
    who: str | None  # in labels; None for all
    estimates: tuple[EstimateRow, ...]
    figures: tuple[FigureRow, ...]
    moves: tuple[MoveRow, ...]


@dataclass(frozen=True, slots=True)
class IncidentOrigin:
    """An independent source of an incident's accounts and figures."""

    number: int
    kind: OriginKind
    name: str | None


@dataclass(frozen=True, slots=True)
class Account:
    """All that one report tells of an event on one source's word."""

    label: str
    who: Who | None
    attributed: bool  # False: in the outlet's own voice
    status: Status
    triggers: tuple[Cite, ...]  # the words that name it
    when: tuple[str, ...]  # as given in the text
    where: tuple[str, ...]
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Incident:
    """One event in the accounts of all who tell of it."""

    key: str
    type: str
    mode: str | None
    grade: Grade
    reason: str
    accounts: tuple[Account, ...]
    report_count: int
    corrected: tuple[Ref, ...] = ()
    tolls: tuple[TollRow, ...] = ()
    origins: tuple[IncidentOrigin, ...] = ()
    when: str | None = None  # the day or days on which the accounts agree, ISO 8601
    reported: str | None = None  # when the reports were published
    placed: tuple[str, ...] = ()  # where its accounts put it, by the gazetteer


@dataclass(frozen=True, slots=True)
class DatedEntry:
    """A thing on the timeline."""

    kind: TimelineKind
    key: str  # of the claim, incident or statement
    what: str  # in labels: "assault, bombing", "denies", "claim"
    label: str  # the report's
    given: tuple[Cite, ...]  # the date's words
    words: tuple[Cite, ...]
    who: Who | None
    published: str | None = None  # when the report was
    is_inferred: bool = False  # no words name who: whoever spoke before is taken to go on


@dataclass(frozen=True, slots=True)
class DateGroup:
    """What is placed on one date."""

    value: str  # TIMEX3
    label: str
    entries: tuple[DatedEntry, ...]
    days: str | None = None  # the days between which it lies, where it is no single day


@dataclass(frozen=True, slots=True)
class Said:
    """One statement, as its report gives it."""

    key: str
    form: Form
    act: Act
    source: str
    cue: str
    via: str
    date: str | None  # in labels
    confidence: float
    cites: tuple[Cite, ...]
    claims: tuple[str, ...]  # keys of the claims that it is a reading of
    corrected: tuple[Ref, ...] = ()
    addressee: str = ""
    hedges: tuple[str, ...] = ()  # of the words around the cue
    within: str | None = None  # key of the statement in whose content it is told


@dataclass(frozen=True, slots=True)
class SaidIn:
    """A speaker's statements in one report."""

    report: str
    label: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker and all that reports attribute to them."""

    key: str
    who: Who | None  # None: the report names no source
    kind: EntityKind | None
    aliases: tuple[str, ...]
    reports: tuple[SaidIn, ...]
    statement_count: int
    corrected: tuple[Ref, ...] = ()
    offices: tuple[str, ...] = ()  # with whose they are and from when to when
    speaks_for: str | None = None  # a body's name


@dataclass(frozen=True, slots=True)
class OriginRow:
    """An independent source of the story, over all its claims."""

    kind: OriginKind
    name: str | None
    claim_count: int
    report_count: int


@dataclass(frozen=True, slots=True)
class LateRow:
    """Something that changed in the story of late."""

    at: str  # when the desk noticed, in UTC
    what: str  # in labels: "newly contested"
    key: str | None  # of the claim, incident or correction, where it still stands in the brief
    reports: tuple[Ref, ...]  # that are new in it, the first few ...
    more: int  # ... and how many more
    before: tuple[str, ...]  # figures or a state before, in words
    after: tuple[str, ...]  # the claim's words, or figures or a state since


@dataclass(frozen=True, slots=True)
class Head:
    """The story at a glance."""

    title: str
    report_count: int
    copy_count: int
    outlets: tuple[str, ...]
    outlet_unknown_count: int
    first: str | None
    last: str | None
    undated_count: int
    statement_count: int
    claim_counts: tuple[tuple[ClaimStatus, int], ...]
    origins: tuple[OriginRow, ...]
    corrected: tuple[Ref, ...] = ()
    late: tuple[LateRow, ...] = ()  # newest first


@dataclass(frozen=True, slots=True)
class Passages:
    """Words that a correction is about; of many the first, and how many more there are."""

    words: tuple[str, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """What a person overruled, and what has become of it."""

    key: str
    short: str  # the beginning of its id, by which it can be undone
    action: Action
    subject: Subject | None
    field: str | None
    value: str | None
    parts: tuple[Passages, ...]  # of each thing that it is about
    author: str
    made: str
    reason: str
    state: CorrectionState
    by: str | None  # the beginning of the id of what undid or overruled it
    by_whom: str | None
    why: str | None  # why it does not apply
    missing: Passages  # that are not found any more


@dataclass(frozen=True, slots=True)
class StoryBrief:
    """A story: the parts of its brief in the order in which they are drawn."""

    key: str
    head: Head
    reports: tuple[Report, ...]
    related: tuple[Report, ...]  # of related stories, that carry one of its claims
    claims: tuple[ClaimRow, ...]  # in several reports, contested first
    singles: tuple[ClaimRow, ...]
    quotations: tuple[CollatedQuotation, ...]
    incidents: tuple[Incident, ...]  # with a toll
    other_incidents: tuple[Incident, ...]
    timeline: tuple[DateGroup, ...]
    speakers: tuple[Speaker, ...]
    cites: tuple[Cite, ...] = field(default=())  # all of them, by number
    corrections: tuple[CorrectionRow, ...] = ()
    file: ProcessFile = field(default_factory=ProcessFile)


@dataclass(frozen=True, slots=True)
class Brief:
    """The brief of one story or of many."""

    stories: tuple[StoryBrief, ...]
