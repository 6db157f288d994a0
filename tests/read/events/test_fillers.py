"""The parties chosen for a report's attacks."""

import pytest

from sayso.core.span import Span
from sayso.read.events.contents import Contents
from sayso.read.events.fillers import choose_parties, is_same, topic_rows
from sayso.read.events.find import gather_events
from sayso.read.events.nominees import Nominees
from sayso.read.reader import Reader
from sayso.read.spans import Filler
from tests.read.around_of import around_of

ATTACK = (
    "GUERRILLAS OF THE DORRAN LIBERATION FRONT ATTACKED THE POLICE STATION OF ORSK WITH A BOMB LAST NIGHT. "
    "TWO PEASANTS WERE KILLED IN THE TERRORIST ATTACK. THE GUERRILLAS FLED TO THE MOUNTAINS."
)
HARVEST = "THE MINISTER OF AGRICULTURE SAID THAT THE HARVEST OF WHEAT HAS GROWN. EXPORTS ROSE IN MAY."


def nominees_of(text: str) -> Nominees:
    nominees = Nominees(text)
    gather_events(text, Contents(()), (), (), (), nominees)
    return nominees


def test_who_what_and_with_what(reader: Reader) -> None:
    parties, reports = choose_parties(ATTACK, nominees_of(ATTACK), (), around_of(reader, ATTACK))
    assert reports
    found = {(p.role, p.spans[0].exact.lower()) for p in parties}
    assert ("instrument", "bomb") in found
    assert ("human", "peasants") in found
    assert any(role == "perpetrator" for role, _ in found)


def test_a_report_on_other_things_reports_no_attack() -> None:
    assert choose_parties(HARVEST, nominees_of(HARVEST), ()) == ([], False)


def test_a_tag_of_the_encoder_raises_the_odds(reader: Reader) -> None:
    start = ATTACK.index("BOMB")
    tag = Filler(Span(start, start + 4, "BOMB"), "instrument", 0.95)
    around = around_of(reader, ATTACK)
    before, after = (
        next(
            p for p in choose_parties(ATTACK, nominees_of(ATTACK), tags, around)[0] if p.role == "instrument"
        )
        for tags in ([], [tag])
    )
    assert before.spans == after.spans == (tag.span,)
    assert after.score > before.score


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("embassy", "dorran embassy", True),
        ("dlf", "dorran liberation front", True),
        ("dorran embassy", "veltrian embassy", False),
        ("rebels", "soldiers", False),
    ],
)
def test_wordings_of_one_party(a: str, b: str, same: bool) -> None:
    assert is_same(tuple(a.split()), tuple(b.split())) is same


def test_an_empty_text_has_no_topic() -> None:
    assert topic_rows("") == []
    assert choose_parties("", Nominees(""), ()) == ([], False)
