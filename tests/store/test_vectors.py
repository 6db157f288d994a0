import dataclasses

import numpy as np
import pytest
from numpy.typing import NDArray

from sayso.core.read_article import ReadArticle
from sayso.core.reading import Proposition
from sayso.core.span import Span
from sayso.store.vectors import packed, unpacked
from tests.store.fakes import FakeReader, article


def read_with(vectors: NDArray[np.float32]) -> ReadArticle:
    (read,) = FakeReader().read([article(1)])
    proposition = Proposition(Span.of(read.reading.text, 0, 8), None)
    return ReadArticle(dataclasses.replace(read.reading, propositions=(proposition,) * len(vectors)), vectors)


def test_vectors_come_back_near_enough_and_of_unit_length() -> None:
    vectors = np.random.default_rng(7).normal(size=(50, 384)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    back = unpacked(packed(read_with(vectors))).vectors
    assert back.dtype == np.float32
    assert np.abs(back @ back.T - vectors @ vectors.T).max() < 1e-3
    assert np.allclose(np.linalg.norm(back, axis=1), 1, atol=1e-6)


def test_storing_twice_gives_the_same_bytes() -> None:
    vectors = np.eye(3, 16, dtype=np.float32)
    stored = packed(read_with(vectors))
    assert packed(unpacked(stored)).vectors == stored.vectors
    assert len(stored.vectors) == 3 * 16 * 2


def test_a_reading_without_propositions_has_no_vectors() -> None:
    back = unpacked(packed(read_with(np.zeros((0, 384), dtype=np.float32))))
    assert back.vectors.shape == (0, 384)


def test_a_zero_vector_stays_zero() -> None:
    assert not unpacked(packed(read_with(np.zeros((2, 4), dtype=np.float32)))).vectors.any()


def test_vectors_that_are_not_the_propositions_are_refused() -> None:
    read = read_with(np.eye(2, 4, dtype=np.float32))
    with pytest.raises(ValueError, match="1 vectors for 2"):
        packed(ReadArticle(read.reading, np.eye(1, 4, dtype=np.float32)))
