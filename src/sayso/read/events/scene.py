"""A sentence as the search for events sees it: its shallow parse, the names in it, and what is looked up once."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sayso.core.reading import EntityKind
from sayso.core.span import Date, Span
from sayso.read.events.lexicon import is_singular_of, word_set
from sayso.read.events.triggers import Trigger, find_triggers
from sayso.read.phrases import Tag
from sayso.read.phrases.clauses import Clause
from sayso.read.spans import NamedSpan

_PLACE_WORDS = (
    "in",
    "at",
    "near",
    "inside",
    "across",
    "around",
    "outside",
    "within",
    "along",
    "into",
    "over",
    "on",
)
_LISTED = 6  # characters between two places of one list
_MOST = 40  # places or instruments of one sentence; one that names more is a list or worse
_VIOLENT = ("ASSAULT", "COERCE", "PROTEST")


@dataclass(frozen=True)
class Scene:
    """One sentence with its number, names, dates, triggers, places and instruments."""

    clause: Clause
    number: int
    named: Sequence[NamedSpan]
    dates: Sequence[Date]
    triggers: Sequence[Trigger]
    event_nouns: frozenset[int]  # tokens of nouns that name violent events: no parties
    places: Sequence[Span]
    instruments: Sequence[Span]

    @classmethod
    def of(cls, clause: Clause, number: int, named: Sequence[NamedSpan], dates: Sequence[Date]) -> "Scene":
        """The scene of a parsed sentence; ``named`` and ``dates`` are those within it, sorted by where they start."""
        triggers = [t for t in find_triggers(clause) if not _is_dated(clause, t, dates)]
        nouns = (t for t in triggers if not t.is_verb and t.entry.type in _VIOLENT)
        tokens = frozenset(i for t in nouns for i in range(t.first, t.last + 1))
        places, instruments = (
            list(islice(_places(clause, named), _MOST)),
            list(islice(_instruments(clause), _MOST)),
        )
        return cls(clause, number, named, dates, triggers, tokens, places, instruments)

    def names_in(self, span: Span) -> Sequence[NamedSpan]:
        """The names that share a character with ``span``, by where they start."""
        first = bisect_left(self.named, span.start, key=lambda n: n.span.start)
        while first > 0 and self.named[first - 1].span.end > span.start:
            first -= 1
        return self.named[first : bisect_left(self.named, span.end, key=lambda n: n.span.start)]

    def date_near(self, span: Span) -> Date | None:
        """The date of the sentence that begins nearest to ``span``."""
        after = bisect_left(self.dates, span.start, key=lambda d: d.span.start)
        around = self.dates[max(0, after - 1) : after + 1]
        return min(around, key=lambda d: abs(d.span.start - span.start), default=None)


def places_by_trigger(scene: Scene) -> list[list[Span]]:
    """The places of each trigger: those after it and before the next, for the first also those before it.

    Words for violence in one sentence mostly tell of one event, so they share their places.
    """
    clause = scene.clause
    starts = [clause.tokens[t.first].start for t in scene.triggers]
    found: list[list[Span]] = [[] for _ in starts]
    owner, before = 0, None
    for place in scene.places:
        if before is None or place.start - before.end > _LISTED:
            owner = max(0, bisect_right(starts, place.start) - 1)
        before = place
        for i, trigger in enumerate(scene.triggers):
            violent = trigger.entry.type == "ASSAULT" == scene.triggers[owner].entry.type
            if i == owner or violent or starts[i] == starts[owner]:
                found[i].append(place)
    return found


def _is_dated(clause: Clause, trigger: Trigger, dates: Sequence[Date]) -> bool:
    """Whether all of the trigger's words are a date's: "March 4"."""
    if not dates:
        return False
    i = bisect_right(dates, clause.tokens[trigger.first].start, key=lambda d: d.span.start) - 1
    return i >= 0 and dates[i].span.end >= clause.tokens[trigger.last].end


def _places(clause: Clause, named: Sequence[NamedSpan]) -> Iterator[Span]:
    """The places that the sentence puts something in: after a preposition, and those listed with one."""
    tokens = {t.start: i for i, t in enumerate(clause.tokens)}
    listed_to = -1
    for name in sorted(n.span for n in named if n.kind is EntityKind.PLACE):
        i = tokens.get(name.start)
        if i is None:
            continue
        phrase = clause.inside.get(i)
        first, last = (phrase.first, phrase.last) if phrase else (i, i)
        if name.end < clause.tokens[last].end and clause.lower(last) not in word_set("place_nouns"):
            continue  # "the Veltrian army"
        joined = (
            listed_to >= 0 and first - 1 - listed_to <= 3 and clause.lower(first - 1) in (",", "and", "or")
        )
        if clause.lower(first - 1) in _PLACE_WORDS or joined:
            yield name
            listed_to = last


def _instruments(clause: Clause) -> Iterator[Span]:
    """The weapons and explosives that the sentence names, with their modifiers ("car bomb")."""
    taken = -1
    for i, token in enumerate(clause.tokens):
        if i <= taken or not is_instrument(token.lower) or token.tag in (Tag.VERB, Tag.GERUND):
            continue
        first = last = i
        while is_instrument(clause.lower(last + 1)) and clause.tag(last + 1) is Tag.WORD:
            last += 1
        while first > 0 and clause.lower(first - 1) in word_set("instrument_modifiers"):
            first -= 1
        taken = last
        alone = first == last and any(is_singular_of(clause.lower(i), w) for w in word_set("not_instruments"))
        if not alone and clause.tag(last + 1) not in (Tag.WORD, Tag.NAME):
            yield clause.span(first, last)


def is_instrument(word: str) -> bool:
    """Whether the lower-case noun ``word`` names a weapon or an explosive."""
    known = word_set("instruments")
    return word in known or (word.endswith("s") and word[:-1] in known)
