"""A mention before it is resolved: what it says of itself and where it stands."""

from dataclasses import dataclass
from enum import Enum, StrEnum

from sayso.core.reading import EntityKind
from sayso.read.entities.lexicon import Pronoun


class Sort(StrEnum):
    """What sort of words a mention is."""

    NAME = "name"
    PRONOUN = "pronoun"
    DESCRIPTION = "description"


class Function(Enum):
    """A mention's place in its sentence, as far as its neighbours show it."""

    SUBJECT = "subject"
    OBJECT = "object"
    OBLIQUE = "oblique"
    POSSESSOR = "possessor"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase by its parts: the singular head noun, its class in the noun list, and what modifies it."""

    noun: str
    noun_class: str
    plural: bool
    modifiers: frozenset[str]
    determiner: str | None  # the first word where it is a determiner or possessive, else None
    possessed: bool = False  # somebody's: "the group’s spokesman", "his lawyer"
    before: str = ""  # the word before the head


@dataclass(slots=True, unsafe_hash=True)  # never changed; frozen, they would take four times as long
class Draft:
    """A mention to resolve; ``start:end`` are its offsets."""

    start: int
    end: int
    sort: Sort
    kind: EntityKind
    sentence: int
    turn: int  # the number of its sentence, sentences wholly within quotations not counted
    paragraph: int
    quotation: int | None  # the start of the quotation that it stands in
    function: Function
    source: bool = False  # whether it is named as the source of an attribution
    cluster: int | None = None  # of a name
    phrase: Phrase | None = None  # of a description
    pronoun: Pronoun | None = None  # of a pronoun
    headline: bool = False  # whether it stands in a first line without a full stop
