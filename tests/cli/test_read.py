import json
from pathlib import Path

from tests.cli.conftest import Sayso, write_report


def test_readings_come_one_a_line_in_the_order_given(sayso: Sayso, reports: Path, desk_path: Path) -> None:
    done = sayso("read", "--format", "jsonl", reports / "3.txt", reports / "1.txt", reports / "2.txt")
    assert done.exit_code == 0
    readings = [json.loads(line) for line in done.stdout.splitlines()]
    assert [Path(reading["path"]).name for reading in readings] == ["3.txt", "1.txt", "2.txt"]
    assert readings[1]["outlet"] == "Harbour Herald"
    assert not desk_path.exists()


def test_what_is_set_aside_goes_to_standard_error(sayso: Sayso, reports: Path, tmp_path: Path) -> None:
    write_report(reports / "5.txt", "This text is UNREADABLE for the fake, whatever its language may be.")
    done = sayso("read", reports)
    assert done.exit_code == 3
    assert len(done.stdout.splitlines()) == 3
    assert "4.bin" in done.stderr
    assert "the fake cannot read this" in done.stderr


def test_the_text_is_kept_to_the_letter_where_asked(sayso: Sayso) -> None:
    text = "A keeper said   the lamp\r\nwent out twice. "
    line = json.dumps({"id": "x", "text": text})
    (plain,) = sayso("read", "--no-clean", "-", stdin=line).stdout.splitlines()
    assert json.loads(plain)["text"] == text
    assert json.loads(plain)["id"] == "x"


def test_it_wants_a_file(sayso: Sayso) -> None:
    assert sayso("read").exit_code == 2


def test_a_file_that_is_not_there_is_set_aside(sayso: Sayso, tmp_path: Path) -> None:
    done = sayso("read", tmp_path / "nowhere.txt")
    assert done.exit_code == 3
    assert done.stdout == ""
    assert "nowhere.txt" in done.stderr
