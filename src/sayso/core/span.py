"""A span of an article's text, and the date that a span may express.

Invariant: ``text[span.start:span.end] == span.exact``, always; offsets are half-open and count Unicode code points.
Offsets and words together are W3C Web Annotation's TextPositionSelector and TextQuoteSelector.
"""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Words of an article and where they stand."""

    start: int
    end: int
    exact: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Span":
        """The span of ``text`` from ``start`` to ``end``, without white space at its ends.

        Raises ValueError where the offsets lie outside the text or hold nothing but white space.
        """
        if not 0 <= start < end <= len(text):
            raise ValueError(f"no span {start}:{end} in a text of {len(text)} characters")
        words = text[start:end]
        start += len(words) - len(words.lstrip())
        exact = words.strip()
        if not exact:
            raise ValueError(f"the span {start}:{end} is empty")
        return cls(start, start + len(exact), exact)

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end


class Grain(StrEnum):
    """How precise a date is: never more than its words are."""

    TIME = "time"
    DAY = "day"
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    DURATION = "duration"
    SET = "set"
    VAGUE = "vague"  # PRESENT_REF, PAST_REF, FUTURE_REF


@dataclass(frozen=True, slots=True)
class Date:
    """A TIMEX3 value (ISO-TimeML) with the words that express it; what is unknown stays ``X``: ``XXXX-10-11``."""

    value: str
    grain: Grain
    span: Span
