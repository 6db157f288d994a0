from datetime import date
from pathlib import Path

from bench.desk import CollateRecent, add_some, collate_all, fill
from bench.generated.reports import make_reports
from sayso.collate.ledger import collate_part
from sayso.store.desk import open_desk


def test_a_desk_is_filled_added_to_and_collated(tmp_path: Path) -> None:
    path = tmp_path / "desk.sqlite"
    reports = make_reports(30)
    with open_desk(path, create=True) as desk:
        fill(desk, reports, 10)
        day = fill(desk, reports, 5)
        assert day >= date(2031, 1, 1)
        assert desk.counts("").articles == 15
        assert desk.counts("").unread == 0
    assert collate_all(path).processor > 0
    assert add_some(path, day, 2).mib > 0
    with open_desk(path) as desk:
        assert desk.counts("").articles == 17
        assert sum(line.reports for line in desk.part_stories()) == 17


def test_old_affairs_have_but_a_story() -> None:
    reads = list(make_reports(3, seed=12, opened=1, every=10))
    assert CollateRecent("2031-01-01")([reads]) == collate_part([reads])
    old = CollateRecent("2032-01-01")([reads])
    assert [len(story.articles) for story in old.stories] == [3]
    assert not old.claims
