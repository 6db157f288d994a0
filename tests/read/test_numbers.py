"""Counts in words and figures."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.numbers import find_quantities, number_value


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("at least 10 men", 10, None),
        ("eleven dam workers", 11, 11),
        ("more than 200 people", 200, None),
        ("up to 20 boats", None, 20),
        ("nearly two dozen soldiers", 20, 24),
        ("almost 30 of them", 25, 30),
        ("around 50 shops", 50, 50),
        ("between 5 and 7 guards", 5, 7),
        ("10 or 12 men", 10, 12),
        ("five to seven men", 5, 7),
        ("5-7 men", 5, 7),
        ("two or three hundred", 200, 300),
        ("dozens of men", 12, None),
        ("hundreds of thousands", 100_000, None),
        ("tens of thousands", 10_000, None),
        ("several guards", 3, None),
        ("several hundred", 300, None),
        ("a dozen", 12, 12),
        ("half a dozen", 6, 6),
        ("a couple of men", 2, 2),
        ("1,200 homes", 1200, 1200),
        ("1.5 million people", 1_500_000, 1_500_000),
        ("one hundred and five", 105, 105),
        ("TWENTY-FOUR MEN", 24, 24),
        ("no casualties", 0, 0),
        ("ten or more", 10, None),
        ("10+ hurt", 10, None),
        ("NO FEWER\nTHAN THREE", 3, None),
        ("more than half a dozen", 6, None),
        ("only ten or more", 10, None),
    ],
)
def test_range(text: str, low: int | None, high: int | None) -> None:
    (found,) = find_quantities(text)
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "50 percent",
        "9 am",
        "20 cm",
        "3 km away",
        "at 9:30",
        "the 10th man",
        "no longer",
        "$20",
        "a 48-hour truce",
        "the 2d guard",
    ],
)
def test_no_count(text: str) -> None:
    assert not find_quantities(text)


def test_bare_number_within_its_words() -> None:
    text = "It said at least ten men left."
    (found,) = find_quantities(text)
    assert text[found.start : found.end] == "at least ten"
    assert text[found.number : found.end] == "ten"


def test_two_counts_side_by_side() -> None:
    assert [q.low for q in find_quantities("two men and three women")] == [2, 3]


@pytest.mark.parametrize(
    ("words", "value"), [("two dozen", 24), ("1,200", 1200), ("1.2.3", None), ("word", None)]
)
def test_number_value(words: str, value: int | None) -> None:
    assert number_value(words) == value


@given(
    st.lists(
        st.sampled_from(
            ["ten", "at least", "dozens", "of", "1,", "200", "-", "to", "and", "between", ".", " ", "no"]
        )
    )
)
def test_any_run_of_number_words(words: list[str]) -> None:
    text = " ".join(words)
    found = find_quantities(text)
    assert all(0 <= q.start < q.end <= len(text) and q.start <= q.number < q.end for q in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@given(st.text())
def test_any_text(text: str) -> None:
    assert all(q.low is not None or q.high is not None for q in find_quantities(text))


@pytest.mark.parametrize(
    "unit", ["1", "ten ", "9,", "1,234,", "between 5 and ", "ten and ", "at least ", "hundreds of "]
)
def test_long_runs(unit: str) -> None:
    find_quantities(unit * (100_000 // len(unit)))


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("at least ten", "at least"),
        ("ten or more", "or more"),
        ("10+ hurt", "+"),
        ("more than half a dozen", "more than"),
        ("only ten", None),
        ("another ten or more", "or more"),
        ("several", None),
    ],
)
def test_hedge(text: str, hedge: str | None) -> None:
    (found,) = find_quantities(text)
    assert (text[slice(*found.hedge)] if found.hedge else None) == hedge
