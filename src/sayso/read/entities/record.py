"""An entity in the making, and the scene in which an anaphor is resolved."""

from dataclasses import dataclass, field

from sayso.core.reading import EntityKind
from sayso.read.entities.draft import Draft, Function, Phrase

RANKS = (Function.SUBJECT, Function.OBJECT, Function.POSSESSOR, Function.OBLIQUE)


@dataclass(slots=True, eq=False)
class Record:
    """An entity in the making: what is known of it, and where it was last seen."""

    number: int
    kind: EntityKind
    name: str | None  # the fullest proper name; None where it is known by description only
    gender: str | None = None
    plural: bool = False
    phrases: list[Phrase] = field(default_factory=list)  # titles and descriptions
    sides: set[str] = field(default_factory=set)  # countries and bodies that it speaks for, folded
    country: str | None = None  # the ISO code of the country that it is
    stands_for: str | None = None  # the ISO code of the country whose capital or people's adjective it is
    tokens: frozenset[str] = frozenset()
    mentions: list[Draft] = field(default_factory=list)
    soft_gender: str | None = None  # from an earlier pronoun
    said: frozenset[str] = frozenset()  # nouns beside its names that say what body it is

    @property
    def function(self) -> Function:
        """The best place that it had in the sentence of its latest mention."""
        *before, last = self.mentions[-4:]
        here = [m.function for m in before if m.sentence == last.sentence]
        return min([*here, last.function], key=RANKS.index) if here else last.function

    @property
    def told(self) -> frozenset[str]:
        """The words that tell what it is: of its names, beside them, and its offices."""
        return self.tokens | self.said | {phrase.noun for phrase in self.phrases if phrase.noun}

    @property
    def last(self) -> Draft:
        """Its latest mention so far."""
        return self.mentions[-1]


@dataclass(frozen=True, slots=True)
class Scene:
    """What else bears on a choice: the last speaker, and who speaks the words around the anaphor."""

    last_speaker: Record | None
    last_speaker_turn: int
    around: Record | None  # the source of the attribution whose content holds the anaphor
