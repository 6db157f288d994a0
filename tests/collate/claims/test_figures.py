from collections.abc import Sequence

import pytest

from sayso.collate.claims.figures import Figures, do_differ, find_figures
from sayso.core.reading import Effect, Harm
from sayso.core.span import Span


def _figures(words: str, harms: Sequence[tuple[Effect, int | None, int | None]] = ()) -> Figures:
    span = Span(0, len(words), words)
    return find_figures(span, [Harm(effect, low, high, None, span) for effect, low, high in harms])


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ((10, 10), (10, None), False),
        ((10, 10), (14, 14), True),
        ((12, None), (20, 24), False),
        ((0, 0), (3, 3), True),
        ((20, 24), (25, None), True),
    ],
)
def test_tolls(one: tuple[int, int | None], other: tuple[int, int | None], differ: bool) -> None:
    pair = [
        _figures("people died", [(Effect.KILLED, *one)]),
        _figures("people died", [(Effect.KILLED, *other)]),
    ]
    assert do_differ(pair) is differ


def test_killed_and_injured_are_not_compared() -> None:
    assert not do_differ([_figures("a", [(Effect.KILLED, 3, 3)]), _figures("b", [(Effect.INJURED, 9, 9)])])


def test_counts_of_the_same_thing() -> None:
    assert do_differ([_figures("They closed 14 ferry ports."), _figures("Nine ferry ports were closed.")])
    assert not do_differ(
        [_figures("They closed 14 ports."), _figures("The 14 ports were closed for 3 days.")]
    )


def test_years_are_no_counts() -> None:
    assert not do_differ([_figures("in 2031 ports closed"), _figures("in 2032 ports closed")])
