"""Hand-written stand-ins for the stations that the desk works with, about invented people and places."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from sayso.core.article import Article
from sayso.core.correction import Correction
from sayso.core.errors import ReadError, WeightsError
from sayso.core.ledger import (
    Claim,
    ClaimReading,
    ClaimStatus,
    Ledger,
    LedgerArticle,
    LedgerEntity,
    LedgerStatement,
    Origin,
    OriginKind,
    Silence,
    SilenceReason,
    Story,
    TimelineEntry,
    TimelineKind,
)
from sayso.core.read_article import ReadArticle
from sayso.core.reading import Act, Entity, EntityKind, Form, Mention, Proposition, Reading, Statement, Voice
from sayso.core.span import Date, Grain, Span

VERSION = "fake-1"
WIDTH = 8


def article(number: int = 1, text: str | None = None, **known: str | None) -> Article:
    """Give a report about the bridge at Orsk Harbour, in words of its own for each number."""
    words = text or (
        f"Minister Ilva Torren said on Monday that bridge {number} was closed. Ferries ran all night.\n\n"
        f"“Nobody was hurt,” she told the Harbour Herald. Account {number}."
    )
    fields: dict[str, str | None] = {"outlet": "Harbour Herald", "language": "en", **known}
    return Article(
        id=fields.pop("id", None) or f"a{number}",
        outlet=fields.get("outlet"),
        url=fields.get("url"),
        title=fields.get("title"),
        author=fields.get("author"),
        published=fields.get("published"),
        language=fields.get("language"),
        text=words,
        path=fields.get("path"),
    )


class FakeReader:
    """Takes what follows "said" for a statement, in English; fails where a text holds UNREADABLE or BROKEN."""

    def __init__(self, version: str = VERSION) -> None:
        self.version = version
        self.batches: list[int] = []

    def read(self, articles: Iterable[Article]) -> Iterator[ReadArticle]:
        """Give one reading per article."""
        wanted = list(articles)
        self.batches.append(len(wanted))
        for one in wanted:
            if "UNREADABLE" in one.text:
                raise ReadError("the fake cannot read this", remedy="Write it anew.", about=one.id)
            if "BROKEN" in one.text:
                raise IndexError("the fake is broken")
            if "NO WEIGHTS" in one.text:
                raise WeightsError("the fake has no weights", remedy="Install them.")
            yield self._read(one)

    def _read(self, one: Article) -> ReadArticle:
        at = one.text.find(" said ") if one.language in ("en", None) else -1
        names = (Span.of(one.text, 0, at),) if at > 0 else ()
        end = one.text.find(".", at)
        content = Span.of(one.text, at + 6, end) if at > 0 and end > at + 6 else None
        statements = content and (
            Statement(
                id="s1",
                form=Form.INDIRECT,
                source=names,
                cue=(Span.of(one.text, at, at + 6),),
                content=(content,),
                speaker="e1",
                via=(),
                act=Act.ASSERT,
                date=None,
            ),
        )
        reading = Reading(
            id=one.id,
            outlet=one.outlet,
            url=one.url,
            title=one.title,
            author=one.author,
            published=one.published,
            language=one.language,
            text=one.text,
            dropped=one.dropped,
            mentions=tuple(Mention(name, EntityKind.PERSON, "e1") for name in names),
            entities=tuple(Entity("e1", name.exact, EntityKind.PERSON, ()) for name in names),
            statements=statements or (),
            events=(),
            dates=(),
            propositions=(Proposition(content, "s1"),) if content else (),
            path=one.path,
            partial=one.partial,
            reader=self.version,
        )
        vectors = np.zeros((len(reading.propositions), WIDTH), dtype=np.float32)
        vectors[:, len(one.text) % WIDTH] = 1
        return ReadArticle(reading, vectors)


class FakeCollation:
    """Makes a story of each outlet's reports, with one claim; counts how often it was asked."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, reads: Sequence[ReadArticle], corrections: Sequence[Correction] = ()) -> Ledger:
        """Give the ledger."""
        self.calls += 1
        readings = sorted((read.reading for read in reads), key=lambda reading: reading.id)
        outlets = sorted({reading.outlet or "" for reading in readings})
        story = {outlet: f"story-{number}" for number, outlet in enumerate(outlets, start=1)}
        return Ledger(
            articles=tuple(_article(r, story[r.outlet or ""]) for r in readings),
            stories=tuple(
                _story(story[o], [r for r in readings if (r.outlet or "") == o], sorted(story.values()))
                for o in outlets
            ),
            entities=(
                LedgerEntity(
                    "E1",
                    "Ilva Torren",
                    EntityKind.PERSON,
                    (),
                    "Minister",
                    tuple((r.id, e.id) for r in readings for e in r.entities),
                ),
            ),
            statements=tuple(_statement(r.id, s) for r in readings for s in r.statements),
            events=(),
            claims=tuple(_claim(story[o], [r for r in readings if (r.outlet or "") == o]) for o in outlets),
            timeline=tuple(
                TimelineEntry(
                    Date("2031-03-04", Grain.DAY, s.content[0]), TimelineKind.STATEMENT, f"{r.id}/{s.id}"
                )
                for r in readings
                for s in r.statements
            ),
        )


def _article(reading: Reading, story: str) -> LedgerArticle:
    return LedgerArticle(
        id=reading.id,
        outlet=reading.outlet,
        url=reading.url,
        title=reading.title,
        author=reading.author,
        published=reading.published,
        language=reading.language,
        text=reading.text,
        dropped=reading.dropped,
        story=story,
        copied_from=None,
        path=reading.path,
    )


def _story(story: str, readings: Sequence[Reading], every: Sequence[str]) -> Story:
    dates = sorted(reading.published for reading in readings if reading.published)
    return Story(
        id=story,
        title=readings[0].title or readings[0].text[:40],
        articles=tuple(reading.id for reading in readings),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        related=tuple(other for other in every if other != story),
    )


def _statement(article_id: str, statement: Statement) -> LedgerStatement:
    return LedgerStatement(
        id=f"{article_id}/{statement.id}",
        article=article_id,
        form=statement.form,
        source=statement.source,
        cue=statement.cue,
        content=statement.content,
        speaker="E1",
        via=(),
        act=statement.act,
        date=None,
        confidence=0.75,
    )


def _claim(story: str, readings: Sequence[Reading]) -> Claim:
    carried = [(r.id, s) for r in readings for s in r.statements]
    silent = [r.id for r in readings if not r.statements]
    return Claim(
        id=f"claim-{story}",
        story=story,
        gist=carried[0][1].content[0].exact if carried else "",
        readings=tuple(
            ClaimReading(a, s.content[0], f"{a}/{s.id}", Voice.ATTRIBUTED, "E1") for a, s in carried
        ),
        status=ClaimStatus.CONTESTED,
        origins=(Origin(OriginKind.PERSON, "Ilva Torren", tuple(range(len(carried)))),),
        silent=tuple(Silence(a, SilenceReason.SILENT) for a in silent),
    )
