"""The built-in gazetteer: the places of the world by name (GeoNames, see ``gazetteer.LICENSE.md``).

The file holds sorted lines in packed blocks, and an index of the blocks' first lines: a name is found by bisection, and
only the block in which it stands is unpacked. ``training/make_gazetteer.py`` writes it.
"""

import json
import zlib
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from sayso.collate.places.keys import place_key
from sayso.core.place import PlaceLevel

SOURCE = "GeoNames"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the gazetteer; a country has no point, its id is its ISO 3166-1 code."""

    id: str
    level: PlaceLevel
    name: str
    country: str
    admin1: str | None  # the id of the first-order division in which it lies, or which it is
    admin2: str | None
    latitude: float | None  # degrees (WGS 84); of a division, its largest town's
    longitude: float | None
    people: int  # 0 where it is not known

    def lies_in(self, other: "Spot") -> bool:
        """Whether this place lies within another, or is it."""
        if other.level is PlaceLevel.COUNTRY:
            return self.country == other.country
        return other.id in (self.id, self.admin1, self.admin2)


@lru_cache(maxsize=65536)
def spots_named(key: str) -> tuple[tuple[Spot, bool], ...]:
    """Return the places that bear a name (as ``place_key`` spells it), each with whether it is their usual one."""
    fields = _line(f"n {key}") if key else None
    if fields is None:
        return ()
    found = ((spot(own.removeprefix("~")), own[:1] != "~") for own in fields[0].split())
    return tuple((place, is_main) for place, is_main in found if place)


@lru_cache(maxsize=65536)
def spot(own: str) -> Spot | None:
    """Return the place of an id, a country's by its ISO 3166-1 code."""
    fields = _line(f"p {own}")
    if fields is None:
        return None
    level, name, country, admin1, admin2, latitude, longitude, people = fields
    return Spot(
        id=own,
        level=PlaceLevel(level),
        name=name,
        country=country,
        admin1=admin1 or None,
        admin2=admin2 or None,
        latitude=float(latitude) if latitude else None,
        longitude=float(longitude) if longitude else None,
        people=int(people),
    )


def country_spot(code: str) -> Spot | None:
    """Return the country of an ISO 3166-1 code."""
    return spot(code) if len(code) == 2 else None


def spots_of(name: str) -> tuple[tuple[Spot, bool], ...]:
    """Return the places that bear a name as a text has it."""
    return spots_named(place_key(name))


def _line(start: str) -> list[str] | None:
    """Return the fields of the line that starts with these words and a tab."""
    number = bisect_right(_index()[0], start + "\t") - 1
    if number < 0:
        return None
    block = _block(number)
    found = block.find(f"\n{start}\t".encode())
    if found < 0:
        return None
    end = block.index(b"\n", found + 1)
    return block[found + 1 : end].decode().split("\t")[1:]


@cache
def _block(number: int) -> bytes:
    _, ends = _index()
    start = ends[number - 1] if number else 0
    return zlib.decompress(_packed()[start : ends[number]])


@cache
def _index() -> tuple[list[str], list[int]]:
    raw = _file()
    index = json.loads(zlib.decompress(raw[4 : 4 + int.from_bytes(raw[:4], "big")]))
    return index["first"], index["ends"]


@cache
def _packed() -> memoryview:
    raw = _file()
    return memoryview(raw)[4 + int.from_bytes(raw[:4], "big") :]


@cache
def _file() -> bytes:
    return files("sayso.collate.places").joinpath("gazetteer.bin").read_bytes()
