"""What the word lists say about one word."""

import pytest

from sayso.read.phrases.words import is_kind, is_person_noun, is_plural, third_person


@pytest.mark.parametrize(
    "word", ["guards", "economist", "spokeswoman", "children", "ex-minister", "families"]
)
def test_person_nouns(word: str) -> None:
    assert is_person_noun(word)


@pytest.mark.parametrize("word", ["bridge", "resist", "regimen", "human", "list", "embassy"])
def test_other_nouns(word: str) -> None:
    assert not is_person_noun(word)


@pytest.mark.parametrize(
    ("word", "plural"), [("guards", True), ("people", True), ("crisis", False), ("bus", False)]
)
def test_plurals(word: str, plural: bool) -> None:
    assert is_plural(word) is plural


@pytest.mark.parametrize(
    ("verb", "form"), [("carry", "carries"), ("clash", "clashes"), ("kill", "kills"), ("say", "says")]
)
def test_third_person(verb: str, form: str) -> None:
    assert third_person(verb) == form


def test_on_and_no_are_words() -> None:
    assert is_kind("on", "preposition")
    assert is_kind("no", "negation")
