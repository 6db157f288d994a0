"""The functions that give values, by the names that the grammar calls them."""

from collections.abc import Callable
from types import MappingProxyType

from sayso.read.timex import clock, days, durations, holidays, periods, quarters, steps, vague, weeks
from sayso.read.timex.scene import Phrase, Scene

Builder = Callable[[Phrase, Scene], str | None]

# What these name is what later words count from.
_NAMING: tuple[Builder, ...] = (
    days.calendar_day,
    days.day_after,
    days.deictic,
    days.iso_date,
    days.slash_date,
    days.weekday,
    periods.month,
    periods.year,
    quarters.quarter,
)
_REPEATING: tuple[Builder, ...] = (
    days.weekdays,
    durations.repeated,
    durations.times_a_unit,
    periods.every_season,
    vague.frequency,
)
_OTHERS: tuple[Builder, ...] = (
    clock.clock_time,
    clock.hour_in_daypart,
    clock.military_hours,
    days.daypart,
    days.focus_day,
    durations.bare_duration,
    durations.duration,
    durations.one_unit,
    durations.quarter_century,
    durations.sum_of_units,
    holidays.attacks_of_2001,
    holidays.holiday,
    holidays.new_year,
    holidays.nth_weekday,
    periods.century,
    periods.decade,
    periods.fiscal_year,
    periods.season,
    periods.spelled_year,
    quarters.earlier_period,
    quarters.half_year,
    quarters.last_quarter,
    quarters.previous_quarter,
    quarters.same_period,
    quarters.this_period,
    quarters.year_period,
    steps.distance,
    steps.relative_unit,
    steps.weekend,
    steps.whole_unit,
    steps.year_end,
    vague.current,
    vague.fixed,
    vague.future,
    vague.nearby,
    vague.past,
    vague.present_days,
    vague.vague_past,
    weeks.twice_removed,
    weeks.week_of,
    weeks.week_of_month,
    weeks.weekdays_ago,
)
BUILDERS = MappingProxyType({builder.__name__: builder for builder in _NAMING + _REPEATING + _OTHERS})
NAMING = frozenset(builder.__name__ for builder in _NAMING)
REPEATING = frozenset(builder.__name__ for builder in _REPEATING)
