"""Values of clock times: 3 p.m., 1430 GMT, noon Saturday, 9 a.m. Tuesday."""

import re

from sayso.read.timex import days
from sayso.read.timex.scene import Phrase, Scene

_POINTED = re.compile(r"(\d{1,2})[.:]([0-5]\d)(?::[0-5]\d)?", re.ASCII)
# Words before a bare 15:00 that make it a time and not a score or ratio.
_AT = frozenset(
    ("at", "by", "from", "until", "till", "around", "about", "before", "after", "since", "between", "past")
)


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
        day = days.weekday(phrase, scene)
    else:
        day = scene.day_in_sentence(phrase.match.start) or scene.anchor.day_value(0)
    zone = str(phrase.value("z")) if phrase.has("z") else ""
    return f"{day}T{hour}{zone}" if day else None


def military_hours(phrase: Phrase, scene: Scene) -> str | None:
    """1800 hours."""
    return (
        clock_time(phrase, scene) if phrase.word("u") == "hours" and phrase.integer("h") % 100 < 60 else None
    )


def _hour(phrase: Phrase) -> str | None:
    """``HH:MM`` on the clock of 24 hours."""
    value = phrase.value("h")
    exact = phrase.tokens.text[phrase.tokens.starts[phrase.match.kept["h"][0]] :][:8]
    if phrase.has("p"):
        hour = int(value) % 12 + (
            0 if phrase.value("p") == "MO" or (phrase.value("p") == "NI" and int(value) < 6) else 12
        )
        return f"{hour:02}:00"
    if phrase.has("k"):
        return _half_day(phrase, exact)
    if exact[:1].isalpha():  # noon, midnight
        if phrase.before() == "high":
            return None
        return str(value)
    found = _POINTED.match(exact)
    if found and ":" in found[0]:
        told = (
            phrase.has("z")
            or phrase.holds("local")
            or phrase.before() in _AT
            or phrase.match.end - phrase.match.start > 1
        )
        return f"{int(found[1]):02}:{found[2]}" if told and int(found[1]) < 24 else None
    number = int(value)
    if number > 99 or exact[:1] == "0":
        hour, minute = divmod(number, 100)
        return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
    return f"{number:02}:00"


def _half_day(phrase: Phrase, exact: str) -> str | None:
    found = _POINTED.match(exact)
    hour, minute = (int(found[1]), found[2]) if found else (int(float(phrase.value("h"))), "00")
    if not 1 <= hour <= 12:
        return None
    return f"{hour % 12 + phrase.integer('k'):02}:{minute}"
