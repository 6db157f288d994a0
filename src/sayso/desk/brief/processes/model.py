"""What a brief shows of processes: cards of facts, each fact with the words that it rests on."""

from dataclasses import dataclass

from sayso.core.process import Fate
from sayso.desk.brief.pieces import Cite, Who


@dataclass(frozen=True, slots=True)
class Entry:
    """One value with the words that it was coded from, and on whose word a report has them."""

    value: str  # a name, a code's label, a date in labels; empty where the words stand for themselves
    cites: tuple[Cite, ...]
    who: Who | None = None
    note: str = ""  # in labels: "later", "denied"
    is_code: bool = False  # the value is a machine's, in a label
    is_brief: bool = False  # its cites repeat the value, or stand elsewhere on the card: their numbers do


@dataclass(frozen=True, slots=True)
class Fact:
    """All that is told under one heading; no entries where nothing is."""

    name: str  # the heading, in labels
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A round, a ceasefire, a commitment or a position."""

    key: str
    kind: str  # in labels: "round of talks", "demand"
    title: str  # names and dates as coded; may be empty
    facts: tuple[Fact, ...]
    who: Who | None = None
    fate: Fate | None = None
    words: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class Talks:
    """One process: its parties, its rounds and its ceasefires in order of time."""

    key: str
    parties: tuple[Entry, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class ProcessFile:
    """All of it for one story."""

    talks: tuple[Talks, ...] = ()
    commitments: tuple[Card, ...] = ()
    positions: tuple[Card, ...] = ()

    @property
    def card_count(self) -> int:
        """How many rounds and ceasefires there are."""
        return sum(len(t.cards) for t in self.talks)
