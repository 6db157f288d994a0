import pytest

from sayso.read.timex import find_dates
from sayso.read.timex.calendar import easter, last_weekday

WEDNESDAY = "2024-01-17"


def read(text: str, published: str | None = WEDNESDAY) -> list[tuple[str, str]]:
    return [(date.span.exact, date.value) for date in find_dates(text, published)]


@pytest.mark.parametrize(
    ("text", "words", "value", "without"),
    [
        ("The mill closed on Christmas Eve.", "Christmas Eve", "2023-12-24", "XXXX-12-24"),
        ("The mill will close on Good Friday.", "Good Friday", "2024-03-29", "XXXX-XX-XX"),
        ("The mill will close on Easter Monday.", "Easter Monday", "2024-04-01", "XXXX-XX-XX"),
        ("The mill closed after Labor Day.", "Labor Day", "2023-09-04", "XXXX-09-XX"),
        ("The mill closed on Valentine's Day.", "Valentine's Day", "2024-02-14", "XXXX-02-14"),
        ("The mill will open by Memorial Day.", "Memorial Day", "2024-05-27", "XXXX-05-XX"),
        ("They vote on the second Tuesday in November.", "the second Tuesday in November", "2023-11-14", "XXXX-11-XX"),
        ("They will vote on the last Sunday of April.", "the last Sunday of April", "2024-04-28", "XXXX-04-XX"),
        ("The law dates from the 9/11 attacks.", "9/11", "2001-09-11", "2001-09-11"),
        ("Since the Sept. 11 attacks", "Sept. 11", "2001-09-11", "2001-09-11"),
        ("The fair was held on Sept. 11.", "Sept. 11", "2023-09-11", "XXXX-09-11"),
    ],
)  # fmt: skip
def test_holidays(text: str, words: str, value: str, without: str) -> None:
    assert (words, value) in read(text)
    assert (words, without) in read(text, None)


def test_a_year_settles_the_nth_weekday() -> None:
    assert read("the first Monday in May 2019", None) == [("the first Monday in May 2019", "2019-05-06")]


def test_first_words_of_holidays_are_no_dates_by_themselves() -> None:
    assert read("Good men left Labor for the Memorial Group on Palm Street, room 9/11/2.") == []


def test_no_fifth_weekday_in_a_short_month() -> None:
    assert all(words != "the sixth Monday in May" for words, _ in read("the sixth Monday in May"))


@pytest.mark.parametrize("day", ["1961-04-02", "2000-04-23", "2008-03-23", "2024-03-31", "2038-04-25"])
def test_easter(day: str) -> None:
    assert str(easter(int(day[:4]))) == day


def test_last_weekday() -> None:
    assert str(last_weekday(2024, 2, 4)) == "2024-02-29"
    assert str(last_weekday(2023, 2, 1)) == "2023-02-27"
