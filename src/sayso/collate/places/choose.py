"""Which of the places of a name a report means.

Each candidate is scored in powers of ten of people, as if context made a place known to more of them:

1. how many people it has, more for countries and seats of government;
2. the names beside it ("Tarn, Veltria", "the Veltrian town of Tarn") decide wherever there are any;
3. then the provinces that the report names, then the countries of the report, then those of its affair.

Population alone decides only for places that are known all over the world, and is then said to. What cannot be told
is not placed; the reason is given.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.collate.places.candidates import Candidate, candidates_of
from sayso.collate.places.evidence import Beside
from sayso.collate.places.gazetteer import SOURCE, Spot, country_spot, spot
from sayso.collate.places.seats import Seat, seat_named
from sayso.core.place import Place, PlaceLevel
from sayso.read.entities.lexicon import country_of_capital

_BESIDE = 8.0
_ADMIN = 1.5  # the report names the province
_NAMED, _SHARE = 1.0, 2.0  # the report names the country; in the share that the most-named one has
_AFFAIR = 0.7  # as much of this where only other reports of the affair do
_SEAT = 1.5  # a seat of government
_LEVEL = 3.0  # the words say of which level it is
_MARGIN = 0.4  # by which the best must be ahead of one that lies elsewhere
_CLEAR = 1.0
_FAR = 1.2
_SPELLED = 0.85  # how much less sure it is where only another report's spelling is known
_KNOWN = 5.5  # powers of ten of people from which a place is known without context
_FEW = 5  # places of a name; of more, one in a country that the report hardly names must be known widely
_MANY = 15  # and of more than these it is not believed
_MAIN = 0.5  # of the most-named country's share: a country that the report is about
_CITY = 5.0  # from which a name that province and town share means the town
_PRECISION = {PlaceLevel.TOWN: 1, PlaceLevel.ADMIN2: 2, PlaceLevel.ADMIN1: 3}  # ACLED's codes


NOWHERE = "no place of the gazetteer has this name"


@dataclass(frozen=True, slots=True)
class Context:
    """What is told around a place."""

    beside: tuple[Beside, ...]
    countries: Mapping[str, float]  # 1 for the one that the report names most often
    affair: Mapping[str, float]
    admins: Mapping[
        str, int
    ]  # the first- and second-order divisions that the report names, by how many names
    own_admin: str | None  # of these, the one that the name itself was taken for
    levels: frozenset[int]
    with_admins: bool  # whether it stands in a list with provinces
    around: Mapping[str, Spot]  # where the names beside it lie, by their entities


@dataclass(frozen=True, slots=True)
class Placing:
    """A place, or None, and what decided."""

    place: Place | None
    why: str
    spot: Spot | None = None  # what it is; None where it only lies there: a hotel, a part of a province


@dataclass(frozen=True, slots=True)
class _Scored:
    candidate: Candidate
    score: float
    ground: str  # beside, admin, country, affair or fame


_GROUNDS = {
    "beside": ("the name beside it", 0.95),
    "admin": ("a province that the report names", 0.9),
    "country": ("the country that the report names", 0.85),
    "affair": ("a country that other reports of the affair name", 0.75),
    "within": ("it is in no gazetteer itself, but is said to lie here", 0.85),
    "seat": ("it is the name of a seat of government there", 0.9),
    "capital": ("the capital of this name", 0.8),
    "fame": ("nothing but how widely known it is", 0.6),
}


def choose_place(name: str, context: Context) -> Placing:
    """Return the place that a name means in its context, or why that cannot be told."""
    if seat := seat_named(name):
        return _place_seat(seat)
    named = candidates_of(name)
    if not named.candidates:
        return _place_within(context) or Placing(None, NOWHERE)
    inside = _inside(named.candidates, context.beside)
    is_country = any(c.spot.level is PlaceLevel.COUNTRY for c in named.candidates)
    if not inside and not is_country and (unmet := _unmet(context.beside)):
        return _place_within(context) or Placing(
            None, f"no place of this name is known in {unmet}, beside which it stands"
        )
    scored = sorted(
        (_score(c, name, context, is_inside=c.spot.id in inside) for c in named.candidates),
        key=lambda s: (-s.score, s.candidate.spot.id),
    )
    best = scored[0]
    rivals = [s for s in scored if not _is_kin(s.candidate.spot, best.candidate.spot)]
    margin = best.score - rivals[0].score if rivals else _BESIDE
    if margin < _MARGIN or _is_stray(best, margin, scored, name, context):
        return Placing(None, f"{len(scored)} places have this name, and the reports do not tell which")
    if best.ground == "fame" and not _is_known(best.candidate, name):
        return Placing(
            None, f"nothing in the reports tells of {_where(best.candidate.spot)}, where the name is known"
        )
    kin = [s.candidate for s in scored if _is_kin(s.candidate.spot, best.candidate.spot)]
    chosen = _level_of(kin, best.candidate, context)
    is_seat = best.ground == "fame" and _is_seat(chosen, name)
    return _place(chosen, "capital" if is_seat else best.ground, margin, is_part=named.is_part)


def confirmed(placing: Placing, spelling: str) -> Placing:
    """Return the place of a name that another report spells otherwise."""
    if placing.place is None:
        return placing
    why = f"another report spells it {spelling}"
    place = replace(placing.place, confidence=round(_SPELLED * placing.place.confidence, 2), why=why)
    return Placing(place, why, placing.spot)


def _is_stray(best: _Scored, margin: float, scored: Sequence[_Scored], name: str, context: Context) -> bool:
    """Whether a name that many places have is better left open: a hamlet that no gazetteer has may be meant."""
    if best.ground == "beside" or len(scored) <= _FEW or _is_seat(best.candidate, name):
        return False
    if context.countries.get(best.candidate.spot.country, 0.0) >= _MAIN:
        return False
    if margin >= _FAR and best.candidate.fame >= _KNOWN:
        return False
    return margin < _CLEAR or best.candidate.fame < _KNOWN or len(scored) > _MANY


def _place_within(context: Context) -> Placing | None:
    """Place what the gazetteer does not have in the town or province in which it is said to lie."""
    for one in context.beside:
        region = context.around.get(one.entity or "") if one.is_sure else None
        if region and region.level is not PlaceLevel.COUNTRY:
            return replace(_made(region, _GROUNDS["within"], is_part=False), spot=None)
    return None


def _score(candidate: Candidate, name: str, context: Context, *, is_inside: bool) -> _Scored:
    place, fame = candidate.spot, candidate.fame
    score = fame + (_SEAT if _is_seat(candidate, name) else 0.0)
    if candidate.fits_level is not None:
        score += _LEVEL if candidate.fits_level else -_LEVEL
    if is_inside:
        return _Scored(candidate, score + _BESIDE, "beside")
    most = fame / 2  # a hamlet is hardly named without its province
    if any(_is_told(own, place, context) for own in (place.admin1, place.admin2) if own):
        return _Scored(candidate, score + min(_NAMED + _SHARE, most) + _ADMIN, "admin")
    if share := context.countries.get(place.country):
        return _Scored(candidate, score + min(_NAMED + _SHARE * share, most), "country")
    if share := context.affair.get(place.country):
        return _Scored(candidate, score + _AFFAIR * min(_NAMED + _SHARE * share, most), "affair")
    return _Scored(candidate, score, "fame")


def _is_told(admin: str, place: Spot, context: Context) -> bool:
    """Whether the report names a division in which a place lies, by another name than the one in question."""
    return admin != place.id and context.admins.get(admin, 0) > (admin == context.own_admin)


def _is_seat(candidate: Candidate, name: str) -> bool:
    own = candidate.spot
    return candidate.is_main and own.level is PlaceLevel.TOWN and _seat_of(name) == own.country


@lru_cache(maxsize=4096)
def _seat_of(name: str) -> str | None:
    country = country_of_capital(name)
    return country.code if country else None


def _is_known(candidate: Candidate, name: str) -> bool:
    if candidate.spot.level in (PlaceLevel.COUNTRY, PlaceLevel.ADMIN1) and candidate.is_main:
        return candidate.fame >= _KNOWN - 1
    return candidate.fame >= _KNOWN or _is_seat(candidate, name)


def _inside(candidates: Iterable[Candidate], beside: Iterable[Beside]) -> frozenset[str]:
    """Return the ids of the candidates that lie in what stands beside them."""
    regions = {region.id for one in beside for region in _regions(one.name)}
    spots = (c.spot for c in candidates) if regions else ()
    return frozenset(s.id for s in spots if regions & ({s.country, s.admin1, s.admin2} - {s.id}))


@lru_cache(maxsize=16384)
def _regions(name: str) -> tuple[Spot, ...]:
    if name.startswith("="):
        country = country_spot(name[1:])
        return (country,) if country else ()
    return tuple(c.spot for c in candidates_of(name).candidates if c.spot.level is not PlaceLevel.TOWN)


def _unmet(beside: Iterable[Beside]) -> str | None:
    """Return a name in which a place is said to lie for sure, though no candidate does."""
    for one in beside:
        if one.is_sure:
            regions = [r for r in _regions(one.name) if r.level is not PlaceLevel.ADMIN2]
            if (
                regions or not candidates_of(one.name).candidates
            ):  # towns hold no others: a list, or a journey
                return regions[0].name if one.name.startswith("=") else one.name
    return None


def _is_kin(one: Spot, other: Spot) -> bool:
    """Whether the one lies in the other: a province and the town that gives it its name."""
    return one.lies_in(other) or other.lies_in(one)


def _level_of(kin: Sequence[Candidate], best: Candidate, context: Context) -> Candidate:
    """Return which of a country, its province and the town of one name is meant."""
    by_level: dict[PlaceLevel, Candidate] = {}
    for candidate in kin:
        by_level.setdefault(candidate.spot.level, candidate)
    if PlaceLevel.COUNTRY in by_level or best.fits_level:
        return by_level.get(PlaceLevel.COUNTRY, best) if not best.fits_level else best
    town, first = by_level.get(PlaceLevel.TOWN), by_level.get(PlaceLevel.ADMIN1)
    second = by_level.get(PlaceLevel.ADMIN2)
    wanted = {1: first or second, 2: second, 3: town}
    for level in sorted(context.levels):
        if (found := wanted.get(level)) is not None:
            return found
    if town is None or first is None:
        return town or best
    if context.with_admins and town.fame < _CITY + 1:
        return first
    return town if town.fame >= _CITY else first


def _place_seat(seat: Seat) -> Placing:
    """Place a building by which a government is named in its town."""
    towns = [c for c in candidates_of(seat.town).candidates if c.spot.level is PlaceLevel.TOWN]
    inside = [c for c in towns if c.spot.country == seat.country]
    if not inside:
        return Placing(None, "a seat of government whose town is in no gazetteer")
    best = max(inside, key=lambda c: (c.fame, c.spot.id))
    return replace(_place(best, "seat", _BESIDE, is_part=False), spot=None)


def _place(candidate: Candidate, ground: str, margin: float, *, is_part: bool) -> Placing:
    own = candidate.spot
    words, confidence = _GROUNDS[ground]
    if own.level is PlaceLevel.COUNTRY and margin >= _CLEAR:
        words, confidence = "the country of this name", 0.97
    elif ground == "fame" and own.level is PlaceLevel.ADMIN1 and margin >= _CLEAR:
        confidence = 0.75
    elif margin < _CLEAR:
        confidence -= 0.2
    return _made(own, (words, confidence), is_part=is_part)


def _made(own: Spot, ground: tuple[str, float], *, is_part: bool) -> Placing:
    place = made_place(own, ground, is_part=is_part)
    return Placing(place, place.why, None if is_part else own)


def made_place(own: Spot, ground: tuple[str, float], *, is_part: bool = False) -> Place:
    """Return a place of the gazetteer on a ground: what decided, and how surely; ``is_part`` of something in it."""
    words, confidence = ground
    admin1 = spot(own.admin1) if own.admin1 else None
    precision = _PRECISION.get(own.level)
    return Place(
        name=own.name,
        level=own.level,
        country=own.country,
        admin1=admin1.name if admin1 else None,
        latitude=own.latitude,
        longitude=own.longitude,
        precision=max(2, precision) if is_part and precision else precision,
        source=f"{SOURCE} {own.id}",
        confidence=round(confidence, 2),
        why=words,
    )


def _where(place: Spot) -> str:
    country = country_spot(place.country)
    return country.name if country else place.country
