"""Harm told by verbs and states, rule by rule."""

from collections.abc import Callable, Iterator

import pytest

from sayso.core.reading import Harm
from sayso.core.sentences import split_sentences
from sayso.read.harm import verbs
from sayso.read.numbers import find_quantities
from sayso.read.phrases import tag_tokens
from sayso.read.phrases.clauses import Clause

Rule = Callable[[Clause, int], Iterator[Harm]]


def rows(rule: Rule, text: str) -> list[tuple[str, int | None, str]]:
    (sentence,) = split_sentences(text)
    clause = Clause.of(text, tag_tokens(text, sentence, find_quantities(text)))
    found = (h for i in range(len(clause.tokens)) for h in rule(clause, i))
    return [(h.effect.value, h.low, h.span.exact) for h in found]


@pytest.mark.parametrize(
    ("rule", "text", "wanted"),
    [
        (verbs.by_verb, "They killed three guards.", ("killed", 3, "killed three guards")),
        (verbs.by_verb, "Nine guards were wounded.", ("injured", 9, "Nine guards were wounded")),
        (verbs.by_intransitive_verb, "Nine people may have drowned.", ("killed", 9, "Nine people may have drowned")),
        (verbs.by_state, "Ten people are feared dead.", ("killed", 10, "Ten people are feared dead")),
        (verbs.by_state, "Two boys were still missing.", ("missing", 2, "Two boys were still missing")),
        (verbs.by_injuries, "Nine guards suffered burns.", ("injured", 9, "Nine guards suffered burns")),
        (verbs.by_flight, "Some 120 people fled their homes.", ("displaced", 120, "Some 120 people fled their homes")),
        (verbs.by_loss_of_home, "Some 400 villagers have lost their homes.",
         ("displaced", 400, "Some 400 villagers have lost their homes")),
        (verbs.by_search, "Three others have not been found.", ("missing", 3, "Three others have not been found")),
    ],
)  # fmt: skip
def test_rules(rule: Rule, text: str, wanted: tuple[str, int, str]) -> None:
    assert rows(rule, text) == [wanted]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (verbs.by_search, "Three others have been found."),
        (verbs.by_search, "The keys have not been found."),
        (verbs.by_loss_of_home, "They lost their keys."),
        (verbs.by_state, "They are missing the point."),
        (verbs.by_intransitive_verb, "Nine people could die."),
    ],
)
def test_no_harm(rule: Rule, text: str) -> None:
    assert rows(rule, text) == []
