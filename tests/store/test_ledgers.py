import sqlite3

import pytest

from sayso.core.errors import UsageError
from sayso.store.desk import Desk
from sayso.store.intake import ReadHow, read_pending, take_in
from sayso.store.ledgers import Collation, find_story, fingerprint_of, ledger_of, stories_of
from sayso.store.part import part_of
from sayso.store.records import Provenance, StoryLine
from tests.store.fakes import VERSION, FakeCollation, FakeReader, article


def fill(desk: Desk, *numbers: int, outlet: str = "Harbour Herald", reader: str = VERSION) -> None:
    items = [article(n, outlet=outlet, published=f"2031-03-0{n}") for n in numbers]
    take_in(desk, items, "run", lambda _done: None)
    how = ReadHow(FakeReader(reader), reader, 8)
    read_pending(desk, how, "run", lambda _done: None, lambda _record: None)


def test_a_ledger_is_collated_once_and_then_kept(desk: Desk) -> None:
    fill(desk, 1, 2)
    collate = FakeCollation()
    collation = Collation(collate, "c1")
    first = ledger_of(desk, collation)
    assert ledger_of(desk, collation) == first
    assert ledger_of(desk, collation, "story-1") == part_of(first, "story-1")
    assert [line.id for line in stories_of(desk, collation)] == ["story-1"]
    assert collate.calls == 1


def test_what_changes_the_ledger_makes_it_anew(desk: Desk) -> None:
    fill(desk, 1)
    collate = FakeCollation()
    ledger_of(desk, Collation(collate, "c1"))
    fill(desk, 2)
    assert len(ledger_of(desk, Collation(collate, "c1")).articles) == 2
    ledger_of(desk, Collation(collate, "c2"))
    assert collate.calls == 3
    connection = sqlite3.connect(desk.path)
    assert connection.execute("SELECT count(DISTINCT fingerprint) FROM ledgers").fetchone() == (1,)
    connection.close()


def test_the_order_of_arrival_does_not_change_the_fingerprint() -> None:
    one, two = Provenance("a", 1, "r"), Provenance("b", 1, "r")
    base = fingerprint_of([one, two], "c1")
    assert base == fingerprint_of([Provenance("a", 1, "r"), two], "c1")
    others = ([one], [one, Provenance("b", 2, "r")], [one, Provenance("b", 1, "r2")])
    assert base not in {fingerprint_of(other, "c1") for other in others} | {fingerprint_of([one, two], "c2")}


def test_a_list_of_stories_tells_what_is_in_them(desk: Desk) -> None:
    fill(desk, 1, 2)
    fill(desk, 3, outlet="Quay Post")
    lines = stories_of(desk, Collation(FakeCollation(), "c1"))
    assert lines[0] == StoryLine(
        id="story-1",
        title=article(1).text[:40],
        first="2031-03-01",
        last="2031-03-02",
        reports=2,
        outlets=1,
        claims=1,
        contested=1,
    )
    assert [line.reports for line in lines] == [2, 1]
    assert desk.stories() == lines


def test_an_empty_desk_has_an_empty_ledger(desk: Desk) -> None:
    collation = Collation(FakeCollation(), "c1")
    assert desk.stories() is None
    assert stories_of(desk, collation) == []
    assert ledger_of(desk, collation).articles == ()


def test_a_desk_that_cannot_be_written_still_gives_its_ledger(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sayso.core.errors import DeskError

    def refuse(*_: object) -> None:
        raise DeskError("the desk cannot be written")

    fill(desk, 1)
    monkeypatch.setattr(desk, "keep_ledger", refuse)
    assert len(ledger_of(desk, Collation(FakeCollation(), "c1"), "story-1").articles) == 1


LINES = [StoryLine(name, "", None, None, 1, 1, 0, 0) for name in ("ab1", "ab12", "cd")]


@pytest.mark.parametrize(("name", "found"), [("ab1", "ab1"), ("ab12", "ab12"), ("c", "cd")])
def test_a_story_is_found_by_its_id_or_its_beginning(name: str, found: str) -> None:
    assert find_story(LINES, name) == found


@pytest.mark.parametrize(("name", "words"), [("a", "several stories .*ab1, ab12"), ("x", "no story 'x'")])
def test_a_name_of_none_or_several_is_refused(name: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        find_story(LINES, name)
