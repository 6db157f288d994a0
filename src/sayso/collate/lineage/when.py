"""Which of two reports was published first, as far as their dates tell."""

from datetime import datetime, timedelta

_DAY = 10  # characters of an ISO 8601 day


def is_earlier(one: str | None, other: str | None) -> bool:
    """Whether a report published at ``one`` certainly came out before one published at ``other`` (ISO 8601).

    Times are compared where both are known to the same zone or both have none; else days, and a day that only one zone
    makes the earlier is not.
    """
    if not one or not other:
        return False
    times = _parse(one), _parse(other)
    if times[0] and times[1] and (times[0].tzinfo is None) == (times[1].tzinfo is None):
        return times[0] < times[1]
    if times[0] and times[1]:  # one has a zone: anything within the widest zones may be either way
        return times[0].replace(tzinfo=None) + timedelta(hours=14) < times[1].replace(tzinfo=None)
    days = one[:_DAY], other[:_DAY]
    return days[0] < days[1][: len(days[0])]


def _parse(published: str) -> datetime | None:
    """Return the time of publication; None where only a day, a month or a year is known."""
    if len(published) <= _DAY:
        return None
    try:
        return datetime.fromisoformat(published)
    except ValueError:
        return None
