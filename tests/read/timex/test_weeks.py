"""Weeks of months, and periods counted a year back; an invented company's report of Friday, 22 March 2013."""

import pytest

from sayso.read.timex import find_dates

FRIDAY = "2013-03-22"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The first week of April was dry.", "The first week of April", "2013-W14"),
        ("It rained in the last week of March.", "the last week of March", "2013-W13"),
        ("Rain fell in the final week of May 2011.", "the final week of May 2011", "2011-W21"),
        ("They met two Sundays ago.", "two Sundays ago", "2013-03-10"),
        ("The fair was the week before last.", "the week before last", "2013-W10"),
        ("The fair is the weekend after next.", "the weekend after next", "2013-W14-WE"),
        ("Growth slowed in the final quarter of 2012.", "the final quarter of 2012", "2012-Q4"),
        ("Growth slowed in the last quarter of last year.", "the last quarter of last year", "2012-Q4"),
        (
            "In the fourth quarter it earned more than in the previous quarter.",
            "the previous quarter",
            "2012-Q3",
        ),
        (
            "In the fourth quarter it earned more than in the same period last year.",
            "the same period last year",
            "2011-Q4",
        ),
        ("In February sales rose from the same month a year ago.", "the same month a year ago", "2012-02"),
        ("In the year to March output grew.", "the year", "P1Y"),
        ("The plant closed after a quarter-century.", "a quarter-century", "P25Y"),
        ("It will open by year-end.", "year-end", "2013"),
        ("It will open later in the month.", "the month", "2013-03"),
        ("Oil for May delivery fell.", "May", "2013-05"),
        ("He had been due to leave Monday.", "Monday", "2013-03-18"),
        ("He is due to leave Monday.", "Monday", "2013-03-25"),
        ("The blast struck at 7:15 p.m. on Thursday (1715 GMT).", "1715 GMT", "2013-03-21T17:15Z"),
    ],
)
def test_values(text: str, words: str, value: str) -> None:
    assert (words, value) in [(date.span.exact, date.value) for date in find_dates(text, FRIDAY)]


def test_a_night_is_that_of_the_day_named() -> None:
    dates = find_dates(
        "He fled on Sunday. That night two others fled. That same day a flat was searched.", FRIDAY
    )
    assert [date.value for date in dates] == ["2013-03-17", "2013-03-17TNI", "2013-03-17"]


def test_the_night_before_is_counted_from_the_day_named() -> None:
    dates = find_dates("He fled on Sunday. The night before, two others fled.", FRIDAY)
    assert [date.value for date in dates] == ["2013-03-17", "2013-03-16TNI"]


def test_without_a_date_all_stays_open() -> None:
    text = "The week before last; two Sundays ago; the first week of April; the same month a year ago."
    assert [date.value for date in find_dates(text, None)] == [
        "XXXX-WXX",
        "XXXX-WXX-7",
        "XXXX-WXX",
        "XXXX-XX",
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The ministers are meeting on Monday.", "2013-03-25"),
        ("The ministers were meeting on Monday.", "2013-03-18"),
        ("The banks are to stay closed until Monday.", "2013-03-25"),
        ("The banks were shut until Monday.", "2013-03-18"),
        ("The talks, set for Monday, could slip.", "2013-03-25"),
        ("The union rejected the budget plan on Monday.", "2013-03-18"),
        ("The unions plan to strike on Monday.", "2013-03-25"),
    ],
)
def test_whether_a_weekday_lies_ahead(text: str, value: str) -> None:
    assert ("Monday", value) in [(date.span.exact, date.value) for date in find_dates(text, FRIDAY)]


def test_a_programme_in_quotation_marks_is_no_week() -> None:
    assert find_dates('He spoke on ORB\'s "This Week."', FRIDAY) == ()
