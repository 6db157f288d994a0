"""Verbs that name an event by what they are done to; all about invented countries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.events import find_events
from sayso.read.events.frames import frames_by_first_word, match_frame
from sayso.read.events.lexicon import word_set
from sayso.read.phrases.parse import parse


def types_of(text: str) -> set[str | None]:
    return {event.type for event in find_events(text, [], [], [], [])}


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        ("AGREE", "The Veltrian cabinet gave its blessing on Tuesday to a power-sharing plan."),
        ("AGREE", "The junta set a timetable for a return to civilian rule."),
        ("AGREE", "The two foes shook hands on a prisoner swap."),
        ("CONSULT", "Veltrian and Dorran officers exchanged views on border security."),
        ("CONSULT", "Dorra's king played host to the Veltrian premier on Monday."),
        ("SUPPORT", "Dorra threw its support behind the Veltrian candidate."),
        ("SUPPORT", "The minister said sorry for the wrecking of the Dorran school."),
        ("COOPERATE", "Dorra began importing gas from Veltria this week."),
        ("COOPERATE", "Dorra turned over two suspected bombers to Veltria."),
        ("AID", "Veltria flew 40 tonnes of medicine to quake-hit Dorra."),
        ("AID", "The bank handed Dorra a $50 million credit."),
        ("AID", "Veltria wrote off half of Dorra's debt."),
        ("CONCEDE", "The junta gave women the right to vote."),
        ("CONCEDE", "Teachers in Orsk returned to work on Monday after six weeks."),
        ("CONCEDE", "Kidnappers let two Dorran engineers go on Sunday."),
        ("RETREAT", "Dorra let U.N. monitors into the enclave."),
        ("RETREAT", "Hundreds of rebels turned in their rifles in Orsk."),
        ("RETREAT", "A truce took hold in Orsk on Monday."),
        ("INVESTIGATE", "Monitors are checking reports of fraud in the Dorran vote."),
        ("DEMAND", "The opposition told the president to go."),
        ("DISAPPROVE", "Dorra pointed the finger at Veltria for the dead river."),
        ("DISAPPROVE", "A Dorran court found a Veltrian colonel guilty of fraud."),
        ("REJECT", "Talks between Dorra and Veltria collapsed on Friday."),
        ("REJECT", "Veltria tore up the accord."),
        ("THREATEN", "Veltria hinted at sanctions against Dorra."),
        ("PROTEST", "Prisoners in Orsk refused food for a tenth day."),
        ("MOBILIZE", "Veltria moved two divisions to the Dorran border."),
        ("SANCTION", "Veltria stopped buying Dorran oil."),
        ("SANCTION", "Aid to Dorra was frozen by the Veltrian government."),
        ("COERCE", "Dorra threw the editor in jail."),
        ("COERCE", "Dorra's authorities cancelled the passports of 12 activists."),
        ("ASSAULT", "Veltrian jets pounded rebel camps in the hills."),
        ("ASSAULT", "A mine tore through a Veltrian truck."),
    ],
)
def test_each_category_has_its_frames(type_: str, text: str) -> None:
    assert type_ in types_of(text)


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        ("SANCTION", "Dorra stopped the clock of the old tower."),
        ("COERCE", "The keeper threw the ball in the yard."),
        ("CONCEDE", "She dropped the lid of the box."),
        ("AID", "Aid workers carried the chairs into the hall."),
        ("COERCE", "The White House secretary was peppered with questions."),
        ("PROTEST", "The firm has to demonstrate savings."),
        ("RETREAT", "She stopped reading when the war film began."),
    ],
)
def test_the_same_verb_of_other_things(type_: str, text: str) -> None:
    assert type_ not in types_of(text)


def test_somebody_to_whom_it_is_done_is_a_party_and_no_part_of_the_trigger() -> None:
    (event,) = [
        e for e in find_events("Veltria uprooted 300 villagers.", [], [], [], []) if e.type == "COERCE"
    ]
    assert event.trigger.exact == "uprooted"


def test_what_says_too_little_is_no_event_of_a_report() -> None:
    frames = [frame for found in frames_by_first_word().values() for frame in found if frame.alone]
    assert frames
    assert all(f"{frame.lemma} ..." in word_set("modal") for frame in frames)


WORDS = [
    "cut",
    "cuts",
    "ties",
    "the",
    "aid",
    "was",
    "frozen",
    "to",
    "Dorra",
    ",",
    "threw",
    "in",
    "jail",
    "of",
    "over two",
    "'s",
]


@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_any_words_give_tokens_of_the_sentence(words: list[str]) -> None:
    text = " ".join(words)
    parsed = parse(text)
    for number in range(len(parsed.sentences)):
        clause = parsed.clause(number)
        for i in range(len(clause.tokens)):
            for frame in frames_by_first_word().get(clause.lower(i), ()):
                last = match_frame(clause, i, frame)
                assert last is None or i <= last < len(clause.tokens)
