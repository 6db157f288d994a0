"""Noun phrases, their heads and how many they name."""

import pytest

from sayso.core.sentences import split_sentences
from sayso.read.numbers import find_quantities
from sayso.read.phrases import find_noun_phrases, tag_tokens


def first_phrase(text: str) -> tuple[str, int | None, int | None, bool]:
    (sentence,) = split_sentences(text)
    tokens = tag_tokens(text, sentence, find_quantities(text))
    phrase = find_noun_phrases(tokens)[0]
    return (
        text[tokens[phrase.first].start : tokens[phrase.last].end],
        phrase.low,
        phrase.high,
        phrase.is_person,
    )


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "person"),
    [
        ("three border guards were seen", "three border guards", 3, 3, True),
        ("a policeman was seen", "a policeman", 1, 1, True),
        ("dozens of soldiers left", "dozens of soldiers", 12, None, True),
        ("civilians were seen", "civilians", None, None, True),
        ("the old bridge fell", "the old bridge", 1, 1, False),
        ("Governor Orvells was seen", "Governor Orvells", 1, 1, False),
        ("his two children left", "his two children", 2, 2, True),
        ("she left", "she", 1, 1, True),
        ("a family left", "a family", None, None, True),
        ("THE MAYOR OF ORSK LEFT", "THE MAYOR", 1, 1, True),
    ],
)
def test_phrase(text: str, words: str, low: int | None, high: int | None, person: bool) -> None:
    assert first_phrase(text) == (words, low, high, person)
