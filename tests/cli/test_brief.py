from pathlib import Path

import pytest

from tests.cli.conftest import Sayso


@pytest.fixture(autouse=True)
def filled(sayso: Sayso, reports: Path) -> None:
    sayso("add", reports, "-q")


def test_without_a_story_every_one_is_shown(sayso: Sayso) -> None:
    done = sayso("brief")
    assert done.exit_code == 0
    assert done.stdout == "brief of story-1\nbrief of story-2\n"  # no colour where nobody watches


def test_a_story_is_named_by_its_id_or_its_beginning(sayso: Sayso) -> None:
    assert sayso("brief", "story-2").stdout == "brief of story-2\n"
    ambiguous = sayso("brief", "story")
    assert ambiguous.exit_code == 2
    assert "story-1, story-2" in ambiguous.stderr


def test_a_story_that_is_not_there_is_a_usage_error(sayso: Sayso) -> None:
    done = sayso("brief", "nowhere")
    assert done.exit_code == 2
    assert "no story 'nowhere'" in done.stderr
    assert "sayso stories" in done.stderr


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("md", "# brief of story-1\n"),
        ("html", "<h1>brief of story-1 é</h1>\n"),
        ("terminal", "brief of story-1\n"),
        ("json", '"id": "story-1"'),
    ],
)
def test_each_format_goes_to_the_screen_and_to_a_file(
    sayso: Sayso, tmp_path: Path, form: str, words: str
) -> None:
    shown = sayso("brief", "story-1", "--format", form)
    assert shown.exit_code == 0
    assert words in shown.stdout
    target = tmp_path / "brief.out"
    written = sayso("brief", "story-1", "--format", form, "-o", target)
    assert (written.exit_code, written.stdout) == (0, "")
    assert words in target.read_text(encoding="utf-8")
    assert list(tmp_path.glob("*.part")) == []


def test_a_file_that_cannot_be_written_is_told(sayso: Sayso, tmp_path: Path) -> None:
    done = sayso("brief", "--format", "md", "-o", tmp_path / "nowhere" / "brief.md")
    assert done.exit_code == 2
    assert "cannot be written" in done.stderr


def test_an_unknown_format_is_a_usage_error(sayso: Sayso) -> None:
    assert sayso("brief", "--format", "docx").exit_code == 2


def test_a_desk_without_stories_has_nothing_to_show(sayso: Sayso, tmp_path: Path) -> None:
    sayso("add", "--desk", tmp_path / "empty")
    done = sayso("brief", "--desk", tmp_path / "empty")
    assert done.exit_code == 6
    assert "no story to show" in done.stderr
