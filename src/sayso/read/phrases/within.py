"""Which of many sorted things lie in a sentence, without looking at all of them each time."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import TypeVar

from sayso.core.span import Span

T = TypeVar("T")


def starting_within(things: Sequence[T], sentence: Span, start_of: Callable[[T], int]) -> Sequence[T]:
    """Those of ``things`` that start within ``sentence``; ``things`` are sorted by where they start."""
    first = bisect_left(things, sentence.start, key=start_of)
    return things[first : bisect_left(things, sentence.end, lo=first, key=start_of)]
