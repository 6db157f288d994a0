from collections.abc import Mapping

import numpy as np
import pytest

from sayso.collate.claims import voices as module
from sayso.collate.claims.units import Unit
from sayso.collate.claims.voices import FEATURES, measure_denial, settle_voices
from sayso.core.reading import Act, Form, Statement, Voice
from sayso.core.span import Span


def _unit(words: str, act: Act | None, speaker: str | None, **more: object) -> Unit:
    span = Span(0, len(words), words)
    statement = act and Statement("s", Form.INDIRECT, (), (), (span,), speaker, (), act, None)
    fields = {"vector": np.ones(2, np.float32) / np.sqrt(2), "stems": (), "denied_words": words, **more}
    return Unit("a", 0, span, statement, speaker, **fields)  # type: ignore[arg-type]


ACCUSED = _unit("guards shot at the herdsmen", Act.ACCUSE, "herders", names=frozenset({"guards"}))
ANSWER = _unit(
    "no rifle left its rack at the northern post", Act.ASSERT, "guards", negates=True, is_negative=True
)
FLAT = _unit("the shooting", Act.DENY, "guards", is_denied=True)
TOLD = _unit("shots were heard", None, None)
SIDES = {"guards": frozenset({"guards"})}


def _named(unit: Unit, *others: Unit, is_by_rule: bool = False) -> Mapping[str, float]:
    return dict(zip(FEATURES, measure_denial(unit, others, SIDES, is_by_rule=is_by_rule), strict=True))


@pytest.fixture
def only(monkeypatch: pytest.MonkeyPatch) -> object:
    """Sets weights of which all but those told are nothing."""

    def set_weights(**weights: float) -> None:
        nothing = dict.fromkeys(FEATURES, 0.0)
        monkeypatch.setattr(
            module, "load_weights", lambda _: {**nothing, "bias": -1.0, "least": 0.0, **weights}
        )

    return set_weights


def test_measures_the_company() -> None:
    found = _named(ANSWER, ACCUSED, TOLD)
    assert found["named"] == 1
    assert found["negates_alone"] == 1
    assert found["rivals_accuse"] == found["rivals_own"] == 0.5
    assert found["likeness"] == pytest.approx(1)


def test_what_a_speaker_says_elsewhere_is_no_rival() -> None:
    found = _named(ANSWER, FLAT)
    assert found["itself_denies"] == 1
    assert found["rivals_deny"] == found["likeness"] == 0


def test_another_number() -> None:
    ten, nine = (
        _unit("n were hurt", Act.ASSERT, who, numbers=frozenset({n})) for who, n in (("x", 10), ("y", 9))
    )
    assert _named(ten, nine)["other_number"] == 1
    assert _named(ten, ten)["other_number"] == 0


def test_a_no_among_those_that_say_yes_denies(only) -> None:  # type: ignore[no-untyped-def]
    only(negates_alone=2.0)
    units = {0: ACCUSED, 1: ANSWER, 2: TOLD}
    before = {0: Voice.ATTRIBUTED, 1: Voice.ATTRIBUTED, 2: Voice.OWN}
    assert settle_voices(units, before, SIDES) == {**before, 1: Voice.DENIED}


def test_a_rule_may_be_overruled_but_no_cue_of_denial(only) -> None:  # type: ignore[no-untyped-def]
    only()
    units = {0: ACCUSED, 1: ANSWER, 2: FLAT}
    before = {0: Voice.ATTRIBUTED, 1: Voice.DENIED, 2: Voice.DENIED}
    assert settle_voices(units, before, SIDES) == {**before, 1: Voice.ATTRIBUTED}


def test_what_nobody_says_is_not_denied(only) -> None:  # type: ignore[no-untyped-def]
    only(bias=1.0)
    before = {0: Voice.ATTRIBUTED, 1: Voice.ATTRIBUTED}
    assert settle_voices({0: ACCUSED, 1: ANSWER}, before, SIDES) == before
