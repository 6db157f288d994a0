"""Which dates cannot be of one event."""

import pytest

from sayso.core.span import Date, Span
from sayso.core.timex_value import grain_of
from sayso.read.events.elsewhen import are_apart


def date(value: str) -> Date:
    return Date(value, grain_of(value), Span(0, 1, "x"))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("XXXX-WXX-5", "2017", True),
        ("XXXX-WXX-5", "XXXX-09", True),
        ("XXXX-WXX-5", "XXXX", True),
        ("XXXX-05-03", "XXXX-05", False),
        ("XXXX-05-03", "XXXX-09", True),
        ("2026-05-03", "2026-05-05", False),
        ("2026-05-03", "2026-05-20", True),
        ("2026-05-03", "2026-05", False),
        ("2017", "XXXX-09", False),
        ("XXXX-WXX-5", "XXXX-05-03", False),
    ],
)
def test_dates_apart(one: str, other: str, apart: bool) -> None:
    assert are_apart(date(one), date(other)) is apart
    assert are_apart(date(other), date(one)) is apart


def test_what_has_no_date_is_not_apart() -> None:
    assert not are_apart(None, date("2017"))
