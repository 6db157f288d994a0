"""Which places of a name lie in what stands beside it, and in what they should but do not."""

from collections.abc import Iterable
from functools import lru_cache

from sayso.collate.places.candidates import Candidate, candidates_of
from sayso.collate.places.evidence import Beside
from sayso.collate.places.gazetteer import Spot, country_spot
from sayso.core.place import PlaceLevel


def find_inside(candidates: Iterable[Candidate], beside: Iterable[Beside]) -> frozenset[str]:
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


def find_unmet(beside: Iterable[Beside]) -> str | None:
    """Return a name in which a place is said to lie for sure, though no candidate does."""
    for one in beside:
        if one.is_sure:
            regions = [r for r in _regions(one.name) if r.level is not PlaceLevel.ADMIN2]
            if (
                regions or not candidates_of(one.name).candidates
            ):  # towns hold no others: a list, or a journey
                return regions[0].name if one.name.startswith("=") else one.name
    return None
