from dataclasses import replace

from builders import dispute

from sayso.core.ledger import Ledger
from sayso.core.office import Office
from sayso.core.place import Place, PlaceLevel
from sayso.desk.brief import make_brief
from sayso.desk.html import to_html
from sayso.desk.markdown import to_markdown

PLACE = Place("Tarn", PlaceLevel.TOWN, "XX", "<Lower> Tarn", 1.0, 2.0, 2, "GeoNames 1", 0.75, "a test")


def _placed() -> Ledger:
    ledger = dispute()
    events = tuple(replace(e, place=PLACE) for e in ledger.events)
    spoken = {s.speaker for s in ledger.statements if s.speaker}
    office = Office("harbour master", "tarn", "2031-03-01", None, ())
    body = ledger.entities[-1].id
    entities = tuple(
        replace(e, offices=(office,), speaks_for=body) if e.id in spoken else e for e in ledger.entities
    )
    return replace(ledger, events=events, entities=entities)


def test_an_event_shows_where_it_is_placed_and_how_surely() -> None:
    story = make_brief(_placed(), None).stories[0]
    incidents = (*story.incidents, *story.other_incidents)
    assert {i.placed for i in incidents} == {("Tarn, <Lower> Tarn, XX (precision 2, 75 %)",)}


def test_a_speaker_shows_offices_and_body() -> None:
    story = make_brief(_placed(), None).stories[0]
    known = [s for s in story.speakers if s.who and s.who.resolved]
    assert {s.offices for s in known} == {("harbour master (tarn), 2031-03-01 – …",)}
    assert all(s.speaks_for for s in known)


def test_pages_show_both_and_escape_them() -> None:
    ledger = _placed()
    page, text = to_html(ledger, None), to_markdown(ledger, None)
    assert "Tarn, &lt;Lower&gt; Tarn, XX" in page
    assert "<Lower>" not in page
    assert "harbour master (tarn)" in page
    assert "harbour master" in text
    assert "precision 2" in text
