"""Gives the people of a ledger their offices, and spokesmen the bodies for which they speak."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.collate.names import fold_name
from sayso.collate.offices.evidence import Member, Naming
from sayso.collate.offices.tenures import make_offices
from sayso.collate.offices.titles import Title
from sayso.core.ledger import LedgerEntity
from sayso.core.reading import EntityKind, Reading
from sayso.read.entities.lexicon import country_named, nouns

_CODE = 2  # letters of a country's code


def with_offices(
    entities: Sequence[LedgerEntity],
    readings: Mapping[str, Reading],
    named: Mapping[Member, Naming],
    bare: Mapping[Member, Title],
) -> tuple[LedgerEntity, ...]:
    """Return the entities with their offices and with whom they speak for."""
    ids = {member: entity.id for entity in entities for member in entity.members}
    namings: dict[str, list[Naming]] = defaultdict(list)
    for member, naming in named.items():
        if member in ids:
            namings[ids[member]].append(naming)
    offices = make_offices(namings)
    titles = {m: n.title for m, n in named.items()} | dict(bare)
    made = []
    for entity in entities:
        spoken = [titles[m] for m in entity.members if m in titles and titles[m].is_spokesman]
        body = _speaks_for(entity, titles, readings, ids) if spoken else None
        if body or entity.id in offices:
            made.append(replace(entity, offices=offices.get(entity.id, ()), speaks_for=body))
        else:
            made.append(entity)
    return tuple(made)


def _speaks_for(
    entity: LedgerEntity,
    titles: Mapping[Member, Title],
    readings: Mapping[str, Reading],
    ids: Mapping[Member, str],
) -> str | None:
    """Return the entity of the body that most reports name in a spokesman's title."""
    votes: Counter[str] = Counter()
    for member in entity.members:
        title = titles.get(member)
        if title and title.is_spokesman and title.body:
            found = _body(title.body, readings[member[0]])
            own = ids.get((member[0], found)) if found else None
            if own is not None and own != entity.id:
                votes[own] += 1
    return max(votes, key=lambda own: (votes[own], own)) if votes else None


def _body(words: str, reading: Reading) -> str | None:
    """Return the entity of a report that a title's words name: a country by its code, a body by its name."""
    code, _, rest = words.partition(" ")
    is_code = len(code) == _CODE and code.isupper()
    name = rest if is_code else words
    best: tuple[int, str] | None = None
    for entity in reading.entities:
        if entity.kind is EntityKind.PERSON:
            continue
        for own in map(fold_name, (entity.name, *entity.aliases)):
            country = country_named(own) if is_code and not name else None
            fits = country.code == code if country else bool(name) and _ends(own, name)
            if fits:
                best = max(best or (-1, ""), (-abs(len(own) - len(name)), entity.id))
    return best[1] if best else None


def _ends(own: str, name: str) -> bool:
    """Whether a body's name is a title's, or the one is the end of the other: a noun alone is every country's."""
    if own == name:
        return True
    shorter = min(own, name, key=len)
    if nouns().singular(shorter) or shorter in nouns().generic_bodies:
        return False
    return own.endswith(f" {name}") or name.endswith(f" {own}")
