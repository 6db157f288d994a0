"""Sorts of bodies."""

import pytest

from sayso.read.entities.layout import lay_out
from sayso.read.entities.sorts import Fit, fit, said_beside


@pytest.mark.parametrize(
    ("noun", "told", "expected"),
    [
        ("airline", {"orsk", "airlines"}, Fit.SAME),
        ("airline", {"orsk", "airways"}, Fit.SORT),
        ("airline", {"orsk", "council"}, Fit.CLASH),
        ("airline", {"orsk"}, Fit.OPEN),
        ("contractor", {"orsk", "contractor"}, Fit.SAME),
    ],
)
def test_fit(noun: str, told: set[str], expected: Fit) -> None:
    assert fit(noun, frozenset(told)) is expected


def test_what_is_said_beside_a_name() -> None:
    text = "Orsk Holding, the contractor, denied it."
    assert said_beside(lay_out(text), 0, len("Orsk Holding")) == {"contractor"}
