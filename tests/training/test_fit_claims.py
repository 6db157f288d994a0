import pytest

from training.fit_claims import rewrite

WEIGHTS = """# Weights.
claim:
  bias: -4.06
  meaning: 0.43   # of both

claims:
  cut: -3.0       # joined above it

other: {}
"""


def test_numbers_change_and_comments_stay() -> None:
    changed = rewrite(WEIGHTS, {"claim": {"meaning": 1.5}, "claims": {"cut": -2.5}})
    assert "  meaning: 1.5   # of both" in changed
    assert "  cut: -2.5       # joined above it" in changed
    assert "  bias: -4.06" in changed


def test_an_unknown_section_is_an_error() -> None:
    with pytest.raises(ValueError, match="no section"):
        rewrite(WEIGHTS, {"nothing": {"cut": 1.0}})
