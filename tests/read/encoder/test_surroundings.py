import numpy as np
import pytest
from tokenizers import Tokenizer

from sayso.core.span import Span
from sayso.read.encoder.network import Network
from sayso.read.encoder.raw import MEANING_WIDTH, RawReading, read_raw
from sayso.read.encoder.surroundings import SURROUNDINGS_WIDTH, surroundings
from sayso.read.encoder.weights import TOKENIZER_FILE, Weights, shipped_folder

TEXT = "REBELS ATTACKED THE MILL OF ORSK. " * 80 + "\n\nA GUARD OF THE MILL WAS HURT."


@pytest.fixture(scope="module")
def raw() -> RawReading:
    weights = Weights(shipped_folder())
    tokenizer = Tokenizer.from_file(str(weights.path(TOKENIZER_FILE)))
    tokenizer.no_truncation()
    return read_raw(TEXT, tokenizer, Network(weights, thread_count=1))


def spans_of(words: str) -> list[Span]:
    starts = [i for i in range(len(TEXT)) if TEXT.startswith(words, i)]
    return [Span(i, i + len(words), words) for i in starts]


def test_every_span_has_one_row(raw: RawReading) -> None:
    spans = [*spans_of("MILL"), Span(0, len(TEXT), TEXT), Span(len(TEXT), len(TEXT), "")]
    found = list(surroundings(raw, spans))
    assert len(raw.windows) > 1
    assert len(found) > 1
    assert sorted(i for numbers, _ in found for i in numbers.tolist()) == list(range(len(spans)))
    assert all(rows.shape == (len(numbers), SURROUNDINGS_WIDTH) for numbers, rows in found)
    assert all(np.isfinite(rows).all() for _, rows in found)


def test_the_first_parts_are_those_of_the_span_itself(raw: RawReading) -> None:
    spans = spans_of("A GUARD")
    ((_, rows),) = surroundings(raw, spans)
    first, last, mean = np.split(raw.hidden(spans), 3, axis=1)
    parts = np.split(rows, SURROUNDINGS_WIDTH // MEANING_WIDTH, axis=1)
    assert np.array_equal(parts[0], last)
    assert np.allclose(parts[1], mean, atol=1e-2)
    assert np.array_equal(parts[2], first)


def test_nothing_without_spans_or_windows(raw: RawReading) -> None:
    assert list(surroundings(raw, [])) == []
    assert list(surroundings(RawReading("", raw.pieces, ()), spans_of("MILL"))) == []
