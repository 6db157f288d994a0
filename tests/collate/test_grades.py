from dataclasses import replace

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
