"""Values of months, years, decades, centuries and seasons."""

from sayso.read.timex import calendar
from sayso.read.timex.lexicon import is_among, load_lexicon
from sayso.read.timex.numbers import read_spelled_year
from sayso.read.timex.scene import Phrase, Scene

# The first and last month of a season; a winter runs on into the next year.
_MONTHS_OF_SEASON = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
# How much farther a coming month counts than a past one, by the tense around.
_WEIGHT_AHEAD = {"p": 5.0, "f": 0.08, " ": 1.5}


def month(phrase: Phrase, scene: Scene) -> str | None:
    """March 2024, last March, mid-March, in March, March of this year."""
    number, anchor = phrase.integer("m"), scene.anchor
    if phrase.has("y"):
        return calendar.month_value(phrase.integer("y"), number)
    if phrase.has("q"):
        return f"{anchor.year_value(phrase.integer('q'))}-{number:02}"
    if not phrase.has("r") and not _is_month(phrase):
        return None
    if anchor.year is None or anchor.month is None:
        return f"XXXX-{number:02}"
    ahead = (number - anchor.month) % 12
    if phrase.way():
        return anchor.month_value((ahead or 12) if phrase.way() > 0 else ahead - 12)
    if phrase.word("r") == "this":
        return f"{anchor.year:04}-{number:02}"
    if is_among(phrase.after(), "delivered"):
        return anchor.month_value(ahead)
    near = not ahead or ahead * _WEIGHT_AHEAD[scene.tense(phrase.match)] < 12 - ahead
    return anchor.month_value(ahead if near else ahead - 12)


def _is_month(phrase: Phrase) -> bool:
    """Whether a bare month's name is one, and not a verb (March), a modal (May) or a person's name (Jan)."""
    if phrase.match.start != phrase.match.kept["m"][0]:
        return True  # early, mid-, the end of
    code, lead = phrase.tokens.codes[phrase.match.start], phrase.before()
    if code == load_lexicon().codes["month_or_verb"]:
        return is_among(lead, "before_date")
    if code == load_lexicon().codes["month_short"]:
        return is_among(lead, "before_short_month") or phrase.words()[-1] == "."
    return True


def year(phrase: Phrase, scene: Scene) -> str | None:
    """2021, late 2021, the end of 1990: four digits, where the words around make them a year."""
    number = phrase.integer("y")
    alone = phrase.match.end - phrase.match.start == 1
    lead = phrase.before()
    proven = not alone or is_among(lead, "before_date") or is_among(lead, "before_year")
    if not proven and (not 1900 <= number <= 2099 or is_among(lead, "numbered")):
        return None
    return calendar.year_value(number)


def fiscal_year(phrase: Phrase, scene: Scene) -> str | None:
    """Fiscal 1989, fiscal year 2024, FY2019, FY24."""
    if phrase.has("y"):
        return calendar.year_value(phrase.integer("y"))
    digits = phrase.exact("v")[2:].strip()
    return digits if len(digits) == 4 else ("20" if int(digits) < 50 else "19") + digits


def spelled_year(phrase: Phrase, scene: Scene) -> str | None:
    """Nineteen ninety-six, the year two thousand, January nineteen ninety-seven."""
    number = read_spelled_year(phrase, "n")
    if number is None:
        return None
    if phrase.has("m"):
        return calendar.month_value(number, phrase.integer("m"))
    return f"{number}-{phrase.value('s')}" if phrase.has("s") else calendar.year_value(number)


def decade(phrase: Phrase, scene: Scene) -> str | None:
    """The 1990s, the '90s, the nineties: ``199``."""
    value = phrase.value("v")
    if isinstance(value, int):
        return f"19{value}"
    digits = "".join(c for c in str(value) if c.isdigit())
    if len(digits) == 4:
        if digits[2] == "0" and digits[0] == "1":
            return digits[:2]  # the 1800s are a century; the 2000s mostly their first decade
        return digits[:3] if digits[0] in "12" else None
    if phrase.match.end - phrase.match.start == 1 and str(value)[0].isdigit():
        return None  # a bare 90s: a temperature, an age
    return f"19{digits[0]}"


def century(phrase: Phrase, scene: Scene) -> str | None:
    """The 20th century: ``19``."""
    number = phrase.integer("o")
    return f"{number - 1:02}" if 1 <= number <= 22 else None


def every_season(phrase: Phrase, scene: Scene) -> str | None:
    """Every summer: a set."""
    return f"XXXX-{phrase.value('s')}"


def season(phrase: Phrase, scene: Scene) -> str | None:
    """Last fall, the summer of 2021, this spring."""
    name = str(phrase.value("s"))
    if phrase.has("y"):
        return f"{phrase.exact('y')[:4]}-{name}"
    anchor = scene.anchor
    if anchor.year is None or anchor.month is None:
        return f"XXXX-{name}"
    start, end = _MONTHS_OF_SEASON[name]
    count, way = 0, -1 if "past" in phrase.words() else phrase.way()
    if way < 0:
        count = -1 if anchor.month <= end else 0
    elif way > 0:
        count = 1 if anchor.month >= start else 0
    elif phrase.word("r") != "this" and scene.tense(phrase.match) == "p":
        count = -1 if anchor.month < start else 0
    return f"{anchor.year_value(count)}-{name}"
