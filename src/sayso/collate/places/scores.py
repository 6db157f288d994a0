"""How likely a report means each place of a name: in powers of ten of people, as ``choose`` says."""

from dataclasses import dataclass
from functools import lru_cache

from sayso.collate.places.candidates import Candidate
from sayso.collate.places.context import Context
from sayso.collate.places.gazetteer import Spot
from sayso.collate.places.placing import BESIDE
from sayso.core.place import PlaceLevel
from sayso.read.entities.lexicon import country_of_capital

_ADMIN = 1.5  # the report names the province
_NAMED, _SHARE = 1.0, 2.0  # the report names the country; in the share that the most-named one has
_AFFAIR = 0.7  # as much of this where only other reports of the affair do
_SEAT = 1.5  # a seat of government
_LEVEL = 3.0  # the words say of which level it is
KNOWN = 5.5  # powers of ten of people from which a place is known without context


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its score, and what tells for it most."""

    candidate: Candidate
    score: float
    ground: str  # beside, admin, country, affair or fame


def score_candidate(candidate: Candidate, name: str, context: Context, *, is_inside: bool) -> Scored:
    """Score a candidate; ``is_inside`` says that it lies in what stands beside the name."""
    place, fame = candidate.spot, candidate.fame
    score = fame + (_SEAT if is_seat(candidate, name) else 0.0)
    if candidate.fits_level is not None:
        score += _LEVEL if candidate.fits_level else -_LEVEL
    if is_inside:
        return Scored(candidate, score + BESIDE, "beside")
    most = fame / 2  # a hamlet is hardly named without its province
    if any(_is_told(own, place, context) for own in (place.admin1, place.admin2) if own):
        return Scored(candidate, score + min(_NAMED + _SHARE, most) + _ADMIN, "admin")
    if share := context.countries.get(place.country):
        return Scored(candidate, score + min(_NAMED + _SHARE * share, most), "country")
    if share := context.affair.get(place.country):
        return Scored(candidate, score + _AFFAIR * min(_NAMED + _SHARE * share, most), "affair")
    return Scored(candidate, score, "fame")


def _is_told(admin: str, place: Spot, context: Context) -> bool:
    """Whether the report names a division in which a place lies, by another name than the one in question."""
    return admin != place.id and context.admins.get(admin, 0) > (admin == context.own_admin)


def is_seat(candidate: Candidate, name: str) -> bool:
    """Whether a candidate is the seat of government of this name."""
    own = candidate.spot
    return candidate.is_main and own.level is PlaceLevel.TOWN and _seat_of(name) == own.country


@lru_cache(maxsize=4096)
def _seat_of(name: str) -> str | None:
    country = country_of_capital(name)
    return country.code if country else None


def is_known(candidate: Candidate, name: str) -> bool:
    """Whether a candidate is known without context."""
    if candidate.spot.level in (PlaceLevel.COUNTRY, PlaceLevel.ADMIN1) and candidate.is_main:
        return candidate.fame >= KNOWN - 1
    return candidate.fame >= KNOWN or is_seat(candidate, name)
