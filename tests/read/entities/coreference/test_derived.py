"""Mentions that follow from others."""

from sayso.core.reading import EntityKind
from sayso.core.span import Span
from sayso.read.entities.coreference.derived import derive_mentions
from sayso.read.entities.layout import lay_out
from sayso.read.spans import NamedSpan


def derived(text: str, marked: str) -> set[str]:
    start = text.index(marked)
    mention = NamedSpan(Span.of(text, start, start + len(marked)), EntityKind.PERSON, 0.9)
    return {found.span.exact for found in derive_mentions(lay_out(text), [], [mention])}


def test_a_mention_without_its_possessive_ending_is_given_with_it() -> None:
    assert "the warden's" in derived("They took the warden's keys.", "the warden")
    assert "the wardens'" in derived("They took the wardens' keys.", "the wardens")


def test_an_apostrophe_that_no_word_follows_is_no_possessive() -> None:
    assert derived("He spoke of 'the wardens'.", "the wardens") == {"He"}


def test_a_phrase_is_given_without_its_complement() -> None:
    assert "the warden" in derived("They saw the warden from Orsk.", "the warden from Orsk")
