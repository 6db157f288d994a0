"""Groups of people, and words that leave harm undone."""

import pytest

from sayso.core.reading import Effect
from sayso.core.sentences import split_sentences
from sayso.read.harm.counts import groups_of, is_harmable, is_unreal, is_year, negates
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
    ],
)
def test_unreal(text: str, unreal: bool) -> None:
    clause = parse(text)
    verb = next(i for i, t in enumerate(clause.tokens) if t.lower in ("kill", "killed"))
    assert is_unreal(clause, verb) is unreal


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


def test_year_and_negation() -> None:
    clause = parse("In 1987 it did not kill 2,500 people.")
    assert is_year(clause, at(clause, "1987"))
    assert not is_year(clause, at(clause, "2,500"))
    assert negates(clause, 0, at(clause, "kill"))
    assert not negates(clause, 0, at(clause, "it"))
