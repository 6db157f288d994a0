import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.encoder.network import CALL, ROUND, _alike, make_inputs
from sayso.read.encoder.pieces import Pieces
from sayso.read.encoder.windows import Window


def positions(lengths: list[int], groups: list[list[int]]) -> int:
    """What the groups cost: each filled up to its longest window, and the call itself."""
    filled = (len(group) * -(-(max(lengths[at] for at in group) + 2) // ROUND) * ROUND for group in groups)
    return sum(filled) + CALL * len(groups)


@given(st.lists(st.integers(1, 254), max_size=16))
def test_windows_of_like_lengths_go_together(lengths: list[int]) -> None:
    groups = _alike(lengths)
    assert sorted(at for group in groups for at in group) == list(range(len(lengths)))
    alone, together = [[at] for at in range(len(lengths))], [list(range(len(lengths)))] * bool(lengths)
    assert positions(lengths, groups) <= min(positions(lengths, alone), positions(lengths, together))


def test_a_short_window_is_not_filled_up_beside_long_ones() -> None:
    assert sorted(map(sorted, _alike([250, 40, 250, 245]))) == [[0, 2, 3], [1]]


def test_inputs_are_filled_up_to_few_shapes() -> None:
    zeros = np.zeros(30, dtype=np.int64)
    pieces = Pieces(zeros, zeros, zeros, zeros, zeros, zeros)
    ids, mask, *_ = make_inputs(pieces, [Window(0, 21, 0, 21), Window(0, 30, 0, 30)])
    assert ids.shape == (2, 32)
    assert mask.sum(1).tolist() == [23, 32]
