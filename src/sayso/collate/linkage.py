"""Average linkage (UPGMA) over a sparse graph of scores.

Pairs without a score count as ``floor``: items that never met are far apart, not unknown. Items are
integers; ties are broken by them, so callers that number their items canonically get the same clusters from
any order of input.
"""

import heapq
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Merge:
    """Two clusters joined at ``score``; ``members`` are all items of the new one, in order."""

    score: float
    members: tuple[int, ...]


def link(
    size: int,
    scores: Mapping[Pair, float],
    *,
    cut: float,
    floor: float,
    may_join: Callable[[list[int], list[int]], bool] = lambda _left, _right: True,
) -> tuple[list[tuple[int, ...]], list[Merge]]:
    """Join the two nearest clusters until no two are nearer than ``cut`` on average.

    ``may_join`` forbids a merge by the members of both sides. Returns the clusters, each in order and
    sorted by their first member, and the merges in the order in which they were made.
    """
    members = {i: [i] for i in range(size)}
    near: dict[int, dict[int, float]] = {i: {} for i in range(size)}
    for (a, b), score in scores.items():
        near[a][b] = near[b][a] = score
    heap = [(-score, a, b) for a in near for b, score in near[a].items() if a < b and score >= cut]
    heapq.heapify(heap)
    merges = []
    following = size
    while heap:
        negative, a, b = heapq.heappop(heap)
        if a not in members or b not in members or near[a].get(b) != -negative:
            continue
        if not may_join(members[a], members[b]):
            del near[a][b], near[b][a]
            continue
        joined = _neighbours(near, members, a, b, floor)
        members[following] = sorted(members.pop(a) + members.pop(b))
        merges.append(Merge(-negative, tuple(members[following])))
        for c, score in joined.items():
            near[c][following] = score
            if score >= cut:
                heapq.heappush(heap, (-score, c, following))
        near[following] = joined
        following += 1
    return sorted(tuple(m) for m in members.values()), merges


def _neighbours(
    near: dict[int, dict[int, float]], members: Mapping[int, list[int]], a: int, b: int, floor: float
) -> dict[int, float]:
    """Take ``a`` and ``b`` out of the graph and return the scores of their union to all others."""
    left, right = near.pop(a), near.pop(b)
    left.pop(b, None)
    right.pop(a, None)
    share = len(members[a]) / (len(members[a]) + len(members[b]))
    joined = {}
    for c in sorted(left.keys() | right.keys()):
        joined[c] = share * left.get(c, floor) + (1 - share) * right.get(c, floor)
        near[c].pop(a, None)
        near[c].pop(b, None)
    return joined


def components(size: int, pairs: Iterable[Pair]) -> list[tuple[int, ...]]:
    """Return the connected components of a graph, each in order and sorted by their first member."""
    root = list(range(size))

    def find(i: int) -> int:
        while root[i] != i:
            root[i] = root[root[i]]
            i = root[i]
        return i

    for a, b in pairs:
        low, high = sorted((find(a), find(b)))
        root[high] = low
    groups: dict[int, list[int]] = {}
    for i in range(size):
        groups.setdefault(find(i), []).append(i)
    return [tuple(group) for group in groups.values()]
