"""Places the entities of reports: report by report, with what the other reports of the affair tell."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from sayso.collate.names import are_spellings, fold_name
from sayso.collate.places.candidates import country_code_of
from sayso.collate.places.choose import choose_place
from sayso.collate.places.context import Context
from sayso.collate.places.evidence import Beside, Evidence, find_evidence
from sayso.collate.places.keys import LEVEL_WORDS, place_key
from sayso.collate.places.placing import NOWHERE, Placing, confirmed
from sayso.collate.places.words import part_words
from sayso.core.place import PlaceLevel
from sayso.core.reading import Entity, EntityKind, Reading
from sayso.read.entities.lexicon import countries, country_named, country_of_capital

Member = tuple[str, str]  # (article id, entity id within it)

_KNOWN = 0.6  # a town placed with this confidence tells where others lie
_BESIDE = 8  # names that are looked at
_ASIDE = 0.5  # of the most-named country's share: of the others none is the one that a report is about
_TOWN = 0.5  # how much a town says of its country's part in a report
_CAPITAL = "capital"
_GENERIC = frozenset(
    {*LEVEL_WORDS, "border", "area", "areas", "capital", "coast", "world", "country", "republic"}
)


def place_members(readings: Sequence[Reading], affairs: Mapping[str, int]) -> dict[Member, Placing]:
    """Return where each report's entities of kind ``place`` lie, or why that cannot be told."""
    evidence = {r.id: find_evidence(r) for r in readings}
    groups: dict[int, list[Reading]] = defaultdict(list)
    for reading in sorted(readings, key=lambda r: r.id):
        groups[affairs[reading.id]].append(reading)
    placed: dict[Member, Placing] = {}
    for members in groups.values():
        placed |= _place_affair(members, evidence)
    return placed


def _place_affair(readings: Sequence[Reading], evidence: Mapping[str, Evidence]) -> dict[Member, Placing]:
    counts: Counter[str] = Counter()
    beside: dict[str, dict[Beside, None]] = defaultdict(dict)
    for reading in readings:
        counts.update(evidence[reading.id].countries)
        for entity in _places(reading):
            for found in evidence[reading.id].beside.get(entity.id, ()):
                beside[place_key(entity.name)][found] = None
    placed: dict[Member, Placing] = {}
    for reading in readings:
        own = evidence[reading.id]
        others = Counter(counts)
        others.subtract(own.countries)
        affair = _shares(others)
        first = _place_report(reading, own, affair, beside, {}, {})
        placed |= {
            (reading.id, i): p
            for i, p in _place_report(reading, own, affair, beside, first, _towns(first)).items()
        }
    return placed | _spelled_alike(readings, placed)


def _spelled_alike(readings: Sequence[Reading], placed: Mapping[Member, Placing]) -> dict[Member, Placing]:
    """Place names that no gazetteer has as another report of the affair spells them, where that is one place."""
    known: dict[str, dict[str, list[Placing]]] = defaultdict(lambda: defaultdict(list))
    unknown: dict[str, list[Member]] = defaultdict(list)
    here: dict[str, set[str]] = defaultdict(set)
    for reading in readings:
        for entity in _places(reading):
            name, placing = fold_name(entity.name), placed[reading.id, entity.id]
            here[reading.id].add(name)
            if placing.spot is not None:
                known[name[:1]][name].append(placing)
            elif placing.place is None and placing.why == NOWHERE and names_of(entity):
                unknown[name].append((reading.id, entity.id))
    found = {}
    for name, members in unknown.items():
        alike = {other: told for other, told in known[name[:1]].items() if are_spellings(name, other)}
        places = {placing.spot.id for told in alike.values() for placing in told if placing.spot}
        if len(places) != 1:
            continue
        spelling = min(alike)
        for member in members:
            if not here[member[0]] & alike.keys():
                found[member] = confirmed(alike[spelling][0], spelling)
    return found


def _towns(placed: Mapping[str, Placing]) -> dict[str, float]:
    """Return how much the towns and provinces that are surely placed say of their countries."""
    counts: Counter[str] = Counter()
    for placing in placed.values():
        if placing.place is None or placing.spot is None or placing.spot.level is PlaceLevel.COUNTRY:
            continue
        if placing.place.confidence >= _KNOWN:
            counts[placing.place.country] += 1
    return {code: _TOWN * count for code, count in counts.items()}


def _place_report(
    reading: Reading,
    evidence: Evidence,
    affair: Mapping[str, float],
    beside: Mapping[str, Iterable[Beside]],
    first: Mapping[str, Placing],
    towns: Mapping[str, float],
) -> dict[str, Placing]:
    """Place a report's entities; ``first`` is what a first round has found without the help of other towns."""
    spots = {i: p.spot for i, p in first.items() if p.spot}
    admins = Counter(s.id for s in spots.values() if s.level in (PlaceLevel.ADMIN1, PlaceLevel.ADMIN2))
    placed = {}
    for entity in _places(reading):
        counts = defaultdict(float, evidence.countries)
        own = evidence.own.get(entity.id, {})
        if (was := first.get(entity.id)) and was.place and was.place.country in towns:
            counts[was.place.country] -= _TOWN
        for code in {*towns, *own}:
            counts[code] += towns.get(code, 0.0) - own.get(code, 0.0)
        listed = evidence.listed.get(entity.id, frozenset())
        context = Context(
            beside=_few(evidence.beside.get(entity.id, ()) or beside.get(place_key(entity.name), ())),
            countries=_shares(counts),
            affair=affair,
            admins=admins,
            own_admin=spots[entity.id].id if entity.id in spots else None,
            levels=evidence.levels.get(entity.id, frozenset()),
            with_admins=any(_is_admin_only(first.get(i)) for i in listed),
            around=spots,
        )
        placed[entity.id] = _place_entity(entity, context)
    return placed


def _few(beside: Iterable[Beside]) -> tuple[Beside, ...]:
    """Return the first of many names beside a place: a country stands beside thousands."""
    return tuple(islice(beside, _BESIDE))


def _is_admin_only(placing: Placing | None) -> bool:
    return placing is not None and placing.spot is not None and placing.spot.level is PlaceLevel.ADMIN1


def _place_entity(entity: Entity, context: Context) -> Placing:
    names = names_of(entity) or _capital(entity, context)
    if not names:
        return Placing(None, "it has no name of its own")
    tried = [choose_place(name, context) for name in names]
    return next((p for p in tried if p.place), tried[0])


def names_of(entity: Entity) -> list[str]:
    """Return the names by which an entity may be looked up: no description, no part of another name, no capital."""
    own = [
        n
        for n in (entity.name, *entity.aliases)
        if n[:1].isupper() and not _is_generic(n) and not n.endswith(_CAPITAL)
    ]
    is_country = country_named(entity.name) is not None
    kept: list[str] = []
    for name in own:
        words = set(place_key(name).split())
        if is_country and country_of_capital(name) and not country_named(name):
            continue
        if not any(words < set(place_key(k).split()) for k in kept):
            kept.append(name)
    return kept


def _capital(entity: Entity, context: Context) -> list[str]:
    """Return the name of the town that a report calls the capital, where it is clear of which country."""
    words = entity.name.split()
    if words[-1:] != [_CAPITAL]:
        return []
    told = next((country_code_of(w) for w in (" ".join(words[:-1]), *words[:-1]) if country_code_of(w)), None)
    shares = sorted(context.countries.items(), key=lambda c: (-c[1], c[0]))
    if told is None and shares and (len(shares) == 1 or shares[1][1] <= _ASIDE):
        told = shares[0][0]
    return [c.capitals[0] for c in countries() if c.code == told and c.capitals]


def _is_generic(name: str) -> bool:
    return all(word in _GENERIC or word in part_words() for word in place_key(name).split())


def _places(reading: Reading) -> list[Entity]:
    return [e for e in reading.entities if e.kind is EntityKind.PLACE]


def _shares(counts: Mapping[str, float]) -> dict[str, float]:
    most = max(counts.values(), default=0.0)
    return {code: count / most for code, count in counts.items() if count > 0} if most > 0 else {}
