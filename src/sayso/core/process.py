"""The file on a process: rounds of talks, ceasefires, commitments, and how positions moved.

All of it is coded by machine. Every value stands with the words that it rests on; what no report says is left empty.
"""

from dataclasses import dataclass
from enum import StrEnum

from sayso.core.reading import Act, Voice
from sayso.core.span import Date, Span


class Outcome(StrEnum):
    """How a round of talks is said to have ended, or what has become of it."""

    AGREEMENT = "agreement"
    NONE = "none"  # no agreement, no result
    COLLAPSED = "collapsed"
    ADJOURNED = "adjourned"  # to go on later
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    PROGRESS = "progress"


class Declaration(StrEnum):
    """How many parties declare a ceasefire."""

    UNILATERAL = "unilateral"
    BILATERAL = "bilateral"
    MULTILATERAL = "multilateral"


class CeasefireClass(StrEnum):
    """The Civil Conflict Ceasefire Dataset's classes, by the mechanisms that come with a ceasefire."""

    CESSATION = "cessation"  # of hostilities, said to have no mechanism
    PRELIMINARY = "preliminary"  # with mechanisms of compliance: monitors, a commission
    DEFINITIVE = "definitive"  # with disarmament or demobilisation


class Purpose(StrEnum):
    """What a ceasefire is said to be for (one may have several)."""

    HUMANITARIAN = "humanitarian"
    PEACE_PROCESS = "peace_process"
    HOLIDAY = "holiday"
    ELECTION = "election"


class Coverage(StrEnum):
    """Where a ceasefire is to hold."""

    FULL = "full"  # wherever the parties fight
    PARTIAL = "partial"  # some places only


class Written(StrEnum):
    """Whether there is a text."""

    WRITTEN = "written"
    SPOKEN = "spoken"


class CeasefireEnd(StrEnum):
    """How a ceasefire is said to have ended."""

    EXPIRED = "expired"  # as was fixed
    TERMINATED = "terminated"  # a party declared it over
    VIOLENCE = "violence"  # it broke down in fighting
    SUPERSEDED = "superseded"  # by another agreement
    ENDED = "ended"  # in what way is not told


class CommitmentKind(StrEnum):
    """What an actor commits itself to, or wants of another."""

    DEMAND = "demand"
    OFFER = "offer"
    PROMISE = "promise"
    THREAT = "threat"
    REFUSAL = "refusal"


class Fate(StrEnum):
    """What reports say has become of a commitment; ``OPEN`` where none says anything."""

    OPEN = "open"
    MET = "met"  # granted, accepted, kept or carried out
    REFUSED = "refused"
    OVERTAKEN = "overtaken"  # taken back, replaced, or gone stale
    UNCLEAR = "unclear"  # told in several ways, and no date says which came last


class Order(StrEnum):
    """Whether what tells of something comes after it, as far as dates tell."""

    SAME = "same"  # in one and the same report
    LATER = "later"
    UNKNOWN = "unknown"  # without dates the order is not known


class Change(StrEnum):
    """What moved between two statements of one actor on one question."""

    VOICE = "voice"  # denied at one time, asserted at another
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a report, and on whose word the report has them."""

    article: str
    span: Span
    voice: Voice
    speaker: str | None = None  # a ledger entity
    statement: str | None = None  # a ledger statement


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something as the reports name it."""

    entity: str | None  # a ledger entity
    name: str  # in a report's words
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Coded:
    """A value that a machine coded, and the words that it rests on."""

    value: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Dated:
    """A date or a length of time as one report gives it."""

    article: str
    date: Date


@dataclass(frozen=True, slots=True)
class Delegate:
    """Somebody who is said to have taken part for a party."""

    entity: str | None
    name: str
    offices: tuple[Passage, ...]  # title or office, in the reports' words
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class OutcomeTold:
    """How one voice tells how a round went; ``kind`` is None where its words fit no kind."""

    kind: Outcome | None
    passage: Passage


@dataclass(frozen=True, slots=True)
class Round:
    """A round of talks, in the accounts of all reports that tell of it."""

    id: str
    process: str
    numbers: tuple[Coded, ...]  # "2" where a report calls it the second
    places: tuple[Named, ...]
    dates: tuple[Dated, ...]
    first: str | None  # the days that its dates leave possible, ISO 8601; None where the year or all is open
    last: str | None
    parties: tuple[Named, ...]
    delegates: tuple[Delegate, ...]
    mediators: tuple[Named, ...]
    outcomes: tuple[OutcomeTold, ...]
    passages: tuple[Passage, ...]  # the sentences that tell of it


@dataclass(frozen=True, slots=True)
class Breach:
    """A breach of a ceasefire, as somebody claims it or a report tells it."""

    claimant: Named | None  # None: the outlet says so itself
    accused: tuple[Named, ...]
    passage: Passage
    date: Date | None
    denials: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Ceasefire:
    """A ceasefire, coded as the ETH/PRIO Civil Conflict Ceasefire Dataset codes them (Clayton et al. 2022).

    A code is empty where no report says it, and has several values where reports differ.
    """

    id: str
    process: str
    declarers: tuple[Named, ...]
    declarations: tuple[Coded, ...]  # values of ``Declaration``
    classes: tuple[Coded, ...]  # of ``CeasefireClass``
    purposes: tuple[Coded, ...]  # of ``Purpose``
    coverage: tuple[Coded, ...]  # of ``Coverage``
    written: tuple[Coded, ...]  # of ``Written``
    declared: tuple[Dated, ...]  # when it was agreed or announced
    starts: tuple[Dated, ...]  # when it takes effect
    durations: tuple[Dated, ...]
    expires: tuple[Dated, ...]
    mediators: tuple[Named, ...]
    breaches: tuple[Breach, ...]
    ends: tuple[Coded, ...]  # of ``CeasefireEnd``
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Process:
    """Rounds of talks and ceasefires of the same parties, in order of time as far as dates tell."""

    id: str
    parties: tuple[Named, ...]
    rounds: tuple[Round, ...]
    ceasefires: tuple[str, ...]  # ids
    stories: tuple[str, ...]  # whose reports tell of it


@dataclass(frozen=True, slots=True)
class FateTold:
    """Words that tell what has become of a commitment."""

    fate: Fate
    passage: Passage
    order: Order


@dataclass(frozen=True, slots=True)
class Commitment:
    """A demand, offer, promise, threat or refusal of one actor, in the words of the reports that have it."""

    id: str
    kind: CommitmentKind
    actor: Named
    to: tuple[Named, ...]
    passages: tuple[Passage, ...]
    dates: tuple[Dated, ...]  # when it was made, where the text says
    fate: Fate  # the last that is told; ``OPEN`` where nothing is
    fates: tuple[FateTold, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """What an actor said on a question at one time."""

    passage: Passage
    act: Act
    date: str | None  # the day of the statement or of its report, ISO 8601


@dataclass(frozen=True, slots=True)
class Position:
    """How an actor's words on one question moved; in order of time, undated last."""

    id: str
    actor: str  # a ledger entity
    claims: tuple[str, ...]  # that are the question
    steps: tuple[Step, ...]
    changes: tuple[Change, ...]
    is_ordered: bool  # whether dates tell the order
