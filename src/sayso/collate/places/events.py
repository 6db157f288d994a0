"""Where events happened: by the narrowest of the places that a report gives them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.collate.entities import Cast
from sayso.collate.places.gazetteer import SOURCE, spot
from sayso.core.ledger import LedgerEntity, LedgerEvent
from sayso.core.place import Place, PlaceLevel
from sayso.core.reading import EntityKind, Mention, MentionForm, Reading
from sayso.core.span import Span

_BEFORE = 40  # characters before a place's name in which it may say that something lies near it
_NEARBY = re.compile(
    r"\b(?:near|outside|around|off|beyond|towards?|outskirts of|suburbs? of|vicinity of|(?:north|south|east|west)\w* of"
    r"|(?:km|kilomet\w+|miles?) (?:\w+ )?(?:of|from|outside))\s+(?:the\s+)?(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_NEAR = 2  # ACLED's code for near a town, or a part of a region
_NARROWEST = (PlaceLevel.TOWN, PlaceLevel.ADMIN2, PlaceLevel.ADMIN1, PlaceLevel.COUNTRY)


def place_events(
    events: Sequence[LedgerEvent], readings: Mapping[str, Reading], cast: Cast
) -> tuple[LedgerEvent, ...]:
    """Return the events with where they happened."""
    entities = {e.id: e for e in cast.entities if e.kind is EntityKind.PLACE}
    named: dict[str, list[Mention]] = {}
    placed = []
    for event in events:
        if not event.places:
            placed.append(event)
            continue
        reading = readings[event.article]
        if reading.id not in named:
            named[reading.id] = [
                m for m in reading.mentions if m.form is not MentionForm.PRONOUN and m.entity
            ]
        found = [f for s in event.places for f in _found(s, reading, named[reading.id], entities, cast)]
        place, why = _narrowest(list(dict.fromkeys(found)))
        placed.append(replace(event, place=place, place_why=why))
    return tuple(placed)


def _found(
    span: Span, reading: Reading, named: Sequence[Mention], entities: Mapping[str, LedgerEntity], cast: Cast
) -> Iterator[Place]:
    """Yield where the places named within a span lie."""
    for mention in named:
        if mention.span.overlaps(span):
            entity = entities.get(cast.find(reading.id, mention.entity) or "")
            if entity is not None and entity.place is not None:
                yield _near(entity.place, reading.text, min(span.start, mention.span.start))


def _near(place: Place, text: str, start: int) -> Place:
    is_near = _NEARBY.search(text[max(0, start - _BEFORE) : start])
    return replace(place, precision=_NEAR) if is_near and place.precision == 1 else place


def _narrowest(found: Sequence[Place]) -> tuple[Place | None, str]:
    """Return the narrowest place; of several the province or country in which all of them lie."""
    if not found:
        return None, "none of its places could be placed"
    level = min((p.level for p in found), key=_NARROWEST.index)
    best = [p for p in found if p.level is level]
    if len({p.source for p in best}) == 1:
        return max(best, key=lambda p: (p.precision or 0, p.confidence)), best[0].why
    for shared in (_shared_admin1(best), _shared_country(best)):
        if shared is not None:
            return shared, shared.why
    return None, "several places in several countries"


def _shared_admin1(places: Sequence[Place]) -> Place | None:
    if len({(p.country, p.admin1) for p in places}) > 1 or places[0].admin1 is None:
        return None
    own = spot(places[0].source.removeprefix(SOURCE).strip())
    province = spot(own.admin1) if own and own.admin1 else None
    if province is None:
        return None
    return replace(
        _several(places),
        name=province.name,
        level=PlaceLevel.ADMIN1,
        latitude=province.latitude,
        longitude=province.longitude,
        precision=3,
        source=f"{SOURCE} {province.id}",
    )


def _shared_country(places: Sequence[Place]) -> Place | None:
    country = spot(places[0].country)
    if len({p.country for p in places}) > 1 or country is None:
        return None
    return replace(
        _several(places),
        name=country.name,
        level=PlaceLevel.COUNTRY,
        admin1=None,
        latitude=None,
        longitude=None,
        precision=None,
        source=f"{SOURCE} {country.id}",
    )


def _several(places: Sequence[Place]) -> Place:
    why = f"{len({p.source for p in places})} places in it are named"
    return replace(places[0], confidence=min(p.confidence for p in places), why=why)
