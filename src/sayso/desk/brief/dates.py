"""Dates in labels, never more precise than they were given: what is open is said to be open."""

import re
from collections.abc import Callable

from sayso.desk.labels import labels, word

Match = re.Match[str]


def date_label(value: str) -> str:
    """Give a TIMEX3 value in plain words: "11 October, year open". One of another kind is given as it stands."""
    if value in labels()["reference"]:
        return word("reference", value)
    for pattern, label in _FORMS:
        if match := pattern.fullmatch(value):
            return label(match)
    return value


def _day(match: Match) -> str:
    year, month, day, part = match.groups()
    if not month.isdigit() or not 1 <= int(month) <= 12:
        return (
            f"{int(day)}, {word('open', 'month')}{_part(part)}"
            if day.isdigit()
            else word("open", "date") + _part(part)
        )
    if not day.isdigit():
        return f"{_with_year(_month(month), year)}, {word('open', 'day')}"
    return _with_year(f"{int(day)} {_month(month)}", year) + _part(part)


def _weekday(match: Match) -> str:
    year, week, day, part = match.groups()
    name = f"{labels()['weekday'][int(day) - 1]}{_part(part)}"
    return f"{name}, {_week(year, week)}" if week.isdigit() else f"{name}, {word('open', 'week')}"


def _week_label(match: Match) -> str:
    year, week, weekend = match.groups()
    name = f"{word('period', 'weekend')}, " if weekend else ""
    return name + (_week(year, week) if week.isdigit() else word("open", "week"))


def _week(year: str, week: str) -> str:
    return _with_year(f"{word('period', 'week')} {int(week)}", year)


def _part_of_year(match: Match) -> str:
    return _with_year(match[2], match[1])


def _season(match: Match) -> str:
    return _with_year(word("season", match[2]), match[1])


def _month_label(match: Match) -> str:
    return _with_year(_month(match[2]), match[1])


def _decade(match: Match) -> str:
    return f"{match[1]}0s"


def _month(month: str) -> str:
    return str(labels()["month"][int(month) - 1])


def _with_year(words: str, year: str) -> str:
    return f"{words} {year}" if year.isdigit() else f"{words}, {word('open', 'year')}"


def _part(part: str | None) -> str:
    return f", {word('daypart', part)}" if part else ""


_FORMS: tuple[tuple[re.Pattern[str], Callable[[Match], str]], ...] = tuple(
    (re.compile(pattern, re.ASCII), label)
    for pattern, label in (
        (r"([0-9X]{4})-([0-9X]{2})-([0-9X]{2})(?:T(.+))?", _day),
        (r"([0-9X]{4})-W([0-9X]{2})-([1-7])(?:T(.+))?", _weekday),
        (r"([0-9X]{4})-W([0-9X]{2})(-WE)?", _week_label),
        (r"([0-9X]{4})-(Q[1-4]|H[12])", _part_of_year),
        (r"([0-9X]{4})-(SP|SU|FA|WI)", _season),
        (r"([0-9X]{4})-(0[1-9]|1[0-2])", _month_label),
        (r"([0-9]{3})", _decade),
    )
)
