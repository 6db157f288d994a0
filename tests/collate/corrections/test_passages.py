from hypothesis import given
from hypothesis import strategies as st

from sayso.collate.corrections.passages import locate, pick, select
from sayso.core.correction import Selector
from sayso.core.span import Span

TEXT = "The ferry sank. Mr Orlo said the ferry sank at noon. Nobody saw the ferry."


def test_words_are_found_where_they_stood() -> None:
    span = Span.of(TEXT, 29, 38)
    assert span.exact == "the ferry"
    assert locate(select("a", TEXT, span), TEXT) == (29, 38)


def test_words_that_moved_are_found_by_what_stands_around_them() -> None:
    selector = select("a", TEXT, Span.of(TEXT, 29, 38))
    moved = "A new line.\n" + TEXT
    assert locate(selector, moved) == (41, 50)


def test_words_that_are_gone_are_found_nowhere() -> None:
    assert locate(select("a", TEXT, Span.of(TEXT, 29, 38)), "Another text.") is None
    assert locate(Selector("a"), TEXT) is None


@given(text=st.text(min_size=1, max_size=60), start=st.integers(0, 59), length=st.integers(1, 20))
def test_what_was_selected_is_found_again(text: str, start: int, length: int) -> None:
    if text[start : start + length].strip():
        span = Span.of(text, min(start, len(text)), min(start + length, len(text)))
        assert locate(select("a", text, span), text) == (span.start, span.end)


def test_the_candidate_most_alike_is_picked() -> None:
    candidates = [("long", [(0, 100)]), ("right", [(10, 32)]), ("far", [(200, 220)])]
    assert pick([(10, 30)], candidates) == "right"
    assert pick([(40, 60)], [("far", [(200, 220)])]) is None
    assert pick([(40, 60)], [("edge", [(59, 90)])]) is None
    assert pick([(40, 60)], [("edge", [(59, 90)])], touching=True) == "edge"
