from hypothesis import given
from hypothesis import strategies as st

from sayso.collate.linkage import components, link

_SCORES = st.dictionaries(
    st.tuples(st.integers(0, 6), st.integers(7, 12)), st.floats(-5, 5).map(lambda x: round(x, 3)), max_size=20
)


def test_average_decides_not_the_nearest_pair() -> None:
    scores = {(0, 1): 5.0, (0, 2): 3.0, (1, 2): -4.0}
    assert link(3, scores, cut=0.0, floor=-5.0)[0] == [(0, 1), (2,)]
    assert link(3, scores, cut=-0.5, floor=-5.0)[0] == [(0, 1, 2)]


def test_a_pair_without_a_score_is_far_apart() -> None:
    scores = {(0, 1): 5.0, (1, 2): 4.0}
    assert link(3, scores, cut=0.0, floor=-5.0)[0] == [(0, 1), (2,)]


def test_a_forbidden_merge_is_not_made() -> None:
    scores = {(0, 1): 5.0, (1, 2): 4.0, (0, 2): 4.0}
    groups, _ = link(3, scores, cut=0.0, floor=-5.0, may_join=lambda a, b: 0 not in (*a, *b))
    assert groups == [(0,), (1, 2)]


@given(_SCORES)
def test_groups_part_the_items_and_merges_fall(scores: dict[tuple[int, int], float]) -> None:
    groups, merges = link(13, scores, cut=-1.0, floor=-6.0)
    assert sorted(i for g in groups for i in g) == list(range(13))
    assert all(m.score >= -1.0 for m in merges)
    assert link(13, dict(reversed(scores.items())), cut=-1.0, floor=-6.0)[0] == groups


def test_components() -> None:
    assert components(5, [(3, 1), (4, 3)]) == [(0,), (1, 3, 4), (2,)]
