from collections.abc import Callable

from sayso.collate.timeline import make_timeline
from sayso.core.ledger import LedgerStatement, TimelineKind
from sayso.core.read_article import ReadArticle
from sayso.core.reading import Act, Form
from sayso.core.span import Date, Grain, Span

MakeRead = Callable[..., ReadArticle]


def _statement(name: str, value: str, grain: Grain) -> LedgerStatement:
    span = Span(0, 3, "day")
    return LedgerStatement(
        name, "a", Form.INDIRECT, (), (), (span,), None, (), Act.ASSERT, Date(value, grain, span), 1.0
    )


def test_in_order_and_only_what_is_dated() -> None:
    statements = [
        _statement("late", "2031-03-02", Grain.DAY),
        _statement("vague", "PAST_REF", Grain.VAGUE),
        _statement("span", "P2D", Grain.DURATION),
        _statement("year", "2031", Grain.YEAR),
        _statement("open", "XXXX-10-11", Grain.DAY),
        _statement("early", "2030-12-31", Grain.DAY),
    ]
    timeline = make_timeline([], statements, [], {})
    assert [entry.ref for entry in timeline] == ["early", "year", "late", "open"]
    assert {entry.kind for entry in timeline} == {TimelineKind.STATEMENT}


def test_a_vague_date_is_a_range_and_an_open_one_is_none() -> None:
    statements = [_statement("year", "2031", Grain.YEAR), _statement("open", "XXXX-10-11", Grain.DAY)]
    year, left = make_timeline([], statements, [], {})
    assert (year.first, year.last) == ("2031-01-01", "2031-12-31")
    assert (left.first, left.last) == (None, None)


def test_when_it_was_told_stands_apart_from_when_it_was(make_read: MakeRead) -> None:
    told = make_read("a", "day by day the water rose", published="2031-03-09").reading
    (entry,) = make_timeline([], [_statement("s", "2031-03-02", Grain.DAY)], [], {"a": told})
    assert (entry.article, entry.first, entry.published) == ("a", "2031-03-02", "2031-03-09")
