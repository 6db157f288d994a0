"""Words as collation compares them: tokens, light stems, and how telling a stem is.

A stem's weight is its inverse document frequency over a shipped background (``data/background.tsv``: in how
many of some 1,200 English news reports a stem is written in lower case) and the reports at hand together,
so that a desk of five reports is weighed as soberly as one of ten thousand.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_MAX_WORD = 40  # a longer run of letters is no word
_COMMON_NAME = 12  # a capital letter on a word this frequent in lower case says nothing


def tokenize(text: str) -> list[str]:
    """Return the words and numbers of ``text`` as written, without punctuation."""
    return [word for word in _WORD.findall(text) if len(word) <= _MAX_WORD]


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """Return a light English stem of a lower-case word: ``strikes`` and ``striking`` become ``strik``.

    Light on purpose: a heavier stemmer joins words that a report keeps apart (organ, organise).
    """
    word = word.replace("’", "'").removesuffix("'s").removesuffix("'")
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    if not word.endswith("ss"):
        for ending in ("ing", "ed", "es", "s"):
            if word.endswith(ending) and len(word) - len(ending) >= 4:
                word = word.removesuffix(ending)
                break
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


@dataclass(frozen=True, slots=True)
class Background:
    """In how many of ``documents`` reports each stem stands in lower case."""

    documents: int
    counts: Mapping[str, int] = field(repr=False)

    def idf(self, stem_: str, *, count: int = 0, documents: int = 0) -> float:
        """Return how telling a stem is, where ``count`` of ``documents`` further reports hold it too."""
        seen = self.counts.get(stem_, 0) + count + 0.5
        return max(0.0, math.log((self.documents + documents + 1) / seen))

    def is_name_like(self, word: str) -> bool:
        """Whether a capitalised word is seldom written in lower case."""
        return self.counts.get(stem(word.lower()), 0) < _COMMON_NAME

    def is_common(self, stem_: str) -> bool:
        """Whether the stem stands in so many reports that it says nothing of what one is about."""
        return self.counts.get(stem_, 0) * 5 > self.documents * 2


@cache
def load_background() -> Background:
    """Read the shipped background once."""
    lines = files("sayso.collate.data").joinpath("background.tsv").read_text("utf-8").splitlines()
    counts = {}
    documents = 0
    for line in lines:
        if line.startswith("#documents"):
            documents = int(line.split("\t")[1])
        elif line and not line.startswith("#"):
            word, count = line.split("\t")
            counts[word] = int(count)
    return Background(documents, counts)
