from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from sayso.core.article import Article
from sayso.read.reader import Reader
from sayso.read.statements import hearing
from sayso.read.statements.act import FEATURES, STEADY, hold, tell_act
from sayso.read.statements.camps import Camps
from sayso.read.statements.lexicon import content_patterns
from sayso.read.statements.utterance import Utterance

TEXT = (
    "Norvane accused Corvessa on Monday of shelling the port of Tamsel.\n\n“We never fired on Tamsel,” Corvessa's "
    "Defence Minister Ilsa Brandt said. “There was no attack, and the allegation is false.”\n\nPresident Oren Vale "
    "said Norvane would answer if the gunboats came back. Corvessa must withdraw its troops, he told reporters.\n\n"
    "The harbour master asked whether the strait was open. “Thank you,” Brandt said."
)


class Hidden(Camps):
    """Camps of which nothing but the names may be asked."""

    def __getattribute__(self, name: str) -> Any:
        if name in ("accusers", "accused", "embattled", "told", "others_told"):
            raise AssertionError(f"a steady sign looks at {name}")
        return super().__getattribute__(name)


@pytest.fixture(scope="module")
def heard(reader: Reader) -> list[Utterance]:
    """The utterances of a text, as they are looked at."""
    seen: list[Utterance] = []

    def keep(utterance: Utterance) -> Any:
        seen.append(utterance)
        return told(utterance)

    told = tell_act
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hearing, "tell_act", keep)
        reader.read_one(Article("a1", None, None, None, None, "2031-05-07", "en", TEXT))
    assert len(seen) > 5
    return seen


def fresh(utterances: list[Utterance]) -> Iterator[Utterance]:
    """The same, as if nobody had looked at them."""
    return (replace(utterance) for utterance in utterances)


def test_what_is_kept_of_a_statement_hangs_on_no_camps(heard: list[Utterance]) -> None:
    for utterance in fresh(heard):
        hidden = replace(utterance, camps=Hidden(utterance.camps.names))
        for feature in STEADY:
            feature.holds(hidden)


def test_signs_are_the_same_whether_kept_or_not(heard: list[Utterance]) -> None:
    for looked, unseen in zip(heard, fresh(heard), strict=True):
        measured = [feature.holds(unseen) for feature in FEATURES]
        assert hold(looked) == measured == hold(replace(looked))


def test_some_signs_hang_on_the_camps() -> None:
    assert 0 < len(FEATURES) - len(STEADY) < len(STEADY)


@pytest.mark.parametrize(
    ("said", "is_open"),
    [
        ("we do not yet count culprits", True),
        ("it was too early to say", True),
        ("she did not know whether the gate was shut", True),
        ("no shell was fired", False),
        ("he did not know the man", False),
    ],
)
def test_what_is_left_open_denies_nothing(said: str, is_open: bool) -> None:
    assert (content_patterns().left_open.search(said) is not None) is is_open
