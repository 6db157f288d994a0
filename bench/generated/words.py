"""Words for generated reports: plain English ones as often as news has them, and tens of thousands of invented ones."""

import random
from functools import cache, lru_cache
from itertools import accumulate

from sayso.collate.words import load_background

NAMES = 1_000_000  # from here on invented words are names, which no plain invented word is
_SYLLABLES = (
    "ba", "bel", "bor", "bri", "cas", "cor", "da", "del", "dor", "dra", "el", "em", "far", "fen", "fin", "gar", "gol",
    "gri", "hal", "hel", "hor", "il", "is", "jan", "jor", "ka", "kel", "kor", "lam", "len", "lor", "mar", "mel", "mi",
    "mor", "nar", "nev", "nor", "ol", "or", "os", "pal", "per", "pra", "quen", "ra", "rel", "ros", "sal", "sen", "sil",
    "sor", "tal", "ten", "tov", "tri", "ul", "val", "ver", "vin", "wal", "wen", "yar", "zan", "zel", "zim",
)  # fmt: skip


@lru_cache(maxsize=1 << 17)
def invent(number: int) -> str:
    """Give the invented word of a number: three or four syllables, so that two numbers seldom have one word."""
    draw = random.Random(number * 2_654_435_761)  # noqa: S311 (the same each time, that is the point)
    return "".join(draw.choice(_SYLLABLES) for _ in range(3 + number % 2))


def name(number: int) -> str:
    """Give the invented name of a number."""
    return invent(NAMES + number).capitalize()


def plain(draw: random.Random, count: int) -> list[str]:
    """Draw English words as often as news has them."""
    words, sums = _plain()
    return draw.choices(words, cum_weights=sums, k=count)


@cache
def _plain() -> tuple[list[str], list[int]]:
    counts = {word: n for word, n in load_background().counts.items() if word.isalpha()}
    return list(counts), list(accumulate(counts.values()))
