"""Other contents that an attribution might have: its labels with one edge of a content span moved, or a span left out.

The chain's best labels say where each content begins and ends; what follows the network weighs the best few rivals by
the text's own marks as well (``statements.rivals``). Sums along the sequence score all places of an edge at once.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from sayso.read.encoder.decode import Chain, Floats, Ints, Scores, bio_runs
from sayso.read.encoder.labels import ROLES

MOST = 3  # rivals of an attribution
EACH = 2  # places tried of each edge
LEAST = -3.0  # of the logarithm of a rival's odds against the best labels
SURE = -0.2  # log-probability from which on labels have no rivals
CONTENT = ROLES.index("content")
OUTSIDE, BEGIN, INSIDE = 0, 2 * CONTENT + 1, 2 * CONTENT + 2

Labelling = tuple[float, Ints]  # the logarithm of its odds against the best labels, labels (pieces,)


def rivals_of(scores: Scores, labels: Ints, doubtful: NDArray[np.bool_]) -> list[list[Labelling]]:
    """The rivals of the best ``labels`` of each ``doubtful`` sequence, without the special tokens at its ends."""
    found: list[list[Labelling]] = [[] for _ in labels]
    for at in np.flatnonzero(doubtful).tolist():
        part = slice(1, int(scores.lengths[at]) - 1)
        found[at] = find_rivals(scores.chain, scores.emissions[at, part], labels[at, part])
    return found


def find_rivals(chain: Chain, emissions: Floats, labels: Ints) -> list[Labelling]:
    """The best rivals of one sequence's ``labels`` (pieces,), best first, each with the logarithm of its odds.

    ``emissions``: (pieces, labels); what stands before the first piece is outside.
    """
    moved = list(
        _moved(emissions, labels, float(chain.steps[INSIDE, INSIDE] - chain.steps[OUTSIDE, OUTSIDE]))
    )
    if not moved:
        return []
    # Each once, in one order; far quicker as bytes, which labels fit in, than by numpy.unique.
    once = sorted({row.astype(np.uint8).tobytes() for row in moved})
    tried = np.frombuffer(b"".join(once), dtype=np.uint8).reshape(len(once), -1).astype(np.int64)
    rows = np.vstack([labels[None], tried])
    sums = emissions[np.arange(len(labels)), rows].sum(1)
    sums += chain.steps[rows[:, :-1], rows[:, 1:]].sum(1) + chain.steps[OUTSIDE, rows[:, 0]]
    odds = sums[1:] - sums[0]
    order = np.argsort(-odds, kind="stable")[:MOST]
    return [(float(odds[at]), tried[at]) for at in order.tolist() if odds[at] > LEAST]


def _moved(emissions: Floats, labels: Ints, step: float) -> Iterator[Ints]:
    """The labels with one edge of a content span at another likely place, or without one of several spans."""
    runs = [(start, end) for kind, start, end in bio_runs(labels) if kind == CONTENT]
    inner = emissions[:, INSIDE] - emissions[:, OUTSIDE] + step
    total = np.concatenate([[0.0], np.cumsum(inner)])
    begin = emissions[:, BEGIN] - emissions[:, INSIDE]
    for start, end in runs:
        low, high = start, end  # how far the span could reach
        before, after = np.flatnonzero(labels[:start]), np.flatnonzero(labels[end:])
        low = int(before[-1]) + 1 if len(before) else 0
        high = end + int(after[0]) if len(after) else len(labels)
        for at in _best(begin[low:end] - total[low:end], start - low):
            yield _with_span(labels, (start, end), (low + at, end))
        for at in _best(total[start + 1 : high + 1], end - start - 1):
            yield _with_span(labels, (start, end), (start, start + 1 + at))
        if len(runs) > 1:
            yield _with_span(labels, (start, end), (start, start))


def _best(gains: Floats, own: int) -> list[int]:
    """The places of the highest gains, but for the ``own`` one."""
    order = np.argpartition(-gains, min(EACH, len(gains) - 1))[: EACH + 1]
    return [at for at in order.tolist() if at != own]


def _with_span(labels: Ints, old: tuple[int, int], new: tuple[int, int]) -> Ints:
    moved = labels.copy()
    moved[slice(*old)] = OUTSIDE
    moved[slice(*new)] = INSIDE
    moved[new[0] : min(new[0] + 1, new[1])] = BEGIN
    return moved
