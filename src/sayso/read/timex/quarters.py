"""Values of quarters and half years, as companies report on them."""

from sayso.read.timex import calendar
from sayso.read.timex.scene import Phrase, Scene


def quarter(phrase: Phrase, scene: Scene) -> str | None:
    """Third-quarter, the fourth quarter of 2021, Q3 2023, next year's first quarter."""
    number, anchor = phrase.integer("o"), scene.anchor
    if not 1 <= number <= 4:
        return None
    if phrase.has("y"):
        return calendar.quarter_value(phrase.integer("y"), number)
    if phrase.has("r"):
        return f"{anchor.year_value(phrase.integer('r'))}-Q{number}"
    if phrase.holds("ago") or phrase.holds("earlier"):
        return f"{anchor.year_value(-1)}-Q{number}"
    if anchor.year is None or anchor.month is None:
        return f"XXXX-Q{number}"
    now = (anchor.month - 1) // 3 + 1
    if scene.tense(phrase.match) == "f":
        return calendar.quarter_value(anchor.year + (number < now - 1), number)
    # In August the fourth quarter is the one to come, in February the one gone by.
    return calendar.quarter_value(anchor.year - (number > now + 1), number)


def this_period(phrase: Phrase, scene: Scene) -> str | None:
    """The quarter, the latest period: the one reported on, else the last full one; "this quarter"."""
    words = phrase.words()
    if "this" in words or "current" in words:
        return scene.anchor.quarter_value(0)
    if scene.quarter and "-Q" in scene.quarter:
        return scene.quarter
    return scene.anchor.quarter_value(-1)


def earlier_period(phrase: Phrase, scene: Scene) -> str | None:
    """The year-earlier quarter, year-ago: counted from the period reported on."""
    return year_before(scene) if "year" in phrase.words() else None


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
    """The second half of 1989, the first half of this year."""
    number = phrase.integer("o") if phrase.has("o") else 2
    if number > 2:
        return None
    if phrase.has("y"):
        return f"{phrase.integer('y'):04}-H{number}"
    count = phrase.integer("r") if phrase.has("r") else 0
    return f"{scene.anchor.year_value(count)}-H{number}"
