"""Values of words that point to no date (now, recently, the future), and of those whose value is listed."""

from sayso.read.timex.lexicon import is_among
from sayso.read.timex.scene import Phrase, Scene


def fixed(phrase: Phrase, scene: Scene) -> str | None:
    """The value that the word list gives; none for "as soon as", for "soon" of what is over, and for "Now, ..."."""
    word = phrase.word("v")
    if phrase.before() == "as" or (
        word == "soon" and (phrase.after() in ("after", "as") or _is_told(phrase))
    ):
        return None
    if word == "now" and phrase.exact("v") != word and phrase.after() == ",":
        return None  # it only turns to another point
    return str(phrase.value("v"))


def _is_told(phrase: Phrase) -> bool:
    """Whether a verb beside the phrase is a past one: "soon became", "was soon freed"."""
    cues, match = phrase.tokens.cues, phrase.match
    return "p" in (cues[match.start - 1 : match.start], cues[match.end : match.end + 1])


def frequency(phrase: Phrase, scene: Scene) -> str | None:
    """Daily, annually: a set, with the value that the word list gives; not the newspaper called Daily."""
    if phrase.exact("v")[0].isupper() and phrase.beside_name():
        return None
    return str(phrase.value("v"))


def current(phrase: Phrase, scene: Scene) -> str | None:
    """The adjective current."""
    return "PRESENT_REF" if phrase.word("v") == "current" else None


def nearby(phrase: Phrase, scene: Scene) -> str | None:
    """Recent weeks, coming months, past years; TimeBank has recent weeks as a length, years as the past."""
    words = phrase.words()
    if words[0] == "future" or is_among(words[0], "ahead"):
        return "FUTURE_REF"
    unit = phrase.value("u")
    return f"PX{unit}" if unit in ("D", "W", "M") and len(words) == 2 else "PAST_REF"


def past(phrase: Phrase, scene: Scene) -> str | None:
    """The past, as a noun."""
    before = phrase.before()
    if phrase.precedes("cardinal"):
        return None  # in the past nine elections
    return "PAST_REF" if before == "in" or (before == "of" and not phrase.after()[:1].isalnum()) else None


def vague_past(phrase: Phrase, scene: Scene) -> str | None:
    """Long ago, some time ago."""
    return "PAST_REF"


def future(phrase: Phrase, scene: Scene) -> str | None:
    """The future, the near term."""
    return "FUTURE_REF"


def present_days(phrase: Phrase, scene: Scene) -> str | None:
    """These days."""
    return "PRESENT_REF" if phrase.words() == ["these", "days"] else None
