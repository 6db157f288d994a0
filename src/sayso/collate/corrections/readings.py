"""Corrections of what a single report says: its statements, events and facts, before anything is compared.

Of several corrections of one field the last holds. Rejecting a thing and setting a field of it contradict each other,
so the last of these holds too.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from sayso.collate.corrections.book import Book
from sayso.collate.corrections.passages import Range, locate, pick
from sayso.collate.entities import only_pronouns
from sayso.collate.names import fold_name
from sayso.core.correction import Action, Correction, Selector, Subject
from sayso.core.read_article import ReadArticle
from sayso.core.reading import Act, Entity, EntityKind, Event, Form, Reading, Statement, Status
from sayso.core.span import Date
from sayso.core.timex_value import grain_of

Thing = TypeVar("Thing", Statement, Event)

NOT_ON_DESK = "the report is not on the desk"
COPIED_FROM = "copied_from"  # of a report, but no field of its reading
SPEAKER = "speaker"
FACTS = ("outlet", "title", "author", "published", "url")
STATEMENT_FIELDS: Mapping[str, Callable[[str], object]] = {"act": Act, "form": Form}
EVENT_FIELDS: Mapping[str, Callable[[str], object]] = {"type": str, "mode": str, "status": Status}
DATE = "date"  # of an event: a TIMEX3 value; its words are then the trigger's


@dataclass(frozen=True, slots=True)
class _Ordered:
    """Corrections of one thing, the earliest first."""

    made: list[Correction]

    def settle(self, book: Book) -> tuple[Correction | None, dict[str, Correction]]:
        """Return the rejection that holds, or else the last correction of each field; the others are overruled."""
        last = self.made[-1]
        is_rejected = last.action is Action.REJECT
        fields: dict[str, Correction] = {}
        for one in self.made:
            if one is not last and (is_rejected or one.action is Action.REJECT):
                book.overrule(one.id, last.id)
            elif one.field:
                if one.field in fields:
                    book.overrule(fields[one.field].id, one.id)
                fields[one.field] = one
        for one in (last, *fields.values()):
            book.hold(one)
        return (last if is_rejected else None), ({} if is_rejected else fields)


def correct_readings(reads: Sequence[ReadArticle], book: Book) -> list[ReadArticle]:
    """Return the readings as people have corrected them; what is found and what not goes into the book."""
    wanted = _by_article(reads, book)
    return [_corrected(read, wanted[i], book) if (i := read.reading.id) in wanted else read for read in reads]


def _by_article(
    reads: Sequence[ReadArticle], book: Book
) -> dict[str, list[tuple[Correction, list[Selector]]]]:
    known = {read.reading.id for read in reads}
    found: dict[str, list[tuple[Correction, list[Selector]]]] = defaultdict(list)
    for correction in book.active(Subject.REPORT, Subject.STATEMENT, Subject.EVENT):
        if correction.action not in (Action.SET, Action.REJECT) or not correction.parts:
            continue
        passages: dict[str, list[Selector]] = defaultdict(list)
        for selector in correction.parts[0]:
            passages[selector.article].append(selector)
        for article, held in passages.items():
            if article in known:
                found[article].append((correction, held))
            else:
                book.miss(correction, held, NOT_ON_DESK)
    return found


def _corrected(
    read: ReadArticle, wanted: Sequence[tuple[Correction, list[Selector]]], book: Book
) -> ReadArticle:
    read = _with_facts(read, [c for c, _ in wanted if c.subject is Subject.REPORT], book)
    reading = read.reading
    said = [(s.id, [(c.start, c.end) for c in s.content]) for s in reading.statements]
    statements = _settled(reading, wanted, Subject.STATEMENT, said, book)
    told = [(e.id, [(e.trigger.start, e.trigger.end)]) for e in reading.events]
    events = _settled(reading, wanted, Subject.EVENT, told, book)
    read = _with_statements(read, statements)
    for own, (_, fields) in statements.items():
        if SPEAKER in fields:
            read = replace(read, reading=_with_speaker(read.reading, own, fields[SPEAKER]))
    return replace(read, reading=_with_events(read.reading, events))


_Settled = dict[str, tuple[Correction | None, dict[str, Correction]]]


def _settled(
    reading: Reading,
    wanted: Sequence[tuple[Correction, list[Selector]]],
    subject: Subject,
    candidates: Sequence[tuple[str, list[Range]]],
    book: Book,
) -> _Settled:
    """Return what holds for each thing of a kind, by its id."""
    found: dict[str, list[Correction]] = defaultdict(list)
    for correction, passages in wanted:
        if correction.subject is not subject:
            continue
        for group in [passages] if subject is Subject.STATEMENT else [[p] for p in passages]:
            own = _find(group, reading.text, candidates, touching=subject is Subject.EVENT)
            if own is None:
                book.miss(correction, group)
            elif correction not in found[own]:
                book.find(correction)
                book.mark(subject, (reading.id, *_key(subject, own, candidates)), correction.id)
                found[own].append(correction)
    return {own: _Ordered(made).settle(book) for own, made in found.items() if made}


def _key(subject: Subject, own: str, candidates: Sequence[tuple[str, list[Range]]]) -> tuple[str, ...]:
    """Return how the mark of a thing is found again: a statement by its id, an event by its trigger."""
    if subject is Subject.STATEMENT:
        return (own,)
    start, end = next(spans[0] for thing, spans in candidates if thing == own)
    return str(start), str(end)


def _find(
    passages: Sequence[Selector], text: str, candidates: Sequence[tuple[str, list[Range]]], *, touching: bool
) -> str | None:
    places = [place for passage in passages if (place := locate(passage, text))]
    return pick(places, candidates, touching=touching) if places else None


def _with_facts(read: ReadArticle, corrections: Sequence[Correction], book: Book) -> ReadArticle:
    if not corrections:
        return read
    _, fields = _Ordered(list(corrections)).settle(book)
    for correction in corrections:
        book.find(correction)
        book.mark(Subject.REPORT, (read.reading.id,), correction.id)
    reading = read.reading
    for name, correction in fields.items():
        if name in FACTS:
            reading = _with_fact(reading, name, correction.value)
    return replace(read, reading=reading)


def _with_fact(reading: Reading, name: str, value: str | None) -> Reading:
    changed: Mapping[str, str | None] = {name: value}
    return replace(reading, **changed)  # type: ignore[arg-type]  # FACTS are all strings or None


def _with_statements(read: ReadArticle, settled: _Settled) -> ReadArticle:
    """Return a reading with its statements corrected; with a rejected one go the propositions made of it."""
    if not settled:
        return read
    gone = {own for own, (rejected, _) in settled.items() if rejected}
    reading = read.reading
    kept = [i for i, p in enumerate(reading.propositions) if p.statement not in gone]
    return ReadArticle(
        replace(
            reading,
            statements=tuple(
                _set(s, STATEMENT_FIELDS, settled.get(s.id)) for s in reading.statements if s.id not in gone
            ),
            propositions=tuple(reading.propositions[i] for i in kept),
            events=tuple(replace(e, statement=None) if e.statement in gone else e for e in reading.events),
        ),
        read.vectors[kept],
    )


def _with_events(reading: Reading, settled: _Settled) -> Reading:
    if not settled:
        return reading
    gone = {own for own, (rejected, _) in settled.items() if rejected}
    kept = (_set(e, EVENT_FIELDS, settled.get(e.id)) for e in reading.events if e.id not in gone)
    return replace(reading, events=tuple(_with_date(e, settled.get(e.id)) for e in kept))


def _with_date(event: Event, settled: tuple[Correction | None, dict[str, Correction]] | None) -> Event:
    """Return an event with the date that somebody set, or without one where it was cleared."""
    correction = settled[1].get(DATE) if settled else None
    if correction is None:
        return event
    if correction.value is None:
        return replace(event, date=None)
    span = event.date.span if event.date else event.trigger
    return replace(event, date=Date(correction.value, grain_of(correction.value), span))


def _set(
    thing: Thing,
    fields: Mapping[str, Callable[[str], object]],
    settled: tuple[Correction | None, dict[str, Correction]] | None,
) -> Thing:
    if settled is None:
        return thing
    changed = {
        name: fields[name](correction.value) if correction.value else None
        for name, correction in settled[1].items()
        if name in fields
    }
    return replace(thing, **changed) if changed else thing  # type: ignore[arg-type]  # checked when it was made


def _with_speaker(reading: Reading, statement: str, correction: Correction) -> Reading:
    """Return a reading in which somebody else says a statement: one of its entities, else one that is added."""
    own = None
    entities = reading.entities
    if correction.value:
        own = _named(reading, correction)
        if own is None:
            own = f"corrected {correction.id}"
            entities = (*entities, Entity(own, correction.value, EntityKind.PERSON, ()))
    statements = tuple(replace(s, speaker=own) if s.id == statement else s for s in reading.statements)
    return replace(reading, entities=entities, statements=statements)


def places_named(reading: Reading) -> list[tuple[str, list[Range]]]:
    """Return where a report mentions which of its entities, those aside that have no name but a pronoun."""
    nameless = only_pronouns(reading)
    return [
        (m.entity, [(m.span.start, m.span.end)])
        for m in reading.mentions
        if m.entity and m.entity not in nameless
    ]


def _named(reading: Reading, correction: Correction) -> str | None:
    """Return the entity that a speaker's correction means: by a passage that names it here, else by its name."""
    named = places_named(reading)
    for selector in correction.parts[1] if len(correction.parts) > 1 else ():
        place = locate(selector, reading.text) if selector.article == reading.id else None
        found = pick([place], named, touching=True) if place else None
        if found:
            return found
    folded = fold_name(correction.value or "")
    by_name = {fold_name(n): e.id for e in reading.entities for n in (*e.aliases, e.name)}
    return by_name.get(folded) if folded else None
