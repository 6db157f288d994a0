"""Numbers written as digits or words, as they stand before units of time."""

import math

from sayso.read.timex.lexicon import class_of_code
from sayso.read.timex.scene import Phrase

_ONE = frozenset(("a", "past"))  # a year; the past year
_JOINTS = frozenset(("hyphen", "and", "of"))  # they add nothing to the value


def read_number(phrase: Phrase, name: str) -> float | None:
    """The number kept under ``name``; infinity where it is vague (a few, several), None where it is none."""
    start, end = phrase.match.kept[name]
    total = part = 0.0
    article = False
    for i in range(start, end):
        kind, value = class_of_code()[phrase.tokens.codes[i]], phrase.tokens.values[i]
        if kind == "few":
            return math.inf
        if kind in _ONE:
            part, article = 1, True
        elif kind == "magnitude":
            total, part = _multiply(total, part, float(value))
        elif kind == "dozen":
            part = (part or 1) * 12
        elif kind not in _JOINTS:
            part = float(value) + (0 if article else part)  # "a couple" is two, not three
            article = False
    return total + part if total + part > 0 else None


def _multiply(total: float, part: float, magnitude: float) -> tuple[float, float]:
    """Hundreds stay open, for a thousand may come (two hundred thousand); thousands are closed."""
    if magnitude == 100:
        return total, (part or 1) * 100
    if total:
        return total + part * magnitude, 0.0
    return (part or 1) * magnitude, 0.0


def read_spelled_year(phrase: Phrase, name: str) -> int | None:
    """A year in words (nineteen ninety-six, two thousand), or None where the words are no year."""
    start, end = phrase.match.kept[name]
    numbers = [int(v) for v in phrase.tokens.values[start:end] if isinstance(v, int) and v]
    if 1000 in numbers[1:2]:
        year = 1000 * numbers[0] + sum(n for n in numbers[2:] if n < 100)
    elif len(numbers) >= 2 and 10 <= numbers[0] <= 20 and numbers[1] >= 10:
        year = 100 * numbers[0] + sum(numbers[1:])
    else:
        return None
    return year if 1000 <= year <= 2199 else None
