"""Where in the world a place is, and how precisely that is told."""

from dataclasses import dataclass
from enum import StrEnum


class PlaceLevel(StrEnum):
    """What sort of place it is, by the gazetteer."""

    COUNTRY = "country"
    ADMIN1 = "admin1"  # a first-order division: a province, a state
    ADMIN2 = "admin2"  # a second-order one: a district, a county
    TOWN = "town"


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer, as the machine understands the words; ``why`` tells what decided."""

    name: str  # the gazetteer's
    level: PlaceLevel
    country: str  # ISO 3166-1 code
    admin1: str | None  # the first-order division's name
    latitude: float | None  # degrees (WGS 84); a division's is its largest town's, a country has none
    longitude: float | None
    precision: (
        int | None
    )  # ACLED's: 1 the town, 2 near it or part of a region, 3 a province; None for a country
    source: str  # whose place it is, with its id there
    confidence: float  # between 0 and 1
    why: str  # what decided between the places of this name
