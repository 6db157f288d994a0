"""Accounts: events as single reports tell them, with what tells whether two tell of one event."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
from numpy.typing import NDArray

from sayso.collate.entities import Cast
from sayso.collate.names import country_code, fold_name
from sayso.collate.stories.profiles import parse_day
from sayso.collate.telling import Teller, Telling
from sayso.collate.words import stem, tokenize
from sayso.core.read_article import ReadArticle
from sayso.core.reading import Event, Reading
from sayso.core.span import Span
from sayso.core.timex_value import range_of

Days = tuple[date, date]


@dataclass(frozen=True, slots=True, eq=False)
class Account:
    """One report's account of an event."""

    article: str
    event: Event
    places: frozenset[str]  # folded; countries by their code
    actors: frozenset[str]
    trigger: frozenset[str]  # stems
    days: Days | None
    speaker: str | None  # a ledger entity: on whose word it stands
    vector: NDArray[np.float32] | None = field(repr=False)
    published: date | None = None
    telling: Telling | None = field(default=None, repr=False)  # None: nothing is compared by words

    @property
    def key(self) -> tuple[str, Span, str]:
        """A key that orders accounts the same whatever the order of the reports."""
        return self.article, self.event.trigger, self.event.id


def make_accounts(read: ReadArticle, cast: Cast) -> list[Account]:
    """Make the accounts of one report, in the order of its text."""
    reading = read.reading
    speakers = {s.id: s.speaker for s in reading.statements}
    teller = Teller(reading, cast)
    made = [
        Account(
            article=reading.id,
            event=event,
            places=_folded(event.places),
            actors=_folded(event.actors),
            trigger=frozenset(stem(w.lower()) for w in tokenize(event.trigger.exact)),
            days=range_of(event.date.value) if event.date else None,
            speaker=cast.find_speaker(reading.id, speakers.get(event.statement or "")),
            vector=_vector(read, reading, event.trigger),
            published=parse_day(reading.published),
            telling=teller.tell(event.trigger),
        )
        for event in reading.events
    ]
    return sorted(made, key=lambda a: a.key)


def _folded(spans: Sequence[Span]) -> frozenset[str]:
    return frozenset(n for s in spans if (n := country_code(s.exact) or fold_name(s.exact)))


def _vector(read: ReadArticle, reading: Reading, trigger: Span) -> NDArray[np.float32] | None:
    """Return the vector of the shortest proposition in which the trigger stands."""
    held = [(len(p.span.exact), i) for i, p in enumerate(reading.propositions) if p.span.contains(trigger)]
    return read.vectors[min(held)[1]] if held else None
