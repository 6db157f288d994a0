"""Kinds of people, by the nouns that name them (``people.yaml``)."""

import re
from collections.abc import Mapping
from functools import cache

from sayso.core.data_files import load_words

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
OTHERS = "others"  # parts of no kind that is listed: "two nationals of Orvell"


def kind_of(words: str) -> str | None:
    """Return the kind of people that a phrase names ("children"), None where it is none of those listed."""
    found = {kind for w in _WORD.findall(words.lower()) if (kind := _kinds().get(w))}
    return next((kind for kind in _order() if kind in found), None)


@cache
def _order() -> tuple[str, ...]:
    return tuple(load_words("sayso.collate.tolls", "people.yaml"))


@cache
def _kinds() -> Mapping[str, str]:
    table: dict[str, list[str]] = load_words("sayso.collate.tolls", "people.yaml")
    return {word: kind for kind, words in table.items() for word in words}
