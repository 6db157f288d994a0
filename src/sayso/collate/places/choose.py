"""Which of the places of a name a report means.

Each candidate is scored in powers of ten of people, as if context made a place known to more of them:

1. how many people it has, more for countries and seats of government;
2. the names beside it ("Tarn, Veltria", "the Veltrian town of Tarn") decide wherever there are any;
3. then the provinces that the report names, then the countries of the report, then those of its affair.

Population alone decides only for places that are known all over the world, and is then said to. What cannot be told
is not placed; the reason is given.
"""

from collections.abc import Sequence
from dataclasses import replace

from sayso.collate.places.candidates import Candidate, candidates_of
from sayso.collate.places.context import Context
from sayso.collate.places.gazetteer import Spot, country_spot
from sayso.collate.places.inside import find_inside, find_unmet
from sayso.collate.places.placing import (
    BESIDE,
    CLEAR,
    GROUNDS,
    NOWHERE,
    Placing,
    made_placing,
    place_candidate,
    place_seat,
)
from sayso.collate.places.scores import KNOWN, Scored, is_known, is_seat, score_candidate
from sayso.collate.places.seats import seat_named
from sayso.core.place import PlaceLevel

_MARGIN = 0.4  # by which the best must be ahead of one that lies elsewhere
_FAR = 1.2
_FEW = 5  # places of a name; of more, one in a country that the report hardly names must be known widely
_MANY = 15  # and of more than these it is not believed
_MAIN = 0.5  # of the most-named country's share: a country that the report is about
_CITY = 5.0  # from which a name that province and town share means the town


def choose_place(name: str, context: Context) -> Placing:
    """Return the place that a name means in its context, or why that cannot be told."""
    if seat := seat_named(name):
        return place_seat(seat)
    named = candidates_of(name)
    if not named.candidates:
        return _place_within(context) or Placing(None, NOWHERE)
    inside = find_inside(named.candidates, context.beside)
    is_country = any(c.spot.level is PlaceLevel.COUNTRY for c in named.candidates)
    if not inside and not is_country and (unmet := find_unmet(context.beside)):
        return _place_within(context) or Placing(
            None, f"no place of this name is known in {unmet}, beside which it stands"
        )
    scored = sorted(
        (score_candidate(c, name, context, is_inside=c.spot.id in inside) for c in named.candidates),
        key=lambda s: (-s.score, s.candidate.spot.id),
    )
    best = scored[0]
    rivals = [s for s in scored if not _is_kin(s.candidate.spot, best.candidate.spot)]
    margin = best.score - rivals[0].score if rivals else BESIDE
    if margin < _MARGIN or _is_stray(best, margin, scored, name, context):
        return Placing(None, f"{len(scored)} places have this name, and the reports do not tell which")
    if best.ground == "fame" and not is_known(best.candidate, name):
        return Placing(
            None, f"nothing in the reports tells of {_where(best.candidate.spot)}, where the name is known"
        )
    kin = [s.candidate for s in scored if _is_kin(s.candidate.spot, best.candidate.spot)]
    chosen = _level_of(kin, best.candidate, context)
    ground = "capital" if best.ground == "fame" and is_seat(chosen, name) else best.ground
    return place_candidate(chosen, ground, margin, is_part=named.is_part)


def _is_stray(best: Scored, margin: float, scored: Sequence[Scored], name: str, context: Context) -> bool:
    """Whether a name that many places have is better left open: a hamlet that no gazetteer has may be meant."""
    if best.ground == "beside" or len(scored) <= _FEW or is_seat(best.candidate, name):
        return False
    if context.countries.get(best.candidate.spot.country, 0.0) >= _MAIN:
        return False
    if margin >= _FAR and best.candidate.fame >= KNOWN:
        return False
    return margin < CLEAR or best.candidate.fame < KNOWN or len(scored) > _MANY


def _place_within(context: Context) -> Placing | None:
    """Place what the gazetteer does not have in the town or province in which it is said to lie."""
    for one in context.beside:
        region = context.around.get(one.entity or "") if one.is_sure else None
        if region and region.level is not PlaceLevel.COUNTRY:
            return replace(made_placing(region, GROUNDS["within"], is_part=False), spot=None)
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


def _where(place: Spot) -> str:
    country = country_spot(place.country)
    return country.name if country else place.country
