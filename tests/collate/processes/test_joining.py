from sayso.collate.processes.joining import join_surest


def test_the_surest_pairs_come_first_and_forbid_others() -> None:
    scores = {(0, 1): 2.0, (1, 2): 3.0}

    def apart(left: list[int], right: list[int]) -> bool:
        return not ({0, 2} <= {*left, *right})

    assert join_surest(4, scores, cut=1.0, may_join=apart) == [[0], [1, 2], [3]]


def test_what_is_below_the_cut_stays_apart() -> None:
    assert join_surest(2, {(0, 1): 0.5}, cut=1.0, may_join=lambda _a, _b: True) == [[0], [1]]
