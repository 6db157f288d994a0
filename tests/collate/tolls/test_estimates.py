from hypothesis import given
from hypothesis import strategies as st

from sayso.collate.tolls.estimates import Amount, estimate
from sayso.core.toll import Convention, Rule


def amount(number: int, low: int, high: int | None, origin: int, time: str | None = None) -> Amount:
    return Amount((number,), low, high, origin, time)


def by_convention(*amounts: Amount) -> dict[Convention, tuple[int | None, int, int | None, Rule]]:
    return {e.convention: (e.low, e.best, e.high, e.rule) for e in estimate(amounts)}


def test_nothing_counted_gives_no_estimate() -> None:
    assert estimate([]) == ()


def test_one_figure_is_all_of_them() -> None:
    found = by_convention(amount(0, 10, None, 0))
    assert found[Convention.ACLED] == (None, 10, None, Rule.ONLY)
    assert found[Convention.UCDP] == (10, 10, 10, Rule.ONLY)


def test_acled_takes_the_lowest_until_two_origins_agree() -> None:
    found = by_convention(amount(0, 10, 10, 0), amount(1, 14, 14, 1))
    assert found[Convention.ACLED] == (None, 10, None, Rule.LOWEST)
    found = by_convention(amount(0, 10, 10, 0), amount(1, 14, 14, 1), amount(2, 14, 14, 2))
    assert found[Convention.ACLED] == (None, 14, None, Rule.CORROBORATED)


def test_at_least_ten_and_thirty_agree_on_ten() -> None:
    found = by_convention(amount(0, 10, None, 0), amount(1, 30, 30, 1))
    assert found[Convention.ACLED] == (None, 10, None, Rule.CORROBORATED)


def test_one_origin_does_not_corroborate_itself() -> None:
    found = by_convention(amount(0, 10, 10, 0), amount(1, 14, 14, 1), amount(2, 14, 14, 1))
    assert found[Convention.ACLED][1] == 10


def test_ucdp_best_is_what_most_origins_give_else_the_lower() -> None:
    found = by_convention(amount(0, 10, 10, 0), amount(1, 14, 16, 1))
    assert found[Convention.UCDP] == (10, 10, 16, Rule.LOWER)
    found = by_convention(amount(0, 10, 10, 0), amount(1, 14, 16, 1), amount(2, 14, 14, 2))
    assert found[Convention.UCDP] == (10, 14, 16, Rule.MOST_ORIGINS)


def test_of_one_origin_the_last_figure_stands() -> None:
    found = by_convention(amount(0, 23, 23, 0, "2031-03-02"), amount(1, 27, 27, 0, "2031-03-03"))
    assert found[Convention.UCDP] == (27, 27, 27, Rule.ONLY)
    undated = by_convention(amount(0, 23, 23, 0), amount(1, 27, 27, 0, "2031-03-03"))
    assert undated[Convention.UCDP][0] == 23


amounts = st.lists(
    st.builds(
        lambda low, more, origin, day: amount(0, low, None if more is None else low + more, origin, day),
        st.integers(0, 60),
        st.none() | st.integers(0, 9),
        st.integers(0, 3),
        st.none() | st.sampled_from(["2031-03-02", "2031-03-03", "2031-03-04T10:00:00+00:00"]),
    ),
    min_size=1,
    max_size=8,
)


@given(amounts, st.randoms(use_true_random=False))
def test_estimates_lie_among_the_figures_whatever_their_order(found: list[Amount], random: object) -> None:
    one = by_convention(*found)
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert by_convention(*shuffled) == one
    lows = {a.low for a in found}
    acled, ucdp = one[Convention.ACLED], one[Convention.UCDP]
    assert acled[1] in lows
    assert ucdp[1] in lows
    assert ucdp[0] is not None
    assert ucdp[2] is not None
    assert ucdp[0] <= ucdp[1] <= ucdp[2]
