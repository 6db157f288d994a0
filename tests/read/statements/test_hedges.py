"""Words that leave a statement open or in doubt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.core.reading import Act, Form, Statement
from sayso.core.span import Span
from sayso.read.entities.layout import lay_out
from sayso.read.statements.cover import Cover
from sayso.read.statements.hedges import find_hedges

CASES = [
    ("Orsk said at least nine boats had sunk.", "said", "at least nine boats had sunk", ["at least"]),
    ("Orsk reportedly said the pier was shut.", "said", "the pier was shut", ["reportedly"]),
    ("Orsk said the crew may have drunk.", "said", "the crew may have drunk", ["may have"]),
    ("Orsk said the letter appears to be a forgery.", "said", "the letter appears to be a forgery", ["appears to"]),
    ("Orsk said the talks could resume.", "said", "the talks could resume", ["could"]),
    ("Orsk asked whether she could leave.", "asked", "whether she could leave", ["could"]),
    ("“Could we leave?” Orsk said.", "said", "“Could we leave?”", []),
    ("Orsk said in May that about half the crew had left.", "said", "that about half the crew had left", ["about"]),
    ("Orsk spoke about the crew.", "spoke about", "the crew", []),
    ("Orsk said some were hungry.", "said", "some were hungry", []),
]  # fmt: skip


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


def statement(text: str, cue: str, content: str) -> Statement:
    parts = span(text, cue), span(text, content)
    return Statement("s1", Form.INDIRECT, (), (parts[0],), (parts[1],), None, (), Act.ASSERT, None)


def hedges(text: str, said: Statement, *within: Statement) -> list[str]:
    told = Cover([part for s in (said, *within) for part in s.content])
    return [found.exact for found in find_hedges(lay_out(text), said, within, told)]


@pytest.mark.parametrize(("text", "cue", "content", "expected"), CASES)
def test_hedges(text: str, cue: str, content: str, expected: list[str]) -> None:
    assert hedges(text, statement(text, cue, content)) == expected


def test_a_hedge_belongs_to_the_statement_within() -> None:
    text = "Orsk said that Tarsk had told her the pier was perhaps shut."
    outer = statement(text, "said", "that Tarsk had told her the pier was perhaps shut")
    inner = statement(text, "had told her", "the pier was perhaps shut")
    assert hedges(text, outer, inner) == []
    assert hedges(text, inner, outer) == ["perhaps"] or hedges(text, inner) == ["perhaps"]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_hedges_lie_in_any_text(text: str) -> None:
    text = f"said at least 9 {text} reportedly."
    layout = lay_out(text)
    whole = Statement(
        "s1",
        Form.INDIRECT,
        (),
        (Span.of(text, 0, 4),),
        (Span.of(text, 5, len(text)),),
        None,
        (),
        Act.ASSERT,
        None,
    )
    found = find_hedges(layout, whole, (), Cover(list(whole.content)))
    assert all(text[part.start : part.end] == part.exact for part in found)
    assert found
