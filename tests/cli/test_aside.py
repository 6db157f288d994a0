import json
from pathlib import Path

from tests.cli.conftest import Sayso, write_report


def test_nothing_set_aside_is_well(sayso: Sayso) -> None:
    sayso("add")
    done = sayso("aside")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "Nothing is set aside" in done.stderr


def test_what_was_set_aside_is_listed_with_reason_and_remedy(sayso: Sayso, reports: Path) -> None:
    sayso("add", reports, "-q")
    done = sayso("aside")
    assert done.exit_code == 3
    assert done.stdout.startswith(f"{reports / '4.bin'}: ")
    (record,) = json.loads(sayso("aside", "--json").stdout)
    assert record["path"] == str(reports / "4.bin")
    assert record["reason"]
    assert record["remedy"]
    assert record["article"] is None


def test_a_retry_clears_what_was_mended(sayso: Sayso, reports: Path) -> None:
    sayso("add", reports, "-q")
    still = sayso("aside", "--retry")
    assert still.exit_code == 3
    assert "4.bin" in still.stdout
    write_report(reports / "4.bin", "A pilot said the fog had lifted long before the ferry left.")
    mended = sayso("aside", "--retry")
    assert mended.exit_code == 0
    assert len(json.loads(sayso("export").stdout)["articles"]) == 4


def test_a_file_that_is_gone_stays_with_its_new_reason(sayso: Sayso, reports: Path) -> None:
    sayso("add", reports, "-q")
    (reports / "4.bin").unlink()
    (record,) = json.loads(sayso("aside", "--retry", "--json").stdout)
    assert "no such file" in record["reason"]


def test_a_retry_reads_what_the_reader_failed_on(sayso: Sayso, tmp_path: Path) -> None:
    write_report(tmp_path / "a.txt", "This text is UNREADABLE for the fake, whatever its language may be.")
    sayso("add", tmp_path / "a.txt")
    (record,) = json.loads(sayso("aside", "--retry", "--json").stdout)
    assert record["article"]
    assert record["reason"] == "the fake cannot read this"


def test_a_slip_of_the_pen_can_be_forgotten(sayso: Sayso, tmp_path: Path) -> None:
    write_report(tmp_path / "a.txt", "This text is UNREADABLE for the fake, whatever its language may be.")
    assert sayso("add", tmp_path / "a.txt", tmp_path / "nowhere").exit_code == 3
    done = sayso("aside", "--forget", "--json")
    assert done.exit_code == 3
    assert [record["reason"] for record in json.loads(done.stdout)] == ["the fake cannot read this"]
