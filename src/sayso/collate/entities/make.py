"""The ledger's entities, made of the items that are one, and the governments that capitals stand for."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from sayso.collate.entities.items import Item
from sayso.collate.identity import content_id
from sayso.collate.names import fold_name
from sayso.collate.places.roots import agree
from sayso.collate.places.seats import seat_named
from sayso.core.ledger import LedgerEntity
from sayso.core.reading import EntityKind
from sayso.read.entities.lexicon import country_named, country_of_capital

_KINDS = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE, EntityKind.OTHER)


def make_entities(groups: Iterable[Sequence[Item]]) -> tuple[LedgerEntity, ...]:
    """Make one entity of each group of items, those of most reports first."""
    made = []
    taken: set[str] = set()
    for group in sorted(groups, key=lambda g: min(item.member for item in g)):
        names = Counter(n for item in group for n in (item.entity.name, *item.entity.aliases))
        kind = _commonest(item.entity.kind for item in group)
        main = Counter(item.entity.name for item in group if item.is_named or not _is_any_named(group))
        name = max(main, key=lambda n: (n[:1].isupper(), len(fold_name(n).split()), main[n], len(n), n))
        members = tuple(sorted(item.member for item in group))
        own = content_id("entity", kind, fold_name(name))
        if own in taken:
            own = content_id("entity", kind, fold_name(name), *members[0])
        taken.add(own)
        roles = Counter(item.entity.role for item in group if item.entity.role)
        role = max(roles, key=lambda r: (roles[r], len(r), r)) if roles else None
        aliases = tuple(sorted(n for n in names if n != name))
        placing = agree(i.placing for i in group if i.placing) if kind is EntityKind.PLACE else None
        place, why = (placing.place, placing.why) if placing else (None, "")
        made.append(LedgerEntity(own, name, kind, aliases, role, members, place=place, place_why=why))
    return tuple(sorted(made, key=lambda e: (-len(e.members), e.name, e.id)))


def _is_any_named(group: Sequence[Item]) -> bool:
    """Whether any report has a name for an entity: where one has, no description is its name."""
    return any(item.is_named for item in group)


def _commonest(kinds: Iterable[EntityKind]) -> EntityKind:
    counts = Counter(kinds)
    return max(_KINDS, key=lambda k: (counts[k], -_KINDS.index(k)))


def find_governments(entities: Sequence[LedgerEntity], speakers: Collection[str]) -> dict[str, str]:
    """Map each capital's entity, and each building's by which a government is named, to its country's.

    A building is its country only where that is among the ``speakers``, by their ids: news of a country's own affairs
    has its presidency and its parliament speak, not the country.
    """
    countries: dict[str, str] = {}
    for entity in entities:
        country = country_named(entity.name)
        if country is not None:
            countries.setdefault(country.code, entity.id)
    found = {}
    for entity in entities:
        country, seat = country_of_capital(entity.name), seat_named(entity.name)
        code = country.code if country else seat.country if seat and seat.is_government else ""
        if (
            code in countries
            and country_named(entity.name) is None
            and (country or countries[code] in speakers)
        ):
            found[entity.id] = countries[code]
    return found
