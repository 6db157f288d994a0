from collections.abc import Collection

from hypothesis import given
from hypothesis import strategies as st

from sayso.collate.corrections.partition import Constraint, replay
from sayso.core.correction import Action


def near(one: int, side: Collection[int]) -> float:
    return -min(abs(one - other) for other in side)


def constraint(name: str, action: Action, *parts: Collection[int], whole: bool = False) -> Constraint:
    return Constraint(name, action, tuple(tuple((i,) for i in sorted(part)) for part in parts), whole)


def test_a_merge_joins_the_whole_groups_of_its_anchors() -> None:
    done = replay([[0, 1], [2, 3], [4]], [constraint("m", Action.MERGE, [0], [3])], near)
    assert done.groups == ((0, 1, 2, 3), (4,))
    assert done.bearing == {"m": frozenset({0, 3})}


def test_a_split_parts_its_sides_and_sends_each_other_member_to_the_nearer() -> None:
    done = replay([[0, 1, 8, 9]], [constraint("s", Action.SPLIT, [9], [0])], near)
    assert done.groups == ((0, 1), (8, 9))


def test_a_split_leaves_alone_what_is_parted_already() -> None:
    done = replay([[0, 1], [8, 9]], [constraint("s", Action.SPLIT, [9], [0])], near)
    assert done.groups == ((0, 1), (8, 9))
    assert done.overruled == {}


def test_the_later_of_two_that_contradict_each_other_holds() -> None:
    merge, split = constraint("m", Action.MERGE, [0], [9]), constraint("s", Action.SPLIT, [9], [0])
    first = replay([[0, 1], [8, 9]], [merge, split], near)
    assert first.groups == ((0, 1), (8, 9))
    assert first.overruled == {"m": "s"}
    second = replay([[0, 1], [8, 9]], [split, merge], near)
    assert second.groups == ((0, 1, 8, 9),)
    assert second.overruled == {"s": "m"}


def test_rejected_items_leave_and_a_whole_takes_its_group_along() -> None:
    one = replay([[0, 1, 2]], [constraint("r", Action.REJECT, [0])], near)
    assert one.groups == ((1, 2),)
    assert replay([[0, 1, 2]], [constraint("r", Action.REJECT, [0, 1], whole=True)], near).groups == ()
    assert replay([[0, 1, 2]], [constraint("r", Action.REJECT, [0], whole=True)], near).groups == ((1, 2),)


def test_of_two_places_of_one_anchor_that_where_its_part_stands_is_meant() -> None:
    anchors = (((0,), (1, 4), (2,)), ((6,),))
    done = replay([[0, 1, 2], [4, 5], [6]], [Constraint("m", Action.MERGE, anchors)], near)
    assert done.groups == ((0, 1, 2, 6), (4, 5))


@given(
    sizes=st.lists(st.integers(1, 4), min_size=1, max_size=5),
    drawn=st.lists(
        st.tuples(st.sampled_from(list(Action)[:2]), st.sets(st.integers(0, 9)), st.sets(st.integers(0, 9))),
        max_size=5,
    ),
)
def test_whatever_is_replayed_every_item_stands_in_one_group_and_the_last_word_holds(
    sizes: list[int], drawn: list[tuple[Action, set[int], set[int]]]
) -> None:
    groups, total = [], 0
    for size in sizes:
        groups.append(list(range(total, total + size)))
        total += size
    constraints = []
    for number, (action, left, right) in enumerate(drawn):
        parts = [{i for i in left if i < total}, {i for i in right if i < total} - left]
        if all(parts):
            constraints.append(constraint(str(number), action, *parts))
    done = replay(groups, constraints, near)
    assert sorted(i for group in done.groups for i in group) == list(range(total))
    assert done == replay(groups[::-1], constraints, near)
    if constraints:
        assert constraints[-1].correction not in done.overruled
