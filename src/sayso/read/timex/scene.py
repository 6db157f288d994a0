"""What a value can depend on: the words, the report's date, what was named before, the tense around."""

import re
from dataclasses import dataclass

from sayso.read.timex.anchor import Anchor
from sayso.read.timex.grammar import Match
from sayso.read.timex.lexer import Tokens
from sayso.read.timex.lexicon import Value, is_among, load_lexicon

# In tokens: how far a verb's tense reaches, and how long a sentence is at most.
_REACH_LEFT = 14
_REACH_RIGHT = 8
_REACH_OPENING = 16  # behind a date that opens its sentence: the subject stands between
_SENTENCE = 80
_TERM = 7  # how far before "until" a term is granted
_CUE = re.compile(r"[fp.]")


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words of one match."""

    tokens: Tokens
    match: Match

    def has(self, name: str) -> bool:
        """Whether something was kept under the name."""
        return name in self.match.kept

    def value(self, name: str) -> Value:
        """The value of the (first) token kept under the name."""
        return self.tokens.values[self.match.kept[name][0]]

    def integer(self, name: str) -> int:
        """The same as a whole number."""
        return int(self.value(name))

    def exact(self, name: str) -> str:
        """The (first) token kept under the name, as written."""
        return self.tokens.exact(self.match.kept[name][0])

    def word(self, name: str) -> str:
        """The same in small letters; empty where nothing was kept."""
        return self.exact(name).lower() if self.has(name) else ""

    def words(self) -> list[str]:
        """All its tokens, in small letters."""
        return [self.tokens.word(i) for i in range(self.match.start, self.match.end)]

    def before(self, distance: int = 1) -> str:
        """The token before the phrase, in small letters."""
        return self.tokens.word(self.match.start - distance)

    def after(self) -> str:
        """The token after the phrase, in small letters."""
        return self.tokens.word(self.match.end)

    def holds(self, name: str) -> bool:
        """Whether a token of the lexical class stands in the phrase."""
        return load_lexicon().codes[name] in self.tokens.codes[self.match.start : self.match.end]

    def precedes(self, name: str) -> bool:
        """Whether the token after the phrase is of the lexical class."""
        return self.tokens.codes[self.match.end : self.match.end + 1] == load_lexicon().codes[name]

    def beside_name(self) -> bool:
        """Whether a word with a capital stands right before or right after."""
        name, codes = load_lexicon().codes["name"], self.tokens.codes
        return codes[max(0, self.match.start - 1) : self.match.start] == name or self.precedes("name")

    def is_programme(self) -> bool:
        """Whether it is what a broadcaster calls a programme: CBS This Morning, "This Week"."""
        words = [self.tokens.exact(i) for i in range(self.match.start, self.match.end)]
        if not all(word[0].isupper() for word in words):
            return False
        before = self.tokens.exact(self.match.start - 1)
        closed = is_among(self.after(), "quote") or self.after() == "."
        quoted = is_among(before, "quote") and closed
        return quoted or (len(before) > 1 and before.isupper())

    def way(self) -> int:
        """Where the word kept under ``r`` points: -1 behind (last), 1 ahead (next), 0 neither (this)."""
        if self.has("c") or is_among(self.word("r"), "ahead"):
            return 1
        return -1 if is_among(self.word("r"), "behind") else 0


@dataclass(slots=True)
class Scene:
    """The report's date and what its text has named so far."""

    tokens: Tokens
    anchor: Anchor
    last: str | None = None  # the day, month or year last named
    quarter: str | None = None  # the quarter, or the year so far, that is reported on
    day: str | None = None  # the day last named
    day_token: int = -1  # where it stood

    def note(self, value: str, start: int) -> None:
        """Remember the day, month, year or quarter named at token ``start``."""
        if not value[:4].isdigit():
            return
        if "-Q" in value:
            self._note_quarter(value)
        elif len(value) == 4 or value[5:7].isdigit():
            self.last = value[:10]
            if value[8:10].isdigit():
                self.day, self.day_token = value[:10], start

    def _note_quarter(self, value: str) -> None:
        """A company reports on one quarter; one further ahead is a forecast, one before it a comparison."""
        ended = value <= self.anchor.quarter_value(-1)
        if self.quarter is None or "Q" not in self.quarter or (ended and value > self.quarter):
            self.quarter = value

    def note_months(self, number: float, unit: str) -> None:
        """The first nine months: what follows is compared with the year before, not with a quarter."""
        if unit == "M" and number in (6, 9):
            self.quarter = self.anchor.year_value(0)

    def tense(self, match: Match) -> str:
        """Whether the verbs around say that a date lies ahead ("f") or behind ("p"); " " where none tells."""
        cues = self.tokens.cues
        if self._is_granted(match.start) or self._is_asked(match.start):
            return "f"
        if cues[match.end : match.end + 1] == "p":
            return "p"
        left = cues[max(0, match.start - _REACH_LEFT) : match.start]
        opens = left[-2:].rstrip()[-1:] in ("", ".")
        right = cues[match.end : match.end + (_REACH_OPENING if opens else _REACH_RIGHT)]
        if self.tokens.word(match.start - 1) == "until" and "f" in left.rpartition(".")[2]:
            return "f"  # "are to stay closed until Friday"
        cue = _first_cue(left[::-1]) or _first_cue(right)
        if not cue and self.tokens.word(match.start - 1) in ("by", "until"):
            return "f"
        return cue or " "

    def _is_granted(self, start: int) -> bool:
        """Whether a term is set that ends at token ``start``: "gave them until Friday", "as soon as Friday"."""
        lead = self.tokens.word(start - 1)
        if lead == "as":
            return self.tokens.word(start - 3) == "as" and self.tokens.word(start - 2) in ("soon", "early")
        if lead != "until" or self.tokens.word(start - 2) == "not":
            return False
        return any(is_among(self.tokens.word(i), "grants") for i in range(start - 2, start - _TERM, -1))

    def _is_asked(self, start: int) -> bool:
        """Whether token ``start`` ends what somebody was to do: "urged them to keep it until the summer"."""
        if self.tokens.word(start - 1) not in ("until", "by"):
            return False
        least = max(0, start - _REACH_LEFT)
        asked = False
        for i in range(least, start - 1):
            asked = "." not in self.tokens.cues[i : i + 1] and (
                asked or is_among(self.tokens.word(i), "asks")
            )
            if asked and self.tokens.word(i) == "to":
                return True
        return False

    def day_in_sentence(self, start: int) -> str | None:
        """The day last named, if no sentence ended since."""
        if self.day is None or start - self.day_token > _SENTENCE:
            return None
        return None if "." in self.tokens.cues[self.day_token : start] else self.day


def _first_cue(cues: str) -> str:
    """The first cue before the sentence's end."""
    found = _CUE.search(cues)
    return found[0] if found and found[0] != "." else ""
