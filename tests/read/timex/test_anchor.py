from datetime import date

from sayso.read.timex.anchor import Anchor


def test_an_anchor_keeps_the_precision_that_is_given() -> None:
    assert Anchor.of("2024-01-17T09:30:00Z") == Anchor(2024, 1, date(2024, 1, 17))
    assert Anchor.of("2024-01") == Anchor(2024, 1)
    assert Anchor.of("2024") == Anchor(2024)
    assert Anchor.of(None) == Anchor.of("soon") == Anchor.of("0000-01-01") == Anchor()


def test_what_is_not_known_stays_open() -> None:
    year = Anchor(2024)
    assert year.year_value(-1) == "2023"
    assert year.month_value(0) == "2024-XX"
    assert year.month_value(-1) == "XXXX-XX"
    assert year.quarter_value(0) == "2024-QX"
    assert year.day_value(0) == "XXXX-XX-XX"
    assert Anchor().decade_value(0) == "XXX"


def test_counts_cross_the_turn_of_the_year() -> None:
    anchor = Anchor.of("2024-01-01")
    assert anchor.day_value(-1) == "2023-12-31"
    assert anchor.week_value(-1) == "2023-W52"
    assert anchor.month_value(-1) == "2023-12"
    assert anchor.quarter_value(-1) == "2023-Q4"


def test_the_ends_of_the_calendar_are_open() -> None:
    assert Anchor.of("9999-12-31").day_value(1) == "XXXX-XX-XX"
    assert Anchor.of("0001-01-01").month_value(-1) == "XXXX-XX"
