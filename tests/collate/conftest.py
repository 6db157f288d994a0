"""Readings made by hand, with vectors that count words: texts that share words lie near each other."""

import re
import zlib
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest

from sayso.core.read_article import ReadArticle
from sayso.core.reading import Act, Entity, EntityKind, Event, Form, Mention, Reading, Statement
from sayso.core.sentences import split_sentences
from sayso.core.span import Date, Span
from sayso.read.propositions import find_propositions

MakeRead = Callable[..., ReadArticle]


def span_in(text: str, words: str, near: int = 0) -> Span:
    """The words where they stand nearest to a place in the text."""
    starts = [
        m.start()
        for m in re.finditer(rf"\b{re.escape(words)}" if words[0].isalpha() else re.escape(words), text)
    ]
    start = min(starts, key=lambda at: abs(at - near))
    return Span(start, start + len(words), words)


def vector_of(words: str) -> np.ndarray[Any, np.dtype[np.float32]]:
    vector = np.zeros(384, np.float32)
    for word in re.findall(r"\w+", words.lower()):
        vector[zlib.crc32(word[:6].encode("utf-8", "surrogatepass")) % 384] += 1
    return np.asarray(vector / max(1e-6, float(np.linalg.norm(vector))), np.float32)


def make_statement(
    text: str,
    number: int,
    source: str,
    cue: str,
    content: str,
    *,
    speaker: str | None,
    act: Act = Act.ASSERT,
    via: str = "",
) -> Statement:
    said = span_in(text, content)
    direct = content[:1] in '“"'
    return Statement(
        id=f"s{number}",
        form=Form.DIRECT if direct else Form.INDIRECT,
        source=(span_in(text, source, said.start),) if source else (),
        cue=(span_in(text, cue, said.start),),
        content=(said,),
        speaker=speaker,
        via=(span_in(text, via, said.start),) if via else (),
        act=act,
        date=None,
    )


def make_read_article(
    name: str,
    text: str,
    *,
    entities: Sequence[tuple[str, EntityKind, Sequence[str]]] = (),
    statements: Sequence[Statement] = (),
    events: Sequence[Event] = (),
    dates: Sequence[Date] = (),
    **metadata: Any,
) -> ReadArticle:
    """``entities`` are (name, kind, aliases); the entity's id is its name."""
    mentions = [
        Mention(Span(m.start(), m.end(), m.group()), kind, main)
        for main, kind, aliases in entities
        for alias in (main, *aliases)
        for m in re.finditer(re.escape(alias), text)
    ]
    propositions = find_propositions(text, statements, split_sentences(text))
    fields: dict[str, Any] = {
        "outlet": None,
        "url": None,
        "title": None,
        "author": None,
        "published": None,
        "language": "en",
        **metadata,
    }
    reading = Reading(
        id=name,
        text=text,
        dropped=(),
        mentions=tuple(sorted(mentions, key=lambda m: m.span)),
        entities=tuple(Entity(main, main, kind, tuple(aliases)) for main, kind, aliases in entities),
        statements=tuple(statements),
        events=tuple(events),
        dates=tuple(dates),
        propositions=propositions,
        **fields,
    )
    vectors = [vector_of(p.span.exact) for p in propositions]
    return ReadArticle(reading, np.array(vectors, np.float32).reshape(len(vectors), 384))


@pytest.fixture
def make_read() -> MakeRead:
    return make_read_article


@pytest.fixture
def statement() -> Callable[..., Statement]:
    return make_statement


@pytest.fixture
def harbour(make_read: MakeRead) -> list[ReadArticle]:
    """Three reports of one shelling and one of another matter; the accused side denies it."""
    person, place, body = EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANISATION
    first = (
        "Brennish League spokesman Odo Karsk accused Veltria of shelling the harbour of Tamsin overnight. "
        "Veltria’s navy rejected the allegations.\n"
        "“We hold to the truce and we will hold to it tomorrow,” Defence Minister Ilvar Stent told Radio Marl. "
        "Four fishermen were killed in the harbour, the League said."
    )
    second = (
        "Veltrian gunboats shelled the harbour of Tamsin overnight, setting two warehouses alight. "
        "At least four fishermen were killed. "
        "Asked whether Veltria had shelled the harbour, Defence Minister Ilvar Stent told Radio Marl: "
        "“Nothing of the kind happened.” "
        "“We hold to the truce and will hold to it tomorrow,” he said."
    )
    third = (
        "Odo Karsk, spokesman of the Brennish League, said that Veltria had shelled the harbour of Tamsin. "
        "The League said that nine fishermen were killed in the harbour. "
        "Ilvar Stent dismissed the claims."
    )
    other = (
        "The chess union of Ostra named a new trainer for its youth team. "
        "Lena Vaal won the union’s cup twice and trained players in three towns."
    )
    stent = ("Ilvar Stent", person, ("Stent",))
    karsk = ("Odo Karsk", person, ())
    veltria = ("Veltria", place, ("Veltrian",))
    tamsin = ("Tamsin", place, ())
    navy = ("Veltria’s navy", body, ())
    return [
        make_read(
            "a",
            first,
            outlet="Marl Courier",
            published="2031-03-02",
            entities=[stent, karsk, veltria, tamsin, navy, ("Brennish League", body, ("League",))],
            statements=[
                make_statement(
                    first,
                    1,
                    "Brennish League spokesman Odo Karsk",
                    "accused",
                    "Veltria of shelling the harbour of Tamsin overnight",
                    speaker="Odo Karsk",
                    act=Act.ACCUSE,
                ),
                make_statement(
                    first,
                    2,
                    "Veltria’s navy",
                    "rejected",
                    "the allegations",
                    speaker="Veltria’s navy",
                    act=Act.DENY,
                ),
                make_statement(
                    first,
                    3,
                    "Defence Minister Ilvar Stent",
                    "told",
                    "“We hold to the truce and we will hold to it tomorrow,”",
                    speaker="Ilvar Stent",
                    via="Radio Marl",
                ),
                make_statement(
                    first,
                    4,
                    "the League",
                    "said",
                    "Four fishermen were killed in the harbour",
                    speaker="Brennish League",
                ),
            ],
        ),
        make_read(
            "b",
            second,
            outlet="Tamsin Post",
            published="2031-03-02",
            entities=[stent, veltria, tamsin],
            statements=[
                make_statement(
                    second,
                    1,
                    "Defence Minister Ilvar Stent",
                    "told",
                    "“Nothing of the kind happened.”",
                    speaker="Ilvar Stent",
                    act=Act.DENY,
                    via="Radio Marl",
                ),
                make_statement(
                    second,
                    2,
                    "he",
                    "said",
                    "“We hold to the truce and will hold to it tomorrow,”",
                    speaker="Ilvar Stent",
                ),
            ],
        ),
        make_read(
            "c",
            third,
            outlet="Ostra Times",
            published="2031-03-03",
            entities=[stent, karsk, veltria, tamsin, ("Brennish League", body, ("League",))],
            statements=[
                make_statement(
                    third,
                    1,
                    "Odo Karsk",
                    "said",
                    "Veltria had shelled the harbour of Tamsin",
                    speaker="Odo Karsk",
                    act=Act.ACCUSE,
                ),
                make_statement(
                    third,
                    2,
                    "The League",
                    "said that",
                    "nine fishermen were killed in the harbour",
                    speaker="Brennish League",
                ),
                make_statement(
                    third, 3, "Ilvar Stent", "dismissed", "the claims", speaker="Ilvar Stent", act=Act.DENY
                ),
            ],
        ),
        make_read("d", other, outlet="Ostra Times", published="2031-03-03"),
    ]
