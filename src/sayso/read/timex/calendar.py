"""Calendar arithmetic on TIMEX3 values. A result outside the years 1 to 9999 is None, never an error."""

from datetime import date, timedelta


def make_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where there is no such day."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def shift_days(day: date, count: int) -> date | None:
    """The day ``count`` days after ``day``."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def shift_month(year: int, month: int, count: int) -> tuple[int, int]:
    """The year and month ``count`` months later."""
    index = year * 12 + month - 1 + count
    return index // 12, index % 12 + 1


def year_value(year: int) -> str | None:
    """``2024``."""
    return f"{year:04}" if 1 <= year <= 9999 else None


def month_value(year: int, month: int) -> str | None:
    """``2024-03``."""
    return f"{year:04}-{month:02}" if 1 <= year <= 9999 else None


def week_value(day: date) -> str:
    """``2024-W03``, the ISO week of ``day``."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def quarter_value(year: int, quarter: int) -> str | None:
    """``2024-Q3``; a quarter below 1 or above 4 lies in another year."""
    year, quarter = year + (quarter - 1) // 4, (quarter - 1) % 4 + 1
    return f"{year:04}-Q{quarter}" if 1 <= year <= 9999 else None


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth (from 1) given ISO weekday of a month."""
    first = make_date(year, month, 1)
    if first is None:
        return None
    return make_date(year, month, 1 + (weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def last_weekday(year: int, month: int, weekday: int) -> date | None:
    """The last given ISO weekday of a month."""
    return nth_weekday(year, month, weekday, 5) or nth_weekday(year, month, weekday, 4)


def easter(year: int) -> date | None:
    """Easter Sunday of the western churches (the Gregorian computus as Meeus gives it)."""
    century, rest = divmod(year, 100)
    epact = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (year % 19 + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return make_date(year, month, day + 1)
