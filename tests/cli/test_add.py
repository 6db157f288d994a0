import json
from pathlib import Path

import pytest

from sayso.cli import stations
from sayso.store.desk import open_desk
from tests.cli.conftest import Sayso, write_report
from tests.store.fakes import VERSION


def test_reports_are_added_and_read_and_the_rest_is_set_aside(sayso: Sayso, reports: Path) -> None:
    done = sayso("add", reports)
    assert done.exit_code == 3
    assert "3 reports added, 3 read, 1 set aside" in done.stderr
    assert f"set aside: {reports / '4.bin'}: " in done.stderr
    assert done.stdout == ""


def test_adding_twice_changes_nothing(sayso: Sayso, reports: Path, desk_path: Path) -> None:
    (reports / "4.bin").unlink()
    assert sayso("add", reports).exit_code == 0
    with open_desk(desk_path) as desk:
        before = desk.provenance()
    again = sayso("add", reports, "--json")
    assert again.exit_code == 0
    assert json.loads(again.stdout) == {"new": 0, "filled": 0, "known": 3, "read": 0, "set_aside": 0}
    with open_desk(desk_path) as desk:
        assert desk.provenance() == before


def test_jsonl_comes_by_standard_input(sayso: Sayso) -> None:
    lines = [
        {"id": "w1", "outlet": "Wire", "text": "A keeper said the lamp of the lighthouse went out twice."},
        {"id": "w2", "outlet": "Wire", "text": ""},
    ]
    done = sayso("add", "-", "--json", stdin="\n".join(map(json.dumps, lines)) + "\nbroken\n")
    assert done.exit_code == 3
    assert json.loads(done.stdout) == {"new": 1, "filled": 0, "known": 0, "read": 1, "set_aside": 2}
    assert "-, line 2" in done.stderr
    assert "-, line 3" in done.stderr


def test_the_desk_may_be_named_before_and_after_the_command(
    sayso: Sayso, reports: Path, tmp_path: Path
) -> None:
    (reports / "4.bin").unlink()
    assert sayso("--desk", tmp_path / "one", "add", reports).exit_code == 0
    assert sayso("add", reports, "--desk", tmp_path / "two").exit_code == 0
    assert (tmp_path / "one").exists()
    assert (tmp_path / "two").exists()


def test_quiet_says_only_what_went_wrong(sayso: Sayso, reports: Path) -> None:
    done = sayso("add", reports, "--quiet")
    assert "added" not in done.stderr
    assert "4.bin" in done.stderr


def test_many_set_aside_records_are_counted(sayso: Sayso, tmp_path: Path) -> None:
    for number in range(14):
        (tmp_path / f"{number:02}.txt").touch()
    done = sayso("add", *sorted(tmp_path.glob("*.txt")))
    assert done.stderr.count("set aside: ") == 10
    assert "... and 4 more; list them: sayso aside" in done.stderr


def test_an_interrupted_addition_goes_on_where_it_stopped(
    sayso: Sayso, reports: Path, desk_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(processes: int = 0) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(stations, "load_reader", interrupt)
    stopped = sayso("add", reports)
    assert stopped.exit_code == 130
    assert "goes on from here" in stopped.stderr
    with open_desk(desk_path) as desk:
        assert desk.counts(VERSION).unread == 3
    monkeypatch.undo()


def test_without_sources_it_reads_what_waits(
    sayso: Sayso, reports: Path, desk_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(processes: int = 0) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(stations, "load_reader", interrupt)
        sayso("add", reports)
    assert json.loads(sayso("add", "--json").stdout)["read"] == 3


def test_a_report_that_the_reader_fails_on_is_set_aside(sayso: Sayso, tmp_path: Path) -> None:
    write_report(tmp_path / "a.txt", "This text is UNREADABLE for the fake, whatever its language may be.")
    write_report(tmp_path / "b.txt", "A keeper said the lamp of the lighthouse went out twice.")
    done = sayso("add", tmp_path / "a.txt", tmp_path / "b.txt", "--json")
    assert done.exit_code == 3
    assert json.loads(done.stdout) == {"new": 2, "filled": 0, "known": 0, "read": 1, "set_aside": 1}
    assert "the fake cannot read this" in done.stderr


def test_a_report_in_another_language_is_kept_and_not_read(sayso: Sayso, tmp_path: Path) -> None:
    german = "Die Ministerin erklärte am Montag, dass die alte Brücke über den Hafen gesperrt worden sei."
    write_report(
        tmp_path / "de.txt", f"{german} Niemand wurde verletzt, und die Fähren fuhren die ganze Nacht."
    )
    assert sayso("add", tmp_path / "de.txt").exit_code == 0
    (article,) = json.loads(sayso("export").stdout)["articles"]
    assert article["language"] == "de"


def test_what_an_older_reader_read_is_read_again_on_demand(
    sayso: Sayso, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (reports / "4.bin").unlink()
    sayso("add", reports)
    from tests.store.fakes import FakeReader

    monkeypatch.setattr(stations, "reader_version", lambda: "fake-2")
    monkeypatch.setattr(stations, "load_reader", lambda _processes=0: FakeReader("fake-2"))
    assert "Reports that an older reader has read: 3." in sayso("stories").stderr
    assert json.loads(sayso("add", "--json").stdout)["read"] == 0
    assert json.loads(sayso("add", "--again", "--json").stdout)["read"] == 3
    assert "older reader" not in sayso("stories").stderr


def test_a_folder_of_many_with_three_bad_ones_loses_none(sayso: Sayso, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(500):
        body = f"A keeper said the lamp of lighthouse {number} went out twice that night."
        (folder / f"{number:03}.txt").write_text(body, encoding="utf-8")
    for number, data in ((7, b""), (77, b"\0\1\2" * 99), (377, b" \n\n\t ")):
        (folder / f"{number:03}.txt").write_bytes(data)
    done = sayso("add", folder, "--json")
    assert done.exit_code == 3
    assert json.loads(done.stdout) == {"new": 497, "filled": 0, "known": 0, "read": 497, "set_aside": 3}
