"""Reports that read like wire copy about invented places, with readings as a reader would make them.

Stories are of one to a dozen reports, spread over two years; those of one story share its places, people, wording and
numbers, as real reports do, and every story is of a country whose names and common words other stories share. Vectors
are drawn around a centre for each claim, so that what says the same lies near.
"""

import random
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from sayso.core.article import Article
from sayso.core.read_article import ReadArticle
from sayso.core.reading import (
    Act,
    Effect,
    Entity,
    EntityKind,
    Event,
    Form,
    Harm,
    Mention,
    Proposition,
    Reading,
    Statement,
    Status,
)
from sayso.core.span import Date, Grain, Span
from sayso.read.version import READER_VERSION

WIDTH = 384
FIRST_DAY = date(2031, 1, 1)
DAYS = 730
COUNTRIES = 40
OUTLETS = 120
VOCABULARY = 9000
SYLLABLES = ("ba", "dor", "el", "fin", "gar", "hel", "is", "jor", "kan", "lor", "mi", "nev", "os", "pra", "quen",
             "ras", "sil", "tov", "ul", "ver", "wen", "yar", "zim", "ost", "brek", "thal")  # fmt: skip
PLAIN = (
    "the town",
    "a bridge",
    "the harbour",
    "two roads",
    "the market",
    "a depot",
    "the station",
    "the council",
)
SAYING = (("said", Act.ASSERT), ("said", Act.ASSERT), ("warned", Act.THREATEN), ("demanded", Act.DEMAND))


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that a story's reports say, each in a wording near to this one."""

    words: tuple[str, ...]
    speaker: int | None  # of the story's people
    centre: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Tale:
    """What the reports of one story have in common."""

    day: date
    country: str
    town: str
    people: tuple[str, ...]
    claims: tuple[Claim, ...]
    dead: int


def make_reports(count: int, *, seed: int = 7) -> Iterator[ReadArticle]:
    """Give so many reports; the first ones are the same however many are asked for."""
    made, number = 0, 0
    while made < count:
        tale = make_tale(number, seed)
        size = random.Random(f"{seed} size {number}").choice((1, 1, 2, 3, 4, 6, 8, 12))  # noqa: S311
        for place in range(min(size, count - made)):
            yield make_report(tale, number, place, seed)
            made += 1
        number += 1


def as_article(read: ReadArticle) -> Article:
    """Give the report that a reading is of."""
    reading = read.reading
    return Article(
        id=reading.id,
        outlet=reading.outlet,
        url=reading.url,
        title=reading.title,
        author=reading.author,
        published=reading.published,
        language=reading.language,
        text=reading.text,
    )


def make_tale(number: int, seed: int) -> Tale:
    """Give a story by its number."""
    draw = random.Random(f"{seed} tale {number}")  # noqa: S311 (the same each time, that is the point)
    country = _name(draw.randrange(COUNTRIES))
    people = tuple(f"{_name(draw.randrange(4000))} {_name(draw.randrange(4000))}" for _ in range(4))
    claims = tuple(_claim(draw, number, i) for i in range(14))
    return Tale(
        day=FIRST_DAY + timedelta(days=draw.randrange(DAYS)),
        country=country,
        town=_name(COUNTRIES + draw.randrange(3000)),
        people=people,
        claims=claims,
        dead=draw.randrange(2, 60),
    )


def _claim(draw: random.Random, number: int, place: int) -> Claim:
    words = tuple(_word(int(draw.paretovariate(0.6)) % VOCABULARY) for _ in range(draw.randrange(7, 14)))
    speaker = draw.randrange(4) if draw.random() < 0.6 else None
    noise = np.random.default_rng(zlib.crc32(f"{number} {place}".encode()))
    return Claim(words, speaker, noise.standard_normal(WIDTH).astype(np.float32))


def _name(number: int) -> str:
    return _word(number + 100_000).capitalize()


def _word(number: int) -> str:
    draw = random.Random(number * 2_654_435_761)  # noqa: S311
    return "".join(draw.choice(SYLLABLES) for _ in range(2 + number % 2))


class _Text:
    """A report's text while it is written."""

    def __init__(self) -> None:
        self.text = ""

    def add(self, words: str) -> Span:
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text), words)


def make_report(tale: Tale, number: int, place: int, seed: int) -> ReadArticle:
    """Give one report of a story: two thirds of its claims in wordings of its own, and its toll."""
    draw = random.Random(f"{seed} report {number} {place}")  # noqa: S311
    own = f"g{seed}-{number:06}-{place:02}"
    text = _Text()
    outlet = f"{_name(9000 + draw.randrange(OUTLETS))} Post"
    mentions: list[Mention] = []
    statements: list[Statement] = []
    propositions: list[Proposition] = []
    centres: list[NDArray[np.float32]] = []
    mentions.append(Mention(text.add(tale.town), EntityKind.PLACE, "town"))
    text.add(" in ")
    mentions.append(Mention(text.add(tale.country), EntityKind.PLACE, "country"))
    text.add(" was quiet again on the day after. ")
    for claim in draw.sample(tale.claims, 9):
        words = [w if draw.random() > 0.12 else _word(draw.randrange(VOCABULARY)) for w in claim.words]
        words.insert(draw.randrange(len(words)), draw.choice(PLAIN))
        if claim.speaker is None:
            span = text.add(" ".join(words).capitalize())
            propositions.append(Proposition(span, None))
        else:
            name = text.add(tale.people[claim.speaker])
            mentions.append(Mention(name, EntityKind.PERSON, f"p{claim.speaker}"))
            text.add(" ")
            verb, act = draw.choice(SAYING)
            cue = text.add(verb)
            text.add(" that ")
            span = text.add(" ".join(words))
            said = f"s{len(statements) + 1}"
            statements.append(
                Statement(said, Form.INDIRECT, (name,), (cue,), (span,), f"p{claim.speaker}", (), act, None)
            )
            propositions.append(Proposition(span, said))
        text.add(". ")
        noise = np.random.default_rng(zlib.crc32(f"{own} {len(centres)}".encode()))
        centres.append(claim.centre + 0.55 * noise.standard_normal(WIDTH).astype(np.float32))
    event = _event(tale, text, draw)
    propositions.append(Proposition(Span.of(text.text, event.harm[0].span.start, event.trigger.end), None))
    base = np.random.default_rng(number).standard_normal(WIDTH).astype(np.float32)
    noise = np.random.default_rng(zlib.crc32(own.encode()))
    centres.append(base + 0.4 * noise.standard_normal(WIDTH).astype(np.float32))
    vectors = np.stack(centres).astype(np.float32)
    day = tale.day + timedelta(days=draw.randrange(3))
    reading = Reading(
        id=own,
        outlet=outlet,
        url=None,
        title=f"{tale.town}: {' '.join(tale.claims[0].words[:6])}",
        author=None,
        published=day.isoformat(),
        language="en",
        text=text.text,
        dropped=(),
        mentions=tuple(sorted(mentions, key=lambda m: m.span)),
        entities=(
            Entity("town", tale.town, EntityKind.PLACE, ()),
            Entity("country", tale.country, EntityKind.PLACE, ()),
            *(Entity(f"p{i}", name, EntityKind.PERSON, ()) for i, name in enumerate(tale.people)),
        ),
        statements=tuple(statements),
        events=(event,),
        dates=(),
        propositions=tuple(propositions),
        reader=READER_VERSION,
    )
    return ReadArticle(reading, vectors / np.linalg.norm(vectors, axis=1, keepdims=True))


def _event(tale: Tale, text: _Text, draw: random.Random) -> Event:
    count = tale.dead + draw.choice((0, 0, 0, 1, 2))
    harm = text.add(f"At least {count} people were killed")
    text.add(" in ")
    place = text.add(tale.town)
    text.add(" in the ")
    trigger = text.add("shelling")
    text.add(".")
    return Event(
        id="e1",
        type="ASSAULT",
        mode="other",
        trigger=trigger,
        actors=(),
        recipients=(),
        places=(place,),
        date=Date(tale.day.isoformat(), Grain.DAY, trigger),
        harm=(Harm(Effect.KILLED, count, None, None, harm),),
        instruments=(),
        targets=(),
        status=Status.REPORTED,
        statement=None,
    )
