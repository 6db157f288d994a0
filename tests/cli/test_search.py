import json
from pathlib import Path

import pytest

from tests.cli.conftest import Sayso


@pytest.fixture(autouse=True)
def filled(sayso: Sayso, reports: Path) -> None:
    sayso("add", reports, "-q")


def test_places_are_shown_with_speaker_and_outlet(sayso: Sayso) -> None:
    done = sayso("search", "lamp", "lighthouse")
    assert done.exit_code == 0
    assert "Quay Post" in done.stdout
    assert "A keeper: the lamp of the lighthouse went out twice" in done.stdout


def test_places_for_a_program_can_be_located(sayso: Sayso) -> None:
    hits = json.loads(sayso("search", "--json", "bridge").stdout)
    articles = {a["id"]: a["text"] for a in json.loads(sayso("export").stdout)["articles"]}
    assert len(hits) == 4
    for hit in hits:
        text = articles[hit["article"]]
        assert all(text[s["start"] : s["end"]] == s["exact"] for s in hit["spans"])
        assert all(text[start:end].lower() == "bridge" for start, end in hit["marks"])


def test_nothing_found_has_its_own_code(sayso: Sayso) -> None:
    done = sayso("search", "zeppelin")
    assert done.exit_code == 6
    assert "Nothing is found" in done.stderr
    assert json.loads(sayso("search", "--json", "zeppelin").stdout) == []


def test_words_that_look_like_syntax_are_words(sayso: Sayso) -> None:
    assert sayso("search", 'NEAR("bridge', "*").exit_code == 6
    assert sayso("search", "--", "--bridge").exit_code == 0


def test_a_report_of_which_nothing_is_known_is_named_by_its_file(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "zeppelins.txt").write_text("A pilot said the zeppelin had left the quay.", encoding="utf-8")
    sayso("add", tmp_path / "zeppelins.txt")
    assert sayso("search", "zeppelin").stdout.startswith("zeppelins.txt\n")
