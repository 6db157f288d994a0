"""Affairs that generated reports tell of: where, whose, over how long, and what is claimed in them.

The world has countries with leaders, ministries and capitals, topics with words of their own, and agencies; affairs of
one country or topic share these and nothing else. Of pairs of reports of two affairs as many share two or three
of their telling words (8 and 2 in a hundred) as in ECB+. Most affairs have one to a dozen reports within days, a few
go on for weeks, chapter by chapter.
"""

import random
import zlib
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from bench.generated.words import invent, name, plain

WIDTH = 384
COUNTRIES = 60
TOPICS = 60
TOPIC_WORDS = 60
PEOPLE = 5
CLAIMS = 24  # of a chapter
SIZES = (1, 1, 1, 1, 2, 2, 3, 4, 5, 6, 8, 12)  # reports of an affair
LONG, LONG_SIZES = 0.03, (20, 40, 70)  # the share of affairs that go on, and their reports
DAYS = 3  # of a chapter
CHAPTER = 10  # reports of one
_LIKE = 0.35  # of a claim's vector: what all claims of a topic have in common


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that a chapter's reports say, each in a wording near to this one."""

    words: tuple[str, ...]
    speaker: int | None  # of the affair's people
    centre: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Chapter:
    """What the reports of a few days of an affair tell of."""

    town: str
    claims: tuple[Claim, ...]
    dead: int


@dataclass(frozen=True, slots=True)
class Affair:
    """What the reports of an affair have in common; ``days`` are those of its reports, from its first."""

    number: int
    seed: int
    countries: tuple[int, int]
    people: tuple[str, ...]
    words: tuple[str, ...]
    topic: int
    days: tuple[int, ...]

    def chapter_of(self, place: int) -> int:
        """Return the chapter of a report by its place."""
        return place // CHAPTER


def make_affair(number: int, seed: int) -> Affair:
    """Give an affair by its number."""
    draw = random.Random(f"{seed} affair {number}")  # noqa: S311 (the same each time, that is the point)
    size = draw.choice(LONG_SIZES) if draw.random() < LONG else draw.choice(SIZES)
    days = sorted(p // CHAPTER * DAYS + draw.randrange(DAYS) for p in range(size))
    return Affair(
        number,
        seed,
        (_often(draw, COUNTRIES), _often(draw, COUNTRIES)),
        tuple(f"{name(draw.randrange(3_000))} {name(3_000 + draw.randrange(40_000))}" for _ in range(PEOPLE)),
        tuple(invent(100_000 + draw.randrange(60_000)) for _ in range(30)),
        _often(draw, TOPICS),
        tuple(days),
    )


def _often(draw: random.Random, count: int) -> int:
    """Draw one of so many things, the first ones more often."""
    return int(count * draw.random() ** 2)


@lru_cache(maxsize=4_000)
def make_chapter(affair: Affair, number: int) -> Chapter:
    """Give a chapter of an affair."""
    draw = random.Random(f"{affair.seed} chapter {affair.number} {number}")  # noqa: S311
    return Chapter(
        name(100_000 + draw.randrange(20_000)),
        tuple(_claim(draw, affair, number * CLAIMS + i) for i in range(CLAIMS)),
        draw.randrange(2, 60),
    )


def _claim(draw: random.Random, affair: Affair, place: int) -> Claim:
    words = plain(draw, draw.randrange(9, 16))
    words += [draw.choice(affair.words) for _ in range(draw.randrange(1, 3))]
    words += [invent(1_000 * affair.topic + _often(draw, TOPIC_WORDS)) for _ in range(draw.randrange(1, 3))]
    draw.shuffle(words)
    speaker = draw.randrange(PEOPLE) if draw.random() < 0.7 else None
    topic = noise(f"topic {affair.topic}")
    own = noise(f"{affair.seed} {affair.number} {place}")
    return Claim(tuple(words), speaker, np.asarray(_LIKE * topic + own, np.float32))


def noise(key: str) -> NDArray[np.float32]:
    """Give a random vector, shape (width,), the same for the same key."""
    return np.random.default_rng(zlib.crc32(key.encode())).standard_normal(WIDTH).astype(np.float32)


def leader(country: int) -> str:
    """Return who leads a country."""
    return f"{name(200_000 + country)} {name(201_000 + country)}"


def country_name(country: int) -> str:
    """Return a country's name."""
    return name(202_000 + country)


def capital(country: int) -> str:
    """Return a country's capital."""
    return name(203_000 + country)
