"""The word lists of placing, from ``words.yaml``."""

from collections.abc import Mapping
from functools import cache

from sayso.core.data_files import load_words


@cache
def state_abbreviations() -> Mapping[str, str]:
    """Return American states by the abbreviation that newspapers print, without full stops."""
    return dict(load_words("sayso.collate.places", "words.yaml")["state_abbreviations"])


@cache
def part_words() -> frozenset[str]:
    """Return words that speak of a part of the place named after them."""
    return frozenset(load_words("sayso.collate.places", "words.yaml")["part_of"])
