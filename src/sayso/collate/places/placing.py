"""What a name is placed at: a place with what decided and how surely, or why it cannot be told."""

from dataclasses import dataclass, replace

from sayso.collate.places.candidates import Candidate, candidates_of
from sayso.collate.places.gazetteer import SOURCE, Spot, spot
from sayso.collate.places.seats import Seat
from sayso.core.place import Place, PlaceLevel

NOWHERE = "no place of the gazetteer has this name"
_SPELLED = 0.85  # how much less sure it is where only another report's spelling is known
_PRECISION = {PlaceLevel.TOWN: 1, PlaceLevel.ADMIN2: 2, PlaceLevel.ADMIN1: 3}  # ACLED's codes
BESIDE = 8.0  # added for what lies in what stands beside it; more than context can
CLEAR = 1.0  # ahead of the next one by so much it is clear
GROUNDS = {
    "beside": ("the name beside it", 0.95),
    "admin": ("a province that the report names", 0.9),
    "country": ("the country that the report names", 0.85),
    "affair": ("a country that other reports of the affair name", 0.75),
    "within": ("it is in no gazetteer itself, but is said to lie here", 0.85),
    "seat": ("it is the name of a seat of government there", 0.9),
    "capital": ("the capital of this name", 0.8),
    "fame": ("nothing but how widely known it is", 0.6),
}


@dataclass(frozen=True, slots=True)
class Placing:
    """A place, or None, and what decided."""

    place: Place | None
    why: str
    spot: Spot | None = None  # what it is; None where it only lies there: a hotel, a part of a province


def confirmed(placing: Placing, spelling: str) -> Placing:
    """Return the place of a name that another report spells otherwise."""
    if placing.place is None:
        return placing
    why = f"another report spells it {spelling}"
    place = replace(placing.place, confidence=round(_SPELLED * placing.place.confidence, 2), why=why)
    return Placing(place, why, placing.spot)


def place_seat(seat: Seat) -> Placing:
    """Place a building by which a government is named in its town."""
    towns = [c for c in candidates_of(seat.town).candidates if c.spot.level is PlaceLevel.TOWN]
    inside = [c for c in towns if c.spot.country == seat.country]
    if not inside:
        return Placing(None, "a seat of government whose town is in no gazetteer")
    best = max(inside, key=lambda c: (c.fame, c.spot.id))
    return replace(place_candidate(best, "seat", BESIDE, is_part=False), spot=None)


def place_candidate(candidate: Candidate, ground: str, margin: float, *, is_part: bool) -> Placing:
    """Place a name at the candidate that was chosen, ahead of the next one by ``margin``."""
    own = candidate.spot
    words, confidence = GROUNDS[ground]
    if own.level is PlaceLevel.COUNTRY and margin >= CLEAR:
        words, confidence = "the country of this name", 0.97
    elif ground == "fame" and own.level is PlaceLevel.ADMIN1 and margin >= CLEAR:
        confidence = 0.75
    elif margin < CLEAR:
        confidence -= 0.2
    return made_placing(own, (words, confidence), is_part=is_part)


def made_placing(own: Spot, ground: tuple[str, float], *, is_part: bool) -> Placing:
    """Place a name at a spot of the gazetteer, or at a part of it."""
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
