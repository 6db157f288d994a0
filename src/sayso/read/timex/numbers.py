"""Numbers written as digits or words, as they stand before units of time."""

import math

from sayso.read.timex.lexicon import load_lexicon
from sayso.read.timex.scene import Phrase

# What a number phrase can hold that adds nothing to its value.
_JOINTS = ("hyphen", "and", "of")


def read_number(phrase: Phrase, name: str) -> float | None:
    """The number kept under ``name``; infinity where it is vague (a few, several), None where it is none."""
    codes = load_lexicon().codes
    classes = {code: each for each, code in codes.items()}
    start, end = phrase.match.kept[name]
    total = part = 0.0
    for i in range(start, end):
        kind, value = classes[phrase.tokens.codes[i]], phrase.tokens.values[i]
        if kind == "few":
            return math.inf
        if kind == "magnitude":
            total, part = _multiply(total, part, float(value))
        elif kind == "dozen":
            part = (part or 1) * 12
        elif kind == "half":
            part = 0.5
        elif kind in ("a", "past"):  # a year; the past year
            part = 1
        elif kind not in _JOINTS:
            part = (
                0
                if kind in ("couple", "cardinal", "tens") and part == 1 and _is_article(phrase, start)
                else part
            )
            part += float(value)
    return total + part if total + part > 0 else None


def _multiply(total: float, part: float, magnitude: float) -> tuple[float, float]:
    """Two hundred thousand: hundreds stay open for a thousand to come, thousands are closed."""
    if magnitude == 100:
        return total, (part or 1) * 100
    return (total + (part or 1)) * magnitude if total < magnitude else total + part * magnitude, 0.0


def _is_article(phrase: Phrase, at: int) -> bool:
    return phrase.tokens.word(at) in ("a", "an")


def read_spelled_year(phrase: Phrase, name: str) -> int | None:
    """A year in words (nineteen ninety-six, two thousand), or None where the words are no year."""
    start, end = phrase.match.kept[name]
    numbers = [int(v) for v in phrase.tokens.values[start:end] if isinstance(v, int) and v]
    if 1000 in numbers:
        year = 1000 * numbers[0] + sum(n for n in numbers[2:] if n < 100) if len(numbers) > 1 else 0
    elif len(numbers) >= 2 and 10 <= numbers[0] <= 20 and 10 <= numbers[1]:
        year = 100 * numbers[0] + sum(numbers[1:])
    else:
        return None
    return year if 1000 <= year <= 2199 else None
