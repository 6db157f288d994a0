import pytest

from bench.conll import score_clusters

pytest.importorskip("scorch")

GOLD = [frozenset("abc"), frozenset("de"), frozenset("f")]


def test_the_gold_itself_is_all_right() -> None:
    assert score_clusters(GOLD, GOLD).mean == 1


def test_parts_scored_by_themselves_sum_to_the_whole() -> None:
    found = score_clusters(GOLD, [frozenset("ab"), frozenset("c"), frozenset("def")])
    assert found.muc == pytest.approx(2 / 3)  # two of three links, both ways
    assert found.b_cubed == pytest.approx(7 / 9)


def test_mentions_found_too_many_cost_precision() -> None:
    found = score_clusters(GOLD, [*GOLD, frozenset({("a thing", 1)})])
    assert found.b_cubed < 1
