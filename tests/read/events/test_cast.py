"""Parties given to events."""

from sayso.core.span import Span
from sayso.read.events import find_events
from sayso.read.events.cast import is_in_capitals
from sayso.read.harm import find_harm
from sayso.read.reader import Reader
from sayso.read.spans import Filler
from tests.read.around_of import around_of


def test_in_capitals_parties_come_from_the_whole_report(reader: Reader) -> None:
    text = (
        "GUERRILLAS OF THE DORRAN LIBERATION FRONT ATTACKED THE POLICE STATION OF ORSK WITH A BOMB LAST NIGHT. "
        "TWO PEASANTS WERE KILLED IN THE TERRORIST ATTACK. THE GUERRILLAS FLED TO THE MOUNTAINS."
    )
    told = find_events(text, [], [], [], find_harm(text), around=around_of(reader, text))
    events = [e for e in told if e.type == "ASSAULT"]
    recipients = {s.exact for e in events for s in e.recipients}
    instruments = [s.exact for e in events for s in e.instruments]
    assert "PEASANTS" in recipients
    assert instruments == ["BOMB"]


def test_in_capitals_attacks_only_spoken_of_are_no_events(reader: Reader) -> None:
    text = (
        "THE MINISTER OF AGRICULTURE SAID THAT THE HARVEST OF WHEAT HAS GROWN. EXPORTS ROSE IN MAY. "
        "HE ADDED THAT THE ATTACKS OF PAST YEARS HAVE NOT HARMED THE SUGAR TRADE WITH DORRA."
    )
    events = find_events(text, [], [], [], [], around=around_of(reader, text))
    assert not [e for e in events if e.type == "ASSAULT"]


def test_elsewhere_the_encoders_tags_fill_what_is_open() -> None:
    text = "A bomb exploded in Orsk, said to be the work of the Grey Hand. Rain fell."
    start = text.index("Grey Hand")
    sure = Filler(Span(start, start + 9, "Grey Hand"), "perpetrator", 0.9)
    (event,) = find_events(text, [], [], [], [], fillers=[sure])
    assert [a.exact for a in event.actors] == ["Grey Hand"]
    unsure = Filler(sure.span, "perpetrator", 0.4)
    assert not find_events(text, [], [], [], [], fillers=[unsure])[0].actors


def test_what_the_words_around_a_trigger_say_stands() -> None:
    text = "Rebels bombed the bridge in Orsk, says the Grey Hand. Rain fell."
    start = text.index("Grey Hand")
    tag = Filler(Span(start, start + 9, "Grey Hand"), "perpetrator", 0.9)
    (event,) = find_events(text, [], [], [], [], fillers=[tag])
    assert [a.exact for a in event.actors] == ["Rebels"]


def test_capitals() -> None:
    assert is_in_capitals("REBELS ATTACKED ORSK.")
    assert not is_in_capitals("Rebels attacked Orsk.")
    assert not is_in_capitals("")


def test_parties_of_attacks_go_to_no_event_that_is_not_told(reader: Reader) -> None:
    text = "REBELS KIDNAPPED THE MAYOR OF ORSK AND MURDERED TWO PEASANTS. THE POLICE MAY ARREST THE REBELS. "
    text += "RAIN FELL IN THE HILLS."
    events = find_events(text, [], [], [], find_harm(text), around=around_of(reader, text))
    told = [e for e in events if e.type == "ASSAULT"]
    assert "MAYOR OF ORSK" in {r.exact for e in told for r in e.recipients}
