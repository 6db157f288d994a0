"""Entities across reports: whom and what the entities of single reports stand for.

1. The same folded name and a kind that fits: one entity, on the whole desk. Places of one name that lie apart are two;
   names of one place of the gazetteer (Khost, Khowst) are one.
2. Spellings of one name (rapidfuzz over the consonants that transliterations keep): one entity.
3. Within an affair: an abbreviation and the name whose initials it is; a surname alone and the one person who
   bears it. A surname that two people bear stays by itself.

A spokesman and the body for which he speaks stay two entities. Whom a report means by nothing but pronouns ("we",
"you") is no entity of the ledger: the same word is somebody else in the next report.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.collate.identity import content_id
from sayso.collate.linkage import components
from sayso.collate.names import are_spellings, fold_name, initials, is_abbreviation, skeleton
from sayso.collate.offices.attach import with_offices
from sayso.collate.offices.holders import Titled, find_titled
from sayso.collate.places.choose import Placing
from sayso.collate.places.place import place_members
from sayso.collate.places.roots import Roots, agree, lie_apart, root_of
from sayso.collate.places.seats import seat_named
from sayso.core.ledger import LedgerEntity
from sayso.core.read_article import ReadArticle
from sayso.core.reading import Entity, EntityKind, MentionForm, Reading
from sayso.read.entities.lexicon import country_named, country_of_capital

Member = tuple[str, str]  # (article id, entity id within it)

_KINDS = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE, EntityKind.OTHER)


@dataclass(frozen=True, slots=True)
class Cast:
    """The entities of a ledger, and the way from a report's entity to its ledger entity."""

    entities: tuple[LedgerEntity, ...]
    ids: Mapping[Member, str]
    governments: Mapping[str, str]  # a capital's or a government building's entity, and its country's

    def find(self, article: str, entity: str | None) -> str | None:
        """Return the ledger entity of a report's entity."""
        return self.ids.get((article, entity)) if entity is not None else None

    def find_speaker(self, article: str, entity: str | None) -> str | None:
        """Return who speaks: a capital that speaks is its country's government, where the ledger knows it."""
        own = self.find(article, entity)
        if own is None:
            return None
        return self.governments.get(own, own)


@dataclass(frozen=True, slots=True)
class Item:
    """An entity of one report with its folded names; ``affair`` is the affair of the report."""

    member: Member
    entity: Entity
    names: tuple[str, ...]  # folded; the main one first
    affair: int
    is_named: bool = True  # and not only described
    placing: Placing | None = None
    root: str | None = None  # the country or province in which a place surely lies


Regroup = Callable[[Sequence[Sequence[Item]]], Sequence[Sequence[Item]]]


def join_entities(
    reads: Sequence[ReadArticle], affairs: Mapping[str, int], regroup: Regroup = lambda groups: groups
) -> Cast:
    """Join the entities of all reports; ``affairs`` maps each report's id to the number of its affair.

    ``regroup`` has the last word on which are one.
    """
    readings = {r.reading.id: r.reading for r in reads}
    placings = place_members(list(readings.values()), affairs)
    items = [_placed(item, placings.get(item.member)) for item in _items(reads, affairs)]
    titled = find_titled(readings.values(), affairs)
    pairs = [*_same_places(items), *_same_names(items, titled), *_spellings(items)]
    groups = components(len(items), pairs)
    pairs += _within_affairs(items, groups)
    pairs += _holders(items, components(len(items), pairs), titled)
    groups = components(len(items), pairs)
    made = _make_entities(regroup([[items[i] for i in group] for group in groups]))
    entities = with_offices(made, readings, titled.named, titled.bare)
    ids = {member: entity.id for entity in entities for member in entity.members}
    return Cast(entities, ids, _governments(entities))


def only_pronouns(reading: Reading) -> frozenset[str]:
    """Return the ids of a report's entities that it speaks of by pronouns only."""
    named = {m.entity for m in reading.mentions if m.entity and m.form is not MentionForm.PRONOUN}
    return frozenset(m.entity for m in reading.mentions if m.entity and m.entity not in named)


def only_described(reading: Reading) -> frozenset[str]:
    """Return the ids of a report's entities that it never names ("the army", "residents")."""
    forms: dict[str, set[MentionForm]] = defaultdict(set)
    for mention in reading.mentions:
        forms[mention.entity or ""].add(mention.form)
    return frozenset(own for own, found in forms.items() if MentionForm.NAME not in found)


def _items(reads: Sequence[ReadArticle], affairs: Mapping[str, int]) -> Iterator[Item]:
    for read in sorted(reads, key=lambda r: r.reading.id):
        pronominal = only_pronouns(read.reading)
        described = only_described(read.reading)
        for entity in read.reading.entities:
            if entity.id in pronominal:
                continue
            main = fold_name(entity.name)
            capital = country_of_capital(entity.name) is not None
            aliases = [a for a in entity.aliases if capital or country_of_capital(a) is None]
            names = dict.fromkeys(n for n in (main, *map(fold_name, aliases)) if n)
            if names:
                affair = affairs[read.reading.id]
                is_named = entity.id not in described
                yield Item((read.reading.id, entity.id), entity, tuple(names), affair, is_named)


def _placed(item: Item, placing: Placing | None) -> Item:
    return replace(item, placing=placing, root=root_of(placing)) if placing else item


def _same_places(items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Join names of one place of the gazetteer."""
    first: dict[str, int] = {}
    for i, item in enumerate(items):
        if item.root and item.placing and item.placing.spot:
            yield first.setdefault(item.placing.spot.id, i), i


def _group(kind: EntityKind) -> str:
    """Return what a name's kind must agree in: readers often differ on which kind of body or place a name is."""
    return "person" if kind is EntityKind.PERSON else "thing"


def _key(item: Item, name: str) -> str:
    country = country_named(name)
    return f"country {country.code}" if country is not None else name


def _same_names(items: Sequence[Item], titled: Titled) -> Iterator[tuple[int, int]]:
    """Join equal names; a lone word is a person's only within one affair, for many people share a surname.

    So is a description, and a title only where no report of the affair names who holds the office.
    """
    first: dict[tuple[object, ...], int] = {}
    roots = Roots((item.affair, name, item.root) for item in items for name in item.names)
    for i, item in enumerate(items):
        group = _group(item.entity.kind)
        if titled.is_holder(item.member):
            continue
        for name in item.names:
            lone = " " not in name and (group == "person" or is_abbreviation(name.upper()))
            root = roots.find(item.affair, name, item.root) if group == "thing" else ""
            key = (group, _key(item, name), item.affair if lone or not item.is_named else -1, root)
            if lone and group == "person" and len(item.names[0].split()) > 1:
                continue  # his surname is found below, where it is clear whose it is
            yield first.setdefault(key, i), i


def _spellings(items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Join names of several words, and long ones of one word, that are spelled alike."""
    blocks: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for i, item in enumerate(items):
        name = item.names[0]
        words = name.split()
        if len(words) > 1 or (_group(item.entity.kind) == "thing" and len(name) > 5):
            key = (_group(item.entity.kind), f"{len(words)} {skeleton(words[-1].replace('v', 'w'))}")
            blocks[key].setdefault(name, i)
    for block in blocks.values():
        names = sorted(block)
        for a, one in enumerate(names):
            for other in names[a + 1 :]:
                apart = lie_apart(items[block[one]].root, items[block[other]].root)
                if one[0] == other[0] and not apart and are_spellings(one, other):
                    yield block[one], block[other]


def _holders(
    items: Sequence[Item], groups: Sequence[tuple[int, ...]], titled: Titled
) -> list[tuple[int, int]]:
    """Join titles without a name to the people who hold the offices."""
    people = {items[i].member: number for number, group in enumerate(groups) for i in group}
    number = {item.member: i for i, item in enumerate(items)}
    return [
        (number[holder], number[own]) for own, holder in titled.find_holders(people).items() if own in number
    ]


def _within_affairs(items: Sequence[Item], groups: Sequence[tuple[int, ...]]) -> list[tuple[int, int]]:
    """Join abbreviations to full names, and lone surnames to the only person of the affair who bears them."""
    number = {i: g for g, group in enumerate(groups) for i in group}
    full: dict[tuple[int, str], dict[int, int]] = defaultdict(dict)
    lone: list[tuple[int, int, str]] = []
    for i, item in enumerate(items):
        for name in item.names:
            words = name.split()
            if _group(item.entity.kind) == "person":
                if len(words) > 1:
                    for word in {words[0], words[-1]}:
                        full[item.affair, f"person {word}"].setdefault(number[i], i)
                elif len(item.names[0].split()) == 1:
                    lone.append((i, item.affair, f"person {name}"))
            elif short := initials(name):
                full[item.affair, f"thing {short}"].setdefault(number[i], i)
            elif is_abbreviation(name.upper()) and len(words) == 1:
                lone.append((i, item.affair, f"thing {name}"))
    pairs = []
    for i, affair, key in lone:
        bearers = full.get((affair, key), {})
        if len(bearers) == 1 and number[i] not in bearers:
            pairs.append((next(iter(bearers.values())), i))
    return pairs


def _make_entities(groups: Iterable[Sequence[Item]]) -> tuple[LedgerEntity, ...]:
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


def _governments(entities: Sequence[LedgerEntity]) -> dict[str, str]:
    """Map each capital's entity, and each building's by which a government is named, to its country's."""
    countries: dict[str, str] = {}
    for entity in entities:
        country = country_named(entity.name)
        if country is not None:
            countries.setdefault(country.code, entity.id)
    found = {}
    for entity in entities:
        country, seat = country_of_capital(entity.name), seat_named(entity.name)
        code = country.code if country else seat.country if seat and seat.is_government else ""
        if code in countries and country_named(entity.name) is None:
            found[entity.id] = countries[code]
    return found
