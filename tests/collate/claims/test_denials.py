import numpy as np
import pytest

from sayso.collate.claims.denials import Scene, find_target, is_stand_in
from sayso.collate.claims.units import Unit
from sayso.core.reading import Act, Form, Statement
from sayso.core.span import Span

TEXT = (
    "The League accused Ostra of shelling the pier. The League praised its divers for their work. "
    "Ostra’s navy rejected the allegations. The League denied the claims."
)


def _unit(
    words: str, *, act: Act | None = None, speaker: str | None = None, names: tuple[str, ...] = ()
) -> Unit:
    start = TEXT.index(words) if words in TEXT else 0
    span = Span(start, start + len(words), words)
    statement = None
    if act is not None:
        statement = Statement("s", Form.INDIRECT, (), (), (span,), speaker, (), act, None)
    return Unit(
        article="a",
        index=0,
        span=span,
        statement=statement,
        speaker=speaker,
        vector=np.ones(2, np.float32),
        stems=(),
        names=frozenset(names),
        is_denied=act is Act.DENY,
        denied_words=words,
    )


ACCUSATION = _unit("Ostra of shelling the pier", act=Act.ACCUSE, speaker="league", names=("ostra",))
PRAISE = _unit("its divers for their work", act=Act.PRAISE, speaker="league")
SIDES = {"navy": frozenset({"ostra"}), "league": frozenset({"league"})}


def _target(denial: Unit, *others: Unit) -> int | None:
    units = [*others, denial]
    scene = Scene(TEXT, range(len(units)), [], SIDES)
    return find_target(units, len(units) - 1, scene, {len(units) - 1})


@pytest.mark.parametrize(
    "words",
    [
        "the allegations",
        "these claims",
        "Neither thing ever happened.",
        "the charges “untrue and absurd.”",
    ],
)
def test_words_that_only_point(words: str) -> None:
    assert is_stand_in(_unit(words, act=Act.DENY))


@pytest.mark.parametrize("words", ["that the pier was shelled", "the divers’ claims"])
def test_words_that_say_what_is_denied(words: str) -> None:
    assert not is_stand_in(_unit(words, act=Act.DENY))


def test_the_accused_deny_the_accusation_not_the_nearer_sentence() -> None:
    assert _target(_unit("the allegations", act=Act.DENY, speaker="navy"), ACCUSATION, PRAISE) == 0


def test_the_accuser_does_not_deny_its_own_accusation() -> None:
    assert _target(_unit("the claims", act=Act.DENY, speaker="league"), ACCUSATION) is None


def test_a_denial_of_something_else_is_left_alone() -> None:
    denial = _unit("that the ferry fares would rise in spring", act=Act.DENY, speaker="navy")
    assert _target(denial, ACCUSATION, PRAISE) is None


def test_a_question_is_not_what_is_denied() -> None:
    question = _unit(
        "whether Ostra had shelled the pier", act=Act.QUESTION, speaker="reporter", names=("ostra",)
    )
    assert _target(_unit("the allegations", act=Act.DENY, speaker="navy"), question) is None
