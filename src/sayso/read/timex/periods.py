"""Values of months, years, decades, centuries, seasons, quarters, weeks and weekends."""

from sayso.read.timex import calendar
from sayso.read.timex.lexicon import load_lexicon
from sayso.read.timex.numbers import read_number, read_spelled_year
from sayso.read.timex.scene import Phrase, Scene

# Before these, March and May are months, and Sept. and 1998 need no other proof.
_LEADS = frozenset(
    "in since until till by of last this next early late mid through from to and or before after during for between".split()
)
_SURE_LEADS = frozenset("in since until till by last this next early late mid through during".split())
_QUOTES = frozenset(('"', "“", "”", "'", "‘", "’", ","))
_YEARS_IN = {"E": 10, "C": 100, "L": 1000}
_MONTHS_OF_SEASON = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}


def month(phrase: Phrase, scene: Scene) -> str | None:
    """March 2024, last March, mid-March, in March."""
    number = phrase.integer("m")
    if phrase.has("y"):
        return calendar.month_value(phrase.integer("y"), number)
    if phrase.has("q"):
        year = scene.anchor.year_value(phrase.integer("q"))
        return f"{year}-{number:02}"
    if not phrase.has("r") and not _is_month(phrase):
        return None
    relation = phrase.word("r") if phrase.has("r") else ""
    tense = scene.tense(phrase.match)
    if relation in ("last", "past", "previous"):
        return _month_toward(number, scene, -1)
    if relation in ("next", "coming", "following") or phrase.has("c"):
        return _month_toward(number, scene, 1)
    if relation == "this":
        return f"{scene.anchor.year_value(0)}-{number:02}"
    return _nearest_month(number, scene, tense)


def _is_month(phrase: Phrase) -> bool:
    """Whether a bare month's name is one, and not a verb (March), a modal (May) or a person (April Jones)."""
    start, end = phrase.match.kept["m"]
    if phrase.match.start != start:
        return True  # early, mid-, the end of
    lead = phrase.before()
    exact = phrase.tokens.text[phrase.tokens.starts[start] : phrase.tokens.ends[start]]
    if exact.lower() in ("may", "march"):
        return lead in _LEADS and not (exact == "MAY" and lead in ("this", "that", "it", "and", "or"))
    if phrase.holds("month_short"):
        return lead in _SURE_LEADS or phrase.after() == "."
    return True


def _month_toward(number: int, scene: Scene, way: int) -> str:
    """The nearest such month strictly before (-1) or after (1) the report's."""
    anchor = scene.anchor
    if anchor.year is None or anchor.month is None:
        return f"XXXX-{number:02}"
    gap = (number - anchor.month) % 12
    count = (gap or 12) if way > 0 else gap - 12
    return anchor.month_value(count)


def _nearest_month(number: int, scene: Scene, tense: str) -> str:
    anchor = scene.anchor
    if anchor.year is None or anchor.month is None:
        return f"XXXX-{number:02}"
    ahead = (number - anchor.month) % 12
    against = {"p": 5.0, "f": 0.2}.get(tense, 1.5)
    return anchor.month_value(ahead if ahead * against < 12 - ahead or not ahead else ahead - 12)


def year(phrase: Phrase, scene: Scene) -> str | None:
    """2021, late 2021, the end of 1990: four digits, where the words around make them a year."""
    number = phrase.integer("y")
    if phrase.match.end - phrase.match.start == 1 and not _is_year(number, phrase):
        return None
    return calendar.year_value(number)


def _is_year(number: int, phrase: Phrase) -> bool:
    lead = phrase.before()
    if lead in _LEADS or lead in (
        "the",
        "fiscal",
        "summer",
        "winter",
        "autumn",
        "spring",
        "fall",
        "around",
        "circa",
    ):
        return True
    return 1900 <= number <= 2099 and lead not in load_lexicon().not_before_year


def fiscal_year(phrase: Phrase, scene: Scene) -> str | None:
    """Fiscal 1989, fiscal year 2024, FY2019, FY24."""
    if phrase.has("y"):
        return calendar.year_value(phrase.integer("y"))
    digits = str(phrase.value("v"))[2:].strip()
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
    """The 1990s, the '90s, the nineties."""
    value = phrase.value("v")
    if isinstance(value, int):
        return f"19{value}"
    digits = "".join(c for c in value if c.isdigit())
    if len(digits) == 4:
        return digits[:3]
    if phrase.match.end - phrase.match.start == 1 and value[0].isdigit():
        return None  # a bare 90s: a temperature, an age
    return f"19{digits[0]}"


def century(phrase: Phrase, scene: Scene) -> str | None:
    """The 20th century: ``19``."""
    number = phrase.integer("o")
    return f"{number - 1:02}" if 1 <= number <= 22 else None


def season(phrase: Phrase, scene: Scene) -> str | None:
    """Last fall, the summer of 2021, this spring."""
    name = str(phrase.value("s"))
    if phrase.has("y"):
        return f"{phrase.integer('y'):04}-{name}"
    anchor = scene.anchor
    if anchor.year is None or anchor.month is None:
        return f"XXXX-{name}"
    start, end = _MONTHS_OF_SEASON[name]
    relation = phrase.word("r") if phrase.has("r") else ""
    year = anchor.year
    if relation == "last" or relation == "past" or phrase.tokens.word(phrase.match.start + 1) == "past":
        year -= 1 if anchor.month <= end else 0
    elif relation in ("next", "coming", "following") or phrase.has("c"):
        year += 1 if anchor.month >= start else 0
    elif relation != "this" and scene.tense(phrase.match) == "p":
        year -= 1 if anchor.month < start else 0
    return f"{year:04}-{name}"


def quarter(phrase: Phrase, scene: Scene) -> str | None:
    """Third-quarter, the fourth quarter of 2021, Q3 2023, next year's first quarter."""
    number = phrase.integer("o")
    if not 1 <= number <= 4:
        return None
    if phrase.has("y"):
        return calendar.quarter_value(phrase.integer("y"), number)
    anchor = scene.anchor
    if phrase.has("r"):
        return f"{anchor.year_value(phrase.integer('r'))}-Q{number}"
    if phrase.holds("ago") or phrase.holds("earlier"):
        return f"{anchor.year_value(-1)}-Q{number}"
    if anchor.year is None or anchor.month is None:
        return f"XXXX-Q{number}"
    now = (anchor.month - 1) // 3 + 1
    year = anchor.year
    if scene.tense(phrase.match) == "f":
        year += number < now - 1
    else:
        year -= number > now
    return calendar.quarter_value(year, number)


def this_period(phrase: Phrase, scene: Scene) -> str | None:
    """The quarter, the latest period: the one reported on, else the last full one; this quarter: the report's own."""
    if phrase.holds("this") or phrase.tokens.word(phrase.match.start + 1) == "current":
        return scene.anchor.quarter_value(0)
    if scene.quarter and "-Q" in scene.quarter:
        return scene.quarter
    return scene.anchor.quarter_value(-1)


def earlier_period(phrase: Phrase, scene: Scene) -> str | None:
    """The year-earlier quarter, year-ago, the previous period: counted from the period reported on."""
    words = [phrase.tokens.word(i) for i in range(phrase.match.start, phrase.match.end)]
    return year_before(scene) if "year" in words else None


def year_before(scene: Scene) -> str:
    """A year before the quarter reported on; else the year before the report's."""
    if scene.quarter is None or not scene.quarter[:4].isdigit():
        return scene.anchor.year_value(-1)
    return (calendar.year_value(int(scene.quarter[:4]) - 1) or "XXXX") + scene.quarter[4:]


def year_period(phrase: Phrase, scene: Scene) -> str | None:
    """The 1988 quarter, the 1988 period: the same part of the year as the period reported on."""
    tail = scene.quarter[4:] if scene.quarter else ""
    return f"{phrase.integer('y'):04}{tail}"


def half_year(phrase: Phrase, scene: Scene) -> str | None:
    """The second half of 1989, the first half."""
    number = phrase.integer("o") if phrase.has("o") else 2
    if number > 2:
        return None
    if phrase.has("y"):
        return f"{phrase.integer('y'):04}-H{number}"
    count = phrase.integer("r") if phrase.has("r") else 0
    return f"{scene.anchor.year_value(count)}-H{number}"


def relative_unit(phrase: Phrase, scene: Scene) -> str | None:
    """This week, last year, the coming month, the end of the decade."""
    count = phrase.integer("r") if phrase.has("r") else 0
    if (
        phrase.before() in _QUOTES
        and phrase.tokens.word(phrase.match.end - 1) == "week"
        and phrase.after() in _QUOTES
    ):
        return None  # the name of a programme
    if phrase.has("e"):
        return _end_of(phrase, scene)
    if phrase.has("c"):
        count = 1
    if phrase.value("u") == "D":
        return None  # the next day is counted from what was named, not from the report
    return count_units(str(phrase.value("u")), count, scene)


def _end_of(phrase: Phrase, scene: Scene) -> str | None:
    """Year-end, year's end."""
    words = [phrase.tokens.word(i) for i in range(phrase.match.start, phrase.match.end)]
    if words[-1] != "end" or "year" not in words:
        return None
    return f"{scene.anchor.year_value(0)}-12-31"


def count_units(unit: str, count: int, scene: Scene) -> str | None:
    """The day, week, month, quarter, year, decade or century that many steps from the report's; None for the rest."""
    anchor = scene.anchor
    steps = {"D": anchor.day_value, "W": anchor.week_value, "M": anchor.month_value, "Q": anchor.quarter_value,
             "Y": anchor.year_value, "E": anchor.decade_value, "C": anchor.century_value}  # fmt: skip
    if unit == "F":
        return anchor.week_value(2 * count)
    return steps[unit](count) if unit in steps else None


def whole_year(phrase: Phrase, scene: Scene) -> str | None:
    """The year, the full year, the week: the report's own; a duration where its end is told (the year ended May 31)."""
    unit = str(phrase.value("u"))
    if phrase.after() in ("ended", "ending"):
        return f"P1{unit}"
    if unit == "Y":
        return scene.anchor.year_value(0)
    return f"{scene.anchor.year_value(0)}-WXX" if unit == "W" else None


def weekend(phrase: Phrase, scene: Scene) -> str | None:
    """The weekend, last weekend, next weekend: behind unless the tense or the words say ahead."""
    anchor = scene.anchor.date
    if anchor is None:
        return "XXXX-WXX-WE"
    relation = phrase.word("r") if phrase.has("r") else ""
    in_weekend = anchor.isoweekday() >= 6
    if relation in ("next", "coming", "following", "this") or phrase.has("c"):
        count = 1 if in_weekend and relation != "this" else 0
    elif not relation and (scene.tense(phrase.match) == "f" or in_weekend):
        count = 0
    else:
        count = -1
    return f"{scene.anchor.week_value(count)}-WE"


def distance(phrase: Phrase, scene: Scene) -> str | None:
    """Two days ago, a year earlier, several years ago, in two weeks from now."""
    unit = str(phrase.value("u"))
    number = read_number(phrase, "n") if phrase.has("n") else float("inf")
    if unit.startswith("T") or number is None:
        return "PAST_REF" if phrase.has("g") else "FUTURE_REF"
    if number == float("inf") or number > 100_000:
        return "PAST_REF" if phrase.has("g") else "FUTURE_REF"
    if unit == "Y" and number == 1 and phrase.has("g"):
        return year_before(scene)
    if unit in _YEARS_IN:
        unit, number = "Y", number * _YEARS_IN[unit]
    return count_units(unit, round(number) * (-1 if phrase.has("g") else 1), scene)
