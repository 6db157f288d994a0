"""From a chain's scores to labels, and from labels to spans: Viterbi and BIO, for many sequences at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
DOUBLES = ("''", "``")
LEAST = -1e9  # the score of what cannot be


@dataclass(frozen=True, slots=True, eq=False)
class Chain:
    """A linear chain's scores: ``steps`` (labels, labels) from row to column, ``first`` (labels)."""

    steps: Floats
    first: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """What one head says of some sequences."""

    chain: Chain
    emissions: Floats  # (sequences, pieces, labels)
    lengths: Ints  # (sequences,)


def viterbi(scores: Sequence[Scores]) -> list[Ints]:
    """The best label of each piece: for each of ``scores`` an array (sequences, pieces); 0 beyond a sequence's length.

    One loop over the pieces serves all heads (Viterbi, 1967): the labels that a smaller one lacks cannot be reached.
    """
    count = sum(len(part.lengths) for part in scores)
    size, width = np.max([part.emissions.shape[1:] for part in scores], axis=0)
    best = np.full((size, count, width), LEAST, dtype=np.float32)  # of the paths that end in a label
    steps = np.full((width, count, width), LEAST, dtype=np.float32)  # from a label to a label
    at = 0
    for part in scores:
        own, (_, pieces, labels) = slice(at, at + len(part.lengths)), part.emissions.shape
        best[:pieces, own, :labels] = part.emissions.transpose(1, 0, 2)
        best[0, own, :labels] += part.chain.first
        steps[:labels, own, :labels] = part.chain.steps[:, None]
        at = own.stop
    _advance(best, steps)
    found = _follow(best, steps, np.concatenate([part.lengths for part in scores]))
    ends = np.cumsum([len(part.lengths) for part in scores])[:-1]
    return [
        labels[:, : part.emissions.shape[1]]
        for part, labels in zip(scores, np.split(found, ends), strict=True)
    ]


def _advance(best: Floats, steps: Floats) -> None:
    """Make each score (pieces, sequences, labels) that of its best path."""
    arriving = np.empty(steps.shape, dtype=np.float32)
    for i in range(1, len(best)):
        np.add(best[i - 1].T[:, :, None], steps, out=arriving)
        best[i] += np.maximum.reduce(arriving, axis=0)


def _follow(best: Floats, steps: Floats, lengths: Ints) -> Ints:
    """The labels (sequences, pieces) of the best paths, from their ends backwards.

    Which label a path came from is worked out on the path alone, from the sums that made it the best.
    """
    size, count, _ = best.shape
    labels = np.zeros((size, count), dtype=np.int64)
    rows = np.arange(count)
    into = np.ascontiguousarray(steps.transpose(1, 2, 0))  # (sequences, to, from)
    last = best[np.maximum(lengths, 1) - 1, rows].argmax(1)
    for i in range(size - 1, 0, -1):
        labels[i] = last
        before = (best[i - 1] + into[rows, last]).argmax(1)
        last = np.where(i < lengths, before, last)  # a path is entered at its end
    labels[0] = last
    labels[np.arange(size)[:, None] >= lengths] = 0
    return np.ascontiguousarray(labels.T)


def log_probabilities(scores: Scores, labels: Ints) -> Floats:
    """(sequences,): the logarithm of each labelling's probability in its chain (Lafferty et al., ICML 2001)."""
    chain, emissions, lengths = scores.chain, scores.emissions, scores.lengths
    size = emissions.shape[1]
    real = np.arange(size) < lengths[:, None]
    own = np.take_along_axis(emissions, labels[:, :, None], axis=2)[:, :, 0]
    moves = chain.steps[labels[:, :-1], labels[:, 1:]]
    gold = (own * real).sum(1) + (moves * real[:, 1:]).sum(1) + chain.first[labels[:, 0]]
    total = chain.first + emissions[:, 0]
    spread = np.exp(chain.steps)
    going_on = np.logical_and.reduce(real, axis=0).tolist()
    by_piece = np.ascontiguousarray(emissions.transpose(1, 0, 2))
    for i in range(1, min(size, int(lengths.max(initial=1)))):
        top = np.maximum.reduce(total, axis=1, keepdims=True)
        ahead = np.log(np.maximum(np.exp(total - top) @ spread, 1e-30))
        ahead += top
        ahead += by_piece[i]
        total = ahead if going_on[i] else np.where(real[:, i, None], ahead, total)
    top = total.max(1)
    return np.asarray(gold - top - np.log(np.exp(total - top[:, None]).sum(1)), dtype=np.float32)


def bio_runs(labels: Ints) -> Iterator[tuple[int, int, int]]:
    """The runs of one sequence of BIO labels numbered O, B-0, I-0, B-1, I-1...: (class, first piece, end piece)."""
    kind = start = -1
    marked = np.flatnonzero(labels)
    if not len(marked):
        return
    low, high = int(marked[0]), int(marked[-1]) + 1  # most of a text is outside
    for i, label in enumerate([*labels[low:high].tolist(), 0], start=low):
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
