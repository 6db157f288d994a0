"""What a phrase's value can depend on: its words, the report's date, what was said before, the tense around it."""

from dataclasses import dataclass, field

from sayso.read.timex.anchor import Anchor
from sayso.read.timex.grammar import Match
from sayso.read.timex.lexer import Tokens
from sayso.read.timex.lexicon import Value, load_lexicon

_REACH_LEFT = 14
_REACH_RIGHT = 8
_SENTENCE = 80  # tokens


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

    def word(self, name: str) -> str:
        """The (first) word kept under the name, in small letters."""
        return self.tokens.word(self.match.kept[name][0])

    def before(self, distance: int = 1) -> str:
        """The word before the phrase."""
        return self.tokens.word(self.match.start - distance)

    def after(self, distance: int = 1) -> str:
        """The word after the phrase."""
        return self.tokens.word(self.match.end + distance - 1)

    def holds(self, name: str) -> bool:
        """Whether a token of the lexical class stands in the phrase."""
        return load_lexicon().codes[name] in self.tokens.codes[self.match.start : self.match.end]


@dataclass(slots=True)
class Scene:
    """The report's date and what its text has spoken of so far."""

    tokens: Tokens
    anchor: Anchor
    period: str | None = None  # the quarter, year or month last spoken of
    day: str | None = None  # the day last spoken of, as a full value
    day_token: int = field(default=-1)  # where it stood

    def note(self, value: str, start: int) -> None:
        """Remember what ``value``, at token ``start``, speaks of."""
        if value[:4].isdigit():
            if value[4:6] == "-Q" or len(value) == 4 or (len(value) == 7 and value[5:].isdigit()):
                self.period = value
            elif value[5:7].isdigit() and value[8:10].isdigit():
                self.day, self.day_token = value[:10], start

    def tense(self, match: Match) -> str:
        """Whether the verbs around say that a date lies ahead ("f") or behind ("p"); " " where nothing tells."""
        cues = self.tokens.cues
        for i in range(match.start - 1, max(-1, match.start - 1 - _REACH_LEFT), -1):
            if cues[i] == ".":
                break
            if cues[i] != " ":
                return cues[i]
        for i in range(match.end, min(len(cues), match.end + _REACH_RIGHT)):
            if cues[i] == ".":
                break
            if cues[i] != " ":
                return cues[i]
        return " "

    def day_in_sentence(self, start: int) -> str | None:
        """The day last spoken of, if no sentence ended since."""
        if self.day is None or start - self.day_token > _SENTENCE or "." in self.tokens.cues[self.day_token : start]:
            return None
        return self.day
