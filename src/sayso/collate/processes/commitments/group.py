"""Accounts of one commitment in several reports, brought together."""

from collections.abc import Mapping, Sequence

from sayso.collate.processes.camps import Camps, are_camp_mates
from sayso.collate.processes.commitments.find import Made
from sayso.collate.processes.commitments.likeness import Content, pairs_alike
from sayso.collate.processes.joining import join_surest
from sayso.collate.processes.naming import are_one
from sayso.collate.processes.page import Actor

_ALIKE = 0.55
_SAME_CLAIM = 0.4  # how alike two must be whose words stand in one claim

Claimed = Mapping[tuple[str, int], frozenset[str]]  # by article and sentence, the claims that are read there


def group_made(
    made: Sequence[Made], contents: Sequence[Content], claimed: Claimed, camps: Camps
) -> list[list[int]]:
    """Return the numbers of the accounts of each commitment: one kind, one actor or his side, and the same content.

    A refusal has one with it that refuses in the same words; two figures of one demand are two demands.
    """
    scores = {}
    for a, b, score in pairs_alike(contents, _SAME_CLAIM):
        one, other = made[a], made[b]
        if (
            one.kind is not other.kind
            or not _act_for_one(one.actor, other.actor, camps)
            or _differ(contents[a], contents[b])
        ):
            continue
        in_claim = claimed.get((one.article, one.number), frozenset()) & claimed.get(
            (other.article, other.number), frozenset()
        )
        if score >= _ALIKE or in_claim:
            scores[a, b] = score
    return join_surest(len(made), scores, cut=0.0, may_join=lambda _left, _right: True)


def _act_for_one(one: Actor, other: Actor, camps: Camps) -> bool:
    """Whether two actors are one, or of one camp: a minister's demand is his government's."""
    return are_one(one, other) or are_camp_mates(one, other, camps)


def _differ(one: Content, other: Content) -> bool:
    """Whether both give figures and no figure is the same."""
    return bool(one.numbers and other.numbers and not one.numbers & other.numbers)
