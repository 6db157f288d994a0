"""Values of holidays: Christmas Eve, Memorial Day, Good Friday.

A holiday's rule in ``words.yaml`` is a day of a month (``12-25``), the nth weekday of a month (``4.4.11``: the fourth
Thursday of November; ``9.1.5``: the last Monday of May) or a number of days from Easter Sunday (``E-2``).
"""

from datetime import date, timedelta

from sayso.read.timex import calendar
from sayso.read.timex.days import far, nearest_day, with_part
from sayso.read.timex.scene import Phrase, Scene

_LAST = 9  # as n: the last such weekday of the month


def holiday(phrase: Phrase, scene: Scene) -> str | None:
    """Christmas, last Thanksgiving, Christmas Eve, Memorial Day, Easter Monday."""
    if phrase.has("u") and phrase.word("u") != "day":
        return None
    rule = str(phrase.value("v"))
    tense = {-1: "p", 1: "f"}.get(phrase.way()) or scene.tense(phrase.match)
    if rule[0] != "E" and "-" in rule:
        month, day = (int(part) for part in rule.split("-"))
        return nearest_day(month, day - (1 if phrase.holds("eve") else 0), scene, tense)
    anchor = scene.anchor.date
    if anchor is None:
        return "XXXX-XX-XX" if rule[0] == "E" else f"XXXX-{int(rule.split('.')[2]):02}-XX"
    later = 1 if phrase.has("w") and phrase.integer("w") == 1 else 0  # Easter Monday
    found = [_in_year(rule, anchor.year + k) for k in (-1, 0, 1)]
    days = [day + timedelta(days=later) for day in found if day]
    return min(days, key=lambda day: far(day, anchor, tense)).isoformat()


def _in_year(rule: str, year: int) -> date | None:
    """The day of a year that a movable holiday's rule means."""
    if rule[0] == "E":
        easter = calendar.easter(year)
        return calendar.shift_days(easter, int(rule[1:])) if easter else None
    nth, weekday, month = (int(part) for part in rule.split("."))
    if nth == _LAST:
        return calendar.last_weekday(year, month, weekday)
    return calendar.nth_weekday(year, month, weekday, nth)


def new_year(phrase: Phrase, scene: Scene) -> str | None:
    """New Year's Day, New Year's Eve."""
    month, day = (12, 31) if phrase.has("e") else (1, 1)
    return nearest_day(month, day, scene, scene.tense(phrase.match))


def nth_weekday(phrase: Phrase, scene: Scene) -> str | None:
    """The second Tuesday in November, the last Sunday of April 2024."""
    anchor, month, weekday = scene.anchor, phrase.integer("m"), phrase.integer("w")
    nth = _LAST if phrase.word("o") == "last" else phrase.integer("o")
    if not 1 <= nth <= 5 and nth != _LAST:
        return None
    rule = f"{nth}.{weekday}.{month}"
    if phrase.has("y"):
        day = _in_year(rule, phrase.integer("y"))
        return day.isoformat() if day else None
    if anchor.date is None:
        return f"XXXX-{month:02}-XX"
    found = [day for k in (-1, 0, 1) if (day := _in_year(rule, anchor.date.year + k))]
    tense, today = scene.tense(phrase.match), anchor.date
    return min(found, key=lambda day: far(day, today, tense)).isoformat() if found else None


def attacks_of_2001(phrase: Phrase, scene: Scene) -> str | None:
    """9/11, which is a date's name and no day of each year."""
    return with_part("2001-09-11", phrase)
