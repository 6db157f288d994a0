from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.core.article import Article
from sayso.core.reading import Act, EntityKind, Form
from sayso.core.span import Span
from sayso.read.reader import Reader

REPORT = (
    "KESTREL BAY (Norvane Wire) — Harbour Minister Ilsa Brandt said on Tuesday that Norvane "
    "“will not reopen the strait” until the blockade ends.\n"
    "“We have waited long enough,” she told Channel Nine. “Nobody will wait for ever.”\n"
    "Corvessa’s navy denied that it had fired on the trawler Maren. According to the coast guard, at least three "
    "fishermen were killed.\n"
)


def article(text: str, language: str | None = "en") -> Article:
    return Article("a1", "Norvane Wire", None, None, None, "2031-05-07", language, text)


def spans_in(value: Any) -> list[Span]:
    if isinstance(value, Span):
        return [value]
    if isinstance(value, tuple):
        return [span for part in value for span in spans_in(part)]
    if is_dataclass(value):
        return [span for field in fields(value) for span in spans_in(getattr(value, field.name))]
    return []


def test_a_report_is_read(reader: Reader) -> None:
    reading = reader.read_one(article(REPORT)).reading
    names = {entity.id: entity.name for entity in reading.entities}
    told = [s for s in reading.statements if s.cue and s.cue[0].exact == "told"]
    said = [span.exact for s in told for span in s.content]
    assert said == ["“We have waited long enough,”", "“Nobody will wait for ever.”"]
    assert {names[s.speaker or ""] for s in told} == {"Ilsa Brandt"}
    assert {s.form for s in told} == {Form.DIRECT}
    assert {span.exact for s in told for span in s.via} == {"Channel Nine"}
    assert [s.act for s in reading.statements if s.cue and s.cue[0].exact == "denied"] == [Act.DENY]
    assert any(m.span.exact == "Ilsa Brandt" and m.kind is EntityKind.PERSON for m in reading.mentions)
    assert [(h.effect, h.low, h.high) for e in reading.events for h in e.harm] == [("killed", 3, None)]


def test_every_span_holds_its_words(reader: Reader) -> None:
    reading = reader.read_one(article(REPORT)).reading
    spans = spans_in(reading)
    assert len(spans) > 20
    assert all(REPORT[span.start : span.end] == span.exact for span in spans)


def test_vectors_belong_to_propositions(reader: Reader) -> None:
    read = reader.read_one(article(REPORT))
    assert read.vectors.shape == (len(read.reading.propositions), 384)
    assert np.allclose(np.linalg.norm(read.vectors, axis=1), 1, atol=1e-4)


def test_a_reading_does_not_depend_on_its_company(reader: Reader) -> None:
    alone = reader.read_one(article(REPORT))
    beside = list(reader.read([article(REPORT * 9), article(REPORT), article("Short.")]))[1]
    assert beside.reading == alone.reading
    assert np.array_equal(beside.vectors, alone.vectors)


def test_a_report_in_another_language_is_kept_unread(reader: Reader) -> None:
    reading = reader.read_one(article("Der Minister sagte, man werde warten.", "de")).reading
    assert reading.text
    assert not reading.statements
    assert not reading.mentions


def test_long_reports_are_read_to_their_end(reader: Reader) -> None:
    text = "\n".join(f"“Ship {i} is late,” Brandt said." for i in range(400))
    statements = reader.read_one(article(text)).reading.statements
    assert statements[-1].content[0].start > len(text) - 100
    assert len(statements) >= 380


@settings(max_examples=60)
@given(st.text(max_size=400))
def test_any_text_can_be_read(reader: Reader, text: str) -> None:
    reading = reader.read_one(article(text)).reading
    assert all(text[span.start : span.end] == span.exact for span in spans_in(reading))


@settings(max_examples=60)
@given(st.lists(st.sampled_from(['"', *"“”’.0 \n", "said", "he", "Brandt", "ten dead"]), max_size=120))
def test_any_jumble_of_quotes_can_be_read(reader: Reader, parts: list[str]) -> None:
    text = " ".join(parts)
    reading = reader.read_one(article(text)).reading
    assert all(text[span.start : span.end] == span.exact for span in spans_in(reading))
