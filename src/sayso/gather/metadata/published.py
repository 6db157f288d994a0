"""A publication date as ISO 8601, with the precision that was given and no more."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from sayso.gather.data import load_yaml

_ISO = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)"
    r"(?:[T ]+(\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?)?)?",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)Z?)?")  # GDELT: 20251125T093000Z
_NAMED = re.compile(  # 25 November 2025; November 25, 2025; Tue, Nov. 25, 2025 10:24 am
    r"(?:[a-z]+,?\s+)?(?:(?P<d1>\d{1,2})(?:st|nd|rd|th)?\s+(?P<m1>[a-z]{3,9})\.?|"
    r"(?P<m2>[a-z]{3,9})\.?\s+(?P<d2>\d{1,2})(?:st|nd|rd|th)?),?\s+(?P<y>\d{4})\b.{0,40}",
    re.IGNORECASE,
)
_FIRST_SECOND, _LAST_SECOND = 0, 4_102_444_800  # 1970 to 2100
_LONGEST = 80


def normalise_published(value: object) -> str | None:
    """The date in ISO 8601, or None where it cannot be told.

    A day and month in figures only (``03/04/2025``) are not told apart, so such a date is None. A number is a
    Unix time in seconds or milliseconds, except for a plain year.
    """
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _from_number(value)
    if not isinstance(value, str) or not 4 <= len(value.strip()) <= _LONGEST:
        return None
    words = " ".join(value.split())
    return _from_iso(words) or _from_email(words) or _from_named_month(words)


def _from_number(value: float) -> str | None:
    if isinstance(value, int) and 1800 <= value <= 2100:
        return str(value)
    if not _FIRST_SECOND < value < _LAST_SECOND * 1_000:  # False for NaN, too
        return None
    seconds = value / 1_000 if value >= _LAST_SECOND else value
    if seconds < 100_000_000:  # before 1973: a count of something, not a time
        return None
    return datetime.fromtimestamp(int(seconds), UTC).isoformat()


def _from_iso(words: str) -> str | None:
    match = _ISO.fullmatch(words) or _COMPACT.fullmatch(words)
    if match is None:
        return None
    parts = [part for part in match.groups()[:6] if part is not None]
    day, clock = "-".join(parts[:3]), ":".join(parts[3:])
    zone = _zone(match.groups()[6] if match.re is _ISO else "Z")
    try:
        # A month or a year alone is checked as its first day, and stays what it is.
        datetime.fromisoformat(day + "-01" * (3 - len(parts)) + (f"T{clock}{zone}" if clock else ""))
    except ValueError:
        return None
    return f"{day}T{clock}{zone}" if clock else day


def _zone(zone: str | None) -> str:
    if zone is None:
        return ""
    if zone[0] not in "+-":
        return "+00:00"
    return zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"


def _from_email(words: str) -> str | None:
    if words.count(":") == 0:
        return None
    try:
        return parsedate_to_datetime(words).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _from_named_month(words: str) -> str | None:
    match = _NAMED.fullmatch(words)
    if match is None:
        return None
    month = _months().get((match["m1"] or match["m2"]).lower()[:3])
    if month is None:
        return None
    try:
        return date(int(match["y"]), month, int(match["d1"] or match["d2"])).isoformat()
    except ValueError:
        return None


def _months() -> dict[str, int]:
    months: dict[str, int] = load_yaml("sayso.gather.metadata", "months.yaml")
    return months
