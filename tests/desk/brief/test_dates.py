import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.desk.brief.dates import date_label


@pytest.mark.parametrize(
    ("value", "label"),
    [
        ("2031-03-02", "2 March 2031"),
        ("XXXX-10-11", "11 October, year open"),
        ("2031-03-02TNI", "2 March 2031, night"),
        ("XXXX-XX-14", "14, month open"),
        ("2031-03-XX", "March 2031, day open"),
        ("XXXX-XX-XX", "date open"),
        ("XXXX-XX-XXTNI", "date open, night"),
        ("2031-03", "March 2031"),
        ("XXXX-03", "March, year open"),
        ("2031", "2031"),
        ("203", "2030s"),
        ("XXXX-WXX-2", "Tuesday, week open"),
        ("XXXX-WXX-7TEV", "Sunday, evening, week open"),
        ("2031-W07-2", "Tuesday, week 7 2031"),
        ("2031-W07", "week 7 2031"),
        ("2031-W07-WE", "weekend, week 7 2031"),
        ("2031-Q3", "Q3 2031"),
        ("XXXX-SU", "summer, year open"),
        ("PAST_REF", "past, date open"),
        ("P2D", "P2D"),
        ("2031-13-40", "40, month open"),
    ],
)
def test_labels(value: str, label: str) -> None:
    assert date_label(value) == label


@given(st.text(alphabet="0123456789X-WTQHSPRENIDAFU_", max_size=14))
def test_any_value_has_a_label_that_invents_no_year(value: str) -> None:
    label = date_label(value)
    assert value == "" or label
    if "X" in value[:4] and label != value:
        assert not any(part.isdigit() and len(part) == 4 for part in label.replace(",", " ").split())
