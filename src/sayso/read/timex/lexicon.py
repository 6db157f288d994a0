"""The word list of temporal expressions, loaded once from ``words.yaml``.

Every lexical class gets one character, its code, so that a text's tokens become one short string over which
the grammar's patterns are plain regular expressions (see ``grammar``).
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.core.data_files import load_values

Value = int | float | str

# Classes that the lexer gives by a token's shape, not by a word list.
SHAPES = (
    "word",  # any other word, small first letter
    "name",  # any other word, capital first letter
    "mark",  # any other character
    "blank",  # an empty line: no expression reaches across
    "n12",  # whole numbers, by what they can be: a month or hour,
    "n24",  # an hour or day,
    "n31",  # a day,
    "n59",  # a minute or nothing,
    "n",  # nothing,
    "y4",  # a year or clock time (1000 to 2199)
    "hhmm",  # clock time only: 0735, 2230
    "number",  # 1,200 or 4.7
    "money",  # a number with a currency sign or other mark before it
    "fraction",
    "nth",  # 18th
    "tens_years",  # 1990s
    "short_decade",  # '90s
    "clock",  # 15:00
    "isodate",
    "slashdate",
    "ninth_eleventh",  # 9/11
    "qn",  # Q3
    "yearspan",  # 1990-91
    "fiscal_year",  # FY2019
    "dot",
    "comma",
    "hyphen",
    "colon",
    "slash",
    "poss",  # 's
    "money_sign",
    "percent_sign",
    "open",
    "close",
)
_FIRST_CODE = 0x30


@dataclass(frozen=True, slots=True)
class Word:
    """What the word list says of a word."""

    code: str
    value: Value
    capitalised: bool  # counts only with a capital letter


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Codes of classes, the words, and the cues of tense."""

    codes: dict[str, str]  # class -> its character
    words: dict[str, Word]
    cues: dict[str, str]  # word -> "f" (ahead) or "p" (behind)
    not_past: frozenset[str]  # words in -ed that are no past forms
    contexts: dict[str, frozenset[str]]  # sets of words, by name


def load_yaml(name: str) -> Any:
    """The content of a data file beside this module."""
    return load_values("sayso.read.timex", name)


@cache
def load_lexicon() -> Lexicon:
    """The word list; raises ValueError where it names a word twice."""
    data = load_yaml("words.yaml")
    classes = (*SHAPES, *data["capitalised"], *data["words"])
    codes = {name: chr(_FIRST_CODE + i) for i, name in enumerate(classes)}
    words: dict[str, Word] = {}
    for section in ("capitalised", "words"):
        for name, entries in data[section].items():
            for word, value in entries.items():
                if word in words:
                    raise ValueError(f"words.yaml: {word!r} stands in two classes")
                words[word] = Word(codes[name], value, section == "capitalised")
    cues = {word: side[0] for side in ("future", "past") for word in data["cues"][side]}
    contexts = {name: frozenset(listed) for name, listed in data["contexts"].items()}
    return Lexicon(codes, words, cues, frozenset(data["cues"]["not_past"]), contexts)


@cache
def class_of_code() -> dict[str, str]:
    """The class that each code stands for."""
    return {code: name for name, code in load_lexicon().codes.items()}


def is_among(word: str, context: str) -> bool:
    """Whether a word, in small letters, is one of those that ``words.yaml`` lists under ``context``."""
    return word in load_lexicon().contexts[context]
