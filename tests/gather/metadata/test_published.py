from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.gather.metadata.published import normalise_published


@pytest.mark.parametrize(
    ("given_value", "iso"),
    [
        ("2025", "2025"),
        (2025, "2025"),
        ("2025-11", "2025-11"),
        ("2025-11-25", "2025-11-25"),
        ("2025-11-25 10:24", "2025-11-25T10:24"),
        ("2025-11-25T10:24:05Z", "2025-11-25T10:24:05+00:00"),
        ("2025-11-25T10:24:05.123456+0530", "2025-11-25T10:24:05+05:30"),
        ("20251125T093000Z", "2025-11-25T09:30:00+00:00"),
        ("20251125", "2025-11-25"),
        ("Tue, 25 Nov 2025 10:24:00 GMT", "2025-11-25T10:24:00+00:00"),
        ("November 25, 2025", "2025-11-25"),
        ("25th Nov. 2025", "2025-11-25"),
        ("Tuesday, 25 November 2025", "2025-11-25"),
        (date(2025, 11, 25), "2025-11-25"),
        (datetime(2025, 11, 25, 10, 24, tzinfo=UTC), "2025-11-25T10:24:00+00:00"),
        (1764066240, "2025-11-25T10:24:00+00:00"),
        (1764066240000, "2025-11-25T10:24:00+00:00"),
    ],
)
def test_a_date_keeps_the_precision_that_was_given(given_value: object, iso: str) -> None:
    assert normalise_published(given_value) == iso


ODD = [
    "03/04/2025",
    "yesterday",
    "2025-13-01",
    "2025-02-30",
    "30 February 2025",
    "",
    "x" * 500,
    None,
    True,
    12,
    -5,
]
ODDER = [float("nan"), float("inf"), ["2025"], {"date": "2025"}, "25 Brumaire 2025", "2025-11-25T25:00"]


@pytest.mark.parametrize("given_value", [*ODD, *ODDER])
def test_what_cannot_be_told_is_none(given_value: object) -> None:
    assert normalise_published(given_value) is None


@given(st.one_of(st.text(max_size=90), st.integers(), st.floats(), st.dates(), st.datetimes()))
def test_any_value_gives_a_date_or_none(value: object) -> None:
    found = normalise_published(value)
    assert found is None or found[:4].isdigit()
