"""The confidence of events."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sayso.core.reading import Status
from sayso.core.span import Span
from sayso.read.events import find_events
from sayso.read.events.confidence import Report, confidence_of, features, least_confidence
from sayso.read.events.mention import EventMention
from sayso.read.events.roles import Roles
from sayso.read.harm import find_harm

MENTION = EventMention(
    trigger=Span(0, 8, "attacked"),
    type="ASSAULT",
    mode="other",
    lemma="attack",
    roles=Roles(recipients=[Span(9, 17, "soldiers")]),
    status=Status.REPORTED,
    statement=None,
    sentence=0,
    definite=False,
    date=None,
    is_verb=True,
)


def report(*, relevance: float = 0.5, alone: bool = False) -> Report:
    return Report.of([MENTION], in_capitals=False, alone=alone, relevance=relevance)


def test_features_name_what_is_there() -> None:
    found = features(MENTION, report())
    assert {"constant", "ASSAULT", "ASSAULT attack", "verb", "status reported", "other"} <= found.keys()
    assert found.keys().isdisjoint(("place", "said", "alone"))
    assert features(MENTION, report(alone=True))["alone"] == 1.0


def test_an_attack_is_surer_in_a_report_that_the_encoder_takes_for_one_on_attacks() -> None:
    assert confidence_of(MENTION, report(relevance=0.95)) > confidence_of(MENTION, report(relevance=0.05))


def test_a_deed_is_surer_with_whom_it_befell() -> None:
    bare = replace(MENTION, roles=Roles())
    assert confidence_of(MENTION, report()) > confidence_of(bare, report())


@given(st.floats(0, 1), st.sampled_from(list(Status)))
def test_a_confidence_is_a_probability(relevance: float, status: Status) -> None:
    assert 0 <= confidence_of(replace(MENTION, status=status), report(relevance=relevance)) <= 1


def test_every_event_of_a_report_is_as_sure_as_the_working_point() -> None:
    text = "Rebels attacked the army post at Orsk on Monday, killing nine soldiers. Talks in Tarn were called off."
    events = find_events(text, [], [], [], find_harm(text))
    assert events
    assert all(least_confidence() <= event.confidence < 1 for event in events)
