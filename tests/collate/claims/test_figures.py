from collections.abc import Sequence

import numpy as np
import pytest

from sayso.collate.claims.claims import find_status
from sayso.collate.claims.figures import Figures, do_differ, find_figures
from sayso.collate.claims.links import Link
from sayso.collate.claims.make import Group
from sayso.collate.claims.units import Unit
from sayso.core.ledger import ClaimStatus
from sayso.core.reading import Effect, Harm, Voice
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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry left at 17 : 50 for Orrin", "The ferry left at 18:20 for Orrin"),
        ("He had served for 15 years", "He had served for 12 years"),
        ("Call the harbour office on 0845 125 222", "Call the harbour office on 0800 555 111"),
    ],
)
def test_times_and_telephone_numbers_are_no_counts(one: str, other: str) -> None:
    assert not do_differ([_figures(one), _figures(other)])


def test_a_reading_unsure_of_its_claim_contests_nothing() -> None:
    words = "the pier was shelled"
    unit = Unit("a", 0, Span(0, len(words), words), None, None, np.zeros(2, np.float32), ())

    def status(confident: float) -> ClaimStatus:
        links = (Link(9.0, is_tied=False), Link(confident, is_tied=False))
        voices = (Voice.OWN, Voice.DENIED)
        return find_status(Group((unit, unit), voices, (unit.span, unit.span), "", links), {})

    assert status(9.0) is ClaimStatus.CONTESTED
    assert status(-9.0) is ClaimStatus.SINGLE
