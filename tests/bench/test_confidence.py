import numpy as np

from bench.confidence import calibration_error


def test_confidence_that_keeps_its_word_has_no_error() -> None:
    said = np.repeat([0.25, 0.75], 40)
    true = np.tile([1, 0, 0, 0], 10).tolist() + np.tile([1, 1, 1, 0], 10).tolist()
    assert calibration_error(said, np.array(true, dtype=float)) < 1e-9


def test_false_confidence_is_seen() -> None:
    assert calibration_error(np.full(20, 0.9), np.zeros(20)) > 0.89
    assert calibration_error(np.zeros(0), np.zeros(0)) == 0
