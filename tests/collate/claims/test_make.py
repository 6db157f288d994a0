"""Claims of propositions whose likeness is given."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from sayso.collate.claims import make
from sayso.collate.claims.units import Unit
from sayso.collate.weights import load_weights
from sayso.core.reading import Act, Form, Statement, Voice
from sayso.core.span import Span

WORDS = {
    "herald": "the patrol shelled the pier",
    "post": "the patrol had shelled the pier",
    "wire": "the patrol’s guns were covered all night",
}
SIDES = {"navy": frozenset({"ostra"}), "league": frozenset({"league"})}


def _unit(article: str, act: Act, speaker: str, *, denied: bool = False) -> Unit:
    span = Span(0, len(WORDS[article]), WORDS[article])
    statement = Statement("s", Form.INDIRECT, (), (), (span,), speaker, (), act, None)
    vector = np.ones(2, np.float32)
    return Unit(
        article,
        0,
        span,
        statement,
        speaker,
        vector,
        (),
        names=frozenset({"ostra"} if act is Act.ACCUSE else ()),
        is_denied=denied,
        denied_words=WORDS[article],
    )


def _voices(monkeypatch: pytest.MonkeyPatch, *units: Unit) -> list[dict[str, Voice]]:
    likeness = {(a, b): 4.0 for a in range(len(units)) for b in range(a + 1, len(units))}
    monkeypatch.setattr(make, "score_pairs", lambda _units: likeness)
    readings: Any = {name: SimpleNamespace(text=words, events=()) for name, words in WORDS.items()}
    groups = make.make_groups(units, readings, SIDES)
    return [{u.article: v for u, v in zip(g.units, g.voices, strict=True)} for g in groups]


def test_a_denial_joins_what_it_is_like_and_is_read_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    found = _voices(monkeypatch, _unit("herald", Act.ACCUSE, "league"), _unit("post", Act.DENY, "navy"))
    assert found == [{"herald": Voice.ATTRIBUTED, "post": Voice.DENIED}]


def test_an_act_alone_makes_no_denial_of_somebody_whom_nobody_names(monkeypatch: pytest.MonkeyPatch) -> None:
    found = _voices(monkeypatch, _unit("herald", Act.ACCUSE, "league"), _unit("post", Act.DENY, "monitors"))
    assert found == [{"herald": Voice.ATTRIBUTED, "post": Voice.ATTRIBUTED}]


@pytest.mark.parametrize(("story", "count"), [("pier", 1), ("court", 2)])
def test_what_two_stories_tell_must_be_more_alike(
    monkeypatch: pytest.MonkeyPatch, story: str, count: int
) -> None:
    units = [_unit("herald", Act.ACCUSE, "league"), _unit("post", Act.ACCUSE, "league")]
    monkeypatch.setattr(make, "score_pairs", lambda _units: {(0, 1): load_weights("claims")["two_cut"] + 0.5})
    readings: Any = {name: SimpleNamespace(text=words, events=()) for name, words in WORDS.items()}
    groups = make.make_groups(units, readings, SIDES, {"herald": "pier", "post": story})
    assert len(groups) == count
