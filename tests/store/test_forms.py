import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.core.errors import DeskError
from sayso.core.ledger import Claim, ClaimReading, LedgerEntity, LedgerEvent, TimelineEntry
from sayso.core.reading import Event, Statement
from sayso.store.forms import dump_ledger, dump_reading, load_ledger, load_reading, schema
from tests.store.fakes import FakeCollation, FakeReader, article

SOME = settings(max_examples=25, deadline=None)  # a whole record is slow to make up
SHARES = st.floats(0, 1)  # as every confidence is: JSON has no infinity
CLAIM_READINGS = st.builds(ClaimReading, confidence=st.none() | SHARES)
CLAIMS = st.builds(Claim, readings=st.lists(CLAIM_READINGS, max_size=4).map(tuple))


@SOME
@given(st.builds(Event), st.builds(Statement, confidence=SHARES), st.text())
def test_any_reading_comes_back_as_it_was(event: Event, statement: Statement, text: str) -> None:
    (read,) = FakeReader().read([article(1)])
    reading = replace(read.reading, events=(event,), statements=(statement,), text=text, title=text)
    form = dump_reading(reading)
    assert load_reading(form) == reading
    assert dump_reading(load_reading(form)) == form
    assert b"\n" not in form


@SOME
@given(CLAIMS, st.builds(LedgerEvent), st.builds(TimelineEntry), st.builds(LedgerEntity))
def test_any_ledger_comes_back_as_it_was(
    claim: Claim, event: LedgerEvent, entry: TimelineEntry, entity: LedgerEntity
) -> None:
    made = FakeCollation()(list(FakeReader().read([article(1)])))
    ledger = replace(made, claims=(claim,), events=(event,), timeline=(entry,), entities=(entity,))
    assert load_ledger(dump_ledger(ledger)) == ledger
    assert load_ledger(dump_ledger(ledger, indent=1)) == ledger


def test_fields_come_in_the_records_order_and_none_stays_null() -> None:
    (read,) = FakeReader().read([article(1)])
    form = json.loads(dump_reading(read.reading))
    assert list(form)[:9] == [
        "id",
        "outlet",
        "url",
        "title",
        "author",
        "published",
        "language",
        "text",
        "dropped",
    ]
    assert form["url"] is None
    assert form["statements"][0]["content"][0].keys() == {"start", "end", "exact"}
    assert form["statements"][0]["act"] == "assert"


def test_the_ledger_has_the_fields_of_the_contract() -> None:
    ledger = FakeCollation()(list(FakeReader().read([article(1)])))
    form = json.loads(dump_ledger(ledger))
    assert {"articles", "stories", "entities", "statements", "events", "claims", "timeline"} <= form.keys()
    assert {"id", "story", "gist", "readings", "status", "origins", "silent"} <= form["claims"][0].keys()


@pytest.mark.parametrize("form", ["", "{}", "[]", '{"id": 1}', "\0", '{"id": "a"'])
def test_what_is_no_reading_is_refused(form: str) -> None:
    with pytest.raises(DeskError, match="no reading"):
        load_reading(form)


def test_the_schema_describes_both_forms() -> None:
    made = schema()
    assert made["$schema"].startswith("https://json-schema.org/")
    assert [one["$ref"] for one in made["anyOf"]] == ["#/$defs/Reading", "#/$defs/Ledger"]
    assert made["$defs"]["Span"]["required"] == ["start", "end", "exact"]
    assert "denied" in made["$defs"]["Voice"]["enum"]
    json.dumps(made)
