"""Parts of a ledger joined into one: each part is what ``collate_part`` gives of one unit.

Entities of two parts are one where they have one id: the same name, of several words or of a place or body; a surname,
a description or an abbreviation alone is somebody's in one affair only, and its id says so (``told_apart``).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import TypeVar

from sayso.collate.corrections.book import in_order
from sayso.collate.entities import Cast
from sayso.collate.identity import content_id
from sayso.collate.names import country_code, fold_name, is_abbreviation
from sayso.collate.offices.join import join_offices
from sayso.collate.stories.profiles import parse_day
from sayso.collate.stories.stories import in_order as stories_in_order
from sayso.collate.timeline import timeline_order
from sayso.core.correction import LedgerCorrection
from sayso.core.ledger import Ledger, LedgerEntity
from sayso.core.reading import EntityKind

Thing = TypeVar("Thing")


def told_apart(cast: Cast) -> Cast:
    """Return a cast in which an entity whose name says too little has an id that no other part's has."""
    new = {entity.id: _id_of(entity) for entity in cast.entities}
    entities = tuple(
        replace(entity, id=new[entity.id], speaks_for=new.get(entity.speaks_for or ""))
        for entity in cast.entities
    )
    ids = {member: new[own] for member, own in cast.ids.items()}
    governments = {new[capital]: new[country] for capital, country in cast.governments.items()}
    return replace(cast, entities=entities, ids=ids, governments=governments)


def _id_of(entity: LedgerEntity) -> str:
    folded = fold_name(entity.name)
    code = country_code(entity.name)
    if code is not None and (entity.place is None or entity.place.country == code):
        return entity.id  # but not Vienna, Virginia
    is_lone = " " not in folded and (entity.kind is EntityKind.PERSON or is_abbreviation(folded.upper()))
    if is_lone or not _is_name(entity.name):
        return content_id("entity", entity.id, *entity.members[0])
    return content_id("entity", entity.id, entity.place.source) if entity.place else entity.id


def _is_name(name: str) -> bool:
    words = name.split()
    words = words[1:] if words[:1] and words[0].lower() == "the" else words
    return bool(words) and not words[0][:1].islower()


def join_parts(parts: Sequence[Ledger]) -> Ledger:
    """Return one ledger, the same whatever the order of its parts."""
    ordered = sorted(parts, key=lambda part: min((a.id for a in part.articles), default=""))
    stories = stories_in_order(chain.from_iterable(part.stories for part in ordered))
    place = {story.id: i for i, story in enumerate(stories)}
    return Ledger(
        articles=tuple(
            sorted(_all(p.articles for p in ordered), key=lambda a: place[a.story] if a.story else -1)
        ),
        stories=tuple(stories),
        entities=join_offices(join_entities_of(ordered), _days(ordered)),
        statements=tuple(sorted(_all(p.statements for p in ordered), key=lambda s: s.article)),
        events=tuple(sorted(_all(p.events for p in ordered), key=lambda e: (e.article, e.trigger, e.id))),
        claims=tuple(sorted(_all(p.claims for p in ordered), key=lambda c: place[c.story])),
        timeline=tuple(sorted(_all(p.timeline for p in ordered), key=timeline_order)),
        corrections=_join_corrections(ordered),
        quotations=tuple(sorted(_all(p.quotations for p in ordered), key=lambda q: place[q.story])),
        processes=tuple(_all(p.processes for p in ordered)),
        ceasefires=tuple(_all(p.ceasefires for p in ordered)),
        commitments=tuple(_all(p.commitments for p in ordered)),
        positions=tuple(_all(p.positions for p in ordered)),
        incidents=tuple(sorted(_all(p.incidents for p in ordered), key=lambda i: i.id)),
    )


def _days(parts: Iterable[Ledger]) -> dict[str, date]:
    """Return the days on which reports were published."""
    told = ((a.id, parse_day(a.published)) for part in parts for a in part.articles)
    return {article: day for article, day in told if day}


def _all(groups: Iterable[Iterable[Thing]]) -> Iterable[Thing]:
    return chain.from_iterable(groups)


def join_entities_of(parts: Iterable[Ledger]) -> tuple[LedgerEntity, ...]:
    """Return the entities of all parts, those with one id joined, the ones of most reports first."""
    found: dict[str, list[LedgerEntity]] = defaultdict(list)
    for entity in _all(part.entities for part in parts):
        found[entity.id].append(entity)
    joined = (_join_entity(same) if len(same) > 1 else same[0] for same in found.values())
    return tuple(sorted(joined, key=lambda e: (-len(e.members), e.name, e.id)))


def _join_entity(same: Sequence[LedgerEntity]) -> LedgerEntity:
    """Join entities with one id: the name that most members go by, what most are said to be."""
    ordered = sorted(same, key=lambda e: (-len(e.members), e.members))
    names = Counter[str]()
    roles = Counter[str]()
    for entity in ordered:
        names[entity.name] += len(entity.members)
        roles.update([entity.role] * len(entity.members) if entity.role else [])
    name = max(names, key=lambda n: (names[n], len(n), n))
    aliases = {n for e in ordered for n in (e.name, *e.aliases)} - {name}
    return replace(
        ordered[0],
        name=name,
        aliases=tuple(sorted(aliases)),
        role=max(roles, key=lambda r: (roles[r], len(r), r)) if roles else None,
        members=tuple(sorted(m for e in ordered for m in e.members)),
        corrected=tuple(dict.fromkeys(c for e in ordered for c in e.corrected)),
        offices=tuple(dict.fromkeys(o for e in ordered for o in e.offices)),
        speaks_for=next((e.speaks_for for e in ordered if e.speaks_for), None),
    )


def _join_corrections(parts: Iterable[Ledger]) -> tuple[LedgerCorrection, ...]:
    """Return each correction with what became of it, in the order in which they were made."""
    found = {one.correction.id: one for one in _all(part.corrections for part in parts)}
    return tuple(found[c.id] for c in in_order(one.correction for one in found.values()))
