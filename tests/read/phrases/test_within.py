"""Things within a sentence."""

from sayso.core.span import Span
from sayso.read.phrases.within import starting_within


def test_only_those_that_start_inside() -> None:
    text = "Rain fell. It stopped."
    sentence = Span.of(text, 11, 22)
    assert list(starting_within([0, 5, 11, 14, 22], sentence, lambda n: n)) == [11, 14]
