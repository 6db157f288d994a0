"""The places that a name may mean: by its exact spelling, an abbreviation, or without a word that tells its level."""

from dataclasses import dataclass
from functools import lru_cache
from math import log10

from sayso.collate.places.gazetteer import Spot, country_spot, spots_named
from sayso.collate.places.keys import bare_key, place_key
from sayso.collate.places.words import part_words, state_abbreviations
from sayso.core.place import PlaceLevel
from sayso.read.entities.lexicon import country_named, country_of_demonym

_COUNTRY_PEOPLE = 8.0  # decades; a country is better known than any town
_LESS = {
    PlaceLevel.TOWN: 0.0,
    PlaceLevel.ADMIN1: 0.5,
    PlaceLevel.ADMIN2: 1.5,
}  # than its people would have it
_LEAST = 2.0
_SECOND = 2.0  # less, for a place under another name than its usual one
_CITY, _EXONYM = 5.0, 0.5  # large towns have English names that are not their own: Cologne
_LEVELS = {1: (PlaceLevel.ADMIN1, PlaceLevel.ADMIN2), 2: (PlaceLevel.ADMIN2,), 3: (PlaceLevel.TOWN,)}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean, and how widely known it is under that name."""

    spot: Spot
    is_main: bool  # by its usual name
    fits_level: (
        bool | None
    )  # whether it is what the words say it is (a province, a town); None where they say nothing

    @property
    def fame(self) -> float:
        """Powers of ten of people, so that ten times as many are one more."""
        fame = _fame(self.spot)
        if self.is_main:
            return fame
        return fame - (_EXONYM if fame >= _CITY else _SECOND)


@dataclass(frozen=True, slots=True)
class Named:
    """A name's candidates, and whether it names but a part of them ("northern Veltria")."""

    candidates: tuple[Candidate, ...]
    is_part: bool = False


def _fame(place: Spot) -> float:
    if place.level is PlaceLevel.COUNTRY:
        return _COUNTRY_PEOPLE
    return max(_LEAST, log10(max(1, place.people)) - _LESS[place.level])


@lru_cache(maxsize=65536)
def candidates_of(name: str) -> Named:
    """Return the places that a name may mean. Nothing is matched by likeness: a name that no place bears has none."""
    key = place_key(name)
    found = _find(key, name)
    words = key.split()
    if not found and len(words) > 1 and words[0] in part_words() and words[1] != "america":
        return Named(_find(" ".join(words[1:]), name.split(maxsplit=1)[-1]), is_part=True)
    return Named(found)


def _find(key: str, name: str) -> tuple[Candidate, ...]:
    country = country_named(name) or country_named(key)
    state = state_abbreviations().get(key)
    if state and "." in name:
        return tuple(c for c in _find(place_key(state), state) if c.spot.level is PlaceLevel.ADMIN1)
    bare, level = bare_key(key)
    found = {place.id: (place, is_main) for place, is_main in (*spots_named(bare), *spots_named(key))}
    if country is not None and (own := country_spot(country.code)):
        found[own.id] = (own, True)
    if country is not None and level is None:
        found = {i: f for i, f in found.items() if f[0].level is not PlaceLevel.COUNTRY or i == country.code}
    wanted = _LEVELS.get(level or 0, ())
    return tuple(
        Candidate(place, is_main, place.level in wanted if wanted else None)
        for place, is_main in found.values()
    )


@lru_cache(maxsize=65536)
def country_code_of(word: str) -> str | None:
    """Return the ISO 3166-1 code of the country that a word names, or whose people or adjective it is."""
    country = country_named(word) or country_of_demonym(word)
    return country.code if country else None
