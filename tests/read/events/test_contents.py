"""Looking up the statement that a passage stands in."""

from sayso.core.reading import Act, Form, Statement
from sayso.core.span import Span
from sayso.read.events.contents import Contents, is_question

TEXT = "Tane said that the Front had told of a raid. " + "It rained. " * 80 + "Marr warned them."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def statement(name: str, cue: str, *content: str, act: Act = Act.ASSERT) -> Statement:
    parts = tuple(span(words) for words in content)
    return Statement(name, Form.INDIRECT, (), (span(cue),), parts, None, (), act, None)


def test_the_shortest_content_around_it() -> None:
    outer = statement("s1", "said", "that the Front had told of a raid")
    inner = statement("s2", "told", "of a raid")
    found = Contents([outer, inner])
    assert found.of(span("raid")) is inner
    assert found.of(span("the Front")) is outer
    assert found.of(span("Tane")) is None


def test_a_content_of_any_length_is_found_at_its_end() -> None:
    long = statement("s1", "said", TEXT[10:-2])
    assert Contents([long]).of(span("warned")) is long


def test_cues() -> None:
    found = Contents([statement("s1", "said", "a raid"), statement("s2", "warned", "them")])
    assert found.is_cue(span("warned them"))
    assert not found.is_cue(span("the Front had told"))
    assert not Contents([]).is_cue(span("said"))


def test_questions() -> None:
    assert is_question(statement("s1", "said", "a raid", act=Act.QUESTION))
    assert not is_question(statement("s1", "said", "a raid"))
