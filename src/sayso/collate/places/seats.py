"""Buildings and streets by which governments are named ("Downing Street"), from ``seats.tsv``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sayso.collate.places.keys import place_key


@dataclass(frozen=True, slots=True)
class Seat:
    """A building that stands for those who work there."""

    country: str  # ISO 3166-1 code
    town: str
    is_government: bool  # else one body of the government


def seat_named(words: str) -> Seat | None:
    """Return the seat that the words name, else None."""
    return _seats().get(place_key(words))


@cache
def _seats() -> Mapping[str, Seat]:
    text = files("sayso.collate.places").joinpath("seats.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {
        place_key(name): Seat(country, town, stands == "government") for name, country, town, stands in rows
    }
