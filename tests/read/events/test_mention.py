"""One sentence's mentions of events."""

from sayso.core.reading import Act, Form, Statement, Status
from sayso.core.sentences import split_sentences
from sayso.core.span import Span
from sayso.read.events.contents import Contents
from sayso.read.events.lexicon import MISHAP
from sayso.read.events.mention import EventMention, find_mentions, voice_of
from sayso.read.events.scene import Scene
from sayso.read.numbers import find_quantities
from sayso.read.phrases import tag_tokens
from sayso.read.phrases.clauses import Clause


def said(text: str, content: str, cue: str, act: Act = Act.ASSERT, speaker: str | None = "p1") -> Statement:
    parts = [Span(text.index(w), text.index(w) + len(w), w) for w in (content, cue)]
    return Statement("s1", Form.INDIRECT, (), (parts[1],), (parts[0],), speaker, (), act, None)


def mentions(text: str, *statements: Statement) -> list[EventMention]:
    (sentence,) = split_sentences(text)
    clause = Clause.of(text, tag_tokens(text, sentence, find_quantities(text)))
    return find_mentions(Scene.of(clause, 0, [], []), Contents(statements))


def test_the_statement_that_it_stands_in() -> None:
    text = "Tane said rebels attacked the base."
    (found,) = mentions(text, said(text, "rebels attacked the base", "said"))
    assert (found.status, found.voice) == (Status.CLAIMED, ("p1", False))


def test_who_is_asked_does_not_claim() -> None:
    text = "He was asked about the alleged airstrikes in Orsk."
    asked = said(text, "the alleged airstrikes in Orsk", "asked about", Act.QUESTION)
    found = [m for m in mentions(text, asked) if m.type == "ASSAULT"]
    assert [(m.status, m.statement) for m in found] == [(Status.ACCUSED, None)]


def test_a_statements_own_verb_is_bare() -> None:
    text = "Tane warned that rain would come."
    (found,) = mentions(text, said(text, "that rain would come", "warned"))
    assert found.is_bare


def test_killed_by_mischance() -> None:
    assert [m.type for m in mentions("Ten people were killed in a landslide.")] == [MISHAP]
    assert [m.type for m in mentions("A boiler explosion killed two men.")] == [MISHAP]


def test_a_voice_without_a_speaker_is_its_statement() -> None:
    text = "Rebels attacked the base, it was said."
    assert voice_of(said(text, "Rebels attacked the base", "said", speaker=None)) == "s1"
    assert voice_of(None) == ""
