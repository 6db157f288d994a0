from pathlib import Path

from bench.desk import add_one, collate_all, fill
from bench.generated.reports import make_reports
from sayso.store.desk import open_desk


def test_a_desk_is_filled_added_to_and_collated(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    reports = make_reports(30)
    with open_desk(path, create=True) as desk:
        fill(desk, reports, 10)
        fill(desk, reports, 5)
        assert desk.counts("").articles == 15
        assert desk.counts("").unread == 0
    assert add_one(path, 3).mib > 0
    assert collate_all(path).processor > 0
    with open_desk(path) as desk:
        assert desk.counts("").articles == 16
        assert sum(line.reports for line in desk.stories() or []) == 16
