"""Counts in English words and figures, as ranges: ``at least 10``, ``nearly two dozen``, ``between 5 and 7``.

The words and the convention for vague counts ("dozens") stand in ``numbers.yaml``; ACLED's is the default.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_LONGEST = 12  # digits; longer runs are no counts of people
_SPACE = r"[\s\u00a0]{1,6}"
_NOT_A_COUNT = re.compile(
    r"[\s\u00a0]{0,3}(?:%|per\s?cent\b|percent\b|(?:[mcdknap]|sq|cb|rp|bp|pp)?m\b|kg\b|[ap]\.m\b"
    r"|°|:\d|/\d|st\b|n?d\b|rd\b|th\b"
    r"|-(?!plus\b)[a-z])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count in a text: half-open offsets, and the least and the most that the words allow (None: not said)."""

    start: int
    end: int
    low: int | None
    high: int | None
    number: int  # where the bare number begins: "ten" in "at least ten"
    hedge: tuple[int, int] | None = (
        None  # half-open offsets of words that leave it open: "at least", "or more"
    )


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """The counts in ``text`` in order, without overlap; ordinals, percentages, measures and clock times are none.

    Years, ages and dates written as plain figures are given as counts: only what they count tells them apart.
    """
    return tuple(q for m in _pattern().finditer(text) if (q := _quantity(text, m)) is not None)


def number_value(words: str) -> int | None:
    """The value of a number in words or figures (``two dozen``, ``1,200``, ``1.5 million``), None where it is none."""
    total, group, seen = 0.0, 0.0, False
    table = _table()
    for word in re.findall(r"[\d.,]+|[^\W\d]+", words.lower()):
        if word[0].isdigit():
            figure = word.replace(",", "").rstrip(".")
            if figure.count(".") > 1 or len(figure) > _LONGEST:
                return None
            group, seen = group + float(figure), True
        elif word in table["units"]:
            group, seen = group + table["units"][word], True
        elif scale := table["scales"].get(word) or table["plurals"].get(word):
            seen = True
            if scale >= 1000:
                total, group = (total + group or 1) * scale, 0
            else:
                group = (group or 1) * scale
        elif word not in ("and", "a", "an", "of"):
            return None
    return int(total + group) if seen else None


def _quantity(text: str, match: re.Match[str]) -> Quantity | None:
    if _NOT_A_COUNT.match(text, match.end()) or text[max(0, match.start() - 1) : match.start()] in (
        "$",
        "€",
        "£",
    ):
        return None
    low, high = _range(match)
    if low is None and high is None:
        return None
    number = match.start("number") if match["number"] else match.start()
    return Quantity(match.start(), match.end(), low, high, number, _hedge(match))


def _hedge(match: re.Match[str]) -> tuple[int, int] | None:
    """Where the words stand that leave the number open, those before it first."""
    for group, side in (("before", "before"), ("exact_before", "before"), ("after", "after")):
        if match[group] and _kind(match[group], side) != "exactly":
            lead = len(match[group]) - len(match[group].lstrip())
            return match.start(group) + lead, match.start(group) + len(match[group].rstrip())
    return None


def _range(match: re.Match[str]) -> tuple[int | None, int | None]:
    """The least and the most that the words of ``match`` allow."""
    if match["exact"]:
        return _bounded(_table()["exact"][_plain(match["exact"])], _kind(match["exact_before"], "before"))
    if match["vague"]:
        floor = _convention()[_plain(match["vague"])]
        scale = number_value(match["vague_scale"]) if match["vague_scale"] else 1
        return floor * (scale or 1), None
    first, second = number_value(match["number"] or match["floor"]), match["second"] or match["ceiling"]
    if first is None:
        return None, None
    if second:
        return _between(first, number_value(second))
    if _plain(match["number"]).split()[0].split("-")[0] in _table()["plurals"]:
        return first, None
    kinds = (_kind(match["before"], "before"), _kind(match["after"], "after"))
    return _bounded(first, next((kind for kind in kinds if kind not in (None, "exactly")), None))


def _between(first: int, second: int | None) -> tuple[int | None, int | None]:
    """The range that two numbers span; "two or three hundred" shares its scale, "1989-90" is no range."""
    if second is None:
        return first, first
    if first < 10 and second >= 100 and second % 100 == 0:
        first *= 10 ** (len(str(second)) - 1)
    return (first, second) if first <= second else (None, None)


def _bounded(number: int, kind: str | None) -> tuple[int | None, int | None]:
    if kind == "at_least":
        return number, None
    if kind == "at_most":
        return None, number
    if kind == "nearly":
        return number - number // 6, number
    return number, number


def _kind(words: str | None, side: str) -> str | None:
    if not words:
        return None
    plain = _plain(words)
    if plain in ("+", "-plus", " plus"):
        return "at_least"
    return next((kind for kind, phrases in _table()[side].items() if plain in phrases), None)


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


@cache
def _table() -> Mapping[str, Any]:
    table: Mapping[str, Any] = yaml.safe_load(files("sayso.read").joinpath("numbers.yaml").read_text("utf-8"))
    return table


def _convention() -> Mapping[str, int]:
    table = _table()
    floors: Mapping[str, int] = table["conventions"][table["convention"]]
    return floors


@cache
def _pattern() -> re.Pattern[str]:
    table = _table()
    word = _any([*table["units"], *table["scales"], *table["plurals"]])
    scale = _any([*table["scales"], *(p for p in table["plurals"] if p != "tens")])
    figure = r"\d{1,3}(?:,\d{3}){1,3}(?![\d,])|\d{1,12}(?:\.\d{1,3})?(?![\d,]*\d)"
    joint = (
        rf"(?:(?:{_SPACE}|-)(?:(?<=hundred\s)and{_SPACE}|(?<=thousand\s)and{_SPACE}"
        rf"|(?<=s\s)of{_SPACE}(?={_any(table['plurals'])}))?)"
    )
    number = (
        rf"(?:(?:{figure})(?:{_SPACE}(?:{scale})\b)?"
        rf"|(?:an?{_SPACE}(?={scale}\b))?(?:{word})\b(?:{joint}(?:{word})\b){{0,8}})"
    )
    before = _any([p for kind in table["before"].values() for p in kind])
    after = _any([p for kind in table["after"].values() for p in kind])
    openings = (
        *table["units"],
        *table["scales"],
        *table["plurals"],
        *table["exact"],
        *_convention(),
        *(phrase for kind in table["before"].values() for phrase in kind),
        "between",
        "an",
    )
    # What it begins with: most words are passed over by their first letter.
    first = r"\d" + "".join(sorted({re.escape(words[0].lower()) for words in openings}))
    return re.compile(
        rf"(?<![\w.,$€£/:-])(?=[{first}])(?:(?P<exact_before>(?:{before}){_SPACE})?(?P<exact>{_any(table['exact'])})\b(?!{_SPACE}(?:longer|doubt|matter|fewer|less|more)\b)"
        rf"|(?P<vague>{_any(_convention())})\b(?:{_SPACE}(?P<vague_scale>{scale})\b(?:{_SPACE}of\b)?)?"
        rf"|(?P<before>(?:(?:{before}){_SPACE}){{1,1}})?"
        rf"(?:between{_SPACE}(?P<floor>{number}){_SPACE}and{_SPACE}(?P<ceiling>{number})"
        rf"|(?P<number>{number})(?:(?:{_SPACE}(?:to|or){_SPACE}|\s?[-–]\s?)(?P<second>{number}))?)"
        rf"(?P<after>\+|-plus\b|{_SPACE}(?:{after})\b)?)",
        re.IGNORECASE,
    )


def _any(words: Iterable[str]) -> str:
    """An alternation, longest first, that takes any white space for a space."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(w).replace(r"\ ", r"\s{1,6}") for w in ordered)
