"""A ledger: many readings laid side by side. The field names are the contract of the written JSON."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.core.article import Dropped
from sayso.core.correction import LedgerCorrection
from sayso.core.lineage import Credit, Link, Taking
from sayso.core.office import Office
from sayso.core.place import Place
from sayso.core.process import Ceasefire, Commitment, Position, Process
from sayso.core.quotation import Quotation
from sayso.core.reading import Act, EntityKind, Form, Harm, Status, Voice
from sayso.core.span import Date, Span
from sayso.core.toll import Toll


class ClaimStatus(StrEnum):
    """Where the accounts of a claim stand to one another."""

    CONTESTED = "contested"
    VARIED = "varied"
    AGREED = "agreed"
    SINGLE = "single"


class Grade(StrEnum):
    """Airwars' grades of an event that several parties tell of."""

    CONFIRMED = "confirmed"
    FAIR = "fair"
    WEAK = "weak"
    CONTESTED = "contested"
    DISCOUNTED = "discounted"


class OriginKind(StrEnum):
    """What stands at the end of a claim's chain."""

    PERSON = "person"  # a named speaker (or body), through one channel
    DOCUMENT = "document"
    OUTLET = "outlet"  # the outlet's own reporting
    UNNAMED = "unnamed"  # sources that one outlet does not name


class SilenceReason(StrEnum):
    """Why an article may not carry a claim."""

    EARLIER = "earlier"  # published before the claim first appeared
    PARTIAL = "partial"  # its text is cut
    SILENT = "silent"


class Could(StrEnum):
    """Whether an article that does not carry a claim could have."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class SilenceGround(StrEnum):
    """What tells whether it could have."""

    EARLIER = "earlier"  # published before all dated articles that carry it
    BEFORE = "before"  # published before what it tells of, or the saying of it
    LEFT_OUT = "left_out"  # repeats an article that carries it
    PARTIAL = "partial"  # not all of it could be read
    SHORT = "short"  # a brief beside those that carry it
    FOLLOWS = "follows"  # repeats an article that does not carry it
    UNDATED = "undated"  # no dates tell which came first


@dataclass(frozen=True, slots=True)
class LedgerArticle:
    """An article of the ledger."""

    id: str
    outlet: str | None
    url: str | None
    title: str | None
    author: str | None
    published: str | None
    language: str | None
    text: str
    dropped: tuple[Dropped, ...]
    story: str | None
    copied_from: str | None
    path: str | None = None
    partial: bool = False
    corrected: tuple[str, ...] = ()  # ids of the corrections that bear on it
    took: tuple[Taking, ...] = ()  # passages that it shares with earlier reports
    added: tuple[Span, ...] = ()  # what none of them has; empty where it took nothing
    credits: tuple[Credit, ...] = ()  # whom it names as the source of its text


@dataclass(frozen=True, slots=True)
class Story:
    """Reports of the same event."""

    id: str
    title: str  # an article's title or first words, not composed
    articles: tuple[str, ...]
    first: str | None  # the earliest publication date known
    last: str | None
    related: tuple[str, ...] = ()  # stories of the same affair
    corrected: tuple[str, ...] = ()  # ids of the corrections that bear on it


@dataclass(frozen=True, slots=True)
class LedgerEntity:
    """An entity across articles; ``members`` are (article id, entity id within it)."""

    id: str
    name: str
    kind: EntityKind
    aliases: tuple[str, ...]
    role: str | None
    members: tuple[tuple[str, str], ...]
    corrected: tuple[str, ...] = ()  # ids of the corrections that bear on it
    place: Place | None = None  # where it lies, of kind ``place``; None where that cannot be told
    place_why: str = ""  # what decided, or why it is not placed
    offices: tuple[Office, ...] = ()  # that a person holds or held
    speaks_for: str | None = None  # the ledger entity whose spokesman this is


@dataclass(frozen=True, slots=True)
class LedgerStatement:
    """A statement, with ids of the ledger: ``speaker`` is a ledger entity."""

    id: str
    article: str
    form: Form
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    speaker: str | None
    via: tuple[Span, ...]
    act: Act
    date: Date | None
    confidence: float
    corrected: tuple[str, ...] = ()  # ids of the corrections that bear on it
    within: str | None = None  # the ledger's statement in whose content this one is told
    addressee: tuple[Span, ...] = ()  # to whom it was said, as named
    hedges: tuple[
        Span, ...
    ] = ()  # the words that leave it open or in doubt, in the cue's clause or the content


@dataclass(frozen=True, slots=True)
class EventReport:
    """One article's account of an event."""

    article: str
    event: str  # the id of the event as this ledger lists it for that article


@dataclass(frozen=True, slots=True)
class LedgerEvent:
    """An event as one article tells it, tied by ``incident`` to the accounts of the same event elsewhere."""

    id: str
    article: str
    type: str | None
    mode: str | None
    trigger: Span
    actors: tuple[Span, ...]
    recipients: tuple[Span, ...]
    places: tuple[Span, ...]
    date: Date | None
    harm: tuple[Harm, ...]
    instruments: tuple[Span, ...]
    targets: tuple[Span, ...]
    status: Status
    statement: str | None  # a ledger statement
    incident: str  # the same for every account of one event
    reports: tuple[EventReport, ...]  # every account of it, this one included
    grade: Grade
    reason: str
    corrected: tuple[str, ...] = ()  # ids of the corrections that bear on it
    place: Place | None = None  # where it happened, by the narrowest of its ``places``
    place_why: str = ""  # what decided, or why it is not placed
    confidence: float = 1.0  # the reader's, that its report tells of such an event


@dataclass(frozen=True, slots=True)
class ClaimReading:
    """How one article carries a claim, in its words."""

    article: str
    span: Span
    statement: str | None
    voice: Voice
    speaker: str | None  # a ledger entity
    corrected: tuple[str, ...] = ()  # ids of the corrections that bear on it
    hedges: tuple[Span, ...] = ()  # the words within the span that leave it open or in doubt
    confidence: float | None = None  # that it says, or denies, what the others say; None: it is alone


@dataclass(frozen=True, slots=True)
class Origin:
    """An independent source; ``readings`` are indices into the claim's readings."""

    kind: OriginKind
    name: str | None
    readings: tuple[int, ...]
    chains: tuple[
        tuple[Link, ...], ...
    ] = ()  # for each of the readings, from the outlet that carries it to the end


@dataclass(frozen=True, slots=True)
class Silence:
    """An article that does not carry the claim, of a story that does."""

    article: str
    why: SilenceReason
    could: Could = Could.UNKNOWN
    ground: SilenceGround | None = None  # None: nothing speaks against it
    source: str | None = None  # the article that it repeats, for ``left_out`` and ``follows``


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that may be true, and how each article carries it."""

    id: str
    story: str
    gist: str  # the words of the clearest reading
    readings: tuple[ClaimReading, ...]
    status: ClaimStatus
    origins: tuple[Origin, ...]
    silent: tuple[Silence, ...]
    why: str = ""  # the scores and rules that joined the readings, for an editor who asks
    corrected: tuple[str, ...] = ()  # ids of the corrections that bear on it


@dataclass(frozen=True, slots=True)
class LedgerIncident:
    """One event in the accounts of all who tell of it; its id is the ``incident`` of those accounts."""

    id: str
    events: tuple[str, ...]  # the accounts: ledger events
    type: str | None
    mode: str | None
    first: str | None  # the days (ISO 8601) between which it happened, as far as the accounts' dates agree
    last: str | None
    dates: tuple[str, ...]  # ids of the accounts whose dates these are; others date it otherwise or not
    reported_first: str | None  # when the reports that tell of it were published
    reported_last: str | None
    grade: Grade
    reason: str
    origins: tuple[Origin, ...]  # of accounts and figures; ``readings`` are indices into ``events``
    tolls: tuple[Toll, ...]


class TimelineKind(StrEnum):
    """What a timeline entry points to."""

    EVENT = "event"
    STATEMENT = "statement"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A dated thing; ``ref`` is the id of the event, statement or claim.

    The date is that of what is told; when it was told is ``published``.
    """

    date: Date
    kind: TimelineKind
    ref: str
    article: str | None = None  # the report in which the date stands
    first: str | None = None  # the days (ISO 8601) it may lie between; None: its year or week is open
    last: str | None = None
    published: str | None = None  # when that report was


@dataclass(frozen=True, slots=True)
class Ledger:
    """Many articles, laid side by side."""

    articles: tuple[LedgerArticle, ...]
    stories: tuple[Story, ...]
    entities: tuple[LedgerEntity, ...]
    statements: tuple[LedgerStatement, ...]
    events: tuple[LedgerEvent, ...]
    claims: tuple[Claim, ...]
    timeline: tuple[TimelineEntry, ...]
    corrections: tuple[LedgerCorrection, ...] = ()  # those of the desk, in the order in which they were made
    quotations: tuple[Quotation, ...] = ()
    processes: tuple[Process, ...] = ()  # talks and ceasefires of the same parties
    ceasefires: tuple[Ceasefire, ...] = ()
    commitments: tuple[Commitment, ...] = ()  # demands, offers, promises, threats and refusals
    positions: tuple[Position, ...] = ()  # of actors who say something else later
    incidents: tuple[LedgerIncident, ...] = ()
