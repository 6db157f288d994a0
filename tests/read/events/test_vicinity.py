"""The odds that vectors around a nominee's words give."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.core.span import Span
from sayso.read.events.vicinity import HOPELESS, PLACES, Floats, Vicinity, places_of, weigh_vicinity

MODEL = Vicinity(
    inside=np.array([[1.0, -1.0]], dtype=np.float32),
    bias=np.zeros(2, dtype=np.float32),
    outside=np.array([[1.0, 0, 0, 0], [0, 1.0, 0, 0]], dtype=np.float32),
    shape=np.eye(7, 4, dtype=np.float32),
)


def around(spans: Sequence[Span]) -> Iterator[tuple[NDArray[np.int64], Floats]]:
    """One number a span, where it starts, less five; the even ones and the odd ones as if in two windows."""
    for part in (0, 1):
        numbers = np.arange(part, len(spans), 2)
        yield (
            numbers,
            np.array([[spans[i].start - 5.0] for i in numbers.tolist()], dtype=np.float32).reshape(-1, 1),
        )


def test_places_are_averaged_after_the_layer() -> None:
    places = [[Span(7, 8, "A"), Span(3, 4, "A"), Span(3, 4, "A")], [Span(9, 10, "B")]]
    odds = weigh_vicinity(np.zeros((2, 4), dtype=np.float32), 0.0, places, around, MODEL)
    assert odds.tolist() == [[1, 1, 0, 0], [4, 0, 0, 0]]


def test_without_vectors_and_without_hope_the_plain_odds_stand() -> None:
    plain = np.array([[1.0, 2.0, 3.0, 4.0], [HOPELESS, -9.0, -9.0, -9.0]], dtype=np.float32)
    places = [[Span(7, 8, "A")], [Span(9, 10, "B")]]
    assert weigh_vicinity(plain, 2.0, places, None, MODEL).tolist() == plain.tolist()
    assert weigh_vicinity(plain, 2.0, places, around, MODEL).tolist() == [[3, 2, 3, 4], plain[1].tolist()]
    assert weigh_vicinity(plain[:0], 2.0, [], around, MODEL).shape == (0, 4)


def test_only_the_first_places_are_looked_at() -> None:
    spans = [Span(i, i + 1, "A") for i in reversed(range(PLACES * 3))]
    assert [span.start for span in places_of(spans)] == list(range(PLACES))
