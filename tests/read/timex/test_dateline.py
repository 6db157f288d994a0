import pytest

from sayso.read.timex import find_dates
from sayso.read.timex.anchor import Anchor
from sayso.read.timex.dateline import read_dateline


@pytest.mark.parametrize(
    "text",
    [
        "ORSK HARBOUR, October 14, 2023 (VNA) - Three boats sank.",
        "ORSK HARBOUR, 14 October 2023 — Three boats sank.",
        "Orsk Harbour: 2023-10-14: Three boats sank.",
        "\n October 14, 2023\nThree boats sank.",
    ],
)
def test_a_dateline_with_its_year_dates_the_report(text: str) -> None:
    assert read_dateline(text) == Anchor.of("2023-10-14")


@pytest.mark.parametrize(
    "text",
    [
        "ORSK HARBOUR, Oct. 14 (VNA) - Three boats sank.",
        "The treaty of October 14, 2023, was void.",
        "Three boats sank.\nOctober 14, 2023 (VNA)",
        "",
    ],
)
def test_what_is_no_dateline_dates_nothing(text: str) -> None:
    assert read_dateline(text) == Anchor()


def test_the_date_given_wins_over_the_dateline() -> None:
    text = "ORSK HARBOUR, October 14, 2023 (VNA) - Boats sank on Tuesday."
    assert find_dates(text, None)[-1].value == "2023-10-10"
    assert find_dates(text, "2023-10-18")[-1].value == "2023-10-17"
