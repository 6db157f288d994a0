import json
from pathlib import Path

from tests.cli.conftest import Sayso


def test_the_ledger_is_json_with_the_contracts_fields(sayso: Sayso, reports: Path, tmp_path: Path) -> None:
    sayso("add", reports, "-q")
    done = sayso("export", "--format", "json")
    assert done.exit_code == 0
    ledger = json.loads(done.stdout)
    assert [s["id"] for s in ledger["stories"]] == ["story-1", "story-2"]
    for statement in ledger["statements"]:
        (text,) = (a["text"] for a in ledger["articles"] if a["id"] == statement["article"])
        for span in statement["content"]:
            assert text[span["start"] : span["end"]] == span["exact"]
    sayso("export", "-o", tmp_path / "ledger.json")
    assert (tmp_path / "ledger.json").read_bytes() == done.stdout_bytes


def test_one_storys_part_is_exported(sayso: Sayso, reports: Path) -> None:
    sayso("add", reports, "-q")
    ledger = json.loads(sayso("export", "story-2").stdout)
    assert [s["id"] for s in ledger["stories"]] == ["story-2"]
    assert {a["story"] for a in ledger["articles"]} == {"story-2"}


def test_an_empty_desk_gives_an_empty_ledger(sayso: Sayso) -> None:
    sayso("add")
    done = sayso("export")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["articles"] == []
