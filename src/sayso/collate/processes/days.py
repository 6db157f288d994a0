"""Days that dates leave possible, with years that reports leave open."""

from collections.abc import Iterable
from datetime import date, timedelta

from sayso.core.span import Date
from sayso.core.timex_value import Days, range_of

_ANY_YEAR = 2000  # a leap year: whatever day an open date names, it has
_DAY = timedelta(days=1)


def known_days(dates: Iterable[Date]) -> Days | None:
    """Return the first and last day that dates name together; None where none has a year."""
    ranges = [r for d in dates if (r := range_of(d.value))]
    return (min(r[0] for r in ranges), max(r[1] for r in ranges)) if ranges else None


def may_be_same(one: Date, other: Date) -> bool:
    """Whether two dates may be of one event of a few days: they overlap, or two days are next to each other.

    Where one leaves its year open, the other's is not looked at. A date that names no day speaks against nothing.
    """
    first, second = range_of(one.value), range_of(other.value)
    if first is None or second is None:
        first, second = _without_year(one.value), _without_year(other.value)
    return (
        first is None or second is None or touches(first, second, slack=is_narrow(one) and is_narrow(other))
    )


def are_compatible(one: Iterable[Date], others: Iterable[Date]) -> bool:
    """Whether some date of the one may be the same as some date of the other; so where either has none."""
    left, right = list(one), list(others)
    return not left or not right or any(may_be_same(a, b) for a in left for b in right)


def touches(one: Days, other: Days, *, slack: bool = True) -> bool:
    """Whether two ranges of days overlap, with ``slack`` also where they are next to each other."""
    last, other_last = (_after(one[1]), _after(other[1])) if slack else (one[1], other[1])
    return one[0] <= other_last and other[0] <= last


def is_narrow(date_: Date) -> bool:
    """Whether a date names a week or less."""
    days = range_of(date_.value) or _without_year(date_.value)
    return days is not None and days[1] - days[0] <= 7 * _DAY


def _without_year(value: str) -> Days | None:
    if not value[5:7].isdigit():
        return None  # a weekday, a season, a year
    return range_of(f"{_ANY_YEAR}{value[4:]}")


def _after(day: date) -> date:
    return day + _DAY if day < date.max else day
