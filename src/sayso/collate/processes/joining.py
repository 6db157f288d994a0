"""Joining accounts: the surest pairs first, as long as nothing in the two groups speaks against it."""

from collections.abc import Callable, Mapping

Pair = tuple[int, int]


def join_surest(
    size: int, scores: Mapping[Pair, float], *, cut: float, may_join: Callable[[list[int], list[int]], bool]
) -> list[list[int]]:
    """Return groups of the numbers below ``size``: pairs of ``cut`` and more are joined, the highest scores first.

    ``may_join`` forbids it by the members of both sides. Unlike average linkage, an account that says little (a month,
    no place) does not keep two apart that are sure. Ties are broken by the numbers.
    """
    group_of = {i: [i] for i in range(size)}
    for (a, b), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        left, right = group_of[a], group_of[b]
        if score < cut or left is right or not may_join(left, right):
            continue
        joined = sorted([*left, *right])
        group_of.update(dict.fromkeys(joined, joined))
    return sorted({id(g): g for g in group_of.values()}.values())
