"""Values of days: calendar days, weekdays, yesterday, parts of days."""

from datetime import date

from sayso.read.timex import calendar
from sayso.read.timex.lexicon import is_among, load_lexicon
from sayso.read.timex.scene import Phrase, Scene

_OPEN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX"}


def iso_date(phrase: Phrase, scene: Scene) -> str | None:
    """2024-01-16, with or without the time."""
    exact = phrase.exact("v")
    if calendar.make_date(int(exact[:4]), int(exact[5:7]), int(exact[8:10])) is None:
        return None
    return exact[:10] + ("T" + exact[11:16] if len(exact) > 10 else "")


def slash_date(phrase: Phrase, scene: Scene) -> str | None:
    """01/18/2024, 18/01/2024, 18.1.2024, 2024/1/18; what could be read both ways keeps only its year."""
    exact = phrase.exact("v")
    separator = next(c for c in exact if not c.isdigit())
    a, b, c = (int(part) for part in exact.split(separator))
    if a > 999:
        day = calendar.make_date(a, b, c)
        return day.isoformat() if day else None
    year = c if c > 99 else (2000 + c if c < 50 else 1900 + c)
    orders = {calendar.make_date(year, b, a)}
    if separator != ".":  # with points it is day, month, year everywhere
        orders.add(calendar.make_date(year, a, b))
    days = [day for day in orders if day]
    if not days:
        return None
    return days[0].isoformat() if len(days) == 1 else f"{year:04}-XX-XX"


def calendar_day(phrase: Phrase, scene: Scene) -> str | None:
    """January 18, 2024; 18 January; Tuesday, Jan. 16; without a year, the nearest to the report's date."""
    month, day = phrase.integer("m"), phrase.integer("d")
    if phrase.has("y"):
        whole = calendar.make_date(phrase.integer("y"), month, day)
        return with_part(whole.isoformat() if whole else None, phrase)
    if (month, day) == (9, 11) and is_among(phrase.after(), "attacks"):
        return "2001-09-11"
    tense = {-1: "p", 1: "f"}.get(phrase.way()) or scene.tense(phrase.match)
    return with_part(nearest_day(month, day, scene, tense), phrase)


def nearest_day(month: int, day: int, scene: Scene, tense: str) -> str | None:
    """The month's day in the year that brings it nearest to the report's date; open without one."""
    if calendar.make_date(2000, month, day) is None:
        return None
    anchor = scene.anchor.date
    if anchor is None:
        return f"XXXX-{month:02}-{day:02}"
    found = [calendar.make_date(anchor.year + k, month, day) for k in (-1, 0, 1)]
    days = [each for each in found if each]
    if not days:  # February 29, far from a leap year
        return f"XXXX-{month:02}-{day:02}"
    return min(days, key=lambda each: far(each, anchor, tense)).isoformat()


def far(day: date, anchor: date, tense: str) -> float:
    """The distance to the report's date; one against the tense counts as farther, one ahead a little."""
    days = (day - anchor).days
    if days > 0:
        return days * (4 if tense == "p" else 1.2)
    return -days * (3 if tense == "f" else 1)


def day_after(phrase: Phrase, scene: Scene) -> str | None:
    """The 25 of "April 24 and 25": a number behind a day of a month, where no counted thing follows."""
    after, joint = phrase.after(), phrase.before()
    if scene.day is None or not 2 <= phrase.match.start - scene.day_token <= 5:
        return None
    if joint not in ("and", "or", "to", "-", "–") or after in ("%", "-", ":", "/", "percent"):
        return None
    verb = scene.tokens.cues[phrase.match.end : phrase.match.end + 1] == "p" and not phrase.precedes(
        "counted"
    )
    if after[:1].isalnum() and not verb and not is_among(after, "goes_on"):
        return None
    named = date.fromisoformat(scene.day)
    if phrase.before(2).rstrip("sthnrd") != str(named.day) or phrase.integer("v") <= named.day:
        return None
    day = calendar.make_date(named.year, named.month, phrase.integer("v"))
    return day.isoformat() if day else None


def weekday(phrase: Phrase, scene: Scene) -> str | None:
    """Tuesday, last Tuesday, Tuesday night: behind unless the tense or the words say ahead."""
    wanted = phrase.integer("w")
    base = scene.anchor.date
    if phrase.word("r") in ("following", "previous", "preceding", "prior") and scene.day:
        base = date.fromisoformat(scene.day)
    if base is None:
        return with_part(f"XXXX-WXX-{wanted}", phrase)
    day = _next_in_row(wanted, phrase, scene) or calendar.shift_days(
        base, _days_to(wanted, base, phrase, scene)
    )
    return with_part(day.isoformat() if day else None, phrase)


def _next_in_row(wanted: int, phrase: Phrase, scene: Scene) -> date | None:
    """The Friday of "Monday to Friday" or "Monday and Friday": the first after the weekday named before."""
    joint, lead = phrase.before(), phrase.match.start - scene.day_token
    if scene.day is None or not 2 <= lead <= 3 or not is_among(joint, "joins_days"):
        return None
    if load_lexicon().codes["weekday"] != scene.tokens.codes[scene.day_token]:
        return None
    named = date.fromisoformat(scene.day)
    day = calendar.shift_days(named, (wanted - named.isoweekday()) % 7 or 7)
    told = is_among(joint, "joins_facts") and scene.tense(phrase.match) == "p"
    return None if told and day and scene.anchor.date and day > scene.anchor.date else day


def _days_to(wanted: int, base: date, phrase: Phrase, scene: Scene) -> int:
    """How many days from the base to the weekday that is meant."""
    gap = (wanted - base.isoweekday()) % 7
    way = phrase.way()
    if way > 0:
        return gap or 7
    if way < 0:
        return gap - 7
    # "Tuesday's talks" are talked of because they were held.
    possessive = phrase.after() in ("'s", "’s")
    if not gap or (scene.tense(phrase.match) == "f" and not possessive):
        return gap
    this = phrase.word("r") == "this" and scene.tense(phrase.match) != "p"
    return gap if this else gap - 7


def weekdays(phrase: Phrase, scene: Scene) -> str | None:
    """Mondays, every Friday, Tuesday nights: a set."""
    return with_part(f"XXXX-WXX-{phrase.integer('w')}", phrase)


def deictic(phrase: Phrase, scene: Scene) -> str | None:
    """Today, yesterday morning, the day after tomorrow."""
    count = phrase.integer("d")
    if phrase.has("g"):
        if phrase.word("g") != "day" or not count:
            return None
        count *= 2
    return with_part(scene.anchor.day_value(count), phrase)


def daypart(phrase: Phrase, scene: Scene) -> str | None:
    """Tonight, overnight, last night, the next morning, mid-afternoon, "this morning"."""
    part, relation = phrase.value("p"), phrase.word("r")
    if relation == "this" and phrase.is_programme():
        return None
    if phrase.word("p") == "overnight" or relation == "last":
        return f"{scene.anchor.day_value(-1)}T{part}"
    if relation == "this" or phrase.word("p") == "tonight":
        return f"{scene.anchor.day_value(0)}T{part}"
    if not relation:
        return f"{scene.day_in_sentence(phrase.match.start) or scene.anchor.day_value(0)}T{part}"
    base = date.fromisoformat(scene.day) if scene.day else None
    count = phrase.integer("r") if relation in ("before", "after") else phrase.way()
    day = calendar.shift_days(base, count) if base else None
    return f"{day or _OPEN['D']}T{part}"


def focus_day(phrase: Phrase, scene: Scene) -> str | None:
    """That day, the same year, the following month: counted from what was last named, else open (but for years)."""
    unit = str(scene.tokens.values[phrase.match.end - 1])
    if unit not in _OPEN:
        return None
    spoken, count = scene.day if unit in "DW" else scene.last, phrase.way()
    if spoken is None:
        return scene.anchor.year_value(-1) if unit == "Y" and count < 0 else _OPEN[unit]
    year, month = int(spoken[:4]), int(spoken[5:7] or 0)
    if unit == "Y":
        return calendar.year_value(year + count)
    if unit == "M":
        return calendar.month_value(*calendar.shift_month(year, month, count)) if month else _OPEN[unit]
    day = calendar.shift_days(date.fromisoformat(spoken), count * (7 if unit == "W" else 1))
    if day is None:
        return None
    return calendar.week_value(day) if unit == "W" else day.isoformat()


def with_part(value: str | None, phrase: Phrase) -> str | None:
    """The value with the part of the day, where the phrase names one."""
    return f"{value}T{phrase.value('p')}" if value and phrase.has("p") else value
