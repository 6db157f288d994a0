import io

import pytest
from rich.console import Console

from sayso.collate.ledger import collate
from sayso.core.ledger import Ledger
from sayso.core.process import Fate
from sayso.desk.brief import make_brief
from sayso.desk.brief.model import StoryBrief
from sayso.desk.html import to_html
from sayso.desk.markdown import to_markdown
from sayso.desk.terminal import show_brief
from tests.collate.processes.conftest import tell

TEXT = (
    "Talks between Veltria and Ostra in Hask ended on Monday without an agreement. Norland mediated the talks. "
    "Veltria offered to build a new pier. Ostra rejected the offer of a new pier. "
    "Veltria and Ostra agreed to a 30-day ceasefire, which nobody signed."
)
HOSTILE = "Veltria <script>alert(1)</script> demanded that Ostra free the `crew` [now](http://x). " + TEXT


@pytest.fixture
def ledger() -> Ledger:
    return collate([tell("a", HOSTILE, "2031-05-05")])


@pytest.fixture
def story(ledger: Ledger) -> StoryBrief:
    return make_brief(ledger, None).stories[0]


def test_every_fact_leads_to_words(story: StoryBrief) -> None:
    cards = [c for t in story.file.talks for c in t.cards]
    entries = [e for c in (*cards, *story.file.commitments) for f in c.facts for e in f.entries]
    assert entries
    assert all(e.cites for e in entries)
    numbers = {c.number for c in story.cites}
    assert all(c.number in numbers for e in entries for c in e.cites)


def test_codes_that_no_report_tells_are_shown_as_such(story: StoryBrief) -> None:
    (ceasefire,) = (c for t in story.file.talks for c in t.cards if c.kind == "ceasefire")
    facts = {f.name: f.entries for f in ceasefire.facts}
    assert facts["Purpose"] == ()
    assert [e.value for e in facts["Declaration"]] == ["bilateral"]


def test_a_commitment_shows_its_fate(story: StoryBrief) -> None:
    offer = next(c for c in story.file.commitments if c.kind == "offer")
    assert offer.fate is Fate.REFUSED


def test_all_three_forms_show_it(ledger: Ledger) -> None:
    page, markdown = to_html(ledger, None), to_markdown(ledger, None)
    console = Console(file=io.StringIO(), width=100)
    show_brief(ledger, None, console, texts=False)
    terminal = console.file.getvalue()  # type: ignore[attr-defined]
    for drawn in (page, markdown, terminal):
        assert "Talks and ceasefires" in drawn
        assert "round of talks" in drawn
    assert "<script>alert" not in page
    assert "not told" in terminal


def test_a_story_without_talks_has_no_section() -> None:
    quiet = collate([tell("a", "Pia Orn won the chess cup of Port Sell.", "2031-05-05")])
    assert "Talks and ceasefires" not in to_html(quiet, None)
    assert "Talks and ceasefires" not in to_markdown(quiet, None)
