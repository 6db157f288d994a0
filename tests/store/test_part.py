import dataclasses

import pytest

from sayso.core.errors import UsageError
from sayso.core.ledger import EventReport, Grade, Ledger, LedgerEvent
from sayso.core.reading import Status
from sayso.core.span import Span
from sayso.store.part import part_of
from tests.store.fakes import FakeCollation, FakeReader, article

ARTICLES = [
    article(1),
    article(2),
    article(3, outlet="Quay Post"),
    article(4, "Nobody spoke.", outlet="Quay Post"),
]


def event(of: str) -> LedgerEvent:
    return LedgerEvent(
        id=f"ev-{of}",
        article=of,
        type="AID",
        mode=None,
        trigger=Span(0, 8, "Minister"),
        actors=(),
        recipients=(),
        places=(),
        date=None,
        harm=(),
        instruments=(),
        targets=(),
        status=Status.REPORTED,
        statement=None,
        incident="i1",
        reports=(EventReport("a1", "ev-a1"), EventReport("a3", "ev-a3")),
        grade=Grade.FAIR,
        reason="",
    )


@pytest.fixture
def ledger() -> Ledger:
    made = FakeCollation()(list(FakeReader().read(ARTICLES)))
    return dataclasses.replace(made, events=(event("a1"), event("a3")))


def test_a_part_holds_its_story_and_nothing_else(ledger: Ledger) -> None:
    part = part_of(ledger, "story-2")
    assert [a.id for a in part.articles] == ["a3", "a4"]
    assert [s.id for s in part.stories] == ["story-2"]
    assert [s.article for s in part.statements] == ["a3"]
    assert [c.story for c in part.claims] == ["story-2"]
    assert [t.ref for t in part.timeline] == ["a3/s1"]
    assert [e.id for e in part.events] == ["ev-a3"]


def test_what_a_part_points_to_is_in_it(ledger: Ledger) -> None:
    for story in ledger.stories:
        part = part_of(ledger, story.id)
        articles = {a.id for a in part.articles}
        entities = {e.id for e in part.entities}
        statements = {s.id for s in part.statements}
        assert {s.speaker for s in part.statements} <= entities
        assert {m[0] for e in part.entities for m in e.members} <= articles
        assert {r.article for e in part.events for r in e.reports} <= articles
        assert {r.statement for c in part.claims for r in c.readings} <= statements
        assert {s.article for c in part.claims for s in c.silent} <= articles


def test_the_parts_are_the_whole(ledger: Ledger) -> None:
    parts = [part_of(ledger, story.id) for story in ledger.stories]
    for name in ("articles", "stories", "statements", "events", "claims", "timeline"):
        assert sum(len(getattr(part, name)) for part in parts) == len(getattr(ledger, name))


def test_a_claim_comes_with_its_readings_in_other_stories(ledger: Ledger) -> None:
    mine, theirs = ledger.claims[0], ledger.claims[-1]
    assert mine.story != theirs.story
    shared = dataclasses.replace(mine, readings=(*mine.readings, *theirs.readings))
    ledger = dataclasses.replace(ledger, claims=(shared, *ledger.claims[1:]))
    for story in (mine.story, theirs.story):
        part = part_of(ledger, story)
        assert shared in part.claims
        assert {r.article for r in shared.readings} <= {a.id for a in part.articles}
        assert {r.statement for r in shared.readings} <= {s.id for s in part.statements}
        assert {s.id for s in part.stories} == {story}


def test_a_story_that_is_not_there_is_an_error(ledger: Ledger) -> None:
    with pytest.raises(UsageError, match="no story 'story-9'") as caught:
        part_of(ledger, "story-9")
    assert "sayso stories" in caught.value.remedy
