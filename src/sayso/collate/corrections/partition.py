"""Merges and splits replayed over groups of items, whatever the items are.

Constraints come in the order in which they were made, so a later one wins where two contradict each other, and the
earlier is told as overruled. Anchors bind, and what came later goes along: a merge joins the whole groups in which its
anchors stand; a split parts only groups that hold anchors of both sides, and each other member goes to the side that
it is nearer to. The same groups and constraints give the same result in any order of arrival.
"""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from sayso.core.correction import Action

Anchor = tuple[int, ...]  # an item; several where the same words stand in more than one group
Nearness = Callable[[int, Collection[int]], float]


@dataclass(frozen=True, slots=True)
class Constraint:
    """A correction with its passages found: for each part the items at its anchors."""

    correction: str
    action: Action  # merge, split, or reject
    parts: tuple[tuple[Anchor, ...], ...]
    whole: bool = False  # reject: the group goes with its anchors, where they are most of it


@dataclass(frozen=True, slots=True)
class Replayed:
    """The groups that result, which constraints changed or bind each, and which were overruled by which."""

    groups: tuple[tuple[int, ...], ...]
    bearing: dict[str, frozenset[int]]  # by correction: the items that it is about
    overruled: dict[str, str]


class _State:
    def __init__(self, groups: Sequence[Sequence[int]]) -> None:
        self.members = {min(g): set(g) for g in groups if g}
        self.group = {i: own for own, members in self.members.items() for i in members}

    def put(self, items: Collection[int]) -> None:
        own = min(items)
        self.members[own] = set(items)
        self.group.update(dict.fromkeys(items, own))

    def take(self, own: int) -> set[int]:
        items = self.members.pop(own)
        for item in items:
            del self.group[item]
        return items

    def settle(self, part: Sequence[Anchor]) -> frozenset[int]:
        """Return one item for each anchor: of several that in the group where most of the part stands."""
        hits = Counter(g for anchor in part for g in {self.group[i] for i in anchor if i in self.group})
        chosen = set()
        for anchor in part:
            there = [i for i in anchor if i in self.group]
            if there:
                chosen.add(max(there, key=lambda i: (hits[self.group[i]], -self.group[i], -i)))
        return frozenset(chosen)


def replay(
    groups: Sequence[Sequence[int]], constraints: Sequence[Constraint], nearness: Nearness
) -> Replayed:
    """Apply constraints to groups, in order."""
    state = _State(groups)
    done: list[tuple[Constraint, tuple[frozenset[int], ...]]] = []
    overruled: dict[str, str] = {}
    bearing: dict[str, frozenset[int]] = {}
    for one in constraints:
        settled = tuple(state.settle(part) for part in one.parts)
        _ACTIONS[one.action](state, one, settled, nearness)
        for earlier, held in done:
            if earlier.correction not in overruled and not _holds(state, earlier, held):
                overruled[earlier.correction] = one.correction
        done.append((one, settled))
        bearing[one.correction] = frozenset().union(*settled)
    made = tuple(sorted(tuple(sorted(members)) for members in state.members.values()))
    return Replayed(made, bearing, overruled)


def _merge(state: _State, _one: Constraint, parts: Sequence[frozenset[int]], _near: Nearness) -> None:
    own = {state.group[i] for part in parts for i in part}
    if len(own) > 1:
        state.put(set().union(*(state.take(g) for g in sorted(own))))


def _split(state: _State, one: Constraint, parts: Sequence[frozenset[int]], near: Nearness) -> None:
    first = {i for anchor in one.parts[0] for i in anchor} | parts[0]
    second = ({i for anchor in one.parts[1] for i in anchor} | parts[1]) - first
    both = {state.group[i] for i in first if i in state.group} & {
        state.group[i] for i in second if i in state.group
    }
    for own in sorted(both):
        members = state.take(own)
        left, right = members & first, members & second
        for item in sorted(members - left - right):
            nearer = near(item, sorted(members & first)) > near(item, sorted(members & second))
            (left if nearer else right).add(item)
        state.put(left)
        state.put(right)


def _reject(state: _State, one: Constraint, parts: Sequence[frozenset[int]], _near: Nearness) -> None:
    gone = frozenset().union(*parts)
    for own in sorted({state.group[i] for i in gone}):
        members = state.take(own)
        left = members - gone
        if one.whole and 2 * len(members & gone) >= len(members):
            left = set()
        if left:
            state.put(left)


_ACTIONS = {Action.MERGE: _merge, Action.SPLIT: _split, Action.REJECT: _reject}


def _holds(state: _State, one: Constraint, parts: Sequence[frozenset[int]]) -> bool:
    """Whether a constraint, once applied, is still kept; what was rejected since breaks none."""
    groups = [{state.group[i] for i in part if i in state.group} for part in parts]
    if one.action is Action.MERGE:
        return len(set().union(*groups)) <= 1
    if one.action is Action.SPLIT:
        return not groups[0] & groups[1]
    return True
