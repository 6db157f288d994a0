"""What a TIMEX3 value says: its grain, the days that it may mean, and its place on a timeline.

Values are those of ISO-TimeML as TimeBank uses them: ``2024-01-16``, ``2024-01-16TMO``, ``2024-W03-WE``,
``2024-Q3``, ``2024-H1``, ``2024-SU``, ``202`` (a decade), ``20`` (a century), ``P2D``, ``PAST_REF``; X stands
for what is not known.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from sayso.core.span import Grain

Days = tuple[date, date]

_GRAINS: tuple[tuple[Grain, re.Pattern[str]], ...] = tuple(
    (grain, re.compile(pattern, re.ASCII))
    for grain, pattern in (
        (Grain.VAGUE, r"(?:PRESENT|PAST|FUTURE)_REF"),
        (Grain.DURATION, r"P[T0-9X].*"),
        (Grain.TIME, r"[0-9X]{4}-.+T.+"),
        (Grain.WEEKEND, r"[0-9X]{4}-W[0-9X]{2}-WE"),
        (Grain.DAY, r"[0-9X]{4}-(?:W[0-9X]{2}-[0-9X]|[0-9X]{2}-[0-9X]{2})"),
        (Grain.WEEK, r"[0-9X]{4}-W[0-9X]{2}"),
        (Grain.SEASON, r"[0-9X]{4}-(?:SP|SU|FA|WI)"),
        (Grain.QUARTER, r"[0-9X]{4}-Q[0-9X]"),
        (Grain.YEAR, r"[0-9X]{4}-H[0-9X]"),  # a half year is coarser than a quarter
        (Grain.MONTH, r"[0-9X]{4}-[0-9X]{2}"),
        (Grain.YEAR, r"[0-9X]{4}"),
        (Grain.DECADE, r"[0-9X]{3}"),
        (Grain.CENTURY, r"[0-9X]{2}"),
    )
)
# First and last (year's offset, month, day): the meteorological and the astronomical season together, for the
# northern half of the globe; a year's winter is the one before or the one after, for writers mean either.
_SEASONS = {
    "SP": (0, 3, 1, 0, 6, 21),
    "SU": (0, 6, 1, 0, 9, 23),
    "FA": (0, 9, 1, 0, 12, 22),
    "WI": (-1, 12, 1, 1, 3, 21),
}
_PARTS_OF_DAY = {"MO": 6 * 60, "AF": 12 * 60, "EV": 18 * 60, "NI": 21 * 60}
_CLOCK = re.compile(r"T([0-9]{2}):([0-9]{2})", re.ASCII)


def grain_of(value: str, *, repeats: bool = False) -> Grain:
    """The grain of a TIMEX3 value.

    ``repeats`` says that its words tell of a set (every week), which few values show. Raises ValueError for
    what is no TIMEX3 value.
    """
    for grain, pattern in _GRAINS:
        if pattern.fullmatch(value):
            return Grain.SET if repeats else grain
    raise ValueError(f"no TIMEX3 value: {value!r}")


def range_of(value: str) -> Days | None:
    """The first and the last day that ``value`` may mean.

    None where the year is open (``XXXX-10-11``), for durations, vague references and whatever is no date of
    the years 1 to 9999. What is open within the year widens the range: ``2024-WXX`` is all of 2024.
    """
    day, _, _ = value.partition("T")
    try:
        return _range(day)
    except (ValueError, OverflowError):
        return None


def _range(day: str) -> Days | None:
    head = day[:4].rstrip("X")
    if not head.isascii() or not head.isdigit() or len(head) < 2:
        return None
    if len(head) < 4:
        scale = 10 ** (4 - len(head))
        return date(int(head) * scale, 1, 1), date(int(head) * scale + scale - 1, 12, 31)
    year, rest = int(head), day[5:]
    whole = date(year, 1, 1), date(year, 12, 31)
    if not rest or rest[0] == "X" or (rest[0] in "WQH" and rest[1:2] == "X"):
        return whole
    if rest[0] == "W" and rest != "WI":
        return _week(year, rest)
    if rest in _SEASONS:
        first, month, number, last, end_month, end_number = _SEASONS[rest]
        return date(year + first, month, number), date(year + last, end_month, end_number)
    if rest[0] in "QH":
        months = 3 if rest[0] == "Q" else 6
        return _months(year, (int(rest[1:]) - 1) * months + 1, months)
    if len(rest) == 2 or rest[3:] == "XX":
        return _months(year, int(rest[:2]), 1)
    exact = date(year, int(rest[:2]), int(rest[3:]))
    return exact, exact


def _months(year: int, first: int, count: int) -> Days:
    last = first + count - 1
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _week(year: int, rest: str) -> Days:
    monday = date.fromisocalendar(year, int(rest[1:3]), 1)
    part = rest[4:]
    if part == "WE":
        return monday + timedelta(days=5), monday + timedelta(days=6)
    if part.isdigit():
        one = date.fromisocalendar(year, int(rest[1:3]), int(part))
        return one, one
    return monday, monday + timedelta(days=6)


def timeline_key(value: str) -> tuple[int, int, int, int, str]:
    """A key that sorts values as a timeline shows them.

    First what has a year, by its first day, the wider before the narrower and the day before its hours; then
    months and days of an open year, by their place in the year; then open weekdays; then durations, sets and
    vague references.
    """
    days = range_of(value)
    minute = _minute(value)
    if days:
        return 0, days[0].toordinal(), -days[1].toordinal(), minute, value
    month, number = value[5:7], value[8:10]
    if value.startswith("XXXX-") and month.isdigit():
        return 1, int(month), int(number) if number.isdigit() else 0, minute, value
    if value.startswith("XXXX-WXX-") and value[9:10].isdigit():
        return 2, int(value[9]), 0, minute, value
    return 3, 0, 0, minute, value


def _minute(value: str) -> int:
    """The minute of the day at which the value begins; -1 for a whole day."""
    found = _CLOCK.search(value)
    if found:
        return int(found[1]) * 60 + int(found[2])
    return _PARTS_OF_DAY.get(value.partition("T")[2], -1)
