"""Dates in labels, never more precise than they were given: what is open is said to be open."""

import re

from sayso.desk.labels import labels, word

_DAY = re.compile(r"([0-9X]{4})-([0-9X]{2})-([0-9X]{2})(?:T(.*))?")
_MONTH = re.compile(r"([0-9X]{4})-(0[1-9]|1[0-2])")
_YEAR = re.compile(r"[0-9]{4}")
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])(?:T(.*))?")
_SEASON = re.compile(r"([0-9X]{4})-(SP|SU|FA|WI)")


def date_label(value: str) -> str:
    """A TIMEX3 value in plain words: "11 October, year open". A value of another kind is given as it stands."""
    if value in labels()["reference"]:
        return word("reference", value)
    if m := _DAY.fullmatch(value):
        return _day(m[1], m[2], m[3], m[4])
    if m := _MONTH.fullmatch(value):
        return _with_year(_month(m[2]), m[1])
    if m := _WEEKDAY.fullmatch(value):
        return f"{labels()['weekday'][int(m[1]) - 1]}{_time(m[2])}, date open"
    if m := _SEASON.fullmatch(value):
        return _with_year(word("season", m[2]), m[1])
    return value


def _day(year: str, month: str, day: str, time: str | None) -> str:
    if not month.isdigit() or not 1 <= int(month) <= 12:
        return f"{_number(day)}, month open{_time(time)}" if day.isdigit() else f"date open{_time(time)}"
    if not day.isdigit():
        return _with_year(_month(month), year) + ", day open"
    return _with_year(f"{_number(day)} {_month(month)}", year) + _time(time)


def _month(month: str) -> str:
    return str(labels()["month"][int(month) - 1])


def _number(day: str) -> str:
    return str(int(day))


def _with_year(words: str, year: str) -> str:
    return f"{words} {year}" if year.isdigit() else f"{words}, year open"


def _time(time: str | None) -> str:
    return f", {word('daypart', time)}" if time else ""
