"""Gives the parties of a report's attacks to its events: each to the one told nearest to where it is named."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from sayso.core.reading import Harm
from sayso.core.span import Span
from sayso.read.events.fillers import Party, choose_parties
from sayso.read.events.mention import EventMention
from sayso.read.events.nominees import ATTACKS, Nominees
from sayso.read.events.roles import FIELDS, Roles
from sayso.read.events.vicinity import Around
from sayso.read.spans import Filler

_SURE = 0.6  # the encoder's probability from which a tag stands by itself
_LOOK = 4000  # characters by which a text is judged
_SENTENCE = 400  # characters that a sentence between a party and an event counts for


def recast(
    text: str,
    sentences: Sequence[Span],
    events: list[EventMention],
    nominees: Nominees,
    fillers: Sequence[Filler],
    around: Around | None = None,
) -> list[EventMention]:
    """``events`` of a text in capitals with the parties of attacks as the whole report tells them.

    They replace what stands around the triggers. Attacks that a report on other things only speaks of are left out.
    ``around`` gives the encoder's vectors at nominees.
    """
    attacks = [e for e in events if e.type in ATTACKS]
    if not attacks:
        return events
    parties, reports = choose_parties(text, nominees, fillers, around)
    assaults = [e for e in attacks if e.type == "ASSAULT"]
    told = assaults or [e for e in attacks if not e.is_imagined and not e.is_bare] or attacks
    for event in attacks:
        event.roles = Roles(places=event.roles.places)
        event.harm = [_with_party(harm, parties if reports else []) for harm in event.harm]
    if reports:
        cast(told, parties, sentences)
    return [e for e in events if reports or e.type != "ASSAULT"]


def fill_gaps(events: Sequence[EventMention], fillers: Sequence[Filler], sentences: Sequence[Span]) -> None:
    """Give what the encoder tags to the attack of its sentence, in roles that the words around triggers leave empty."""
    starts = [s.start for s in sentences]
    by_sentence: dict[int, EventMention] = {}
    for event in events:
        if event.type == "ASSAULT":
            by_sentence.setdefault(bisect_left(starts, event.trigger.end), event)
    empty = {
        (id(e), role)
        for e in by_sentence.values()
        for role, name in FIELDS.items()
        if not getattr(e.roles, name)
    }
    for filler in fillers:
        told = by_sentence.get(bisect_left(starts, filler.span.end))
        if told and filler.score >= _SURE and (id(told), filler.role) in empty:
            getattr(told.roles, FIELDS[filler.role]).append(filler.span)


def is_in_capitals(text: str) -> bool:
    """Whether a text is written in capitals alone, as wire copy was: there capitals tell no name from a word."""
    part = text[:_LOOK]
    return sum(map(str.isupper, part)) > 9 * sum(map(str.islower, part))


def cast(events: Sequence[EventMention], parties: Sequence[Party], sentences: Sequence[Span]) -> None:
    """Give ``parties`` to ``events``, which have none.

    A party goes to the event with a trigger nearest to one of its occurrences, by the words of that occurrence.
    """
    triggers = sorted(
        ((t, i) for i, e in enumerate(events) for t in (e.trigger, *e.told)), key=lambda t: t[0]
    )
    starts = [trigger.start for trigger, _ in triggers]
    numbers = [s.start for s in sentences]
    for party in parties:
        nearest = []
        for span in party.spans:
            at = bisect_left(starts, span.start)
            for trigger, i in triggers[max(0, at - 1) : at + 1]:
                apart = abs(bisect_left(numbers, span.end) - bisect_left(numbers, trigger.end))
                nearest.append((abs(span.start - trigger.start) + apart * _SENTENCE, span, i))
        _, span, i = min(nearest)
        getattr(events[i].roles, FIELDS[party.role]).append(span)


def _with_party(harm: Harm, parties: Sequence[Party]) -> Harm:
    """``harm`` with the words of a chosen party for whom it befell; without any where none is chosen there."""
    humans = (s for p in parties if p.role == "human" for s in p.spans)
    return replace(harm, who=next((s for s in humans if harm.who and s.overlaps(harm.who)), None))
