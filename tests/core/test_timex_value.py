from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.core.span import Grain
from sayso.core.timex_value import grain_of, range_of, timeline_key


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-01-16", date(2024, 1, 16), date(2024, 1, 16)),
        ("2024-01-16TMO", date(2024, 1, 16), date(2024, 1, 16)),
        ("2024-01-16T14:30Z", date(2024, 1, 16), date(2024, 1, 16)),
        ("2024-W03", date(2024, 1, 15), date(2024, 1, 21)),
        ("2024-W03-WE", date(2024, 1, 20), date(2024, 1, 21)),
        ("2024-W03-2", date(2024, 1, 16), date(2024, 1, 16)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-XX", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-Q3", date(2024, 7, 1), date(2024, 9, 30)),
        ("2024-H2", date(2024, 7, 1), date(2024, 12, 31)),
        ("2024-SU", date(2024, 6, 1), date(2024, 9, 23)),
        ("2024-WI", date(2023, 12, 1), date(2025, 3, 21)),
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-WXX", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-XX-XX", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-QX", date(2024, 1, 1), date(2024, 12, 31)),
        ("202", date(2020, 1, 1), date(2029, 12, 31)),
        ("202X", date(2020, 1, 1), date(2029, 12, 31)),
        ("19", date(1900, 1, 1), date(1999, 12, 31)),
    ],
)
def test_range_is_first_and_last_day(value: str, first: date, last: date) -> None:
    assert range_of(value) == (first, last)


@pytest.mark.parametrize(
    "value",
    [
        "XXXX-10-11",
        "XXXX-WXX-2",
        "XXXX",
        "P2D",
        "PT48H",
        "PXY",
        "PAST_REF",
        "",
        "2024-13-01",
        "2023-02-29",
        "0000",
        "T12:00",
    ],
)
def test_what_has_no_year_or_is_no_date_has_no_range(value: str) -> None:
    assert range_of(value) is None


@pytest.mark.parametrize(
    ("value", "grain"),
    [
        ("2024-01-16", Grain.DAY),
        ("XXXX-10-11", Grain.DAY),
        ("XXXX-WXX-2", Grain.DAY),
        ("2024-01-16TMO", Grain.TIME),
        ("2024-W03", Grain.WEEK),
        ("2024-W03-WE", Grain.WEEKEND),
        ("2024-03", Grain.MONTH),
        ("2024-WI", Grain.SEASON),
        ("2024-Q1", Grain.QUARTER),
        ("2024-H1", Grain.YEAR),
        ("2024", Grain.YEAR),
        ("202", Grain.DECADE),
        ("20", Grain.CENTURY),
        ("PT48H", Grain.DURATION),
        ("PRESENT_REF", Grain.VAGUE),
    ],
)
def test_grain(value: str, grain: Grain) -> None:
    assert grain_of(value) == grain


def test_a_set_is_told_by_its_words() -> None:
    assert grain_of("P1W", repeats=True) == Grain.SET


def test_no_value_has_no_grain() -> None:
    with pytest.raises(ValueError, match="Tuesday"):
        grain_of("Tuesday")


def test_timeline_puts_wide_before_narrow_and_open_years_after() -> None:
    ordered = [
        "2023-12-31",
        "2024",
        "2024-01",
        "2024-01-01",
        "2024-01-01TMO",
        "2024-01-01T09:15",
        "2024-01-01TNI",
        "2024-01-02",
        "XXXX-03",
        "XXXX-03-05",
        "XXXX-10-11",
        "XXXX-WXX-1",
        "XXXX-WXX-5",
        "P2D",
        "PAST_REF",
    ]
    shuffled = ordered[::-1]
    assert sorted(shuffled, key=timeline_key) == ordered


@given(st.text(alphabet="0123456789XWQHPTRE-_:SUFIMO", max_size=14))
def test_any_value_has_a_key_and_a_sane_range(value: str) -> None:
    timeline_key(value)
    days = range_of(value)
    assert days is None or days[0] <= days[1]


@given(st.dates(min_value=date(2, 1, 1)))
def test_a_day_ranges_over_itself(day: date) -> None:
    assert range_of(day.isoformat()) == (day, day)
