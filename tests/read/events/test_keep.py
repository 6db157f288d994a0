"""Which events say enough to be told."""

import pytest

from sayso.core.reading import EntityKind
from sayso.core.span import Span
from sayso.read.events import find_events
from sayso.read.events.keep import is_party
from sayso.read.spans import NamedSpan

REST = " Rain fell on the town."


def types(text: str, *names: str) -> list[str | None]:
    named = [
        NamedSpan(Span.of(text, text.index(n), text.index(n) + len(n)), EntityKind.PLACE, 1.0) for n in names
    ]
    return [e.type for e in find_events(text, [], named, [], [])]


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        ("Veltria expelled three diplomats.", ("Veltria",), ["SANCTION"]),
        ("Veltria accused Dorra of theft.", ("Veltria", "Dorra"), ["DISAPPROVE"]),
        ("The report offered a summary.", (), []),  # nobody does it to anybody
        ("Nobody was asked to leave.", (), []),
        ("The talks in Orsk went on.", ("Orsk",), ["CONSULT"]),
        ("The talks went on.", (), []),
    ],
)
def test_only_what_is_whole_is_told(text: str, names: tuple[str, ...], found: list[str]) -> None:
    assert types(text + REST, *names) == found


def test_the_longer_trigger_of_one_word_is_kept() -> None:
    assert types("Veltria signed a treaty with Dorra." + REST, "Veltria", "Dorra") == ["COOPERATE"]


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("Veltria", True),
        ("two sailors", True),
        ("the ministry", True),
        ("nobody", False),
        ("progress", False),
    ],
)
def test_who_is_a_party(words: str, party: bool) -> None:
    assert is_party(Span(0, len(words), words)) is party
