from sayso.collate.tolls.estimates import Amount
from sayso.collate.tolls.movements import find_movements
from sayso.core.toll import Cause, Movement


def amount(number: int, low: int, origin: int, time: str | None) -> Amount:
    return Amount((number,), low, low, origin, time)


NONE: frozenset[int] = frozenset()


def test_a_later_higher_figure_is_new_information() -> None:
    found = find_movements([amount(0, 23, 0, "2031-03-02"), amount(1, 27, 1, "2031-03-03")], NONE)
    assert found == (Movement(0, 1, Cause.NEW),)


def test_a_later_report_of_an_overtaken_figure_repeats_a_stale_one() -> None:
    found = find_movements(
        [
            amount(0, 23, 0, "2031-03-02"),
            amount(1, 27, 0, "2031-03-03"),
            amount(2, 23, 1, "2031-03-04"),
        ],
        NONE,
    )
    assert found == (Movement(0, 1, Cause.NEW), Movement(1, 2, Cause.STALE))


def test_who_takes_a_figure_back_corrects_it_and_who_gives_a_lower_one_does_not() -> None:
    first, lower = amount(0, 40, 0, "2031-03-02"), amount(1, 31, 0, "2031-03-04")
    assert find_movements([first, lower], NONE) == (Movement(0, 1, Cause.CORRECTION),)
    other = amount(1, 31, 1, "2031-03-04")
    assert find_movements([first, other], NONE) == ()
    assert find_movements([first, other], frozenset({1})) == (Movement(0, 1, Cause.CORRECTION),)


def test_without_dates_nothing_moves() -> None:
    assert find_movements([amount(0, 23, 0, None), amount(1, 27, 0, None)], NONE) == ()
    assert find_movements([amount(0, 23, 0, "2031-03-02"), amount(1, 27, 1, "2031-03-02")], NONE) == ()


def test_of_the_missing_a_lower_figure_of_the_same_origin_is_news() -> None:
    found = find_movements(
        [amount(0, 60, 0, "2031-03-02"), amount(1, 58, 0, "2031-03-04")], NONE, may_fall=True
    )
    assert found == (Movement(0, 1, Cause.NEW),)
