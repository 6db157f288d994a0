from sayso.collate.claims.links import tie
from sayso.collate.weights import load_weights

NEAR = {1: 2.0, 2: 1.0}  # of the first


def test_the_mean_of_the_scores() -> None:
    found = tie(0, [0, 1, 2], NEAR, set())
    assert found is not None
    assert (found.likeness, found.is_tied) == (1.5, False)


def test_a_pair_that_was_not_compared_counts_as_far_apart() -> None:
    found = tie(0, [0, 3], NEAR, set())
    assert found is not None
    assert found.likeness == load_weights("claims")["floor"]


def test_a_tied_denial_says_nothing_of_how_alike_the_others_are() -> None:
    assert tie(0, [0, 1, 3], NEAR, {3}) == tie(0, [0, 1], NEAR, set())


def test_a_tied_denial_and_what_it_alone_answers_are_tied() -> None:
    denial, answered = tie(3, [0, 3], {}, {3}), tie(0, [0, 3], NEAR, {3})
    assert denial is not None
    assert denial == answered
    assert denial.is_tied


def test_alone() -> None:
    assert tie(0, [0], NEAR, set()) is None
