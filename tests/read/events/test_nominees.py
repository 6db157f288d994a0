"""Noun phrases that may be parties of an attack."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.core.span import Span
from sayso.read.events.contents import Contents
from sayso.read.events.find import gather_events
from sayso.read.events.nominees import HASH_BITS, Nominees, hashed, trimmed, words_of


def nominated(text: str) -> Nominees:
    nominees = Nominees(text)
    gather_events(text, Contents(()), (), (), (), nominees)
    return nominees


def test_phrases_are_nominated_by_their_words_with_all_their_places() -> None:
    text = "REBELS ATTACKED THE BRIDGE OF ORSK. THE REBELS FLED."
    found = nominated(text).by_words
    assert [s.start for s in found["rebels",].spans] == [0, text.index("REBELS FLED")]
    assert {("bridge",), ("bridge", "of", "orsk")} <= set(found)
    assert found["rebels",].features != found["bridge",].features


def test_what_the_words_around_a_trigger_say_is_a_feature() -> None:
    found = nominated("REBELS ATTACKED THE BRIDGE.").by_words
    assert hashed("rule exact perpetrator") in found["rebels",].features
    assert hashed("rule exact target") in found["bridge",].features


def test_spans_are_trimmed_and_compared_without_articles() -> None:
    text = 'THE "ORSK" BRIDGE, '
    span = trimmed(text, Span(0, len(text), text))
    assert span is not None
    assert (span.exact, words_of(span)) == ('ORSK" BRIDGE', ("orsk", "bridge"))
    assert trimmed("THE (", Span(0, 5, "THE (")) is None


@given(st.text())
def test_any_name_has_a_row(name: str) -> None:
    assert 0 <= hashed(name) < 1 << HASH_BITS


def test_the_words_between_a_phrase_and_a_deed_are_a_feature() -> None:
    found = nominated("THE BRIDGE WAS ATTACKED BY REBELS.").by_words
    assert hashed("link right by") in found["rebels",].features
    assert hashed("link left was") in found["bridge",].features
    assert hashed("sentence attack") in found["rebels",].features
