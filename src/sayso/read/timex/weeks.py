"""Values of weeks that a date or month places, and of what is counted in weeks: two Sundays ago."""

from datetime import date

from sayso.read.timex import calendar, days, periods, steps
from sayso.read.timex.numbers import read_number
from sayso.read.timex.scene import Phrase, Scene

_MOST_WEEKS = 5000


def week_of(phrase: Phrase, scene: Scene) -> str | None:
    """The week of March 6."""
    value = days.calendar_day(phrase, scene)
    if phrase.word("u") != "week" or value is None:
        return None
    return "XXXX-WXX" if value.startswith("X") else calendar.week_value(date.fromisoformat(value[:10]))


def week_of_month(phrase: Phrase, scene: Scene) -> str | None:
    """The first week of April, the last week of March 2024: the week that holds most of those seven days."""
    month_value = periods.month(phrase, scene) or ""
    if phrase.word("u") != "week" or phrase.word("l") in ("remaining", "initial", "opening"):
        return None
    if not month_value[:4].isdigit():
        return "XXXX-WXX"
    year, number = int(month_value[:4]), phrase.integer("m")
    if phrase.has("o"):
        day = calendar.make_date(year, number, 7 * phrase.integer("o") - 3)
    else:
        first = calendar.make_date(*calendar.shift_month(year, number, 1), 1)
        day = calendar.shift_days(first, -4) if first else None
    return calendar.week_value(day) if day else None


def weekdays_ago(phrase: Phrase, scene: Scene) -> str | None:
    """Two Sundays ago."""
    count, base, wanted = read_number(phrase, "n"), scene.anchor.date, phrase.integer("w")
    if count is None or base is None or not 1 <= count <= _MOST_WEEKS:
        return f"XXXX-WXX-{wanted}"
    day = calendar.shift_days(base, (wanted - base.isoweekday()) % 7 - 7 * int(count))
    return day.isoformat() if day else None


def twice_removed(phrase: Phrase, scene: Scene) -> str | None:
    """The week before last, the weekend after next."""
    count, unit = (2 if phrase.has("r") else -2), str(phrase.value("u"))
    return f"{scene.anchor.week_value(count)}-WE" if unit == "WE" else steps.count_units(unit, count, scene)
