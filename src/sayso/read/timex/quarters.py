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


def previous_quarter(phrase: Phrase, scene: Scene) -> str | None:
    """The quarter before the one reported on, else before the last full one."""
    reported = scene.quarter if scene.quarter and "-Q" in scene.quarter else scene.anchor.quarter_value(-1)
    if not (reported[:4].isdigit() and reported[-1].isdigit()):
        return "XXXX-QX"
    return calendar.quarter_value(int(reported[:4]), int(reported[-1]) - 1)


def last_quarter(phrase: Phrase, scene: Scene) -> str | None:
    """The final quarter of 2021, last year's last quarter, the final quarter: the fourth."""
    if phrase.has("y"):
        return calendar.quarter_value(phrase.integer("y"), 4)
    if any(word in ("remaining", "initial", "opening") for word in phrase.words()):
        return None
    if phrase.has("r") or phrase.holds("unit"):
        return f"{scene.anchor.year_value(phrase.integer('r') if phrase.has('r') else 0)}-Q4"
    return f"{scene.anchor.year_value(-1)}-Q4"


def same_period(phrase: Phrase, scene: Scene) -> str | None:
    """The same quarter last year, the same month a year ago, the corresponding period of the previous year."""
    unit = str(phrase.value("u")) if phrase.has("u") else ""
    if phrase.words()[-1] not in ("year", "ago", "earlier", "before") or "year" not in phrase.words():
        return None
    of_month = (
        scene.quarter is None and len(scene.last or "") == len("2024-02") and not phrase.holds("quarter")
    )
    if unit == "M" or of_month:
        named = scene.last if scene.last and scene.last[5:7].isdigit() else scene.anchor.month_value(-1)
        return f"{int(named[:4]) - 1:04}{named[4:7]}" if named[:4].isdigit() else "XXXX-XX"
    return year_before(scene)


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
