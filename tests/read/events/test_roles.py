"""Who does what to whom, sentence by sentence."""

import pytest

from sayso.core.sentences import split_sentences
from sayso.read.events.roles import Roles, find_roles
from sayso.read.events.scene import Scene
from sayso.read.numbers import find_quantities
from sayso.read.phrases import tag_tokens
from sayso.read.phrases.clauses import Clause


def roles(text: str, words: str) -> Roles:
    """The roles of the event whose trigger begins with ``words``."""
    (sentence,) = split_sentences(text)
    clause = Clause.of(text, tag_tokens(text, sentence, find_quantities(text)))
    scene = Scene.of(clause, 0, [], [])
    trigger = next(
        t for t in scene.triggers if clause.span(t.first, t.last).exact.startswith(words) and t.entry.type
    )
    return find_roles(scene, trigger)


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Masked gunmen attacked the bank.", "attacked", ["Masked gunmen"]),
        ("The bank was attacked by masked gunmen.", "attacked", ["masked gunmen"]),
        ("Dorran jets carried out airstrikes in Orsk.", "airstrikes", ["Dorran jets"]),
        ("The army’s raid failed.", "raid", ["army"]),
        ("The Dorran Front claimed responsibility for the bombing.", "bombing", ["Dorran Front"]),
        ("The bombing was attributed to the Dorran Front.", "bombing", ["Dorran Front"]),
        ("Two guards were involved in the massacre.", "massacre", ["guards"]),
        ("Tane accused Dorra of a raid.", "raid", ["Dorra"]),
        ("The Front was blamed for plotting the attack.", "attack", ["Front"]),
    ],
)
def test_actors(text: str, trigger: str, actors: list[str]) -> None:
    assert [a.exact for a in roles(text, trigger).actors] == actors


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Rebels kidnapped five engineers.", "kidnapped", ["engineers"]),
        ("The murder of two nuns shook Orsk.", "murder", ["nuns"]),
        ("The governor’s murder shook Orsk.", "murder", ["governor"]),
        ("Nine people killed in blasts were buried.", "killed", ["people"]),
        ("Morl accused Veltria of dragging Dorra into it.", "accused", ["Veltria"]),
    ],
)
def test_recipients(text: str, trigger: str, recipients: list[str]) -> None:
    assert [r.exact for r in roles(text, trigger).recipients] == recipients


def test_what_is_struck() -> None:
    found = roles("A car bomb exploded in front of the embassy.", "exploded")
    assert [t.exact for t in found.targets] == ["embassy"]
    assert [i.exact for i in found.instruments] == ["car bomb"]
    assert found.actors == []
