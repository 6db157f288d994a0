"""Statements within statements."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.core.reading import Act, Form, Statement
from sayso.core.span import Span
from sayso.read.statements.nesting import nested

TEXT = "The mayor said that the widow had told the court that the guard lied about it. “It is so,” she added."


def statement(number: int, cue: str, *content: str) -> Statement:
    spans = tuple(Span(TEXT.index(words), TEXT.index(words) + len(words), words) for words in content)
    at = TEXT.index(cue)
    return Statement(
        f"s{number}", Form.INDIRECT, (), (Span(at, at + len(cue), cue),), spans, None, (), Act.ASSERT, None
    )


def test_inner_statements_point_to_the_nearest_outer_one() -> None:
    outer = statement(1, "said", "that the widow had told the court that the guard lied about it")
    inner = statement(2, "had told the court", "that the guard lied about it")
    innermost = statement(3, "lied about", "it")
    other = statement(4, "added", "“It is so,”")
    assert [s.within for s in nested([outer, inner, innermost, other])] == [None, "s1", "s2", None]


def test_a_statement_is_not_within_what_it_surrounds() -> None:
    broad = statement(1, "had told", "the widow had told the court")
    assert nested([broad])[0].within is None


def test_content_that_runs_on_is_not_within() -> None:
    outer = statement(1, "said", "that the widow had told the court")
    inner = statement(2, "had told the court", "that the guard lied about it")
    assert [s.within for s in nested([outer, inner])] == [None, None]


@given(st.lists(st.tuples(*[st.integers(0, 90)] * 4), max_size=12))
def test_any_statements_nest_without_a_ring(places: list[tuple[int, int, int, int]]) -> None:
    made = []
    for number, (a, b, c, d) in enumerate(places):
        cue, content = (Span(x, x + 1 + y % 10, TEXT[x : x + 1 + y % 10]) for x, y in ((a, b), (c, d)))
        made.append(
            Statement(f"s{number}", Form.INDIRECT, (), (cue,), (content,), None, (), Act.ASSERT, None)
        )
    outer = {s.id: s.within for s in nested(made)}
    for start in outer:
        seen, at = set(), start
        while (up := outer[at]) is not None:
            assert up not in seen
            seen.add(up)
            at = up
