import pytest
from builders import dispute

from sayso.core.reading import Status
from sayso.desk.brief import make_brief
from sayso.desk.brief.events import count_label


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
    tolls = [
        (a.label, a.who.name if a.who else None, [(t.effect, t.count, t.cite.words) for t in a.tolls])
        for a in incident.accounts
        if a.tolls
    ]
    assert tolls == [
        ("Harbour Pilot", "Ilse Marn", [("killed", "9", "Nine")]),
        (
            "Tolvane Gazette",
            None,
            [("killed", "9 or more", "at least nine fishermen"), ("injured", "12 or more", "dozens")],
        ),
        ("Fallow Wire", "Ilse Marn", [("killed", "11", "11")]),
    ]
    assert [a.status for a in incident.accounts].count(Status.DENIED) == 1
    assert incident.report_count == 3
    assert incident.reason == "claimed by one party and denied by another"
