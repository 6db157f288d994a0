from dataclasses import replace
from datetime import date

import pytest

from sayso.collate.accounts import Account
from sayso.collate.grades import grade_event
from sayso.core.ledger import Grade
from sayso.core.reading import Event, Status
from sayso.core.span import Span

SPAN = Span(0, 8, "shelling")
EVENT = Event("e1", "ASSAULT", "aerial", SPAN, (), (), (), None, (), (), (), Status.REPORTED, None)
SIDES = {"navy": frozenset({"veltria"}), "league": frozenset({"league"})}


def _account(status: Status, speaker: str | None = None) -> Account:
    event = replace(EVENT, status=status)
    return Account("a", event, frozenset(), frozenset({"veltria"}), frozenset({"shell"}), None, speaker, None)


@pytest.mark.parametrize(
    ("accounts", "origins", "contested", "grade"),
    [
        ([_account(Status.REPORTED)], {"one"}, False, Grade.WEAK),
        ([_account(Status.REPORTED), _account(Status.ACCUSED, "league")], {"one", "two"}, False, Grade.FAIR),
        (
            [_account(Status.ACCUSED, "league"), _account(Status.DENIED, "navy")],
            {"one"},
            False,
            Grade.CONTESTED,
        ),
        ([_account(Status.REPORTED)], {"one", "two"}, True, Grade.CONTESTED),
        (
            [_account(Status.CLAIMED, "navy"), _account(Status.ACCUSED, "league")],
            {"one", "two"},
            False,
            Grade.CONFIRMED,
        ),
        ([_account(Status.DENIED, "navy")], set(), False, Grade.DISCOUNTED),
        ([_account(Status.THREATENED, "navy")], set(), False, Grade.WEAK),
    ],
)
def test_grades(accounts: list[Account], origins: set[str], contested: bool, grade: Grade) -> None:
    found, reason = grade_event(accounts, origins, SIDES, is_contested=contested)
    assert found is grade
    assert ": " in reason


def _by(status: Status, speaker: str | None, actors: set[str], day: int | None = None) -> Account:
    made = replace(_account(status, speaker), actors=frozenset(actors))
    return replace(made, published=date(2031, 3, day)) if day else made


def test_a_denial_by_the_accused_is_told_from_one_by_others() -> None:
    accused = [_by(Status.ACCUSED, "league", {"veltria"}), _by(Status.DENIED, "navy", set())]
    assert grade_event(accused, {"one"}, SIDES, is_contested=False)[1].startswith("denied_by_accused: ")
    other = [_by(Status.REPORTED, None, {"veltria"}), _by(Status.DENIED, "league", set())]
    assert grade_event(other, {"one"}, SIDES, is_contested=False)[1].startswith("denied: ")


def test_sides_that_blame_each_other_contest_it() -> None:
    both = [_by(Status.ACCUSED, "league", {"veltria"}), _by(Status.ACCUSED, "navy", {"league"})]
    grade, reason = grade_event(both, {"one", "two"}, SIDES, is_contested=False)
    assert grade is Grade.CONTESTED
    assert reason.startswith("rival_blame: ")


def test_a_denial_that_the_same_side_took_back_is_overtaken() -> None:
    told = [_by(Status.DENIED, "navy", {"veltria"}, 2), _by(Status.ADMITTED, "navy", {"veltria"}, 4)]
    assert grade_event(told, {"one"}, SIDES, is_contested=False)[0] is Grade.CONFIRMED
    back = [_by(Status.DENIED, "navy", {"veltria"}, 5), _by(Status.ADMITTED, "navy", {"veltria"}, 4)]
    assert grade_event(back, {"one"}, SIDES, is_contested=False)[0] is Grade.CONTESTED


def test_two_sides_that_claim_one_deed_contest_it() -> None:
    both = [_by(Status.CLAIMED, "league", {"league"}), _by(Status.CLAIMED, "navy", {"veltria"})]
    grade, reason = grade_event(both, {"one", "two"}, SIDES, is_contested=False)
    assert (grade, reason.split(":")[0]) == (Grade.CONTESTED, "rival_claims")
