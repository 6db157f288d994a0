"""Harm told by nouns, rule by rule."""

from collections.abc import Callable, Iterator

import pytest

from sayso.core.reading import Harm
from sayso.core.sentences import split_sentences
from sayso.read.harm import nouns
from sayso.read.numbers import find_quantities
from sayso.read.phrases import tag_tokens
from sayso.read.phrases.clauses import Clause

Rule = Callable[[Clause, int], Iterator[Harm]]


def rows(rule: Rule, text: str) -> list[tuple[str, int | None, int | None]]:
    (sentence,) = split_sentences(text)
    clause = Clause.of(text, tag_tokens(text, sentence, find_quantities(text)))
    found = (h for i in range(len(clause.tokens)) for h in rule(clause, i))
    return [(h.effect.value, h.low, h.high) for h in found]


@pytest.mark.parametrize(
    ("rule", "text", "wanted"),
    [
        (nouns.by_event_noun, "The deaths of nine people shook Orsk.", ("killed", 9, 9)),
        (nouns.by_counted_noun, "There were at least 12 fatalities.", ("killed", 12, None)),
        (nouns.by_counted_noun, "Neither the raid nor the deaths took place.", ("killed", 0, 0)),
        (nouns.by_lives, "The raid claimed 12 lives.", ("killed", 12, 12)),
        (nouns.by_bodies, "The bodies of three farmers lay there.", ("killed", 3, 3)),
        (nouns.by_list, "The injured were two boys.", ("injured", 2, 2)),
        (nouns.by_toll, "The death toll rose to 31.", ("killed", 31, 31)),
        (nouns.by_toll, "By night the number of dead had risen to four.", ("killed", 4, 4)),
        (nouns.by_toll, "The number of people killed in a fire at a mill in Orsk rose to 19.", ("killed", 19, 19)),
        (nouns.by_toll, "The number of injured stands at 40.", ("injured", 40, 40)),
    ],
)  # fmt: skip
def test_rules(rule: Rule, text: str, wanted: tuple[str, int | None, int | None]) -> None:
    assert rows(rule, text) == [wanted]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (nouns.by_toll, "The number of dead is not known."),
        (nouns.by_toll, "The toll rose to 31."),
        (nouns.by_counted_noun, "Neither side counts the deaths."),
        (nouns.by_lives, "He claimed three prizes."),
    ],
)
def test_no_harm(rule: Rule, text: str) -> None:
    assert rows(rule, text) == []
