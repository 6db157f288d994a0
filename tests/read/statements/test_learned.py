"""The learned part of telling an act."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.core.errors import WeightsError
from sayso.core.reading import Act
from sayso.core.span import Span
from sayso.read.entities import find_entities
from sayso.read.spans import Attribution
from sayso.read.statements.act import FEATURES
from sayso.read.statements.hearing import Hearing
from sayso.read.statements.judge import Judge
from sayso.read.statements.learned import ACTS, PARTS, act_model, load_model, vectors_of

WIDTH = 384


def no_meaning(spans: list[Span]) -> np.ndarray:
    return np.zeros((len(spans), WIDTH), dtype=np.float32)


def judge(text: str, source: str, cue: str, content: str) -> Act:
    parts = [(Span(text.index(w), text.index(w) + len(w), w),) if w else () for w in (source, cue, content)]
    attribution = Attribution(parts[0], parts[1], parts[2], 0.9)
    index = find_entities(text, [], [attribution])
    utterance = Hearing(index, [attribution]).utterance(
        attribution, attribution.content, index.speaker_of(attribution.source)
    )
    return Judge(no_meaning).tell(attribution, utterance)  # type: ignore[arg-type]


def test_shipped_model_knows_the_signs() -> None:
    model = act_model()
    assert model.bias.shape == (len(ACTS),)
    assert model.vectors.shape == (len(PARTS), WIDTH, len(ACTS))
    assert set(model.signs) <= {feature.name for feature in FEATURES}
    assert len({feature.name for feature in FEATURES}) == len(FEATURES)


@pytest.mark.parametrize(
    ("cue", "act"),
    [
        ("accused", Act.ACCUSE),
        ("denied", Act.DENY),
        ("demanded", Act.DEMAND),
        ("vowed", Act.PROMISE),
        ("praised", Act.PRAISE),
    ],
)
def test_a_clear_cue_settles_the_act(cue: str, act: Act) -> None:
    assert (
        judge(f"The mayor {cue} the new pier on Friday.", "The mayor", cue, "the new pier on Friday") is act
    )


def test_a_question_is_heard_without_a_cue_of_asking() -> None:
    assert (
        judge("“Who paid for it?” said the mayor.", "the mayor", "said", "“Who paid for it?”") is Act.QUESTION
    )


def test_vectors_are_means_at_unit_length() -> None:
    spans = [Span(0, 1, "a"), Span(2, 3, "b")]
    table = {0: [3.0, 0.0], 2: [0.0, 3.0]}
    found = vectors_of(
        [spans, spans[:1], []],
        lambda asked: np.array([table[s.start] for s in asked], dtype=np.float32).reshape(-1, 2),
    )
    assert np.allclose(found, [[0.5**0.5, 0.5**0.5], [1, 0], [0, 0]])


def test_a_damaged_file_says_so(tmp_path: Path) -> None:
    path = tmp_path / "acts.npz"
    path.write_bytes(b"PK no archive")
    with pytest.raises(WeightsError):
        load_model(path)
    with pytest.raises(WeightsError):
        load_model(tmp_path / "none.npz")


@given(st.text(min_size=1, max_size=120))
def test_any_content_gets_an_act(text: str) -> None:
    if not text.strip():
        return
    span = Span.of(text, 0, len(text))
    attribution = Attribution((), (), (span,), 0.9)
    index = find_entities(text, [], [])
    utterance = Hearing(index, [attribution]).utterance(attribution, (span,), None)
    assert Judge(no_meaning).tell(attribution, utterance) in Act  # type: ignore[arg-type]
