"""Groups of people."""

import pytest

from sayso.core.reading import Effect
from sayso.core.sentences import split_sentences
from sayso.read.harm.groups import groups_of, is_harmable
from sayso.read.numbers import find_quantities
from sayso.read.phrases import tag_tokens
from sayso.read.phrases.clauses import Clause


def parse(text: str) -> Clause:
    (sentence,) = split_sentences(text)
    return Clause.of(text, tag_tokens(text, sentence, find_quantities(text)))


def at(clause: Clause, word: str) -> int:
    return next(i for i, t in enumerate(clause.tokens) if t.lower == word)


def groups(text: str) -> list[tuple[int | None, int | None]]:
    """The counts of the groups after "killed"."""
    clause = parse(text)
    return [(g.low, g.high) for g in groups_of(clause, clause.objects(at(clause, "killed") + 1))]


def test_groups_are_counted_apart() -> None:
    assert groups("It killed seven guards and three nurses.") == [(7, 7), (3, 3)]


def test_those_who_belong_to_the_first_add_up() -> None:
    assert groups("It killed a woman and her two children.") == [(3, 3)]


def test_an_age_is_no_group() -> None:
    assert groups("It killed Luz Arroyo, 34, and Pio Marr, 11.") == [(1, 1), (1, 1)]


def test_who_is_named_and_described_is_one() -> None:
    assert groups("It killed a nurse, Luz Arroyo, and Pio Marr, a guard.") == [(1, 1), (1, 1)]
    assert groups("It killed a nurse, a guard and Luz Arroyo.") == [(1, 1)] * 3


@pytest.mark.parametrize(
    ("text", "harmable"),
    [
        ("It killed nine people.", True),
        ("It killed nine.", True),
        ("It killed the bill.", False),
        ("It killed 5 January.", False),
    ],
)
def test_harmable(text: str, harmable: bool) -> None:
    clause = parse(text)
    (group,) = groups_of(clause, clause.objects(at(clause, "killed") + 1))
    assert is_harmable(clause, group, Effect.KILLED) is harmable
