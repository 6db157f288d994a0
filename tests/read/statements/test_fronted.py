"""What is said on both sides of its cue."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.core.span import Span
from sayso.read.entities.layout import lay_out
from sayso.read.spans import Attribution
from sayso.read.statements import repair_attributions
from sayso.read.statements.fronted import without_stray_marks

BOTH = [
    ("The pier, the mayor said, is closed for good.", "the mayor", "said", "is closed for good", "The pier"),
    ("Hawk Bay, as her guide noted, never freezes.", "her guide", "noted", "never freezes", "Hawk Bay"),
    ("But in time, Orsk said, the ice will go.", "Orsk", "said", "the ice will go", "in time"),
    ("The pier, the mayor told me on Friday, is closed.", "the mayor", "told", "is closed", "The pier"),
]
ALONE = [
    ("On Monday, Orsk said, “It is over.”", "Orsk", "said", "“It is over.”"),
    ("Asked about it, Orsk said, the ice will go.", "Orsk", "said", "the ice will go"),
    ("It was late. Orsk said, the ice will go.", "Orsk", "said", "the ice will go"),
]


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


def repaired(text: str, source: str, cue: str, content: str) -> list[str]:
    raw = Attribution((span(text, source),), (span(text, cue),), (span(text, content),), 0.9)
    (attribution,) = repair_attributions(text, [raw])
    assert repair_attributions(text, [attribution]) == (attribution,)
    return [part.exact for part in attribution.content]


@pytest.mark.parametrize(("text", "source", "cue", "content", "front"), BOTH)
def test_the_front_joins_what_follows(text: str, source: str, cue: str, content: str, front: str) -> None:
    assert repaired(text, source, cue, content) == [front, content]


@pytest.mark.parametrize(("text", "source", "cue", "content"), ALONE)
def test_the_report_keeps_its_own_opening(text: str, source: str, cue: str, content: str) -> None:
    assert repaired(text, source, cue, content) == [content]


def test_a_subject_alone_gets_its_verb() -> None:
    text = "The museum, Mr Orsk said, celebrated its heroes."
    assert repaired(text, "Mr Orsk", "said", "The museum") == ["The museum", "celebrated its heroes"]


def test_a_mark_beyond_a_line_break_goes() -> None:
    text = '"\n\n“It is over,” Orsk said.'
    raw = Attribution((span(text, "Orsk"),), (span(text, "said"),), (Span(0, 16, text[:16]),), 0.9)
    assert without_stray_marks(lay_out(text), raw).content == (span(text, "“It is over,”"),)


@given(st.text(alphabet='"“” \nab', min_size=1, max_size=40))
def test_any_marks(text: str) -> None:
    if not text.strip():
        return
    raw = Attribution((), (), (Span.of(text, 0, len(text)),), 0.9)
    (found,) = without_stray_marks(lay_out(text), raw).content
    assert text[found.start : found.end] == found.exact
