"""Reports that read like wire copy about invented places, with readings as a reader would make them.

They come as news comes: day after day new affairs open (``affairs``) and older ones go on, so that a desk of more
reports is one of more days. A report has the length, names, statements and propositions of a real one of 2,500
characters; it takes most of its claims from its affair's chapter, each in wording of its own or in that of the wire.
Vectors are drawn around a centre for each claim, so that what says the same lies near.
"""

import heapq
import random
from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from bench.generated.affairs import (
    CLAIMS,
    Affair,
    Chapter,
    Claim,
    capital,
    country_name,
    leader,
    make_affair,
    make_chapter,
    noise,
)
from bench.generated.words import name, plain
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

FIRST_DAY = date(2031, 1, 1)
OPENED = 3  # affairs that open on a day
OUTLETS = 120
SAID = 16  # claims of the affair in a report
WIRE = 0.3  # how often a claim stands in the wire's words
REWORDED = 0.3  # of the words otherwise
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SAYING = (("said", Act.ASSERT), ("said", Act.ASSERT), ("warned", Act.THREATEN), ("demanded", Act.DEMAND))


def make_reports(
    count: int, *, seed: int = 7, opened: int = OPENED, every: int = 1, first: date = FIRST_DAY
) -> Iterator[ReadArticle]:
    """Give so many reports in order of their days; the first ones are the same however many are asked for.

    ``opened`` is how many affairs, of four to five reports each, open ``every`` so many days from the ``first`` on.
    """
    waiting: list[tuple[int, int, int, Affair]] = []
    day, made = 0, 0
    while made < count:
        for number in range(day // every * opened, (day // every + 1) * opened if day % every == 0 else 0):
            affair = make_affair(number, seed)
            for place, after in enumerate(affair.days):
                heapq.heappush(waiting, (day + after, number, place, affair))
        while waiting and waiting[0][0] == day and made < count:
            _, _, place, affair = heapq.heappop(waiting)
            yield make_report(affair, place, first + timedelta(days=day))
            made += 1
        day += 1


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


def make_report(affair: Affair, place: int, day: date) -> ReadArticle:
    """Give a report of an affair by its place in it."""
    own = f"g{affair.seed}-{affair.number:06}-{place:02}"
    draw = random.Random(f"report {own}")  # noqa: S311 (the same each time, that is the point)
    chapter = make_chapter(affair, affair.chapter_of(place))
    page = _Page(affair, chapter, own, draw, day)
    page.open()
    page.tell_harm()
    for claim in page.choose_claims():
        page.tell(claim)
    return page.finish()


class _Page:
    """A report while it is written."""

    def __init__(self, affair: Affair, chapter: Chapter, own: str, draw: random.Random, day: date) -> None:
        self.affair, self.chapter, self.own, self.draw, self.day = affair, chapter, own, draw, day
        self.text = ""
        self.mentions: list[Mention] = []
        self.statements: list[Statement] = []
        self.propositions: list[Proposition] = []
        self.events: list[Event] = []
        self.vectors: list[NDArray[np.float32]] = []

    def add(self, words: str) -> Span:
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text), words)

    def name(self, words: str, kind: EntityKind, entity: str) -> Span:
        span = self.add(words)
        self.mentions.append(Mention(span, kind, entity))
        return span

    def open(self) -> None:
        """Say where and whose it is."""
        here, there = self.affair.countries
        self.name(self.chapter.town, EntityKind.PLACE, "town")
        self.add(", ")
        self.name(country_name(here), EntityKind.PLACE, "country")
        self.add(f" - On {WEEKDAYS[self.day.weekday()]} ")
        if self.draw.random() < 0.5:
            self.add("President ")
            self.name(leader(here), EntityKind.PERSON, "leader")
            self.add(" spoke with ")
        self.name(country_name(there), EntityKind.PLACE, "other")
        self.add(" in ")
        self.name(capital(here), EntityKind.PLACE, "capital")
        self.add(f" about {' '.join(plain(self.draw, 6))}. ")

    def choose_claims(self) -> list[Claim]:
        """Return what it tells: of its own chapter, of the one before, and what only it has."""
        claims = self.draw.sample(self.chapter.claims, SAID)
        number = int(self.own[-2:])
        if before := self.affair.chapter_of(number):
            claims[-4:] = self.draw.sample(make_chapter(self.affair, before - 1).claims, 4)
        for i in range(3):
            only = Claim(tuple(plain(self.draw, 12)), None, noise(f"{self.own} only {i}"))
            claims.insert(self.draw.randrange(len(claims)), only)
        return claims

    def tell(self, claim: Claim) -> None:
        """Say a claim, in the wire's words or in its own."""
        words = list(claim.words)
        is_own = self.draw.random() > WIRE
        if is_own:
            words = [w if self.draw.random() > REWORDED else plain(self.draw, 1)[0] for w in words]
        if claim.speaker is None:
            span = self.add(" ".join(words).capitalize())
            self.propositions.append(Proposition(span, None))
        else:
            span = self._say(claim.speaker, " ".join(words))
        self.add(". ")
        key = f"{self.own} {len(self.vectors)}" if is_own else " ".join(claim.words)
        self.vectors.append(claim.centre + (0.5 if is_own else 0.05) * noise(key))

    def _say(self, speaker: int, words: str) -> Span:
        person = self.affair.people[speaker]
        whole = self.draw.random() < 0.5
        source = self.name(person if whole else person.split()[1], EntityKind.PERSON, f"p{speaker}")
        self.add(" ")
        verb, act = self.draw.choice(SAYING)
        cue = self.add(verb)
        self.add(" that ")
        span = self.add(words)
        own = f"s{len(self.statements) + 1}"
        said = Statement(own, Form.INDIRECT, (source,), (cue,), (span,), f"p{speaker}", (), act, None)
        self.statements.append(said)
        self.propositions.append(Proposition(span, own))
        return span

    def tell_harm(self) -> None:
        """Say how many were killed, and where."""
        count = self.chapter.dead + self.draw.choice((0, 0, 0, 1, 2))
        harm = self.add(f"At least {count} people were killed")
        self.add(" in ")
        place = self.name(self.chapter.town, EntityKind.PLACE, "town")
        self.add(" in the ")
        trigger = self.add("shelling")
        self.add(". ")
        self.propositions.append(Proposition(Span.of(self.text, harm.start, trigger.end), None))
        toll = noise(f"toll {self.affair.seed} {self.affair.number} {self.chapter.town}")
        self.vectors.append(toll + 0.4 * noise(self.own))
        self.events.append(
            Event(
                id="e1",
                type="ASSAULT",
                mode="other",
                trigger=trigger,
                actors=(),
                recipients=(),
                places=(place,),
                date=Date(self.day.isoformat(), Grain.DAY, trigger),
                harm=(Harm(Effect.KILLED, count, None, None, harm),),
                instruments=(),
                targets=(),
                status=Status.REPORTED,
                statement=None,
            )
        )

    def finish(self) -> ReadArticle:
        """Return the report as it is read."""
        vectors = np.stack(self.vectors).astype(np.float32)
        named = dict.fromkeys(m.entity for m in self.mentions if m.entity)
        first = {m.entity: m for m in reversed(self.mentions)}
        people = {f"p{i}": person for i, person in enumerate(self.affair.people)}
        outlet = f"{name(300_000 + self.draw.randrange(OUTLETS))} Post"
        reading = Reading(
            id=self.own,
            outlet=outlet,
            url=None,
            title=f"{self.chapter.town}: {' '.join(self.draw.choice(self.chapter.claims).words[:6])}",
            author=None,
            published=self.day.isoformat(),
            language="en",
            text=self.text,
            dropped=(),
            mentions=tuple(sorted(self.mentions, key=lambda m: m.span)),
            entities=tuple(
                Entity(entity, people.get(entity, first[entity].span.exact), first[entity].kind, ())
                for entity in named
            ),
            statements=tuple(self.statements),
            events=tuple(self.events),
            dates=(),
            propositions=tuple(self.propositions),
            reader=READER_VERSION,
        )
        return ReadArticle(reading, vectors / np.linalg.norm(vectors, axis=1, keepdims=True))


assert SAID <= CLAIMS  # noqa: S101
