"""What cannot be of one event because of when it was: "nine died on Friday" and "in 2017, 26 died"."""

from sayso.core.span import Date, Grain
from sayso.core.timex_value import range_of

_WIDE = (Grain.MONTH, Grain.SEASON, Grain.QUARTER, Grain.YEAR, Grain.DECADE, Grain.CENTURY)
_NARROW = (Grain.TIME, Grain.DAY, Grain.WEEKEND)
_SLACK = 3  # days by which the dates of one event may differ: that of the deed, of a death, of the report


def are_apart(one: Date | None, other: Date | None) -> bool:
    """Whether the dates cannot be those of one event.

    Of two whose days are known these tell. Else a month, a season or more beside a day or an hour ("in September",
    "two years ago"; "on Friday") tells of something earlier, for what is new is told by its day.
    """
    if one is None or other is None or one.value == other.value:
        return False
    a, b = range_of(one.value), range_of(other.value)
    if a and b:
        return (max(a[0], b[0]) - min(a[1], b[1])).days > _SLACK
    if one.grain in _NARROW and other.grain in _WIDE:
        return not _may_hold(other.value, one.value)
    return other.grain in _NARROW and one.grain in _WIDE and not _may_hold(one.value, other.value)


def _may_hold(wide: str, narrow: str) -> bool:
    """Whether the month of a value with an open year is that of a day: "in May", "on 3 May"."""
    return wide[4:7] == narrow[4:7] and wide[5:7].isdigit()
