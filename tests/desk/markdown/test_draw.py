import re

import pytest
from builders import POISONS, dispute, poisoned
from markdown_it import MarkdownIt

from sayso.core.errors import UsageError
from sayso.desk.brief import make_brief
from sayso.desk.markdown import to_markdown


def test_every_reference_has_its_footnote_and_every_footnote_its_words() -> None:
    page = to_markdown(dispute(), None)
    body, _, notes = page.partition("## Words")
    defined = dict(re.findall(r"^\[\^(\d+)\]: (.*)$", notes, flags=re.MULTILINE))
    assert set(re.findall(r"\[\^(\d+)\]", body)) == set(defined)
    for cite in make_brief(dispute(), None).stories[0].cites:
        assert cite.words in defined[str(cite.number)]
        assert cite.place in defined[str(cite.number)]


def test_the_matrix_has_a_column_for_each_report() -> None:
    rows = [line for line in to_markdown(dispute(), None).splitlines() if line.startswith("| ")]
    assert rows[0].startswith(
        "| Claim | ledger | Harbour Pilot | Tolvane Gazette | Fallow Wire | The Marrow Echo |"
    )
    assert "≠ contested" in rows[2]
    assert "◆ own voice [^3]" in rows[2]
    assert "– silent: published before the first reading" in rows[2]


def test_words_that_differ_are_bold() -> None:
    page = to_markdown(dispute(), None)
    assert "we **will** not forget **a single one** of them" in page
    assert "any → a single one" in page


def test_the_text_marks_the_words_and_numbers_them() -> None:
    assert "Marrow’s admiralty rejected ⟦the accusation⟧[^2]." in to_markdown(dispute(), None)


def test_it_is_plain_that_a_machine_coded_it() -> None:
    assert to_markdown(dispute(), None).startswith("> ◐ Coded by machine, unchecked.")


@pytest.mark.parametrize("poison", POISONS)
def test_foreign_text_is_no_markup(poison: str) -> None:
    page = to_markdown(poisoned(poison), None)
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(page)
    kinds = {t.type for token in tokens for t in (token, *(token.children or ()))}
    assert not kinds & {"html_block", "html_inline", "image", "fence", "code_inline", "s_open", "hr"}
    targets = {t.attrs["href"] for token in tokens for t in (token.children or ()) if t.type == "link_open"}
    assert not targets  # footnotes are no links to this parser: any link would come from the words
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page)


def test_an_unknown_story_is_an_error() -> None:
    with pytest.raises(UsageError):
        to_markdown(dispute(), "nothing")
