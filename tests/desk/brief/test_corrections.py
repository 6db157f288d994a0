"""Corrections in a brief: marked where they bear, listed with what became of them, in every medium."""

import io
from dataclasses import replace

import pytest
from rich.console import Console

from sayso.core.correction import (
    Action,
    Correction,
    CorrectionState,
    LedgerCorrection,
    Selector,
    Subject,
)
from sayso.core.ledger import Ledger
from sayso.desk.brief import make_brief
from sayso.desk.brief.names import names_in
from sayso.desk.html import to_html
from sayso.desk.markdown import to_markdown
from sayso.desk.terminal import show_brief
from tests.store.fakes import VERSION, FakeCollation, FakeReader, article

AUTHOR = "I. <b>Marn</b>"


def made(
    number: int, action: Action, subject: Subject, *passages: Selector, reason: str = "as read"
) -> Correction:
    moment = f"2031-03-05T10:00:0{number}.000000Z"
    return Correction(f"x{number:016}", action, subject, (passages,), AUTHOR, moment, reason)


@pytest.fixture
def ledger() -> Ledger:
    items = [article(n, published=f"2031-03-0{n}") for n in (1, 2)]
    ledger = FakeCollation()(list(FakeReader(VERSION).read(items)))
    (claim,) = ledger.claims
    here = Selector("a1", 0, 5, claim.readings[0].span.exact)
    held = made(1, Action.MERGE, Subject.CLAIM, here)
    lost = made(2, Action.REJECT, Subject.EVENT, Selector("gone", 0, 4, "fire"), reason="no \x1b[31mfire")
    undone = made(3, Action.REJECT, Subject.CLAIM, here)
    undo = replace(made(4, Action.UNDO, Subject.CLAIM), subject=None, parts=(), undoes=undone.id)
    return replace(
        ledger,
        claims=(replace(claim, corrected=(held.id,)),),
        statements=tuple(replace(s, corrected=(held.id,)) for s in ledger.statements),
        corrections=(
            LedgerCorrection(held, CorrectionState.APPLIED, refs=(claim.id,)),
            LedgerCorrection(lost, CorrectionState.LOST, why="nothing of the kind is found there any more"),
            LedgerCorrection(undone, CorrectionState.UNDONE, by=undo.id),
            LedgerCorrection(undo, CorrectionState.APPLIED),
        ),
    )


def test_marks_and_list_tell_who_what_and_what_became_of_it(ledger: Ledger) -> None:
    (story,) = make_brief(ledger, None).stories
    (row,) = (*story.claims, *story.singles)
    assert [(ref.key, ref.note) for ref in row.corrected] == [("K1", AUTHOR)]
    assert story.speakers[0].reports[0].said[0].corrected == row.corrected
    assert [(c.key, c.state) for c in story.corrections] == [
        ("K1", "applied"),
        ("K2", "lost"),
        ("K3", "undone"),
    ]
    assert story.corrections[1].why
    assert story.corrections[1].parts[0].words == ("fire",)
    assert (story.corrections[2].by, story.corrections[2].by_whom) == ("x00000000", AUTHOR)


def test_every_medium_shows_them_and_trusts_no_word(ledger: Ledger) -> None:
    page = to_html(ledger, None)
    assert "corrected by <bdi>I. &lt;b&gt;Marn&lt;/b&gt;</bdi>" in page
    assert 'id="K2"' in page
    assert "\x1b" not in page
    screen = io.StringIO()
    show_brief(ledger, None, Console(file=screen, width=100), texts=False)
    assert f"✎ corrected by {AUTHOR} (K1)" in screen.getvalue()
    assert "? not found any more" in screen.getvalue()
    assert "\x1b[31m" not in screen.getvalue()
    document = to_markdown(ledger, None)
    assert "## Corrections" in document
    assert "<b>" not in document


def test_keys_and_numbers_lead_back_to_the_ledger(ledger: Ledger) -> None:
    names = names_in(ledger)
    assert names.ids["C1"] == ("C", ledger.claims[0].id)
    assert {names.ids[key][1] for key in ("R1", "R2")} == {"a1", "a2"}
    texts = {a.id: a.text for a in ledger.articles}
    words = {texts[a][start:end] for a, start, end in names.passages.values()}
    assert {r.span.exact for c in ledger.claims for r in c.readings} <= words
