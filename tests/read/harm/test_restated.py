"""Counts that lean on harm told before."""

import pytest

from sayso.read.harm import find_harm


def rows(text: str) -> list[tuple[str, int | None, int | None, str | None]]:
    return [(h.effect.value, h.low, h.high, h.who.exact if h.who else None) for h in find_harm(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nine people died. The toll now stands at 19.", ("killed", 19, 19, None)),
        ("Doctors counted 19 dead. A nurse put the figure at nearly two dozen.", ("killed", 20, 24, None)),
        ("Ten people were hurt. The number rose to 12 by noon.", ("injured", 12, 12, None)),
        ("There were 19 dead, and seven of them were children.", ("killed", 7, 7, "children")),
        ("It killed 14 people, four of them children.", ("killed", 4, 4, "children")),
    ],
)
def test_restated(text: str, wanted: tuple[str, int, int, str | None]) -> None:
    found = rows(text)
    assert len(found) == 2
    assert found[1] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The toll on the bridge rose to 5 crowns.",
        "The government put the figure at 40.",
        "Seven of them were children.",
        "Nobody died. The number rose to 12.",
    ],
)
def test_nothing_to_lean_on(text: str) -> None:
    assert all(low == 0 for _, low, _, _ in rows(text))


def test_the_figure_is_forgotten_after_some_sentences() -> None:
    assert len(rows("Nine people died. Rain fell. It was dark. Shops shut. The figure rose to 40.")) == 1
