"""To whom something is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.core.span import Span
from sayso.read.entities import find_entities
from sayso.read.statements.addressee import find_addressee

CASES = [
    ("Orsk told reporters that the pier was shut.", "told", "that the pier was shut", "reporters"),
    (
        "Orsk told the Northern News in an interview that it was shut.",
        "told",
        "that it was shut",
        "the Northern News",
    ),
    (
        "“Go home,” the mayor told a crowd of fishermen on Friday.",
        "told",
        "“Go home,”",
        "a crowd of fishermen",
    ),
    ("Orsk called on the council to resign.", "called on", "the council to resign", "the council"),
    ("Orsk urged both sides to wait.", "urged", "both sides to wait", "both sides"),
    ("Orsk said to her brother that it was late.", "said", "that it was late", "her brother"),
    (
        "In a letter to the board, Orsk wrote that it was late.",
        "letter to the board",
        "it was late",
        "the board",
    ),
    ("Orsk said that the pier was shut.", "said", "that the pier was shut", None),
    ("Orsk was told that the pier was shut.", "told", "that the pier was shut", None),
    ("Orsk told much the same story.", "told", "much the same story", None),
    ("Orsk told how the pier burned.", "told", "how the pier burned", None),
]


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


@pytest.mark.parametrize(("text", "cue", "content", "addressee"), CASES)
def test_addressee(text: str, cue: str, content: str, addressee: str | None) -> None:
    index = find_entities(text, [], [])
    found = find_addressee(index, (span(text, cue),), (span(text, content),))
    assert [hearer.exact for hearer in found] == ([] if addressee is None else [addressee])


@given(st.text(max_size=200), st.integers(0, 200), st.integers(1, 60))
def test_addressee_lies_in_any_text(text: str, start: int, length: int) -> None:
    text = "told x " + text
    part = text[start : start + length].strip()
    if not part:
        return
    cue = Span.of(text, text.index(part), text.index(part) + len(part))
    for found in find_addressee(find_entities(text, [], []), (cue,), ()):
        assert text[found.start : found.end] == found.exact
