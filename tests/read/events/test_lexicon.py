"""The trigger lexicon's tables."""

import pytest

from sayso.read.events.acts import verb_forms
from sayso.read.events.lexicon import entries_by_first_word, hedges, light_verb_forms, word_set


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("shoot", ("shoot", "shoots", "shot", "shot", "shooting")),
        ("deny", ("deny", "denies", "denied", "denied", "denying")),
        ("agree", ("agree", "agrees", "agreed", "agreed", "agreeing")),
        ("stop", ("stop", "stops", "stopped", "stopped", "stopping")),
        ("bomb", ("bomb", "bombs", "bombed", "bombed", "bombing")),
    ],
)
def test_verb_forms(verb: str, forms: tuple[str, ...]) -> None:
    assert verb_forms(verb) == forms


def test_the_longest_entry_comes_first() -> None:
    entries = entries_by_first_word()["suicide"]
    assert len(entries[0].words) == max(len(e.words) for e in entries)


def test_every_mark_is_a_status() -> None:
    assert set(hedges().values()) == {"accused", "claimed"}
    assert "conducted" in light_verb_forms()
    assert "bomb" in word_set("instruments")
