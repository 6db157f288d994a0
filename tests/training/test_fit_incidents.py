import numpy as np

from training.fit_incidents import fit


def test_the_fit_finds_what_tells_pairs_apart_and_leaves_out_what_does_not() -> None:
    draw = np.random.default_rng(3)
    rows = draw.normal(size=(4000, 2))
    gold = rows[:, 0] + 0.3 * draw.normal(size=4000) > 1.0
    bias, telling, idle = fit(rows, gold)
    assert telling > 5 * abs(idle)
    assert bias < 0
    right = (bias + rows @ np.array([telling, idle]) > 0) == gold
    assert right.mean() > 0.9
