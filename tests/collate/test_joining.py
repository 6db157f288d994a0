from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.generated.reports import make_reports
from sayso.collate import pool
from sayso.collate.joining import join_entities_of, join_parts
from sayso.collate.ledger import collate, collate_part
from sayso.core.ledger import Ledger
from sayso.core.read_article import ReadArticle

MakeRead = Callable[..., ReadArticle]
COUNT = 24
REPORTS = list(make_reports(COUNT, seed=12, opened=3, every=10))


@settings(max_examples=6, deadline=None)
@given(st.permutations(range(COUNT)))
def test_the_same_ledger_from_any_order_of_arrival(order: list[int]) -> None:
    assert collate([REPORTS[i] for i in order]) == collate(REPORTS)


def test_the_same_ledger_from_several_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "FEW", 0)
    monkeypatch.setattr(pool, "_CHUNK", 5)
    assert collate(REPORTS, processes=2) == collate(REPORTS)


def test_a_ledger_is_its_affairs_side_by_side() -> None:
    whole = collate(REPORTS)
    stories = {story.id: story for story in whole.stories}
    by_id = {read.reading.id: read for read in REPORTS}
    affairs = {
        tuple(sorted(a for own in (story.id, *story.related) for a in stories[own].articles))
        for story in whole.stories
    }
    parts = [collate_part([[by_id[a] for a in affair]]) for affair in affairs]
    assert join_parts(parts) == join_parts(parts[::-1]) == whole
    assert len(affairs) > 3


def test_ids_are_unique_in_the_whole(harbour: list[ReadArticle]) -> None:
    ledger = collate([*REPORTS, *harbour])
    for things in (ledger.entities, ledger.claims, ledger.events, ledger.statements, ledger.stories):
        ids = [thing.id for thing in things]
        assert len(set(ids)) == len(ids)
    known = {entity.id for entity in ledger.entities}
    assert {s.speaker for s in ledger.statements} <= known | {None}


def test_one_name_of_two_affairs_is_one_entity_and_a_surname_two() -> None:
    ledger = collate(REPORTS)
    names = [(e.name, e.kind) for e in ledger.entities if " " in e.name]
    assert len(set(names)) == len(names)


def test_nothing_joined_is_nothing() -> None:
    assert join_parts([]) == Ledger((), (), (), (), (), (), ())
    assert join_entities_of([]) == ()
