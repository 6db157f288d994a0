from sayso.collate.timeline import make_timeline
from sayso.core.ledger import LedgerStatement, TimelineKind
from sayso.core.reading import Act, Form
from sayso.core.span import Date, Grain, Span


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
