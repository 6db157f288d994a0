from hypothesis import given
from hypothesis import strategies as st

from sayso.core.reading import Voice
from sayso.core.span import Span
from sayso.desk.brief.citing import Mark
from sayso.desk.brief.pieces import Cite, MarkKind, Ref, Segment
from sayso.desk.brief.segments import split_text

TEXT = "Ilse Marn said that “no ship had sailed.”\nNobody answered, she said."


def mark(start: int, end: int, number: int, text: str = TEXT) -> Mark:
    span = Span(start, end, text[start:end])
    cite = Cite(number, "R1", "Pilot", f"pilot.txt:{start}-{end}", start, end, span.exact)
    return Mark(span, cite, [MarkKind.CLAIM], [Voice.OWN], [Ref(f"C{number}", "own voice")])


def split(*marks: Mark, text: str = TEXT) -> tuple[tuple[Segment, ...], ...]:
    return split_text(text, sorted(marks, key=lambda m: (m.span.start, -m.span.end)))


def covered(paragraphs: tuple[tuple[Segment, ...], ...], number: int) -> str:
    return "".join(s.text for p in paragraphs for s in p if number in s.cites)


def test_marks_that_cross_are_cut_where_they_cross() -> None:
    made = split(mark(0, 14, 1), mark(5, 19, 2))
    assert [s.text for s in made[0]][:3] == ["Ilse ", "Marn said", " that"]
    assert [s.cites for s in made[0]][:3] == [(1,), (1, 2), (2,)]


def test_a_mark_within_a_mark() -> None:
    made = split(mark(20, 41, 1), mark(21, 39, 2))
    assert covered(made, 1) == "“no ship had sailed.”"
    assert covered(made, 2) == "no ship had sailed"


def test_a_mark_over_two_paragraphs_covers_both() -> None:
    made = split(mark(24, 48, 1))
    assert covered(made, 1) == "ship had sailed.”Nobody"
    assert sum(s.opens == (1,) for p in made for s in p) == 1


def test_ways_back_stand_after_the_closing_quote_mark() -> None:
    made = split(mark(21, 40, 1), mark(20, 41, 2))
    closing = next(s for s in made[0] if s.closes)
    assert closing.text == "”"
    assert [r.key for r in closing.closes] == ["C1", "C2"]


def test_two_marks_of_one_span_open_and_close_once_each() -> None:
    made = split(mark(0, 9, 1), mark(0, 9, 2))
    assert made[0][0].opens == (1, 2)
    assert set(made[0][0].shuts) == {1, 2}


@given(
    st.text(alphabet="ab “”.,\n\u2028", max_size=80),
    st.lists(st.tuples(st.integers(0, 80), st.integers(1, 30)), max_size=12),
)
def test_every_mark_covers_its_words_and_no_word_is_lost(text: str, ranges: list[tuple[int, int]]) -> None:
    marks = [
        mark(a, min(a + n, len(text)), number, text)
        for number, (a, n) in enumerate(ranges, start=1)
        if text[a : a + n].strip() and not text[a].isspace() and not text[min(a + n, len(text)) - 1].isspace()
    ]
    made = split(*marks, text=text)
    assert "".join("".join(s.text for p in made for s in p).split()) == "".join(text.split())
    opened = [n for p in made for s in p for n in s.opens]
    assert sorted(opened) == sorted(m.cite.number for m in marks if m.cite)
    assert sorted(n for p in made for s in p for n in s.shuts) == sorted(opened)
    for m in marks:
        assert m.cite is not None
        assert "".join(covered(made, m.cite.number).split()) == "".join(m.span.exact.split())
