"""A reading: what one article says, by itself. The field names are the contract of the written JSON."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.core.article import Dropped
from sayso.core.span import Date, Span


class EntityKind(StrEnum):
    """CoNLL-2003's four kinds, in plain words."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OTHER = "other"


class Form(StrEnum):
    """How a statement's content is given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """What a statement does."""

    ASSERT = "assert"
    ACCUSE = "accuse"
    DENY = "deny"
    DEMAND = "demand"
    THREATEN = "threaten"
    PROMISE = "promise"
    QUESTION = "question"
    PRAISE = "praise"


class Effect(StrEnum):
    """What happened to the people whom a harm counts."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    KIDNAPPED = "kidnapped"
    DETAINED = "detained"
    DISPLACED = "displaced"


class Status(StrEnum):
    """On whose word an event stands, and whether it is said to have happened."""

    REPORTED = "reported"
    CLAIMED = "claimed"
    ACCUSED = "accused"
    ADMITTED = "admitted"
    DENIED = "denied"
    PLANNED = "planned"
    THREATENED = "threatened"


class Voice(StrEnum):
    """How an article carries a claim."""

    OWN = "own"
    ATTRIBUTED = "attributed"
    DENIED = "denied"


class MentionForm(StrEnum):
    """What sort of words a mention is."""

    NAME = "name"  # a proper name
    NOMINAL = "nominal"  # a description or title, or a noun phrase around a name
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, title or pronoun, and the entity that it stands for."""

    span: Span
    kind: EntityKind
    entity: str | None
    form: MentionForm = MentionForm.NAME


@dataclass(frozen=True, slots=True)
class Entity:
    """Who or what mentions stand for, within one article."""

    id: str
    name: str  # the fullest proper name, else the fullest description, in the text's words
    kind: EntityKind
    aliases: tuple[str, ...]  # the other names in the text
    role: str | None = None  # a title or office, in the text's words


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution: source, cue and content, and who speaks."""

    id: str
    form: Form
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]  # at least one
    speaker: str | None  # an entity's id
    via: tuple[Span, ...]
    act: Act
    date: Date | None
    confidence: float = 1.0  # the reader's, between 0 and 1
    within: str | None = None  # the statement that tells of this one: "A said that B had denied it"
    addressee: tuple[Span, ...] = ()  # to whom it was said, as named
    hedges: tuple[Span, ...] = ()  # the words that leave it open, in the cue's clause or the content


@dataclass(frozen=True, slots=True)
class Harm:
    """How many people are said to have come to harm; ``high`` is None where the words set no limit."""

    effect: Effect
    low: int | None
    high: int | None
    who: Span | None
    span: Span
    hedge: Span | None = None  # words that leave the figure open or in doubt: "at least", "reportedly"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened or is said to have happened (PLOVER's categories and modes)."""

    id: str
    type: str | None  # None for harm that fits no category: an accident, a disaster
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
    statement: str | None  # the statement in whose content it stands
    confidence: float = 1.0  # the reader's, that the report tells of such an event, between 0 and 1


@dataclass(frozen=True, slots=True)
class Proposition:
    """A sentence or clause that may be true: from a statement's content, or in the outlet's own voice.

    Collation compares propositions; the vector of each stands beside the reading (see ``ReadArticle``).
    """

    span: Span
    statement: str | None  # None: the outlet says it itself, as far as statements tell
    told: float = (
        0.0  # without a statement: how likely it is somebody's word all the same (a speaker goes on)
    )
    speaker: str | None = None  # and whose that seems to be, an entity's id


@dataclass(frozen=True, slots=True)
class Reading:
    """One article, read by itself."""

    id: str
    outlet: str | None
    url: str | None
    title: str | None
    author: str | None
    published: str | None
    language: str | None
    text: str
    dropped: tuple[Dropped, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    dates: tuple[Date, ...]
    propositions: tuple[Proposition, ...] = ()
    path: str | None = None
    partial: bool = False
    reader: str = ""  # the version of the reader that made it
