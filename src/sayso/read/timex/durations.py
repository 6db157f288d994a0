"""Values of durations and sets: 48-hour, two decades, several years, every week."""

import math

from sayso.read.timex.numbers import read_number
from sayso.read.timex.scene import Phrase, Scene

# Units that ISO 8601 has no letter for, or that it counts in others.
_IN_OTHERS = {"E": ("Y", 10), "C": ("Y", 100), "L": ("Y", 1000), "F": ("W", 2)}
_HALVES = {"TH": ("TM", 30), "TM": ("TS", 30), "Y": ("M", 6), "D": ("TH", 12)}
# The early hours, office hours: no length of time.
_HOURS_OF = frozenset(
    "early late small rush working office opening business daylight darkness visiting news old good".split()
)
_AGED = frozenset(("aged", "age"))
_AMOUNTS = frozenset(("million", "billion", "thousand", "hundred", "percent", "%", "times", "twice", "once"))
_NO_PLURALS = frozenset(
    ("is", "was", "as", "lasts", "takes", "plus", "less", "this", "has", "us", "'s", "’s")
)
_MOST = 1e9  # nobody means more of anything; above it a number is noise


def duration(phrase: Phrase, scene: Scene) -> str | None:
    """Three days, a year and a half, half an hour, decades."""
    if phrase.has("one"):  # week-long
        return period_value(1, str(phrase.value("one")))
    unit = str(phrase.value("u"))
    if unit == "2":  # "second", the singular
        unit = "TS"
    if phrase.has("n"):
        number = read_number(phrase, "n")
        if number is None or phrase.before() in _AGED or _is_rate(phrase):
            return None
        scene.note_months(number, unit)
    else:
        number = 0 if phrase.has("x") else math.inf
    return period_value(number + (0.5 if phrase.has("x") else 0), unit)


def bare_duration(phrase: Phrase, scene: Scene) -> str | None:
    """For years, weeks before: a length that is not told."""
    unit = str(phrase.value("u"))
    if (
        unit in ("TS", "TM", "Q")
        or phrase.after() == "old"
        or phrase.before() in _HOURS_OF
        or phrase.before().isdigit()
    ):
        return None
    return period_value(math.inf, unit)


def _is_rate(phrase: Phrase) -> bool:
    """$500 million a year, 700 seats a week: how often, not how long."""
    before = phrase.before()
    article = phrase.match.start == phrase.match.kept["n"][0] and phrase.word("n") in ("a", "an")
    return article and (
        before[-1:].isdigit() or before in _AMOUNTS or before.endswith("s") and before not in _NO_PLURALS
    )


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
