"""The commands that correct, as a user meets them: fakes read and collate, the desk is a real one."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Sayso

WHY = ("-m", "as read")


@pytest.fixture
def desk(sayso: Sayso, reports: Path, monkeypatch: pytest.MonkeyPatch) -> Sayso:
    """A desk with three reports, whose brief was made last."""
    monkeypatch.setenv("SAYSO_AUTHOR", "I. Marn")
    sayso("add", reports)
    sayso("brief")
    return sayso


def test_a_merge_is_kept_with_author_time_and_reason(desk: Sayso) -> None:
    done = desk("merge", "C1", "C2", "-m", "one bridge", "--json")
    made = json.loads(done.stdout)
    assert (made["action"], made["subject"], made["author"]) == ("merge", "claim", "I. Marn")
    assert made["reason"] == "one bridge"
    assert made["made"].endswith("Z")
    assert [len(part) for part in made["parts"]] == [1, 2]
    assert made["parts"][0][0]["exact"]


def test_it_says_what_was_kept_and_how_to_take_it_back(desk: Sayso) -> None:
    done = desk("reject", "S1", *WHY)
    assert done.exit_code == 0
    own = done.stderr.split("sayso undo ")[1].split()[0]
    assert "Kept as" in done.stderr
    undone = desk("undo", own)
    assert f"Taken back: {own}" in undone.stderr
    assert desk("undo").exit_code == 2, "nothing holds any more"


def test_the_last_that_holds_is_undone_first(desk: Sayso) -> None:
    first = json.loads(desk("reject", "S1", *WHY, "--json").stdout)
    second = json.loads(desk("reject", "S2", *WHY, "--json").stdout)
    assert json.loads(desk("undo", "--json").stdout)["undoes"] == second["id"]
    assert json.loads(desk("undo", "--json").stdout)["undoes"] == first["id"]


def test_a_dry_run_keeps_nothing(desk: Sayso, monkeypatch: pytest.MonkeyPatch) -> None:
    done = desk("reject", "S1", *WHY, "--dry-run", "--json")
    assert json.loads(done.stdout)["action"] == "reject"
    assert desk("undo").exit_code == 2


def test_keys_stay_those_of_the_brief_made_last(desk: Sayso, tmp_path: Path) -> None:
    before = json.loads(desk("reject", "S1", *WHY, "--dry-run", "--json").stdout)["parts"]
    more = tmp_path / "0.txt"
    more.write_text("A clerk said the new gate was shut all day. Account nought.", encoding="utf-8")
    desk("add", more)
    assert json.loads(desk("reject", "S1", *WHY, "--dry-run", "--json").stdout)["parts"] == before
    desk("brief")
    assert json.loads(desk("reject", "S1", *WHY, "--dry-run", "--json").stdout)["parts"] != before


def test_a_speaker_is_an_entity_or_a_new_name(desk: Sayso) -> None:
    known = json.loads(desk("set", "S1", "speaker", "ilva torren", *WHY, "--json").stdout)
    assert (known["value"], len(known["parts"])) == ("Ilva Torren", 2)
    fresh = json.loads(desk("set", "S1", "speaker", "Odo Karsk", *WHY, "--json").stdout)
    assert (fresh["value"], len(fresh["parts"])) == ("Odo Karsk", 1)
    cleared = json.loads(desk("set", "S1", "speaker", "", *WHY, "--json").stdout)
    assert cleared["value"] is None


def test_parts_are_split_off_by_report_and_by_place(desk: Sayso) -> None:
    made = json.loads(desk("split", "C2", "R2", *WHY, "--json").stdout)
    assert [len(part) for part in made["parts"]] == [1, 1]
    whole = desk("split", "C1", "R1", *WHY)
    assert whole.exit_code == 2
    assert "all of this claim" in whole.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("merge", "C1", "C2"), "needs a reason"),
        (("merge", "C1", "C1", *WHY), "two things"),
        (("merge", "C1", "T1", *WHY), "several kinds"),
        (("merge", "C1", "C99", *WHY), "nothing is named 'C99'"),
        (("merge", "C1", "S1", *WHY), "is of the kind statement"),
        (("merge", "story", "C1", *WHY), "may be several"),
        (("set", "S1", "colour", "red", *WHY), "no field 'colour'"),
        (("set", "S1", "act", "sing", *WHY), "It is one of: assert, accuse"),
        (("set", "S1", "act", "", *WHY), "cannot be empty"),
        (("set", "999", "act", "deny", *WHY), "no reference 999"),
        (("split", "C2", "C1", *WHY), "is of the kind claim"),
        (("reject", "nothing:5-9", *WHY), "is no one place"),
        (("undo", "x"), "no correction"),
    ],
)
def test_what_is_off_is_told_with_a_remedy(desk: Sayso, words: tuple[str, ...], told: str) -> None:
    done = desk(*words)
    assert done.exit_code == 2
    assert told in done.stderr
    assert desk("undo").exit_code == 2, "nothing was kept"


def test_corrections_travel_as_json(desk: Sayso, tmp_path: Path) -> None:
    made = json.loads(desk("reject", "S1", *WHY, "--json").stdout)
    (tmp_path / "mine.json").write_text(json.dumps([made]), encoding="utf-8")
    assert "new to this desk: 0" in desk("corrections", "--take", tmp_path / "mine.json").stderr
    other = {**made, "reason": "once more"}
    del other["id"]
    assert "new to this desk: 1" in desk("corrections", "--take", "-", stdin=json.dumps([other])).stderr
    forged = desk("corrections", "--take", "-", stdin=json.dumps([{**made, "reason": "forged"}]))
    assert forged.exit_code == 2
    assert "does not fit" in forged.stderr
    assert desk("corrections", "--take", "-", stdin="[1]").exit_code == 2


def test_without_corrections_there_is_nothing_to_show(desk: Sayso) -> None:
    assert desk("corrections").exit_code == 6


def test_what_the_brief_of_one_story_does_not_show_is_found_by_its_id(desk: Sayso) -> None:
    desk("brief", "story-1")
    done = desk("merge", "T1", "story-2", *WHY, "--json")
    assert [len(part) for part in json.loads(done.stdout)["parts"]] == [1, 2]
    assert desk("merge", "T1", "T2", *WHY).exit_code == 2
