"""The functions that give values, by the names that the grammar calls them."""

from collections.abc import Callable
from types import MappingProxyType

from sayso.read.timex import clock, days, durations, periods, vague
from sayso.read.timex.scene import Phrase, Scene

Builder = Callable[[Phrase, Scene], str | None]

_LISTED: tuple[Builder, ...] = (
    clock.clock_time,
    clock.military_hours,
    days.calendar_day,
    days.daypart,
    days.deictic,
    days.focus_day,
    days.holiday,
    days.iso_date,
    days.new_year,
    days.day_after,
    days.slash_date,
    days.week_of,
    days.weekday,
    days.weekdays,
    durations.bare_duration,
    durations.duration,
    durations.repeated,
    periods.century,
    periods.decade,
    periods.distance,
    periods.earlier_period,
    periods.fiscal_year,
    periods.half_year,
    periods.month,
    periods.quarter,
    periods.relative_unit,
    periods.season,
    periods.spelled_year,
    periods.this_period,
    periods.weekend,
    periods.whole_year,
    periods.year,
    periods.year_period,
    vague.current,
    vague.fixed,
    vague.frequency,
    vague.future,
    vague.past,
    vague.present_days,
    vague.recent,
)
# What these name is what later words count from.
NAMING = frozenset(
    ("calendar_day", "weekday", "deictic", "iso_date", "slash_date", "month", "year", "quarter", "day_after")
)
BUILDERS = MappingProxyType({builder.__name__: builder for builder in _LISTED})
SETS = frozenset(("repeated", "weekdays", "frequency"))
