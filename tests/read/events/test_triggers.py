"""Where sentences name events."""

import pytest

from sayso.core.sentences import split_sentences
from sayso.read.events.triggers import Trigger, find_triggers, governing_verb, is_definite, is_specific
from sayso.read.numbers import find_quantities
from sayso.read.phrases import tag_tokens
from sayso.read.phrases.clauses import Clause


def parse(text: str) -> tuple[Clause, list[Trigger]]:
    (sentence,) = split_sentences(text)
    clause = Clause.of(text, tag_tokens(text, sentence, find_quantities(text)))
    return clause, find_triggers(clause)


def named(text: str) -> list[tuple[str, str]]:
    clause, triggers = parse(text)
    return [(clause.span(t.first, t.last).exact, t.entry.type) for t in triggers]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rebels opened fire on the crowd.", ("opened fire", "ASSAULT")),
        ("A suicide bombing shook Orsk.", ("suicide bombing", "ASSAULT")),
        ("They conducted strikes in Orsk.", ("strikes", "ASSAULT")),
        ("Dorra imposed sanctions on Veltria.", ("imposed sanctions", "SANCTION")),
        ("A ferry capsized off Orsk.", ("capsized", "MISHAP")),
    ],
)
def test_triggers(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in named(text)


@pytest.mark.parametrize(
    "text", ["They bought an attack helicopter.", "Strikes and goals were many.", "It rained."]
)
def test_no_trigger(text: str) -> None:
    assert not [t for t in named(text) if t[1] == "ASSAULT"]


def test_definite_and_specific() -> None:
    clause, (attack,) = parse("The attack began.")
    assert is_definite(clause, attack)
    assert is_specific(clause, attack)
    clause, (assault,) = parse("It was an assault on sovereignty.")
    assert not is_definite(clause, assault)
    assert not is_specific(clause, assault)


def test_the_verb_that_has_the_noun_as_its_object() -> None:
    clause, triggers = parse("Jets carried out overnight airstrikes.")
    strike = next(t for t in triggers if not t.is_verb)
    verb = governing_verb(clause, strike)
    assert verb is not None
    assert clause.lower(verb) == "carried"
