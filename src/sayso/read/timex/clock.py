"""Values of clock times: 3 p.m., 1430 GMT, noon Saturday, 9 a.m. Tuesday."""

import re

from sayso.read.timex import days
from sayso.read.timex.lexicon import is_among
from sayso.read.timex.scene import Phrase, Scene

_POINTED = re.compile(r"(\d{1,2})([.:])([0-5]\d)", re.ASCII)


def clock_time(phrase: Phrase, scene: Scene) -> str | None:
    """The time on the day named with it, else on the sentence's, else on the report's day."""
    hour = _hour(phrase)
    if hour is None:
        return None
    if phrase.has("q"):
        day: str | None = scene.anchor.day_value(phrase.integer("q"))
    elif phrase.has("m"):
        day = days.calendar_day(phrase, scene)
    elif phrase.has("w"):
        day = (days.weekday(phrase, scene) or "").partition("T")[0]
    else:
        day = scene.day_in_sentence(phrase.match.start) or scene.anchor.day_value(0)
    if day and day_is_named(phrase):
        scene.note(day, phrase.match.start)
    zone = str(phrase.value("z")) if phrase.has("z") and phrase.after() not in ("+", "-") else ""
    return f"{day}T{hour}{zone}" if day else None


def day_is_named(phrase: Phrase) -> bool:
    """Whether the phrase gives the day of its time: Tuesday, today, March 6."""
    return phrase.has("q") or phrase.has("m") or phrase.has("w")


def hour_in_daypart(phrase: Phrase, scene: Scene) -> str | None:
    """4 in the morning, 9 at night."""
    hour, part = phrase.integer("h") % 12, phrase.value("p")
    late = part in ("AF", "EV") or (part == "NI" and hour >= 6)
    day = scene.day_in_sentence(phrase.match.start) or scene.anchor.day_value(0)
    return f"{day}T{hour + (12 if late else 0):02}:00"


def military_hours(phrase: Phrase, scene: Scene) -> str | None:
    """1800 hours."""
    return clock_time(phrase, scene) if phrase.word("u") == "hours" else None


def _hour(phrase: Phrase) -> str | None:
    """``HH:MM`` on the clock of 24 hours."""
    exact = phrase.exact("h")
    if phrase.has("p") and not phrase.has("k") and exact[0].isdigit():  # 9:30 Tuesday night
        return _late_hour(exact, str(phrase.value("p")))
    if phrase.has("k"):
        return _half_day(phrase, exact)
    if exact[0].isalpha():  # noon, midnight
        return None if phrase.before() == "high" else str(phrase.value("h"))
    found = _POINTED.match(exact)
    if found:
        alone = phrase.match.end - phrase.match.start == 1
        told = found[2] == ":" and (not alone or is_among(phrase.before(), "before_clock"))
        return f"{int(found[1]):02}:{found[3]}" if told and int(found[1]) < 24 else None
    number = phrase.integer("h")
    hour, minute = divmod(number, 100) if len(exact) == 4 else (number, 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def _late_hour(exact: str, part: str) -> str | None:
    """An hour of the part of a day that is named with it: 9:30 at night is 21:30."""
    found = _POINTED.match(exact)
    hour, minute = (int(found[1]), found[3]) if found else (int(exact), "00")
    late = part in ("AF", "EV") or (part == "NI" and hour >= 6)
    return f"{hour + (12 if late and hour < 12 else 0):02}:{minute}" if hour < 24 else None


def _half_day(phrase: Phrase, exact: str) -> str | None:
    """7:15 p.m., 7.15pm, 7 p.m."""
    found = _POINTED.match(exact)
    if not found and not exact.isdigit():
        return None
    hour, minute = (int(found[1]), found[3]) if found else (int(exact), "00")
    return f"{hour % 12 + phrase.integer('k'):02}:{minute}" if 1 <= hour <= 12 else None
