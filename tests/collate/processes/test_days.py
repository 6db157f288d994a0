import pytest

from sayso.collate.processes.days import known_days, may_be_same
from sayso.core.span import Date, Span
from sayso.core.timex_value import grain_of


def _date(value: str) -> Date:
    return Date(value, grain_of(value), Span(0, 1, "x"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2031-05-07", "2031-05-08", True),
        ("2031-05-07", "2031-05-14", False),
        ("2031-05", "2031-05-14", True),
        ("XXXX-10", "XXXX-11", False),
        ("XXXX-10-25", "XXXX-10", True),
        ("2031-10-25", "XXXX-10-25", True),
        ("XXXX-WXX-2", "2031-05-07", True),
        ("2031-10", "2031-11", False),
    ],
)
def test_dates_of_one_event(one: str, other: str, same: bool) -> None:
    assert may_be_same(_date(one), _date(other)) is same
    assert may_be_same(_date(other), _date(one)) is same


def test_days_of_an_open_year_are_not_known() -> None:
    assert known_days([_date("XXXX-10-25")]) is None
