"""The day from which a report's relative dates are counted: as much of it as is known."""

import datetime
import re
from dataclasses import dataclass

from sayso.read.timex import calendar

_ISO = re.compile(r"\s*(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?!\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A report's date; what is not known is None, and the values counted from it stay open."""

    year: int | None = None
    month: int | None = None
    date: datetime.date | None = None

    @classmethod
    def of(cls, published: str | None) -> "Anchor":
        """The anchor that an ISO 8601 date gives, with its precision; an empty one from anything else."""
        found = _ISO.match(published or "")
        if found is None or int(found[1]) == 0:
            return cls()
        year, month, day = (int(part) if part else None for part in found.groups())
        if year is None or month is None or not 1 <= month <= 12:
            return cls(year)
        whole = calendar.make_date(year, month, day) if day else None
        return cls(year, month, whole)

    def day_value(self, count: int) -> str:
        """The day ``count`` days later."""
        day = calendar.shift_days(self.date, count) if self.date else None
        return day.isoformat() if day else "XXXX-XX-XX"

    def week_value(self, count: int) -> str:
        """The week ``count`` weeks later."""
        day = calendar.shift_days(self.date, 7 * count) if self.date else None
        return calendar.week_value(day) if day else "XXXX-WXX"

    def month_value(self, count: int) -> str:
        """The month ``count`` months later."""
        if self.year is None or self.month is None:
            return f"{self.year:04}-XX" if self.year and not count else "XXXX-XX"
        return calendar.month_value(*calendar.shift_month(self.year, self.month, count)) or "XXXX-XX"

    def quarter_value(self, count: int) -> str:
        """The quarter ``count`` quarters later."""
        if self.year is None or self.month is None:
            return f"{self.year:04}-QX" if self.year and not count else "XXXX-QX"
        return calendar.quarter_value(self.year, (self.month - 1) // 3 + 1 + count) or "XXXX-QX"

    def year_value(self, count: int) -> str:
        """The year ``count`` years later."""
        return (calendar.year_value(self.year + count) if self.year else None) or "XXXX"

    def decade_value(self, count: int) -> str:
        """The decade ``count`` decades later: ``202`` for the 2020s."""
        return self.year_value(10 * count)[:3]

    def century_value(self, count: int) -> str:
        """The century ``count`` centuries later: ``20`` for 2000 to 2099."""
        return self.year_value(100 * count)[:2]
