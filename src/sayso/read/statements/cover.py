"""Which offsets of a text some spans hold."""

from bisect import bisect_right
from collections.abc import Sequence

from sayso.core.span import Span


class Cover:
    """Which offsets some content holds."""

    def __init__(self, spans: Sequence[Span]) -> None:
        merged: list[list[int]] = []
        for span in sorted(spans):
            if merged and span.start <= merged[-1][1]:
                merged[-1][1] = max(merged[-1][1], span.end)
            else:
                merged.append([span.start, span.end])
        self.starts = [start for start, _ in merged]
        self.ends = [end for _, end in merged]

    def holds_any(self, start: int, end: int) -> bool:
        """Whether some content overlaps ``start:end``."""
        at = bisect_right(self.ends, start)
        return at < len(self.starts) and self.starts[at] < end

    def holds_all_or_none(self, start: int, end: int) -> bool:
        """Whether the contents hold ``start:end`` whole, or nothing of it."""
        at = bisect_right(self.ends, start)
        return not self.holds_any(start, end) or (self.starts[at] <= start and end <= self.ends[at])
