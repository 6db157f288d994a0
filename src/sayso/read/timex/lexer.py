"""Cuts a text into tokens and gives each its code: one pass, linear in the text's length."""

import re
from dataclasses import dataclass

from sayso.read.timex.lexicon import Value, load_lexicon

# The order of the alternatives matters: the longer numeric forms before the plain number.
_TOKEN = re.compile(
    r"""
    (?P<ampm>[AaPp]\.?[ ]?[Mm]\b\.?)
  | (?P<oclock>[oO]['’]clock\b)
  | (?P<qn>Q[1-4]\b)
  | (?P<fiscal_year>FY[ ]?(?:[0-9]{4}|[0-9]{2})\b)
  | (?P<word>[^\W\d_]+)
  | (?P<isodate>[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?(?![\w-]))
  | (?P<slashdate>(?:[0-9]{1,2}(?P<sep>[/.-])[0-9]{1,2}(?P=sep)[0-9]{4}|[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2})(?![\w/-]))
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
    ".": "dot", ",": "comma", "-": "hyphen", "‐": "hyphen", "‑": "hyphen", "–": "hyphen", "—": "mark", ":": "colon",
    "/": "slash", "%": "percent_sign", "$": "money_sign", "£": "money_sign", "€": "money_sign", "¥": "money_sign",
    "#": "money_sign", "₹": "money_sign", "(": "open", "[": "open", ")": "close", "]": "close",
}  # fmt: skip
# Signs that make the number after them something other than a date.
_MONEY = frozenset("$£€¥₹#+=*_@&")
# "Is to resume", "due to expire": ahead.
_AHEAD_OF_TO = frozenset(("is", "are", "set", "due"))
# "Is heard", "be completed" are no past; "had been due" is.
_PASSIVE = frozenset(("is", "are", "be", "being"))
_JOINTS = frozenset("-–/.")
_YEAR_BEFORE = re.compile(r"(?<![0-9])(?:1[0-9]|20)[0-9]{2}[-–/]$")
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text's tokens, as columns: ``codes[i]`` is the class of the token at ``text[starts[i]:ends[i]]``."""

    text: str
    starts: list[int]
    ends: list[int]
    values: list[Value]
    codes: str
    cues: str  # "f" ahead, "p" behind, "." the end of a sentence, " " neither

    def word(self, i: int) -> str:
        """The token's words, in small letters; empty outside the text."""
        return self.text[self.starts[i] : self.ends[i]].lower() if 0 <= i < len(self.starts) else ""


def cut_tokens(text: str) -> Tokens:
    """The tokens of ``text``, in order."""
    lexicon = load_lexicon()
    plain, name = lexicon.codes["word"], lexicon.codes["name"]
    starts: list[int] = []
    ends: list[int] = []
    values: list[Value] = []
    codes: list[str] = []
    cues: list[str] = []
    last = small = ""
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        kind = found.lastgroup
        value: Value = 0
        cue = " "
        if kind == "word":
            word = found.group()
            small = word.lower()
            entry = lexicon.words.get(small)
            if entry is not None and not (entry.capitalised and word[0] == small[0]):
                code, value = entry.code, entry.value
            else:
                code = plain if word[0] == small[0] else name
            cue = _cue(small, last, code == plain)
        else:
            shape, value = _shape(kind or "mark", found.group(), text, start, end)
            code = lexicon.codes[shape]
            if shape == "blank" or (shape in ("dot", "mark") and _ends_sentence(text, start)):
                cue = "."
        last = small if kind == "word" else ""
        starts.append(start)
        ends.append(end)
        values.append(value)
        codes.append(code)
        cues.append(cue)
    return Tokens(text, starts, ends, values, "".join(codes), "".join(cues))


def _cue(word: str, last: str, plain: bool) -> str:
    """What a word tells of the tense, after the word ``last``."""
    lexicon = load_lexicon()
    if word == "to" and last in _AHEAD_OF_TO:
        return "f"
    cue = lexicon.cues.get(word) or ("p" if plain and _is_past_form(word) else " ")
    if cue == "p" and last in _PASSIVE:
        return " "
    return "p" if cue == "f" and last == "been" else cue


def _is_past_form(word: str) -> bool:
    return len(word) > 4 and word.endswith("ed") and word not in load_lexicon().not_past


def _ends_sentence(text: str, start: int) -> bool:
    if text[start] in "?!":
        return True
    if text[start] != ".":
        return False
    # A capital letter within three characters before the point: an abbreviation (Mr., U.S., Gen., Feb.).
    before = text[max(0, start - 4) : start]
    return before[-1:].isalnum() is False or not any(c.isupper() for c in before[-3:])


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
        return ("money" if before in _MONEY else "number"), exact.replace(",", "")
    if before in _MONEY or before.isalnum() or len(exact) > 9:
        return "money", exact[:9]
    if len(exact) == 4:
        glued = text[end : end + 1].isalnum()
        part = (
            before in _JOINTS
            and text[start - 2 : start - 1].isdigit()
            and not _YEAR_BEFORE.search(text[max(0, start - 6) : start])
        )
        if "1000" <= exact <= "2199" and not glued:
            return ("money" if part else "y4"), int(exact)
        return ("hhmm" if exact < "2400" and exact[2:] < "60" else "n"), int(exact)
    number = int(exact)
    if len(exact) > 2 or number > 59:
        return "n", number
    for shape, top in (("n12", 12), ("n24", 24), ("n31", 31)):
        if 0 < number <= top:
            return shape, number
    return "n59", number
