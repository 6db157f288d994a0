"""Incidents of a ledger made from readings by hand: origins, days, tolls with their parts."""

from collections.abc import Callable

from sayso.collate.corrections.passages import select
from sayso.collate.ledger import collate
from sayso.core.correction import Action, Correction, Subject
from sayso.core.ledger import Ledger, LedgerIncident
from sayso.core.read_article import ReadArticle
from sayso.core.reading import Effect, Event, Harm, Statement, Status, Voice
from sayso.core.span import Date, Grain, Span
from sayso.core.toll import Cause, Convention, Toll

MakeRead = Callable[..., ReadArticle]
FIRST = "A shell hit the market of Tamsin on Monday. It killed at least 10 people, including nine children."
SECOND = "The shell that hit the market of Tamsin killed 14 people, the harbour office said."


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


def strike(
    text: str,
    trigger: str,
    harm: tuple[Harm, ...],
    *,
    status: Status = Status.REPORTED,
    day: str | None = None,
    statement: str | None = None,
) -> Event:
    date = Date("2031-03-03", Grain.DAY, span(text, day)) if day else None
    place = (span(text, "Tamsin"),)
    return Event(
        "e1", "ASSAULT", "bombing", span(text, trigger), (), (), place, date, harm, (), (), status, statement
    )


def reads(
    make_read: MakeRead, statement: Callable[..., Statement], *, second_day: str = "2031-03-04"
) -> list[ReadArticle]:
    told = (
        Harm(
            Effect.KILLED,
            10,
            None,
            span(FIRST, "people"),
            span(FIRST, "killed at least 10 people, including nine children"),
        ),
        Harm(Effect.KILLED, 9, 9, span(FIRST, "children"), span(FIRST, "nine children")),
    )
    later = (Harm(Effect.KILLED, 14, 14, span(SECOND, "people"), span(SECOND, "killed 14 people")),)
    said = statement(
        SECOND,
        1,
        "the harbour office",
        "said",
        "The shell that hit the market of Tamsin killed 14 people",
        speaker=None,
    )
    return [
        make_read(
            "a",
            FIRST,
            outlet="Marl Courier",
            published="2031-03-03",
            events=[strike(FIRST, "hit", told, day="Monday")],
        ),
        make_read(
            "b",
            SECOND,
            outlet="Ostra Times",
            published=second_day,
            statements=[said],
            events=[strike(SECOND, "hit", later, status=Status.CLAIMED, statement="s1")],
        ),
    ]


def collated(make_read: MakeRead, statement: Callable[..., Statement], **changes: str) -> Ledger:
    return collate(reads(make_read, statement, **changes))


def only(ledger: Ledger) -> LedgerIncident:
    (incident,) = ledger.incidents
    return incident


def toll(incident: LedgerIncident, who: str | None) -> Toll:
    (found,) = (t for t in incident.tolls if t.who == who)
    return found


def test_one_incident_holds_its_accounts_days_and_origins(
    make_read: MakeRead, statement: Callable[..., Statement]
) -> None:
    ledger = collated(make_read, statement)
    incident = only(ledger)
    assert set(incident.events) == {e.id for e in ledger.events}
    assert {e.incident for e in ledger.events} == {incident.id}
    assert (incident.first, incident.last) == ("2031-03-03", "2031-03-03")
    assert (incident.reported_first, incident.reported_last) == ("2031-03-03", "2031-03-04")
    assert len(incident.origins) == 2


def test_a_part_is_tied_to_its_whole_and_is_no_rival_of_it(
    make_read: MakeRead, statement: Callable[..., Statement]
) -> None:
    incident = only(collated(make_read, statement))
    whole, children = toll(incident, None), toll(incident, "children")
    assert [(f.low, f.high) for f in whole.figures] == [(10, None), (14, 14)]
    assert [f.whole.exact for f in children.figures if f.whole] == [
        "killed at least 10 people, including nine children"
    ]
    assert {e.convention: e.best for e in whole.estimates} == {Convention.ACLED: 10, Convention.UCDP: 10}
    assert [f.voice for f in whole.figures] == [Voice.OWN, Voice.ATTRIBUTED]
    assert whole.figures[0].origin != whole.figures[1].origin


def test_a_later_figure_moves_the_toll_only_where_dates_tell(
    make_read: MakeRead, statement: Callable[..., Statement]
) -> None:
    moved = toll(only(collated(make_read, statement)), None).movements
    assert [(m.before, m.after, m.cause) for m in moved] == [(0, 1, Cause.NEW)]
    assert not toll(only(collated(make_read, statement, second_day="2031-03-03")), None).movements


def test_every_figure_lies_in_its_report(make_read: MakeRead, statement: Callable[..., Statement]) -> None:
    ledger = collated(make_read, statement)
    texts = {a.id: a.text for a in ledger.articles}
    for incident in ledger.incidents:
        for figure in (f for t in incident.tolls for f in t.figures):
            assert texts[figure.article][figure.span.start : figure.span.end] == figure.span.exact
            assert figure.chain
            assert 0 <= figure.origin < len(incident.origins)


def test_any_order_of_reports_gives_the_same_incidents(
    make_read: MakeRead, statement: Callable[..., Statement]
) -> None:
    one = reads(make_read, statement)
    assert collate(one[::-1]) == collate(one)


def test_a_date_that_somebody_sets_holds_for_the_incident(
    make_read: MakeRead, statement: Callable[..., Statement]
) -> None:
    found = reads(make_read, statement)
    where = select("a", FIRST, span(FIRST, "hit"))
    made = Correction(
        "x1",
        Action.SET,
        Subject.EVENT,
        ((where,),),
        "I. Marn",
        "2031-03-05T10:00:00.000000Z",
        "",
        "date",
        "2031-03-01",
    )
    ledger = collate(found, [made])
    incident = only(ledger)
    assert (incident.first, incident.last) == ("2031-03-01", "2031-03-01")
    cleared = Correction(
        "x2",
        Action.SET,
        Subject.EVENT,
        ((where,),),
        "I. Marn",
        "2031-03-05T11:00:00.000000Z",
        "",
        "date",
        None,
    )
    assert only(collate(found, [made, cleared])).first is None
