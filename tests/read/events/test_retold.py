"""What a report counts twice."""

from sayso.core.reading import Event
from sayso.read.events import find_events
from sayso.read.harm import find_harm
from sayso.read.timex import find_dates


def attacks(text: str) -> list[Event]:
    events = find_events(text, [], [], find_dates(text, None), find_harm(text))
    return [event for event in events if event.type == "ASSAULT"]


def test_a_headline_and_its_report_tell_of_one_attack() -> None:
    (event,) = attacks(
        "Guards kill two shepherds\n\nGuards from Veltria shot dead two brothers on Monday. Rain fell."
    )
    assert event.mode == "shooting"
    assert [harm.low for harm in event.harm] == [2]
    assert event.recipients[-1].exact == "brothers"


def test_two_tolls_are_two_attacks() -> None:
    assert (
        len(attacks("Rebels shot dead two guards in Orsk. Gunmen shot dead three nurses in Tarn. Rain fell."))
        == 2
    )


def test_one_toll_of_two_days_is_two_attacks() -> None:
    text = "Rebels shot dead two guards on 3 May 2026. In June 2025 gunmen shot dead two guards in Tarn. Rain fell."
    assert len(attacks(text)) == 2
