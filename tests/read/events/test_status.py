"""Whether an event is said to have happened, and on whose word."""

import pytest

from sayso.core.reading import Act, Form, Statement, Status
from sayso.core.sentences import split_sentences
from sayso.core.span import Span
from sayso.read.events import find_events
from sayso.read.events.status import hedge_before, is_negated, status_of
from sayso.read.events.triggers import Trigger, find_triggers
from sayso.read.numbers import find_quantities
from sayso.read.phrases import tag_tokens
from sayso.read.phrases.clauses import Clause


def parse(text: str) -> tuple[Clause, Trigger]:
    (sentence,) = split_sentences(text)
    clause = Clause.of(text, tag_tokens(text, sentence, find_quantities(text)))
    return clause, next(t for t in find_triggers(clause) if t.entry.type == "ASSAULT")


def said(text: str, act: Act) -> Statement:
    source, cue = Span(0, 4, text[:4]), Span(0, 4, text[:4])
    return Statement("s1", Form.INDIRECT, (source,), (cue,), (Span(0, len(text), text),), "p1", (), act, None)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Rebels attacked Orsk.", Status.REPORTED),
        ("Rebels allegedly attacked Orsk.", Status.ACCUSED),
        ("Rebels reportedly attacked Orsk.", Status.CLAIMED),
        ("Rebels did not attack the base.", Status.DENIED),
        ("The battery fired no shots at the town.", Status.DENIED),
        ("Rebels will attack the base.", Status.PLANNED),
        ("Rebels threatened to attack the base.", Status.THREATENED),
        ("Rebels managed to attack the base.", Status.REPORTED),
        ("The Front claimed responsibility for the bombing.", Status.ADMITTED),
        ("Twenty may have died in the bombing.", Status.REPORTED),
        ("Rebels may attack the base.", None),
        ("He fears an attack.", None),
        ("Rebels to attack the base.", Status.PLANNED),
        ("Rebels agreed to attack the base.", Status.PLANNED),
        ("Rebels failed to attack the base.", Status.DENIED),
        ("The rebels wanted to attack the base.", None),
    ],
)
def test_in_the_outlets_voice(text: str, status: Status | None) -> None:
    clause, trigger = parse(text)
    assert status_of(clause, trigger, None, ()) is status


@pytest.mark.parametrize(
    ("act", "status"),
    [
        (Act.ASSERT, Status.CLAIMED),
        (Act.ACCUSE, Status.ACCUSED),
        (Act.DENY, Status.DENIED),
        (Act.DEMAND, Status.CLAIMED),
    ],
)
def test_in_a_statement(act: Act, status: Status) -> None:
    text = "Tane: rebels attacked Orsk."
    clause, trigger = parse(text)
    assert status_of(clause, trigger, said(text, act), ("rebels",)) is status


def test_who_acts_and_tells_admits() -> None:
    text = "We attacked the base."
    clause, trigger = parse(text)
    assert status_of(clause, trigger, said(text, Act.ASSERT), ("We",)) is Status.ADMITTED


def test_a_word_before_it() -> None:
    assert hedge_before(*parse("Nobody saw the alleged airstrikes in Orsk.")) is Status.ACCUSED
    assert hedge_before(*parse("Nobody saw the airstrikes in Orsk.")) is None


def test_negated() -> None:
    assert is_negated(*parse("The army has not bombed Orsk."))
    assert not is_negated(*parse("The army has bombed Orsk."))


@pytest.mark.parametrize(
    "text",
    [
        "A hearing with Dorra has been scheduled in Orsk.",
        "Talks with Dorra will begin in Orsk on Monday.",
        "A summit in Orsk is expected on Monday.",
    ],
)
def test_a_noun_that_its_own_verb_puts_off_is_planned(text: str) -> None:
    assert {
        event.status
        for event in find_events(text, [], [], [], [])
        if event.type in ("INVESTIGATE", "CONSULT")
    } == {Status.PLANNED}


def test_what_will_do_something_has_come_about() -> None:
    events = find_events("The agreement with Dorra will help fishermen.", [], [], [], [])
    assert Status.PLANNED not in {event.status for event in events if event.type == "AGREE"}
