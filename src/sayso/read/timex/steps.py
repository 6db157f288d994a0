"""Values counted in steps from the report's date: this week, last year, two days ago, the weekend."""

import math

from sayso.read.timex.durations import period_value
from sayso.read.timex.lexicon import is_among, load_lexicon
from sayso.read.timex.numbers import read_number
from sayso.read.timex.quarters import year_before
from sayso.read.timex.scene import Phrase, Scene

_YEARS_IN = {"E": 10, "C": 100, "L": 1000}
_MOST_STEPS = 100_000


def relative_unit(phrase: Phrase, scene: Scene) -> str | None:
    """What "this week", "last year", "the coming month" or "the end of the decade" means."""
    if phrase.word("r") == "this" and phrase.is_programme():
        return None
    unit = str(phrase.value("u"))
    if unit == "D":
        return None  # the next day is counted from what was named, not from the report
    count = phrase.integer("r") if phrase.has("r") else 0
    return count_units(unit, 1 if phrase.has("c") else count, scene)


def year_end(phrase: Phrase, scene: Scene) -> str | None:
    """Year-end, year's end."""
    words = phrase.words()
    return scene.anchor.year_value(0) if words[-1] == "end" and "year" in words else None


def count_units(unit: str, count: int, scene: Scene) -> str | None:
    """The day, week, month, quarter, year, decade or century that many steps from the report's."""
    anchor = scene.anchor
    steps = {
        "D": anchor.day_value,
        "W": anchor.week_value,
        "M": anchor.month_value,
        "Q": anchor.quarter_value,
        "Y": anchor.year_value,
        "E": anchor.decade_value,
        "C": anchor.century_value,
    }
    if unit == "F":
        return anchor.week_value(2 * count)
    return steps[unit](count) if unit in steps else None


def whole_unit(phrase: Phrase, scene: Scene) -> str | None:
    """The year, the full year, the week (later in the week: the report's); a duration where its end is told."""
    unit = str(phrase.value("u"))
    if phrase.after() in ("ended", "ending") or _runs_to_month(phrase):
        return period_value(1, unit)
    if unit == "Y":
        return scene.anchor.year_value(0)
    if unit == "D" and is_among(phrase.before(), "before_the_day"):
        return scene.day_in_sentence(phrase.match.start) or _day_told_of(scene)
    if unit in "WM" and phrase.before() in ("in", "of") and is_among(phrase.before(2), "parts_of_week"):
        return count_units(unit, 0, scene)
    return f"{scene.anchor.year_value(0)}-WXX" if unit == "W" else None


def _day_told_of(scene: Scene) -> str:
    """The day last named, where it is one of the days just before the report's; else the report's."""
    lately = (scene.anchor.day_value(-back) for back in (1, 2, 3))
    return scene.day if scene.day is not None and scene.day in lately else scene.anchor.day_value(0)


def _runs_to_month(phrase: Phrase) -> bool:
    """The year to March, the 12 months through June: a length."""
    following = phrase.match.end + 1
    code = phrase.tokens.codes[following : following + 1]
    months = [load_lexicon().codes[name] for name in ("month", "month_or_verb", "month_short")]
    return phrase.after() in ("to", "through") and code in months


def weekend(phrase: Phrase, scene: Scene) -> str | None:
    """The weekend, last weekend, next weekend: behind unless the tense or the words say ahead."""
    anchor = scene.anchor.date
    if anchor is None:
        return "XXXX-WXX-WE"
    now = anchor.isoweekday() >= 6
    way = phrase.way()
    if way > 0:
        count = 1 if now else 0
    elif phrase.word("r") == "this":
        count = -1 if anchor.isoweekday() < 3 and scene.tense(phrase.match) == "p" else 0
    elif not way and (now or scene.tense(phrase.match) == "f"):
        count = 0
    else:
        count = -1
    return f"{scene.anchor.week_value(count)}-WE"


def distance(phrase: Phrase, scene: Scene) -> str | None:
    """Two days ago, a year earlier, several years ago, two weeks from now."""
    unit, behind = str(phrase.value("u")), phrase.has("g")
    half = 0.5 if phrase.has("x") else 0.0
    number = read_number(phrase, "n") if phrase.has("n") else half or math.inf
    if half and number and number > half:
        number += half
    if unit[0] == "T" or number is None or number > _MOST_STEPS:
        return "PAST_REF" if behind else "FUTURE_REF"
    if unit == "Y" and number == 1 and behind:
        return year_before(scene)
    if unit in _YEARS_IN:
        unit, number = "Y", number * _YEARS_IN[unit]
    if number % 1 and unit == "Y":
        unit, number = "M", number * 12
    return count_units(unit, round(number) * (-1 if behind else 1), scene)
