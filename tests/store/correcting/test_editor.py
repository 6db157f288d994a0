import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.core.correction import Action, Subject
from sayso.core.errors import UsageError
from sayso.store.correcting.editor import Editor, id_of
from sayso.store.correcting.undoing import last_in_force, take_back
from sayso.store.desk import Desk
from sayso.store.intake import ReadHow, read_pending, take_in
from sayso.store.ledgers import Collation, current_fingerprint, ledger_of, show_ledger
from tests.store.fakes import VERSION, FakeCollation, FakeReader, article

COLLATION = Collation(FakeCollation(), "c1")


@pytest.fixture
def editor(desk: Desk) -> Editor:
    items = [article(1), article(2), article(3, outlet="Quay Post")]
    take_in(desk, items, "run", lambda _done: None)
    read_pending(desk, ReadHow(FakeReader(), VERSION, 8), "run", lambda _done: None, lambda _record: None)
    return Editor(desk, ledger_of(desk, COLLATION), author="I. Marn")


def test_things_are_named_by_the_words_in_which_they_stand(editor: Editor) -> None:
    claim = editor.thing(Subject.CLAIM, "claim-story-1")
    assert [p.article for p in claim.passages] == ["a1", "a2"]
    assert all(p.exact in article(int(p.article[1:])).text for p in claim.passages)
    assert claim.passages[0].prefix.endswith(" said ")
    entity = editor.thing(Subject.ENTITY, "E1")
    assert {p.exact for p in entity.passages} == {"Minister Ilva Torren"}
    assert [p.exact for p in editor.thing(Subject.STORY, "story-1").passages] == ["", ""]
    assert editor.thing(Subject.STATEMENT, "a1/s1").words in article(1).text
    with pytest.raises(UsageError, match="no claim 'none'"):
        editor.thing(Subject.CLAIM, "none")


def test_what_is_decided_is_kept_in_order_and_for_good(editor: Editor, desk: Desk) -> None:
    one, other = (editor.thing(Subject.CLAIM, f"claim-story-{n}") for n in (1, 2))
    merged = editor.merge([one, other], reason=" one bridge ")
    said = editor.set(editor.thing(Subject.STATEMENT, "a1/s1"), "act", "Accuse", reason="it does")
    gone = editor.reject(one, reason="small talk")
    assert (merged.reason, said.value) == ("one bridge", "accuse")
    assert desk.corrections() == [merged, said, gone]
    assert merged.made < said.made < gone.made
    assert all(made.id == id_of(made) for made in desk.corrections())
    assert desk.keep_corrections([merged]) == 0
    assert last_in_force(desk.corrections()) == gone


def test_undoing_is_kept_beside_what_it_undoes(editor: Editor, desk: Desk) -> None:
    made = editor.reject(editor.thing(Subject.STATEMENT, "a1/s1"), reason="none")
    undone = take_back(desk, made, author="I. Marn", reason="it is one")
    assert (undone.action, undone.undoes) == (Action.UNDO, made.id)
    assert desk.corrections() == [made, undone]
    assert last_in_force(desk.corrections()) is None
    take_back(desk, undone, author="I. Marn")
    assert last_in_force(desk.corrections()) == made


def test_a_trial_keeps_nothing(editor: Editor, desk: Desk) -> None:
    trial = Editor(desk, editor.things.ledger, author="I. Marn", is_trial=True)
    assert trial.reject(trial.thing(Subject.STATEMENT, "a1/s1"), reason="none").id
    assert desk.corrections() == []


def test_a_split_takes_some_and_leaves_some(editor: Editor) -> None:
    claim = editor.thing(Subject.CLAIM, "claim-story-1")
    made = editor.split(claim, claim.passages[:1], reason="another bridge")
    assert made.parts == (claim.passages[:1], claim.passages[1:])


@pytest.mark.parametrize(
    ("decide", "told"),
    [
        (lambda e: e.merge([e.thing(Subject.CLAIM, "claim-story-1")], reason=""), "two things"),
        (
            lambda e: e.merge(
                [e.thing(Subject.CLAIM, "claim-story-1"), e.thing(Subject.STORY, "story-1")], reason=""
            ),
            "several kinds",
        ),
        (lambda e: e.split(e.thing(Subject.CLAIM, "claim-story-1"), [], reason=""), "nothing of that"),
        (lambda e: e.reject(e.thing(Subject.STORY, "story-1"), reason=""), "story cannot be rejected"),
        (
            lambda e: e.set(e.thing(Subject.STORY, "story-1"), "act", "deny", reason=""),
            "statement, not of a story",
        ),
        (lambda e: e.set(e.thing(Subject.ENTITY, "E1"), "name", " ", reason=""), "cannot be empty"),
    ],
)
def test_what_cannot_be_is_refused(editor: Editor, decide: Callable[[Editor], object], told: str) -> None:
    with pytest.raises(UsageError, match=told):
        decide(editor)


def test_a_correction_needs_an_author(desk: Desk, editor: Editor) -> None:
    nobody = Editor(desk, editor.things.ledger, author=" ")
    with pytest.raises(UsageError, match="author"):
        nobody.reject(nobody.thing(Subject.STATEMENT, "a1/s1"), reason="none")


def test_a_ledger_depends_on_corrections(editor: Editor, desk: Desk) -> None:
    before = current_fingerprint(desk, COLLATION)
    editor.reject(editor.thing(Subject.STATEMENT, "a1/s1"), reason="none")
    assert current_fingerprint(desk, COLLATION) != before


def test_the_ledger_of_the_last_brief_stays_while_newer_ones_come_and_go(editor: Editor, desk: Desk) -> None:
    assert desk.shown_ledger() is None
    shown = show_ledger(desk, COLLATION, "story-1")
    for name in ("a1/s1", "a2/s1"):
        editor.reject(editor.thing(Subject.STATEMENT, name), reason="none")
        ledger_of(desk, COLLATION)
    assert desk.shown_ledger() == shown
    assert [line.id for line in desk.stories() or []] == ["story-1", "story-2"]
    show_ledger(desk, COLLATION)
    editor.reject(editor.thing(Subject.STATEMENT, "a3/s1"), reason="none")
    ledger_of(desk, COLLATION)
    connection = sqlite3.connect(Path(desk.path))
    kept = connection.execute("SELECT count(DISTINCT fingerprint) FROM ledgers").fetchone()
    assert kept == (2,), "the newest, and that of the last brief"
    connection.close()
