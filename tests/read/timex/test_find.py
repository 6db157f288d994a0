import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.core.span import Grain
from sayso.core.timex_value import range_of, timeline_key
from sayso.read.timex import find_dates

WEDNESDAY = "2024-01-17"


def read(text: str, published: str | None = WEDNESDAY) -> list[tuple[str, str]]:
    return [(date.span.exact, date.value) for date in find_dates(text, published)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It fell on 18 January 2024.", "18 January 2024", "2024-01-18"),
        ("It fell on Jan. 18, 2024.", "Jan. 18, 2024", "2024-01-18"),
        ("It fell on the 18th of January 2023.", "the 18th of January 2023", "2023-01-18"),
        ("Filed 01/18/2024.", "01/18/2024", "2024-01-18"),
        ("Filed 18/01/2024.", "18/01/2024", "2024-01-18"),
        ("Filed 01/02/2024.", "01/02/2024", "2024-XX-XX"),
        ("Filed 01.02.2024 at noon", "01.02.2024", "2024-02-01"),
        ("Filed 2024-01-18.", "2024-01-18", "2024-01-18"),
        ("It began in late 2021.", "late 2021", "2021"),
        ("Lean years: the 1990s.", "the 1990s", "199"),
        ("The talks of mid-March will fail.", "mid-March", "2024-03"),
        ("Sales in the third quarter of 2022 rose.", "the third quarter of 2022", "2022-Q3"),
        ("Profit in fiscal 2023 fell.", "fiscal 2023", "2023"),
        ("The dam dates from the 20th century.", "the 20th century", "19"),
        ("It was built in the summer of 1987.", "the summer of 1987", "1987-SU"),
        ("Rain is due in the second half of 2025.", "the second half of 2025", "2025-H2"),
    ],
)
def test_absolute_dates(text: str, words: str, value: str) -> None:
    assert (words, value) in read(text)
    assert (words, value) in read(text, None) or "20" not in words


@pytest.mark.parametrize(
    ("text", "words", "value", "without"),
    [
        ("The harbour closed today.", "today", "2024-01-17", "XXXX-XX-XX"),
        ("The harbour closed yesterday morning.", "yesterday morning", "2024-01-16TMO", "XXXX-XX-XXTMO"),
        ("The governor said Tuesday.", "Tuesday", "2024-01-16", "XXXX-WXX-2"),
        ("The governor said on Monday night.", "Monday night", "2024-01-15TNI", "XXXX-WXX-1TNI"),
        ("The governor said Wednesday.", "Wednesday", "2024-01-17", "XXXX-WXX-3"),
        ("The envoys will meet on Friday.", "Friday", "2024-01-19", "XXXX-WXX-5"),
        ("The envoys met last Wednesday.", "last Wednesday", "2024-01-10", "XXXX-WXX-3"),
        ("Prices rose last week.", "last week", "2024-W02", "XXXX-WXX"),
        ("Prices will rise next month.", "next month", "2024-02", "XXXX-XX"),
        ("The bridge fell two days ago.", "two days ago", "2024-01-15", "XXXX-XX-XX"),
        ("The bridge fell a decade ago.", "a decade ago", "2014", "XXXX"),
        ("The bridge fell this year.", "this year", "2024", "XXXX"),
        ("Earlier this month it rained.", "Earlier this month", "2024-01", "XXXX-XX"),
        ("Boats burned in overnight raids.", "overnight", "2024-01-16TNI", "XXXX-XX-XXTNI"),
        ("Clashes began on October 11.", "October 11", "2023-10-11", "XXXX-10-11"),
        ("The truce will end on February 2.", "February 2", "2024-02-02", "XXXX-02-02"),
        ("It has rained since November.", "November", "2023-11", "XXXX-11"),
        ("Elections were held last March.", "last March", "2023-03", "XXXX-03"),
        ("Boats sank over the weekend.", "the weekend", "2024-W02-WE", "XXXX-WXX-WE"),
        ("He was here last Thanksgiving.", "last Thanksgiving", "2023-11-23", "XXXX-11-XX"),
    ],
)
def test_dates_counted_from_the_report_stay_open_without_one(
    text: str, words: str, value: str, without: str
) -> None:
    assert read(text) == [(words, value)]
    assert read(text, None) == [(words, without)]


def test_a_report_dated_to_the_month_opens_its_days() -> None:
    assert read("They met on Tuesday and last month.", "2024-01") == [
        ("Tuesday", "XXXX-WXX-2"),
        ("last month", "2023-12"),
    ]
    assert read("They met this year and last month.", "2024") == [
        ("this year", "2024"),
        ("last month", "XXXX-XX"),
    ]


def test_what_is_no_date_of_the_calendar_is_none() -> None:
    assert read("It fell on 31/31/2024 or 2024-13-01") == []


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("A 48-hour truce held.", "48-hour", "PT48H"),
        ("A week-long siege ended.", "week-long", "P1W"),
        ("It took two decades.", "two decades", "P20Y"),
        ("It took several years.", "several years", "PXY"),
        ("It took a year and a half.", "a year and a half", "P1Y6M"),
        ("It took half an hour.", "half an hour", "PT30M"),
        ("It took twenty-one days.", "twenty-one days", "P21D"),
        ("It took two hundred thousand years.", "two hundred thousand years", "P200000Y"),
        ("It rained in the past two days.", "the past two days", "P2D"),
    ],
)
def test_durations(text: str, words: str, value: str) -> None:
    assert read(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Guns fell silent at 3 p.m. sharp.", "3 p.m.", "2024-01-17T15:00"),
        ("Guns fell silent at 12.30 a.m. sharp.", "12.30 a.m.", "2024-01-17T00:30"),
        ("Guns fell silent by 1430 GMT.", "1430 GMT", "2024-01-17T14:30Z"),
        ("Guns fell silent by 0735 GMT.", "0735 GMT", "2024-01-17T07:35Z"),
        ("Guns fell silent at 15:00.", "15:00", "2024-01-17T15:00"),
        ("Guns fell silent at 9 a.m. on Tuesday.", "9 a.m. on Tuesday", "2024-01-16T09:00"),
        ("Guns fell silent at 4 in the morning.", "4 in the morning", "2024-01-17T04:00"),
        ("Guns fell silent at noon Saturday.", "noon Saturday", "2024-01-13T12:00"),
    ],
)
def test_clock_times(text: str, words: str, value: str) -> None:
    assert read(text) == [(words, value)]


def test_a_time_belongs_to_the_day_named_in_its_sentence() -> None:
    assert read("On January 12 the first shot fell at 6 a.m., he said. A second fell at 7 a.m.") == [
        ("January 12", "2024-01-12"),
        ("6 a.m.", "2024-01-12T06:00"),
        ("7 a.m.", "2024-01-17T07:00"),
    ]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Boats leave every Friday.", "every Friday", "XXXX-WXX-5"),
        ("Boats leave on Fridays.", "Fridays", "XXXX-WXX-5"),
        ("Boats leave daily.", "daily", "P1D"),
        ("Boats leave every two weeks.", "every two weeks", "P2W"),
    ],
)
def test_sets(text: str, words: str, value: str) -> None:
    dates = find_dates(text, WEDNESDAY)
    assert [(date.span.exact.removeprefix("on "), date.value, date.grain) for date in dates] == [
        (words, value, Grain.SET)
    ]


def test_vague_references() -> None:
    assert read("Now the island waits; it recently lost its past, and the future is dark.") == [
        ("Now", "PRESENT_REF"),
        ("recently", "PAST_REF"),
        ("the future", "FUTURE_REF"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It may rain, and they march on.",
        "The sun sets; they fall in a second.",
        "Some 2000 soldiers and 1990 men left.",
        "The side won 1948-11.",
        "Resolution 1971 was passed; call 555-1990.",
        "He paid $1990 or 1,990 marks, 1990.5 in all.",
        "The 13-year-old boy is 13 years old.",
        "It costs 500 marks a month, as soon as possible.",
        "The score was 12:30 to 3/4 with 24/7.",
        "He told the Orsk Daily and VBC This Morning so.",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert read(text) == []


def test_days_and_years_are_counted_from_what_was_named() -> None:
    assert read("He came on May 22, 1995, and the following year he left. That day it rained.") == [
        ("May 22, 1995", "1995-05-22"),
        ("the following year", "1996"),
        ("That day", "1995-05-22"),
    ]
    assert read("The next day it rained.") == [("The next day", "XXXX-XX-XX")]


def test_a_year_earlier_is_a_year_before_the_quarter_reported_on() -> None:
    assert read("Third-quarter profit rose from a year earlier.", "2023-11-02") == [
        ("Third-quarter", "2023-Q3"),
        ("a year earlier", "2022-Q3"),
    ]


def test_a_second_day_shares_its_month() -> None:
    assert read("Talks on October 18 and 19 failed.") == [("October 18", "2023-10-18"), ("19", "2023-10-19")]
    assert read("On October 18 and 19 men died.") == [("October 18", "2023-10-18")]
    assert read("On October 18 and 19 wounded lay there.") == [("October 18", "2023-10-18")]


def test_no_expression_reaches_across_paragraphs() -> None:
    assert read("It ended in March\n\n5 men left.") == [("March", "2023-03")]


@given(st.text(), st.none() | st.text() | st.dates().map(str))
def test_any_text_gives_spans_that_hold(text: str, published: str | None) -> None:
    _check(text, published)


_WORDS = """
the a last next 3 12 31 1990 2024 1,000 1/2 Jan. January May may second quarter half of year years week day days ago
earlier from now a.m. p.m. noon : . , - 's Friday today tonight every few several dozen twenty hundred thousand
million decade centuries GMT first 18th 1990s '90s FY24 Q3 5/6/2024 12:30 2024-02-30 past and to in by fiscal period
weekend spring Christmas Eve New Year this that old long İ ² 0 00 9999
"""
_PIECES = st.sampled_from([*_WORDS.split(), "\n\n", "\n", "\u202e"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The post opens Monday through Friday.", [("Monday", "2024-01-22"), ("Friday", "2024-01-26")]),
        ("It rained on Saturday and Sunday.", [("Saturday", "2024-01-13"), ("Sunday", "2024-01-14")]),
        ("He spoke on Tuesday and Monday.", [("Tuesday", "2024-01-16"), ("Monday", "2024-01-15")]),
        ("They gave the crew until Friday.", [("Friday", "2024-01-19")]),
        ("The fair lasted until Friday.", [("Friday", "2024-01-12")]),
        ("The council urged both towns to keep the toll until Friday.", [("Friday", "2024-01-19")]),
        ("It urged both towns to keep the toll as it stood until the summer.", [("the summer", "2024-SU")]),
        ("She could leave as soon as Monday.", [("Monday", "2024-01-22")]),
        ("The council meets on Thursday.", [("Thursday", "2024-01-18")]),
        ("He fell ill this Tuesday.", [("this Tuesday", "2024-01-16")]),
        ("The vote in November will be close.", [("November", "2024-11")]),
        ("The siege may last two weeks.", [("two weeks", "P2W")]),
        ("He hopes to fly one day.", [("one day", "P1D")]),
        ("He may one day fly.", [("one day", "FUTURE_REF")]),
        ("It fell half a century ago.", [("half a century ago", "1974")]),
        ("It fell two-and-a-half years ago.", [("two-and-a-half years ago", "2021-07")]),
        ("Mills of the 1800s", [("the 1800s", "18")]),
        ("Shops of the 2000s", [("the 2000s", "200")]),
        ("It lasted two hours and 30 minutes.", [("two hours and 30 minutes", "PT2H30M")]),
        ("He served a year and three months.", [("a year", "P1Y"), ("three months", "P3M")]),
        ("The frost of the winter of 1944-45", [("the winter of 1944-45", "1944-WI")]),
        ("At 10:15 on Sunday morning it shook.", [("10:15 on Sunday morning", "2024-01-14T10:15")]),
        ("The valley was green long ago.", [("long ago", "PAST_REF")]),
        ("It beat 2013's first quarter.", [("2013's first quarter", "2013-Q1")]),
    ],
)
def test_what_words_around_decide(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Boats leave every other day.", "every other day", "P2D"),
        ("Boats leave twice a week.", "twice a week", "P1W"),
        ("Boats leave three times a month.", "three times a month", "P1M"),
        ("The river floods every spring.", "every spring", "XXXX-SP"),
    ],
)
def test_more_sets(text: str, words: str, value: str) -> None:
    (date,) = find_dates(text, WEDNESDAY)
    assert (date.span.exact, date.value, date.grain) == (words, value, Grain.SET)


@settings(max_examples=400)
@given(
    st.lists(_PIECES, max_size=30),
    st.sampled_from([None, "2024-01-17", "2024-01", "2024", "0001-01-01", "9999-12-31"]),
)
def test_any_words_of_time_give_spans_that_hold(words: list[str], published: str | None) -> None:
    _check(" ".join(words), published)


def _check(text: str, published: str | None) -> None:
    end = 0
    for date in find_dates(text, published):
        assert text[date.span.start : date.span.end] == date.span.exact
        assert date.span.start >= end
        assert date.span.exact.strip() == date.span.exact != ""
        end = date.span.end
        timeline_key(date.value)
        range_of(date.value)


@pytest.mark.parametrize("piece", ["'", "1", "\n ", "twenty ", "two to ", "2024-", "Jan. 5 ", "the last "])
def test_long_runs_end(piece: str) -> None:
    _check(piece * 20_000, WEDNESDAY)


_ODD = [
    "\u200b",
    "\u202e",
    "\u2066",
    "\x00",
    "\x85",
    "\ufeff",
    "😀",
    "é",
    "İ",
    "١٢",
    "十",
    "½",
    "\u00a0",
    "“",
    "’s",
    "\ud800",
]


@given(st.lists(st.one_of(_PIECES, st.sampled_from(_ODD)), max_size=30), st.sampled_from(["", " ", "\n\n"]))
def test_odd_marks_leave_offsets_right(pieces: list[str], glue: str) -> None:
    _check(glue.join(pieces), WEDNESDAY)


@pytest.mark.parametrize(
    "mark", ["a", "1", "-", ".", "/", ":", "“", "\u202e", "😀", "9/", "to ", "Monday to "]
)
def test_a_long_run_of_one_mark(mark: str) -> None:
    _check(mark * (200_000 // len(mark)), WEDNESDAY)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        (
            "On Friday, the Harbour Workers' and Ferrymen's League of Orsk plans a march.",
            "Friday",
            "2024-01-19",
        ),
        ("It failed at 9:30 Tuesday night.", "9:30 Tuesday night", "2024-01-16T21:30"),
        ("It failed at 9:30 Tuesday morning.", "9:30 Tuesday morning", "2024-01-16T09:30"),
        ("They met earlier in the week.", "the week", "2024-W03"),
        ("It sank a year and a half ago.", "a year and a half ago", "2022-07"),
        ("Orsk had no dam in the previous year.", "the previous year", "2023"),
        ("The dam will open soon.", "soon", "FUTURE_REF"),
    ],
)
def test_values_by_context(text: str, words: str, value: str) -> None:
    assert (words, value) in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "The leak soon became a flood.",
        "He was soon freed.",
        "Now, she asked, what next?",
        "In the days before the vote.",
    ],
)
def test_words_that_point_to_no_time(text: str) -> None:
    assert read(text) == []
