from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.core.errors import WeightsError
from sayso.core.reading import Act, Form, Proposition, Statement
from sayso.core.span import Span
from sayso.read.entities.layout import lay_out
from sayso.read.statements.told import LIKELY, Teller, load_teller, read_teller, tell_voices

TEXT = (
    "The minister said the bridge at Ostrel was unsafe. It would be closed to lorries if the council agreed.\n\n"
    "In April 2019 a flood killed nine people in the valley."
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


def statement() -> Statement:
    return Statement(
        id="s1",
        form=Form.INDIRECT,
        source=(span("The minister"),),
        cue=(span("said"),),
        content=(span("the bridge at Ostrel was unsafe"),),
        speaker="e1",
        via=(),
        act=Act.ASSERT,
        date=None,
    )


def told() -> tuple[Proposition, ...]:
    propositions = (
        Proposition(span("the bridge at Ostrel was unsafe"), "s1"),
        Proposition(span("It would be closed to lorries if the council agreed."), None),
        Proposition(span("In April 2019 a flood killed nine people in the valley."), None),
    )
    return tell_voices(lay_out(TEXT), (statement(),), (), propositions)


def test_a_speaker_goes_on_and_the_outlet_tells_what_lies_back() -> None:
    _, going_on, past = told()
    assert going_on.told >= LIKELY > past.told
    assert going_on.speaker == "e1"
    assert past.speaker is None


def test_what_a_statement_holds_is_left_alone() -> None:
    assert told()[0] == Proposition(span("the bridge at Ostrel was unsafe"), "s1")


def test_weights_sum_up_to_a_chance() -> None:
    teller = Teller(0.0, {"perfect": 2.0})
    assert teller.chance({}) == 0.5
    assert teller.chance({"perfect": 1.0}) == 0.8808
    assert teller.chance({"unknown": 9.0}) == 0.5


def test_a_damaged_file_says_so(tmp_path: Path) -> None:
    path = tmp_path / "told.npz"
    path.write_bytes(b"nothing")
    with pytest.raises(WeightsError):
        read_teller(path)


def test_the_weights_that_ship_are_those_of_the_signs() -> None:
    assert "modal would" in load_teller().weights


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=300))
def test_any_text_gives_chances(text: str) -> None:
    layout = lay_out(text)
    whole = [Proposition(Span.of(text, *bounds), None) for bounds in layout.sentences]
    for proposition in tell_voices(layout, (), (), whole):
        assert 0 <= proposition.told <= 1
        assert proposition.speaker is None
