"""Which event a count of people belongs to, and on whose word."""

from sayso.core.reading import Act, Event, Form, Statement, Status
from sayso.core.span import Span
from sayso.read.events import find_events
from sayso.read.harm import find_harm
from sayso.read.timex import find_dates


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


def said(
    text: str, number: int, speaker: str, content: str, act: Act = Act.ASSERT, cue: str = ""
) -> Statement:
    cues = (span(text, cue),) if cue else ()
    return Statement(f"s{number}", Form.INDIRECT, (), cues, (span(text, content),), speaker, (), act, None)


def read(text: str, *statements: Statement) -> list[Event]:
    return list(find_events(text, statements, [], [], find_harm(text)))


def figures(event: Event) -> list[tuple[str, int | None]]:
    return [(h.effect.value, h.low) for h in event.harm]


def test_an_accident_is_an_event_without_a_type() -> None:
    (event,) = read("A ferry capsized off Orsk, killing nine people.")
    assert (event.type, event.mode, event.trigger.exact) == (None, None, "capsized")
    assert figures(event) == [("killed", 9)]


def test_an_accident_without_harm_is_no_event() -> None:
    assert read("A ferry capsized off Orsk. Nobody was aboard.") == []


def test_a_count_that_no_word_explains_is_an_event_itself() -> None:
    (event,) = read("Two dead, three missing after dam gate fails in southern Dorra")
    assert (event.type, event.trigger.exact) == (None, "Two dead")
    assert figures(event) == [("killed", 2), ("missing", 3)]


def test_a_blast_by_mischance_is_no_attack() -> None:
    (event,) = read("A gas explosion in Orsk killed four people.")
    assert event.type is None


def test_the_killed_of_a_quake_were_not_attacked() -> None:
    (event,) = read("A quake shook Orsk at dawn. Three people were killed. Rain fell.")
    assert (event.type, event.trigger.exact) == (None, "quake")
    assert figures(event) == [("killed", 3)]


def test_gunfire_is_no_mischance() -> None:
    (event,) = read("Soldiers opened fire in Orsk. Three people were killed. Rain fell.")
    assert (event.type, event.mode) == ("ASSAULT", "shooting")


def test_later_counts_go_to_the_accident() -> None:
    text = (
        "A bridge collapsed in Orsk. At least two people died. Rain fell all night. Shops were shut. "
        "By noon the death toll had risen to four."
    )
    (event,) = read(text)
    assert event.trigger.exact == "collapsed"
    assert figures(event) == [("killed", 2), ("killed", 4)]


def test_a_count_on_another_word_is_an_account_of_its_own() -> None:
    text = (
        "Dorran gunners shelled the port at Orsk. About 30 people were injured, the hospital said. Tane left."
    )
    ours, theirs = read(text, said(text, 1, "hospital", "About 30 people were injured"))
    assert (ours.status, ours.harm, ours.statement) == (Status.REPORTED, (), None)
    assert (theirs.type, theirs.mode, theirs.status, theirs.statement) == (
        "ASSAULT",
        "bombing",
        Status.CLAIMED,
        "s1",
    )
    assert figures(theirs) == [("injured", 30)]


def test_a_figure_that_somebody_puts_is_claimed() -> None:
    text = "A blast in Orsk killed 19 people. A nurse put the figure at nearly two dozen. Rain fell."
    first, second = read(text)
    assert (first.status, figures(first)) == (Status.REPORTED, [("killed", 19)])
    assert (second.status, figures(second)) == (Status.CLAIMED, [("killed", 20)])


def test_a_denied_toll_stays_with_the_denied_attack() -> None:
    text = "“There were no casualties because there was no attack,” it said."
    (event,) = read(text, said(text, 1, "army", "There were no casualties because there was no attack"))
    assert event.status is Status.DENIED
    assert {h.low for h in event.harm} == {0}


def test_a_question_is_no_claim() -> None:
    text = "Responding to questions about the airstrikes in Orsk, he laughed. Rain fell."
    asked = said(text, 1, "minister", "the airstrikes in Orsk", cue="Responding to questions about")
    assert read(text, asked) == []


def test_sums_of_years_are_no_attacks_toll() -> None:
    text = "A blast in Orsk killed two guards. Rain fell. It was dark. The war has cost 4,000 lives."
    assert [figures(e) for e in read(text)] == [[("killed", 2)]]


def test_reporting_verbs_are_left_to_the_statement() -> None:
    text = "Tane warned that rain would come. Rain fell."
    assert read(text, said(text, 1, "tane", "that rain would come", cue="warned")) == []
    assert [e.type for e in read("Tane warned that rain would come.")] == ["THREATEN"]


def test_an_act_towards_another_party_stays() -> None:
    text = "The Veltrian army accused the rebels of lying. Rain fell."
    (event,) = read(text, said(text, 1, "army", "the rebels of lying", cue="accused"))
    assert (event.type, [r.exact for r in event.recipients]) == ("DISAPPROVE", ["rebels"])


def test_what_happened_at_another_time_is_another_event() -> None:
    text = "A block collapsed in Orsk on Sunday, killing 12 people. Rain fell. In June, 24 died in a collapse in Tarn."
    first, second = find_events(text, [], [], find_dates(text, None), find_harm(text))
    assert figures(first) == [("killed", 12)]
    assert figures(second) == [("killed", 24)]


def test_the_sum_of_months_is_no_toll_of_an_event() -> None:
    text = "Gunmen killed two nurses in Orsk on Friday. Rain fell. Eleven have died there since May."
    events = find_events(text, [], [], find_dates(text, None), find_harm(text))
    assert [figures(event) for event in events] == [[("killed", 2)]]


def test_words_without_a_figure_do_not_count_again() -> None:
    (event,) = read("Shells killed five men in Orsk. They died at dawn.")
    assert figures(event) == [("killed", 5)]


def test_counted_arrests_are_told() -> None:
    events = read("A total of 312 suspects have been arrested. Rain fell in the hills.")
    assert [figures(event) for event in events] == [[("detained", 312)]]


def test_who_one_of_those_was_that_are_counted_is_no_further_toll() -> None:
    text = "Guards shot dead two brothers in Orsk on Monday. Luz Arroyo and Pio Marr died where they fell."
    (event,) = read(text)
    assert figures(event) == [("killed", 2)]
    assert {"Luz Arroyo", "Pio Marr"} <= {span.exact for span in event.recipients}


def test_one_more_is_a_further_toll() -> None:
    (event,) = read("Guards shot dead two brothers in Orsk on Monday. Luz Arroyo also died.")
    assert figures(event) == [("killed", 2), ("killed", 1)]
