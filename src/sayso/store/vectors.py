"""A reading's vectors as the desk keeps them: float16, half the size, right to 1e-3 in a cosine."""

import numpy as np

from sayso.core.read_article import ReadArticle
from sayso.store.records import StoredReading

STORED = np.dtype("<f2")  # little-endian on every machine


def packed(read: ReadArticle) -> StoredReading:
    """Give a reading with its vectors, shape (propositions, width), as bytes."""
    count, width = read.vectors.shape
    if count != len(read.reading.propositions):
        raise ValueError(f"{count} vectors for {len(read.reading.propositions)} propositions")
    return StoredReading(read.reading, np.ascontiguousarray(read.vectors, dtype=STORED).tobytes(), width)


def unpacked(stored: StoredReading) -> ReadArticle:
    """Give a stored reading with its vectors, float32, of unit length again (a zero vector stays zero)."""
    vectors = np.frombuffer(stored.vectors, dtype=STORED).astype(np.float32)
    vectors = vectors.reshape(len(stored.reading.propositions), stored.width)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True).astype(np.float32)
    lengths[lengths == 0] = 1
    return ReadArticle(stored.reading, vectors / lengths)
