"""The words that tolls are told by (``words.yaml``)."""

import re
from functools import cache

from sayso.core.data_files import load_words

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def words_in(text: str) -> frozenset[str]:
    """Return the words of a text in lower case, those with hyphens whole."""
    return frozenset(_WORD.findall(text.lower()))


@cache
def listed(name: str) -> frozenset[str]:
    """Return one of the lists."""
    return frozenset(load_words("sayso.collate.tolls", "words.yaml")[name])


@cache
def as_of_pattern() -> re.Pattern[str]:
    """Return what stands right before a date that a figure is of, at the end of a string."""
    phrases = sorted(listed("as_of"), key=lambda p: (-len(p), p))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})(?: \w+){{0,2}}\s*$", re.IGNORECASE)
