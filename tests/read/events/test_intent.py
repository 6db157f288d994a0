"""Promises and threats, by what is meant to be done."""

import pytest

from sayso.core.reading import Status
from sayso.core.span import Span
from sayso.read.events.intent import intent_of
from sayso.read.events.mention import EventMention
from sayso.read.events.roles import Roles


def event(kind: str, status: Status) -> EventMention:
    return EventMention(Span(0, 4, "word"), kind, None, "word", Roles(), status, None, 0, False, None)


@pytest.mark.parametrize(
    ("kind", "status", "intent"),
    [
        ("AID", Status.PLANNED, "AGREE"),
        ("ASSAULT", Status.THREATENED, "THREATEN"),
        ("SANCTION", Status.PLANNED, "THREATEN"),
        ("AID", Status.REPORTED, None),
        ("DEMAND", Status.PLANNED, None),
    ],
)
def test_what_is_meant(kind: str, status: Status, intent: str | None) -> None:
    found = intent_of(event(kind, status))
    assert (found.type if found else None) == intent
    assert found is None or found.status is Status.REPORTED
