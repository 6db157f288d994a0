"""Values of words that point to no date: now, recently, the past, the future."""

from sayso.read.timex.scene import Phrase, Scene


def fixed(phrase: Phrase, scene: Scene) -> str | None:
    """The value that the word list gives."""
    if phrase.before() == "as" or (phrase.word("v") == "soon" and phrase.after() in ("after", "as")):
        return None  # as soon as
    return str(phrase.value("v"))


def frequency(phrase: Phrase, scene: Scene) -> str | None:
    """Daily, annually: a set, with the value that the word list gives."""
    return str(phrase.value("v"))


def current(phrase: Phrase, scene: Scene) -> str | None:
    """The adjective current."""
    return "PRESENT_REF" if phrase.word("v") == "current" else None


def recent(phrase: Phrase, scene: Scene) -> str | None:
    """Recent weeks, coming months, past years."""
    words = [phrase.tokens.word(i) for i in range(phrase.match.start, phrase.match.end)]
    if words[0] in ("future", "coming", "upcoming"):
        return "FUTURE_REF"
    # TimeBank marks recent weeks and months as lengths, recent years as the past.
    return (
        f"PX{phrase.value('u')}" if phrase.value("u") in ("D", "W", "M") and len(words) == 2 else "PAST_REF"
    )


def past(phrase: Phrase, scene: Scene) -> str | None:
    """The past, as a noun."""
    return "PAST_REF" if phrase.before() == "in" else None


def future(phrase: Phrase, scene: Scene) -> str | None:
    """The future, the near term."""
    return "FUTURE_REF"


def present_days(phrase: Phrase, scene: Scene) -> str | None:
    """These days."""
    return (
        "PRESENT_REF"
        if phrase.tokens.word(phrase.match.end - 1) == "days" and phrase.holds("these")
        else None
    )
