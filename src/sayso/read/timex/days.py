"""Values of days: calendar days, weekdays, yesterday, parts of days."""

from datetime import date

from sayso.read.timex import calendar
from sayso.read.timex.scene import Phrase, Scene

_BACK = frozenset(("last", "past", "previous", "preceding", "prior"))
_AHEAD = frozenset(("next", "coming", "following", "upcoming"))
_OPEN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX"}
_OPEN_DAY = "XXXX-XX-XX"
# After "April 24 and 25" these words go on with the sentence; any other word may be what 25 counts.
_GO_ON = frozenset(
    "in at on for to with by and but as when after before the a an was were is are near".split()
)


def iso_date(phrase: Phrase, scene: Scene) -> str | None:
    """2024-01-16, with or without the time."""
    exact = str(phrase.value("v"))
    if calendar.make_date(int(exact[:4]), int(exact[5:7]), int(exact[8:10])) is None:
        return None
    return exact[:10] + ("T" + exact[11:16] if len(exact) > 10 else "")


def slash_date(phrase: Phrase, scene: Scene) -> str | None:
    """01/18/2024, 18/01/2024, 18.1.2024, 2024/1/18; what could be read both ways keeps only its year."""
    exact = str(phrase.value("v"))
    separator = next(c for c in exact if not c.isdigit())
    a, b, c = (int(part) for part in exact.split(separator))
    if a > 999:
        day = calendar.make_date(a, b, c)
        return day.isoformat() if day else None
    year = c if c > 99 else (2000 + c if c < 50 else 1900 + c)
    orders = {calendar.make_date(year, b, a)}
    if separator != ".":  # with points it is day, month, year everywhere
        orders.add(calendar.make_date(year, a, b))
    days = sorted(day for day in orders if day)
    if not days:
        return None
    return days[0].isoformat() if len(days) == 1 else f"{year:04}-XX-XX"


def calendar_day(phrase: Phrase, scene: Scene) -> str | None:
    """January 18, 2024; 18 January; Tuesday, Jan. 16; without a year, the nearest to the report's date."""
    month, day = phrase.integer("m"), phrase.integer("d")
    if phrase.has("y"):
        whole = calendar.make_date(phrase.integer("y"), month, day)
        value = whole.isoformat() if whole else None
    else:
        value = nearest_day(month, day, scene, scene.tense(phrase.match))
    return _with_part(value, phrase)


def nearest_day(month: int, day: int, scene: Scene, tense: str) -> str | None:
    """The month's day in the year that brings it nearest to the report's date; open without one."""
    if calendar.make_date(2000, month, day) is None:
        return None
    anchor = scene.anchor.date
    if anchor is None:
        return f"XXXX-{month:02}-{day:02}"
    candidates = [calendar.make_date(anchor.year + k, month, day) for k in (-1, 0, 1)]
    return min((c for c in candidates if c), key=lambda c: _far(c, anchor, tense)).isoformat()


def _far(day: date, anchor: date, tense: str) -> float:
    """The distance to the report's date; a date against the tense counts as farther, a coming one a little."""
    days = (day - anchor).days
    if days > 0:
        return days * (4 if tense == "p" else 1.2)
    return -days * (3 if tense == "f" else 1)


def day_after(phrase: Phrase, scene: Scene) -> str | None:
    """The 25 of "on April 24 and 25": a number behind a day of a month, where no counted thing follows."""
    start = phrase.match.start
    near = (
        scene.day is not None
        and 3 <= start - scene.day_token <= 5
        and phrase.before() in ("and", "or", "to", "-", "–")
    )
    if (
        not near
        or phrase.after()[:1].isalnum()
        and phrase.after() not in _GO_ON
        or phrase.after() in ("%", "-", ":", "/")
    ):
        return None
    if scene.tokens.word(start - 2) != str(int(str(scene.day)[8:])) and scene.tokens.word(start - 2)[
        :-2
    ] != str(int(str(scene.day)[8:])):
        return None
    day = calendar.make_date(int(str(scene.day)[:4]), int(str(scene.day)[5:7]), phrase.integer("v"))
    return day.isoformat() if day and day.isoformat() > str(scene.day) else None


def weekday(phrase: Phrase, scene: Scene) -> str | None:
    """Tuesday, last Tuesday, late Tuesday night: behind unless the tense or the words say ahead."""
    wanted = phrase.integer("w")
    relation = phrase.word("r") if phrase.has("r") else ""
    if phrase.has("c"):
        relation = "coming"
    value = _weekday_value(wanted, relation, phrase, scene)
    return _with_part(value, phrase)


def _weekday_value(wanted: int, relation: str, phrase: Phrase, scene: Scene) -> str | None:
    base, start = scene.anchor.date, 0
    if phrase.after() in ("'s", "’s") and not relation:
        relation = "'s"
    if relation in ("following", "previous", "preceding", "prior"):
        base = date.fromisoformat(scene.day) if scene.day else base
    if base is None:
        return f"XXXX-WXX-{wanted}"
    gap = (wanted - base.isoweekday()) % 7  # days from the base to the next such day
    if relation in _AHEAD:
        count = gap or 7
    elif relation in _BACK:
        count = gap - 7
    elif relation != "'s" and scene.tense(phrase.match) == "f":
        count = gap
    else:
        count = gap - 7 if gap else start
    day = calendar.shift_days(base, count)
    return day.isoformat() if day else None


def weekdays(phrase: Phrase, scene: Scene) -> str | None:
    """Mondays, every Friday, Tuesday nights: a set."""
    return _with_part(f"XXXX-WXX-{phrase.integer('w')}", phrase)


def deictic(phrase: Phrase, scene: Scene) -> str | None:
    """Today, yesterday morning, the day after tomorrow."""
    count = phrase.integer("d")
    if phrase.has("g"):
        if phrase.word("g") != "day":
            return None
        count += 1 if count > 0 else -1
    return _with_part(scene.anchor.day_value(count), phrase)


def daypart(phrase: Phrase, scene: Scene) -> str | None:
    """This morning, tonight, overnight, last night, the next morning, mid-afternoon."""
    part = str(phrase.value("p"))
    word, relation = phrase.word("p"), phrase.word("r") if phrase.has("r") else ""
    if relation in ("next", "following", "previous", "same"):
        base = date.fromisoformat(scene.day) if scene.day else scene.anchor.date
        day = (
            calendar.shift_days(base, {"next": 1, "following": 1, "previous": -1, "same": 0}[relation])
            if base
            else None
        )
        return f"{day or _OPEN_DAY}T{part}"
    if word == "overnight" or relation == "last":
        return f"{scene.anchor.day_value(-1)}T{part}"
    if not relation and word not in ("tonight", "overnight"):
        return f"{scene.day_in_sentence(phrase.match.start) or scene.anchor.day_value(0)}T{part}"
    return f"{scene.anchor.day_value(0)}T{part}"


def focus_day(phrase: Phrase, scene: Scene) -> str | None:
    """That day, the same year, the following month: counted from what was last named, open where nothing was."""
    unit = str(scene.tokens.values[phrase.match.end - 1])
    count = (-1 if phrase.word("r") in _BACK else 1) if phrase.has("r") else 0
    spoken = scene.day if unit in _OPEN and unit in "DW" else scene.last
    if unit not in _OPEN:
        return None
    if spoken is None:
        return _OPEN[unit]
    year, month = int(spoken[:4]), int(spoken[5:7] or 0)
    if unit == "Y":
        return calendar.year_value(year + count)
    if unit == "M":
        return calendar.month_value(*calendar.shift_month(year, month, count)) if month else _OPEN[unit]
    day = calendar.shift_days(date.fromisoformat(spoken), count * (7 if unit == "W" else 1))
    if day is None:
        return None
    return calendar.week_value(day) if unit == "W" else day.isoformat()


def holiday(phrase: Phrase, scene: Scene) -> str | None:
    """Christmas, last Thanksgiving, Christmas Eve."""
    rule = str(phrase.value("v"))
    relation = phrase.word("r") if phrase.has("r") else ""
    tense = {"last": "p", "past": "p", "next": "f", "coming": "f"}.get(relation) or scene.tense(phrase.match)
    if "-" in rule:
        month, day = (int(part) for part in rule.split("-"))
        return nearest_day(month, day - (1 if phrase.holds("eve") else 0), scene, tense)
    nth, wanted, month = (int(part) for part in rule.split("."))
    anchor = scene.anchor.date
    if anchor is None:
        return f"XXXX-{month:02}-XX"
    found = [calendar.nth_weekday(anchor.year + k, month, wanted, nth) for k in (-1, 0, 1)]
    return min((day for day in found if day), key=lambda day: _far(day, anchor, tense)).isoformat()


def new_year(phrase: Phrase, scene: Scene) -> str | None:
    """New Year's Day, New Year's Eve."""
    month, day = (12, 31) if phrase.has("e") else (1, 1)
    return nearest_day(month, day, scene, scene.tense(phrase.match))


def week_of(phrase: Phrase, scene: Scene) -> str | None:
    """The week of March 6."""
    value = calendar_day(phrase, scene)
    if phrase.word("u") != "week" or value is None:
        return None
    return "XXXX-WXX" if value.startswith("X") else calendar.week_value(date.fromisoformat(value[:10]))


def _with_part(value: str | None, phrase: Phrase) -> str | None:
    if value is None or not phrase.has("p"):
        return value
    return f"{value}T{phrase.value('p')}"
