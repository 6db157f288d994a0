"""What a report shares with others, in all three media."""

from dataclasses import replace

import pytest
from builders import POISONS, TEXTS, dispute
from lxml import html as lxml_html  # type: ignore[import-untyped]

from sayso.core.ledger import Ledger
from sayso.core.lineage import Credit, CreditPlace, Precedence, Taking
from sayso.core.printable import printable
from sayso.core.span import Span
from sayso.desk.brief import make_brief
from sayso.desk.html import to_html
from sayso.desk.lineage import shared_words
from sayso.desk.markdown import to_markdown


def _ledger(credit: str = "NWA", words: str | None = None) -> Ledger:
    ledger = dispute()
    text = words or TEXTS["echo"]
    here, there = Span.of(text, 0, min(40, len(text))), Span.of(TEXTS["wire"], 0, 40)
    took = (
        Taking("wire", here, there, True, Precedence.PUBLISHED),
        Taking("wire", here, there, False, Precedence.PUBLISHED),
        Taking("gone", here, there, True, Precedence.UNKNOWN),
    )
    named = (Credit(credit, CreditPlace.SIGN_OFF, None),)
    articles = [replace(a, took=took, credits=named) if a.id == "echo" else a for a in ledger.articles]
    return replace(ledger, articles=tuple(articles))


def test_how_many_words_and_who_was_first() -> None:
    (story,) = make_brief(_ledger(), None).stories
    report = next(r for r in story.reports if r.took)
    (took,) = report.took
    count = 2 * len(TEXTS["echo"][:40].split())
    assert (took.word_count, took.of_count) == (count, len(TEXTS["echo"].split()))
    assert took.source.key in {r.key for r in story.reports}
    assert f"{count}/{took.of_count} words, that one published first" in shared_words(report)
    assert shared_words(next(r for r in story.reports if not r.took)) == ""


def test_the_page_shows_passages_and_credits() -> None:
    page = " ".join(lxml_html.fromstring(to_html(_ledger(), None)).text_content().split())
    assert "that one published first" in page
    assert "in other words" in page
    assert "CreditsNWA" in page.replace(" ", "")


def test_markdown_shows_it_too() -> None:
    assert "that one published first" in to_markdown(_ledger(), None)


@pytest.mark.parametrize("poison", POISONS)
def test_foreign_words_stay_words(poison: str) -> None:
    page = to_html(_ledger(f"X {poison}", f"Snow {poison} fell"), None)
    body = lxml_html.fromstring(page).find("body")
    assert not body.xpath(".//script | .//img | .//iframe | .//@onerror | .//@onclick")
    assert printable(f"Snow {poison} fell")[:20].strip() in body.text_content()
    assert "\u202e" not in page
    assert "\x1b" not in page
