import pytest
from builders import dispute

from sayso.core.reading import Status
from sayso.core.toll import Cause, Convention
from sayso.desk.brief import make_brief
from sayso.desk.brief.tolls import count_label


@pytest.mark.parametrize(
    ("low", "high", "label"),
    [
        (10, 10, "10"),
        (10, None, "10 or more"),
        (20, 24, "20 to 24"),
        (None, 5, "up to 5"),
        (0, 0, "none"),
        (None, None, "not counted"),
    ],
)
def test_counts(low: int | None, high: int | None, label: str) -> None:
    assert count_label(low, high) == label


def test_each_source_gives_its_own_toll() -> None:
    (incident,) = make_brief(dispute(), None).stories[0].incidents
    killed, injured = incident.tolls
    assert [(f.label, f.who.name if f.who else None, f.count, f.cite.words) for f in killed.figures] == [
        ("Harbour Pilot", "Ilse Marn", "9", "Nine"),
        ("Tolvane Gazette", None, "9 or more", "at least nine fishermen"),
        ("Fallow Wire", "Ilse Marn", "11", "11"),
    ]
    assert [(f.count, f.cite.words) for f in injured.figures] == [("12 or more", "dozens")]
    assert [a.status for a in incident.accounts].count(Status.DENIED) == 1
    assert incident.report_count == 3
    assert incident.reason == "claimed by one party and denied by another"


def test_estimates_name_their_convention_and_rule_and_lead_to_their_figures() -> None:
    (incident,) = make_brief(dispute(), None).stories[0].incidents
    acled, ucdp = incident.tolls[0].estimates
    assert (acled.convention, acled.low, acled.best, acled.high) == (Convention.ACLED, None, "9", None)
    assert (ucdp.convention, ucdp.low, ucdp.best, ucdp.high) == (Convention.UCDP, "9", "9", "11")
    assert acled.rule
    assert [c.words for c in ucdp.cites] == ["at least nine fishermen"]  # of one origin the last stands


def test_a_movement_names_its_cause_and_leads_to_both_figures() -> None:
    (incident,) = make_brief(dispute(), None).stories[0].incidents
    (move,) = incident.tolls[0].moves
    assert (move.before, move.after, move.cause, move.label) == ("9", "11", Cause.NEW, "Fallow Wire")
    assert [c.words for c in move.cites] == ["Nine", "11"]
