"""Values of durations and sets: 48-hour, two decades, several years, every week."""

import math

from sayso.read.timex.lexicon import is_among
from sayso.read.timex.numbers import read_number
from sayso.read.timex.scene import Phrase, Scene

# Units that ISO 8601 has no letter for, counted in others; the halves of those it has.
_IN_OTHERS = {"E": ("Y", 10), "C": ("Y", 100), "L": ("Y", 1000), "F": ("W", 2)}
_HALVES = {"TH": ("TM", 30), "TM": ("TS", 30), "Y": ("M", 6), "D": ("TH", 12)}
_MOST = 1e9  # nobody means more of anything


def duration(phrase: Phrase, scene: Scene) -> str | None:
    """Three days, a year and a half, half an hour, the first weeks."""
    if phrase.words()[0] == "last" and is_among(phrase.before(), "before_verb"):
        return None
    unit = "TS" if phrase.word("u") == "second" else str(phrase.value("u"))
    half = 0.5 if phrase.has("x") else 0.0
    if not phrase.has("n"):
        return period_value(half or math.inf, unit)
    number = read_number(phrase, "n")
    if number is None or is_among(phrase.before(), "aged") or _is_rate(phrase):
        return None
    if phrase.words() == ["one", "day"] and is_among(phrase.before(), "modal"):
        return "FUTURE_REF"
    scene.note_months(number, unit)
    return period_value(number + half, unit)


def sum_of_units(phrase: Phrase, scene: Scene) -> str | None:
    """Two hours and 30 minutes, one year two months: a length in two units, the larger first."""
    large, small = str(phrase.value("u")), str(phrase.value("v"))
    first, second = read_number(phrase, "n"), read_number(phrase, "k")
    order = ("Y", "M", "W", "D", "TH", "TM", "TS")
    if large not in order or small not in order[order.index(large) + 1 :] or not first or not second:
        return None
    if not (first + second).is_integer() or max(first, second) > _MOST:
        return None
    clock = "T" if small[0] == "T" and large[0] != "T" else ""
    return f"{period_value(first, large)}{clock}{int(second)}{small[-1]}"


def times_a_unit(phrase: Phrase, scene: Scene) -> str | None:
    """Twice a week, three times per year: a set."""
    return period_value(1, str(phrase.value("u"))) if phrase.has("x") or phrase.word("t") == "times" else None


def one_unit(phrase: Phrase, scene: Scene) -> str | None:
    """Week-long, year-long."""
    return period_value(1, str(phrase.value("u")))


def quarter_century(phrase: Phrase, scene: Scene) -> str | None:
    """A quarter-century, a quarter of a century."""
    return "P25Y"


def bare_duration(phrase: Phrase, scene: Scene) -> str | None:
    """For years, weeks before: a length that is not told; "the days before the raid" are a time that nothing tells."""
    unit, before = str(phrase.value("u")), phrase.before()
    if (
        unit in ("TS", "TM", "Q")
        or phrase.after() == "old"
        or before.isdigit()
        or is_among(before, "hours_of")
        or (before == "the" and phrase.after() in ("before", "after"))
    ):
        return None
    return period_value(math.inf, unit)


def _is_rate(phrase: Phrase) -> bool:
    """$500 million a year, 700 seats a week: how often, not how long."""
    if phrase.word("n") not in ("a", "an") or phrase.match.start != phrase.match.kept["n"][0]:
        return False
    if phrase.after() in ("after", "before", "later", "earlier"):
        return False
    before = phrase.before()
    plural = before.endswith("s") and not is_among(before, "no_plural")
    return plural or before[-1:].isdigit() or is_among(before, "amounts")


def period_value(number: float, unit: str) -> str | None:
    """``P2Y``, ``PT1H30M``, ``PXD``; infinity stands for a number that is not told."""
    head = "PT" if unit[0] == "T" else "P"
    if math.isinf(number):
        return f"{head}X{unit[-1]}"
    if number > _MOST:
        return None
    if unit in _IN_OTHERS:
        unit, factor = _IN_OTHERS[unit]
        number *= factor
    whole, rest = divmod(number, 1)
    if rest == 0.5 and unit in _HALVES:
        smaller, count = _HALVES[unit]
        first = f"{int(whole)}{unit[-1]}" if whole else ""
        clock = "T" if smaller[0] == "T" and head == "P" else ""
        return f"{head}{first}{clock}{count}{smaller[-1]}"
    return f"{head}{number:g}{unit[-1]}" if rest else f"{head}{int(number)}{unit[-1]}"


def repeated(phrase: Phrase, scene: Scene) -> str | None:
    """Every day, every two weeks, each weekend, every morning."""
    if phrase.has("x"):
        return "XXXX-WXX-WE"
    if phrase.has("p"):
        return f"XXXX-XX-XXT{phrase.value('p')}"
    number = read_number(phrase, "n") if phrase.has("n") else 2 if phrase.has("o") else 1
    return period_value(number, str(phrase.value("u"))) if number else None
