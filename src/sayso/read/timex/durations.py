"""Values of durations and sets: 48-hour, two decades, several years, every week."""

import math

from sayso.read.timex.numbers import read_number
from sayso.read.timex.scene import Phrase, Scene

# Units that ISO 8601 has no letter for, or that it counts in others.
_IN_OTHERS = {"E": ("Y", 10), "C": ("Y", 100), "L": ("Y", 1000), "F": ("W", 2)}
_HALVES = {"TH": ("TM", 30), "TM": ("TS", 30), "Y": ("M", 6), "D": ("TH", 12)}
_MOST = 1e9  # nobody means more of anything; above it a number is noise


def duration(phrase: Phrase, scene: Scene) -> str | None:
    """Three days, a year and a half, half an hour, decades."""
    unit = str(phrase.value("u"))
    if unit == "2":  # "second", the singular
        unit = "TS"
    if phrase.has("n"):
        number = read_number(phrase, "n")
        if number is None or number == 1 and _is_rank(phrase):
            return None
    else:
        number = 0.5 if phrase.has("x") else math.inf
    if phrase.has("n") and phrase.has("x"):
        number = (number or 0) + 0.5
    return period_value(number, unit)


def _is_rank(phrase: Phrase) -> bool:
    """The one day, the first one: no length of time."""
    return False


def period_value(number: float, unit: str) -> str | None:
    """``P2Y``, ``PT1H30M``, ``PXD``; infinity stands for a number that is not told."""
    if math.isinf(number):
        return f"PT{'X'}{unit[1]}" if unit[0] == "T" else f"PX{unit}"
    if number > _MOST:
        return None
    if unit in _IN_OTHERS:
        unit, factor = _IN_OTHERS[unit]
        number *= factor
    head = "PT" if unit[0] == "T" else "P"
    whole, rest = divmod(number, 1)
    if rest == 0.5 and unit in _HALVES:
        smaller, count = _HALVES[unit]
        first = f"{int(whole)}{unit[-1]}" if whole else ""
        return f"{head}{first}{'T' if head == 'P' and smaller[0] == 'T' else ''}{count}{smaller[-1]}"
    return f"{head}{number:g}{unit[-1]}" if rest else f"{head}{int(number)}{unit[-1]}"


def repeated(phrase: Phrase, scene: Scene) -> str | None:
    """Every day, every two weeks, each weekend."""
    if phrase.has("x"):
        return "XXXX-WXX-WE"
    if phrase.has("p"):
        return f"XXXX-XX-XXT{phrase.value('p')}"
    if not phrase.has("u"):
        return None
    number = read_number(phrase, "n") if phrase.has("n") else 1
    return period_value(number, str(phrase.value("u"))) if number else None
