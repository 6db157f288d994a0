import pytest

from bench.figures import Figure


@pytest.mark.parametrize(
    ("figure", "holds"),
    [
        (Figure("f1", 0.8, 0.8), True),
        (Figure("f1", 0.79, 0.8), False),
        (Figure("seconds", 9.0, 10.0, lower_is_better=True), True),
        (Figure("seconds", 11.0, 10.0, lower_is_better=True), False),
        (Figure("f1", 0.1), None),
    ],
)
def test_a_figure_holds_its_goal(figure: Figure, holds: bool | None) -> None:
    assert figure.holds is holds
