from collections import Counter

import pytest

from bench.derive import KINDS, Deriver, Edge
from bench.lineage import compare
from sayso.collate.lineage import Lineage
from sayso.core.lineage import Precedence, Taking
from sayso.core.span import Span

SPAN = Span(0, 4, "Snow")


def _taking(source: str, precedence: Precedence) -> Taking:
    return Taking(source, SPAN, SPAN, is_verbatim=True, precedence=precedence)


@pytest.mark.parametrize("half", ["tune", "held"])
def test_each_original_is_derived_from_in_each_way(half: str) -> None:
    deriver = Deriver(half)
    ids = [article.id for article in deriver.articles]
    assert len(set(ids)) == len(ids) == 110
    assert Counter(e.kind for e in deriver.edges) == {k: 20 if k == "merge" else 10 for k in KINDS}
    assert {e.copy for e in deriver.edges} | {e.source for e in deriver.edges} == set(ids)
    assert all("{" not in article.text for article in deriver.articles)


def test_the_same_seed_derives_the_same() -> None:
    assert Deriver("tune").articles == Deriver("tune").articles
    assert Deriver("tune").articles != Deriver("tune", 1).articles


def test_edges_are_right_with_their_direction() -> None:
    edges = [Edge("copy", "source", "edit", True), Edge("loose", "source", "headline", False)]
    right = Lineage(
        takings={
            "copy": (_taking("source", Precedence.PUBLISHED),),
            "loose": (_taking("source", Precedence.UNKNOWN),),
            "source": (_taking("loose", Precedence.UNKNOWN),),
        }
    )
    assert compare(right, edges).f1() == 1
    turned = Lineage(takings={"source": (_taking("copy", Precedence.PUBLISHED),)})
    assert compare(turned, edges).right.total() == 0
    guessed = Lineage(takings={"loose": (_taking("source", Precedence.CONTAINED),)})
    assert compare(guessed, edges).right.total() == 0
    unsure = Lineage(takings={"copy": (_taking("source", Precedence.UNKNOWN),)})
    assert compare(unsure, edges).right.total() == 0
