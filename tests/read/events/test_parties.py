"""Which noun phrases can take part in an event."""

import pytest

from sayso.core.sentences import split_sentences
from sayso.read.events.parties import parties_of, party_span
from sayso.read.events.scene import Scene
from sayso.read.numbers import find_quantities
from sayso.read.phrases import tag_tokens
from sayso.read.phrases.clauses import Clause


def scene(text: str) -> Scene:
    (sentence,) = split_sentences(text)
    return Scene.of(Clause.of(text, tag_tokens(text, sentence, find_quantities(text))), 0, [], [])


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("It was the armed rebels.", ["armed rebels"]),
        ("It was three alleged gunmen.", ["gunmen"]),
        ("It was deputy mayor Luz Arroyo.", ["Luz Arroyo"]),
        ("It was the Dorran army.", ["Dorran army"]),
        ("It was the bridge.", []),
        ("It was last night.", []),
        ("It was the rockets.", []),
    ],
)
def test_who_can_act(text: str, parties: list[str]) -> None:
    found = scene(text)
    last = found.clause.phrases[-1]
    assert [p.exact for p in parties_of(found, [last])] == parties


def test_a_count_of_others_is_no_party() -> None:
    found = scene("It hit 12.")
    assert party_span(found, found.clause.phrases[-1]) is None
