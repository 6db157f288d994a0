"""What several parts of collation find in one text, found once: sentences, counts, how many words it has.

What was found is remembered while a unit is collated (``forget_parsed``), so that memory is bounded by what is at hand.
"""

from functools import lru_cache

from sayso.core.sentences import split_sentences
from sayso.core.span import Span
from sayso.read.numbers import Quantity, find_quantities

_TEXTS = 512  # more than a circle of an affair has reports
_PASSAGES = 1 << 14


@lru_cache(maxsize=_TEXTS)
def sentences_of(text: str) -> tuple[Span, ...]:
    """Return the sentences of a report's text in order."""
    return split_sentences(text)


@lru_cache(maxsize=_PASSAGES)
def quantities_in(words: str) -> tuple[Quantity, ...]:
    """Return the counts in a passage in order."""
    return find_quantities(words)


@lru_cache(maxsize=_TEXTS)
def count_words(text: str) -> int:
    """Return how many words, parted by white space, a text has."""
    return len(text.split())


def forget_parsed() -> None:
    """Let go of what is remembered."""
    for found in (sentences_of, quantities_in, count_words):
        found.cache_clear()
