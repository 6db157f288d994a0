"""Cuts a text into tokens and gives each its code: one pass, linear in the text's length."""

import re
from dataclasses import dataclass

from sayso.read.timex.lexicon import Value, is_among, load_lexicon

# The order of the alternatives matters: the longer numeric forms before the plain number.
_TOKEN = re.compile(
    r"""
    (?P<ampm>[AaPp]\.?[ ]?[Mm]\b\.?)
  | (?P<oclock>[oO]['’]clock\b)
  | (?P<qn>Q[1-4]\b)
  | (?P<fiscal_year>FY[ ]?(?:[0-9]{4}|[0-9]{2})\b)
  | (?P<word>[^\W\d_]+)
  | (?P<isodate>[0-9]{4}-[0-9]{2}-[0-9]{2}
        (?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?(?![\w-]))
  | (?P<slashdate>(?:[0-9]{1,2}(?P<sep>[/.-])[0-9]{1,2}(?P=sep)[0-9]{4}
        |[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2})(?![\w/-]))
  | (?P<ninth_eleventh>9/11(?![\w/-]))
  | (?P<clock>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![\d:]))
  | (?P<nth>[0-9]{1,2}(?:st|nd|rd|th)\b)
  | (?P<tens_years>[0-9]{3}0['’]?s\b)
  | (?P<short_decade>['’‘]?[2-9]0['’]?s\b)
  | (?P<yearspan>(?:1[89]|20)[0-9]{2}[-–/][0-9]{2}(?![\w-]))
  | (?P<fraction>[0-9]/[0-9](?![\w/])|[½¼¾])
  | (?P<number>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)
  | (?P<blank>\n[^\S\n]*\n)
  | (?P<poss>['’]s\b)
  | (?P<mark>\S)
    """,
    re.VERBOSE,
)
_MARKS = {
    **dict.fromkeys("-‐‑–", "hyphen"),
    **dict.fromkeys("$£€¥₹#", "money_sign"),
    **dict.fromkeys("([", "open"),
    **dict.fromkeys(")]", "close"),
    ".": "dot",
    ",": "comma",
    ":": "colon",
    "/": "slash",
    "%": "percent_sign",
}
# Signs that make the number after them something other than a date.
_MONEY = frozenset("$£€¥₹#+=*_@&")
_JOINTS = frozenset("-–/.")
_YEAR_BEFORE = re.compile(r"(?<![0-9])(?:1[0-9]|20)[0-9]{2}[-–/]$")
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_MOST_DIGITS = 9
_BEEN_DUE = "been ..."
_BEEN_TO = "been ... to"


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text's tokens, as columns: ``codes[i]`` is the class of the token at ``text[starts[i]:ends[i]]``."""

    text: str
    starts: list[int]
    ends: list[int]
    values: list[Value]
    codes: str
    cues: str  # "f" ahead, "p" behind, "." the end of a sentence, " " neither

    def exact(self, i: int) -> str:
        """The token as written; empty outside the text."""
        return self.text[self.starts[i] : self.ends[i]] if 0 <= i < len(self.starts) else ""

    def word(self, i: int) -> str:
        """The token in small letters; empty outside the text."""
        return self.exact(i).lower()


def cut_tokens(text: str) -> Tokens:
    """The tokens of ``text``, in order."""
    codes = load_lexicon().codes
    tokens = Tokens(text, [], [], [], "", "")
    code_list: list[str] = []
    cue_list: list[str] = []
    last = ""  # the word before, in small letters, where nothing stands between
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        kind, exact = found.lastgroup or "mark", found.group()
        if kind == "word":
            small = exact.lower()
            code, value, cue = _read_word(exact, small, last)
            last = _link(small, last)
        else:
            shape, value = _shape(kind, exact, text, start, end)
            code, cue, last = codes[shape], _end_cue(shape, text, start), ""
        tokens.starts.append(start)
        tokens.ends.append(end)
        tokens.values.append(value)
        code_list.append(code)
        cue_list.append(cue)
    return Tokens(text, tokens.starts, tokens.ends, tokens.values, "".join(code_list), "".join(cue_list))


def _read_word(exact: str, small: str, last: str) -> tuple[str, Value, str]:
    """A word's code, value and cue."""
    lexicon = load_lexicon()
    entry = lexicon.words.get(small)
    capital = exact[0] != small[0]
    if entry is not None and (capital or not entry.capitalised):
        return entry.code, entry.value, _cue(small, last, plain=False)
    code = lexicon.codes["name" if capital else "word"]
    return code, 0, _cue(small, last, plain=not capital)


def _cue(word: str, last: str, *, plain: bool) -> str:
    """What a word tells of the tense, after the word ``last``."""
    if (
        (word, last) == ("for", "set")
        or (word == "to" and is_among(last, "ahead_of_to"))
        or (last in ("is", "are") and is_among(word, "arranged"))
    ):
        return "f"
    cue = load_lexicon().cues.get(word) or ("p" if plain and _is_past_form(word) else " ")
    if cue == "p" and is_among(last, "passive"):
        return " "
    return "p" if cue == "f" and last in ("been", _BEEN_TO) else cue


def _link(word: str, last: str) -> str:
    """What the next word follows: ``word``, or that it hangs on "been", as in "had been due to leave"."""
    if last == "been":
        return _BEEN_DUE
    return _BEEN_TO if last == _BEEN_DUE and word == "to" else word


def _is_past_form(word: str) -> bool:
    return len(word) > 4 and word.endswith("ed") and word not in load_lexicon().not_past


def _end_cue(shape: str, text: str, start: int) -> str:
    """A point where a sentence (or paragraph) ends, else a blank."""
    if shape == "blank" or text[start] in "?!":
        return "."
    if shape != "dot":
        return " "
    # A capital letter within three characters before the point: an abbreviation (Mr., U.S., Gen., Feb.).
    before = text[max(0, start - 3) : start]
    return " " if before[-1:].isalnum() and any(c.isupper() for c in before) else "."


def _shape(kind: str, exact: str, text: str, start: int, end: int) -> tuple[str, Value]:
    """The class and value of a token that is no word."""
    if kind == "number":
        return _number(exact, text, start, end)
    if kind == "mark":
        return _MARKS.get(exact, "mark"), 0
    if kind == "ampm":
        return kind, 12 if exact[0] in "Pp" else 0
    if kind == "nth":
        return kind, int(exact[:-2])
    if kind == "qn":
        return kind, int(exact[1])
    if kind == "fraction":
        return kind, _FRACTIONS.get(exact) or int(exact[0]) / (int(exact[-1]) or 1)
    return kind, exact


def _number(exact: str, text: str, start: int, end: int) -> tuple[str, Value]:
    before = text[start - 1 : start]
    if "," in exact or "." in exact:
        return ("money" if before in _MONEY else "number"), exact.replace(",", "")[:_MOST_DIGITS]
    if before in _MONEY or before.isalnum() or len(exact) > _MOST_DIGITS:
        return "money", 0
    number = int(exact)
    if len(exact) == 4:
        return _four_digits(number, exact, text, start, end), number
    if len(exact) > 2 or number > 59:
        return "n", number
    for shape, top in (("n12", 12), ("n24", 24), ("n31", 31)):
        if 0 < number <= top:
            return shape, number
    return "n59", number


def _four_digits(number: int, exact: str, text: str, start: int, end: int) -> str:
    """A year, a clock time, or part of something else: a telephone number, a score, B2000."""
    joined = text[start - 1 : start] in _JOINTS and text[start - 2 : start - 1].isdigit()
    if joined and not _YEAR_BEFORE.search(text[max(0, start - 6) : start]):
        return "money"
    if 1000 <= number <= 2199 and not text[end : end + 1].isalnum():
        return "y4"
    return "hhmm" if exact < "2400" and exact[2:] < "60" else "n"
