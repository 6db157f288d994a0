"""The whole way with the real stations: reports in, every form of the brief out."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from sayso.cli.app import app
from tests.cli.conftest import write_report

BRIDGE = "Transport Minister Ilva Torren said on Monday that the old bridge at Orsk Harbour would be closed."
DENIAL = "Mayor Pell Anders denied that the bridge at Orsk Harbour was unsafe. “Nobody was hurt,” he told reporters."
GERMAN = (
    "Die Ministerin erklärte am Montag, dass die alte Brücke gesperrt werde. Niemand sei verletzt worden."
)


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words], catch_exceptions=False)


@dataclass(frozen=True)
class Whole:
    folder: Path
    desk: Path
    added: Result
    ledger: Any


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """Three reports and an empty file, added; the desk lies among them."""
    folder = tmp_path_factory.mktemp("reports")
    write_report(folder / "1.txt", f"{BRIDGE}\n\n{DENIAL}", outlet="Harbour Herald", published="2031-03-04")
    write_report(folder / "2.txt", f"{DENIAL}\n\n{BRIDGE} Two dozen were injured.", outlet="Quay Post")
    write_report(folder / "3.txt", GERMAN, outlet="Hafenblatt")
    (folder / "4.txt").touch()
    desk = folder / "desk.sqlite"
    added = run("add", folder, "--json", "--desk", desk)
    return Whole(folder, desk, added, json.loads(run("export", "--desk", desk).stdout))


def test_what_can_be_read_is_read_and_the_rest_set_aside(whole: Whole) -> None:
    assert whole.added.exit_code == 3  # the empty file; the desk itself is passed over
    assert json.loads(whole.added.stdout) == {"new": 3, "filled": 0, "known": 0, "read": 3, "set_aside": 1}


def test_adding_again_changes_nothing(whole: Whole) -> None:
    again = json.loads(run("add", whole.folder, "--json", "--desk", whole.desk).stdout)
    assert again == {"new": 0, "filled": 0, "known": 3, "read": 0, "set_aside": 1}


def test_every_report_is_in_a_story(whole: Whole) -> None:
    stories = json.loads(run("stories", "--json", "--desk", whole.desk).stdout)
    assert sum(story["reports"] for story in stories) == 3


@pytest.mark.parametrize("form", ["terminal", "md", "html", "json"])
def test_the_brief_comes_in_every_form(whole: Whole, form: str) -> None:
    shown = run("brief", "--format", form, "--desk", whole.desk)
    assert shown.exit_code == 0
    assert "Ilva Torren" in shown.stdout


def test_every_span_of_the_export_holds(whole: Whole) -> None:
    texts = {article["id"]: article["text"] for article in whole.ledger["articles"]}
    spans = [(s["article"], span) for s in whole.ledger["statements"] for span in s["content"]]
    spans += [(r["article"], r["span"]) for claim in whole.ledger["claims"] for r in claim["readings"]]
    assert spans
    assert all(texts[a][span["start"] : span["end"]] == span["exact"] for a, span in spans)
    (german,) = (a["id"] for a in whole.ledger["articles"] if a["language"] == "de")
    assert german not in {article for article, _ in spans}


def test_a_reading_is_the_same_with_and_without_a_desk(whole: Whole) -> None:
    (line,) = run("read", whole.folder / "1.txt").stdout.splitlines()
    reading = json.loads(line)
    kept = [s["content"] for s in whole.ledger["statements"] if s["article"] == reading["id"]]
    assert kept == [s["content"] for s in reading["statements"]]
