"""Words that leave harm undone."""

import pytest

from sayso.core.sentences import split_sentences
from sayso.read.harm.counts import is_unreal, is_year, negates
from sayso.read.numbers import find_quantities
from sayso.read.phrases import tag_tokens
from sayso.read.phrases.clauses import Clause


def parse(text: str) -> Clause:
    (sentence,) = split_sentences(text)
    return Clause.of(text, tag_tokens(text, sentence, find_quantities(text)))


def at(clause: Clause, word: str) -> int:
    return next(i for i, t in enumerate(clause.tokens) if t.lower == word)


@pytest.mark.parametrize(
    ("text", "unreal"),
    [
        ("He killed two guards.", False),
        ("He may have killed two guards.", False),
        ("He is believed to have killed two guards.", False),
        ("He managed to kill two guards.", False),
        ("He could kill two guards.", True),
        ("He planned to kill two guards.", True),
        ("If he killed two guards, it was at night.", True),
        ("If a man is hurt or killed, call.", True),
    ],
)
def test_unreal(text: str, unreal: bool) -> None:
    clause = parse(text)
    verb = next(i for i, t in enumerate(clause.tokens) if t.lower in ("kill", "killed"))
    assert is_unreal(clause, verb) is unreal


def test_year_and_negation() -> None:
    clause = parse("In 1987 it did not kill 2,500 people.")
    assert is_year(clause, at(clause, "1987"))
    assert not is_year(clause, at(clause, "2,500"))
    assert negates(clause, 0, at(clause, "kill"))
    assert not negates(clause, 0, at(clause, "it"))
