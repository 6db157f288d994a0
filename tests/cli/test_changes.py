import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from bench.generated.reports import as_article, make_reports
from sayso.cli import stations
from sayso.collate.ledger import collate, collate_part
from sayso.store.desk import open_desk
from sayso.store.ledgers import Collation
from sayso.store.vectors import packed

Sayso = Callable[..., Result]
REPORTS = list(make_reports(12, seed=12, opened=1, every=10))


def put(path: Path, *numbers: int) -> None:
    reads = {REPORTS[n].reading.id: REPORTS[n] for n in numbers}
    with open_desk(path, create=True) as desk:
        desk.take([as_article(read) for read in reads.values()], "run")
        desk.keep_readings([(p, packed(reads[p.article.id])) for p in desk.pending("")])


@pytest.fixture(autouse=True)
def real_collation(sayso: Sayso, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stations, "collation", lambda: Collation(collate, "c1", collate_part))


def test_what_is_new_is_shown_once(sayso: Sayso, desk_path: Path) -> None:
    put(desk_path, 0, 1)
    first = sayso("changes", "-q")
    assert first.exit_code == 0
    assert "opened" in first.stdout
    assert "opened" not in sayso("changes", "-q").stdout
    put(desk_path, 2)
    assert "+1 report" in sayso("changes", "-q").stdout


def test_since_a_day_is_no_look(sayso: Sayso, desk_path: Path) -> None:
    put(desk_path, 0)
    asked = json.loads(sayso("changes", "--since", "2001-01-01", "--json", "-q").stdout)
    assert asked == json.loads(sayso("changes", "--json", "-q").stdout)
    assert [one["kind"] for one in asked] == ["opened"]
    assert json.loads(sayso("changes", "--since", "9999", "--json", "-q").stdout) == []
