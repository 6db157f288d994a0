"""Corrections of entities: two that are one, one that is two, another name or kind."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from rapidfuzz.distance import JaroWinkler

from sayso.collate.corrections.book import Book
from sayso.collate.corrections.partition import Anchor, Constraint, Nearness, replay
from sayso.collate.corrections.passages import locate, pick
from sayso.collate.corrections.readings import SPEAKER, places_named
from sayso.collate.entities import Cast, Item, Member
from sayso.collate.places.given import place_of
from sayso.core.correction import Action, Correction, Selector, Subject
from sayso.core.ledger import LedgerEntity
from sayso.core.read_article import ReadArticle
from sayso.core.reading import EntityKind, Reading

FIELDS = ("name", "kind", "role", "place")


class EntityCorrections:
    """Replays what people decided about entities on those that collation has joined."""

    def __init__(self, reads: Sequence[ReadArticle], book: Book) -> None:
        self._book = book
        self._readings = {read.reading.id: read.reading for read in reads}

    def regroup(self, groups: Sequence[Sequence[Item]]) -> list[list[Item]]:
        """Return the groups with entities merged and split."""
        wanted = [c for c in self._book.active(Subject.ENTITY) if c.action in (Action.MERGE, Action.SPLIT)]
        spoken = [c for c in self._book.active(Subject.STATEMENT) if c.field == SPEAKER and len(c.parts) > 1]
        if not wanted and not spoken:
            return [list(group) for group in groups]
        items = [item for group in groups for item in group]
        number = {item.member: i for i, item in enumerate(items)}
        numbered = [[number[item.member] for item in group] for group in groups]
        constraints = [c for one in spoken if (c := self._spoken(one, number))]
        constraints += [c for one in wanted if (c := self._constraint(one, number))]
        done = replay(numbered, constraints, _nearness(items))
        own = {one.id for one in wanted}
        for correction, bearing in done.bearing.items():
            for i in bearing if correction in own else ():
                self._book.mark(Subject.ENTITY, items[i].member, correction)
        for earlier, later in done.overruled.items():
            if earlier in own:
                self._book.overrule(earlier, later)
        return [[items[i] for i in group] for group in done.groups]

    def rename(self, cast: Cast) -> Cast:
        """Return the cast with names, kinds and roles as people have set them, and the marks of all corrections."""
        if not self._book:
            return cast
        by_id = {entity.id: entity for entity in cast.entities}
        last: dict[tuple[str, str], Correction] = {}
        for one in self._book.active(Subject.ENTITY):
            if one.action is not Action.SET or one.field not in FIELDS:
                continue
            for own in self._entities_of(one, cast.ids):
                self._book.mark(Subject.ENTITY, by_id[own].members[0], one.id)
                if (own, one.field) in last:
                    self._book.overrule(last[own, one.field].id, one.id)
                last[own, one.field] = one
                by_id[own] = _set(by_id[own], one.field, one.value)
        entities = tuple(self._marked(by_id[entity.id]) for entity in cast.entities)
        return replace(cast, entities=entities)

    def _marked(self, entity: LedgerEntity) -> LedgerEntity:
        marks = dict.fromkeys(
            m for member in entity.members for m in self._book.marks(Subject.ENTITY, *member)
        )
        return replace(entity, corrected=tuple(marks)) if marks else entity

    def _entities_of(self, correction: Correction, ids: Mapping[Member, str]) -> list[str]:
        """Return the ledger entity that most passages of a correction name."""
        members = self._members(correction, correction.parts[0])
        found = [ids[m] for m in members if m in ids]
        if not found:
            return []
        self._book.find(correction)
        return [max(sorted(set(found)), key=found.count)]

    def _constraint(self, correction: Correction, number: Mapping[Member, int]) -> Constraint | None:
        parts = tuple(self._anchors(correction, part, number) for part in correction.parts)
        if sum(map(bool, parts)) < 2:
            return None
        self._book.find(correction)
        return Constraint(correction.id, correction.action, parts)

    def _spoken(self, correction: Correction, number: Mapping[Member, int]) -> Constraint | None:
        """Return that an added speaker is the entity that the correction means."""
        added = [i for (_, entity), i in number.items() if entity == f"corrected {correction.id}"]
        known = self._anchors(correction, correction.parts[1], number, is_told=False)
        if not added or not known:
            return None
        return Constraint(correction.id, Action.MERGE, (tuple((i,) for i in sorted(added)), known))

    def _anchors(
        self,
        correction: Correction,
        part: Sequence[Selector],
        number: Mapping[Member, int],
        *,
        is_told: bool = True,
    ) -> tuple[Anchor, ...]:
        members = self._members(correction, part, is_told=is_told)
        return tuple((number[m],) for m in members if m in number)

    def _members(
        self, correction: Correction, part: Sequence[Selector], *, is_told: bool = True
    ) -> list[Member]:
        found = []
        for selector in part:
            reading = self._readings.get(selector.article)
            entity = find_entity(reading, selector) if reading else None
            if entity is not None:
                found.append((selector.article, entity))
            elif is_told:
                self._book.miss(correction, [selector])
        return found


def find_entity(reading: Reading, selector: Selector) -> str | None:
    """Return the entity of a report that is named where a selector points."""
    place = locate(selector, reading.text)
    return pick([place], places_named(reading), touching=True) if place else None


def _set(entity: LedgerEntity, field: str, value: str | None) -> LedgerEntity:
    if field == "role":
        return replace(entity, role=value)
    if field == "kind" and value:
        kind = EntityKind(value)
        is_placed = kind is EntityKind.PLACE
        return replace(entity, kind=kind, place=entity.place if is_placed else None)
    if field == "place":
        place = place_of(value) if value else None
        return replace(entity, place=place, place_why=place.why if place else "set by hand")
    if not value or value == entity.name:
        return entity
    aliases = {*entity.aliases, entity.name} - {value}
    return replace(entity, name=value, aliases=tuple(sorted(aliases)))


def _nearness(items: Sequence[Item]) -> Nearness:
    def near(one: int, side: Collection[int]) -> float:
        """How near an entity is to others: by its spelling first, then by the affair in which it stands."""
        item = items[one]
        spelling = max(
            (JaroWinkler.similarity(a, b) for i in side for a in item.names[:1] for b in items[i].names[:1]),
            default=0.0,
        )
        return round(spelling, 6) + 0.01 * any(items[i].affair == item.affair for i in side)

    return near
