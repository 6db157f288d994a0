"""From a chain's scores to labels, and from labels to spans: Viterbi and BIO, for many sequences at once."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
DOUBLES = ("''", "``")


@dataclass(frozen=True, slots=True, eq=False)
class Chain:
    """A linear chain's scores: ``steps`` (labels, labels) from row to column, ``first`` (labels)."""

    steps: Floats
    first: Floats


def viterbi(chain: Chain, emissions: Floats, lengths: Ints) -> Ints:
    """The best label of each piece.

    ``emissions`` (sequences, pieces, labels) and ``lengths`` (sequences) give labels (sequences, pieces); what lies
    beyond a sequence's length is label 0. One loop over the pieces serves all sequences (Viterbi, 1967).
    """
    count, size, _ = emissions.shape
    best = chain.first + emissions[:, 0]
    back = np.zeros(emissions.shape, dtype=np.int8)
    for i in range(1, size):
        arriving = best[:, :, None] + chain.steps
        back[:, i] = arriving.argmax(1)
        ahead = arriving.max(1) + emissions[:, i]
        best = np.where((i < lengths)[:, None], ahead, best)
    labels = np.zeros((count, size), dtype=np.int64)
    rows = np.arange(count)
    last = best.argmax(1)
    for i in range(size - 1, -1, -1):
        real = i < lengths
        labels[:, i] = np.where(real, last, 0)
        if i:
            last = np.where(real, back[rows, i, last], last)
    return labels


def log_probabilities(chain: Chain, emissions: Floats, labels: Ints, lengths: Ints) -> Floats:
    """(sequences,): the logarithm of each labelling's probability in its chain (Lafferty et al., ICML 2001)."""
    size = emissions.shape[1]
    real = np.arange(size) < lengths[:, None]
    own = np.take_along_axis(emissions, labels[:, :, None], axis=2)[:, :, 0]
    moves = chain.steps[labels[:, :-1], labels[:, 1:]]
    gold = (own * real).sum(1) + (moves * real[:, 1:]).sum(1) + chain.first[labels[:, 0]]
    total = chain.first + emissions[:, 0]
    spread = np.exp(chain.steps)
    for i in range(1, size):
        top = total.max(1, keepdims=True)
        ahead = np.log(np.maximum(np.exp(total - top) @ spread, 1e-30)) + top + emissions[:, i]
        total = np.where(real[:, i, None], ahead, total)
    top = total.max(1)
    return np.asarray(gold - top - np.log(np.exp(total - top[:, None]).sum(1)), dtype=np.float32)


def bio_runs(labels: Ints) -> Iterator[tuple[int, int, int]]:
    """The runs of one sequence of BIO labels numbered O, B-0, I-0, B-1, I-1...: (class, first piece, end piece)."""
    kind = start = -1
    for i, label in enumerate([*labels.tolist(), 0]):
        if kind >= 0 and label != 2 * kind + 2:
            yield kind, start, i
            kind = -1
        if label and (label % 2 or kind < 0):
            kind, start = (label - 1) // 2, i


def word_bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """The offsets widened so that they cut no word in two, nor a quote mark that is typed as two apostrophes."""
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    if text[start - 1 : start + 1] in DOUBLES and text[start - 2 : start - 1] != text[start]:
        start -= 1
    if text[end - 1 : end + 1] in DOUBLES and text[end - 2 : end - 1] != text[end]:
        end += 1
    return start, end
