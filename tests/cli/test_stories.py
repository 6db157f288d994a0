import json
from pathlib import Path

import pytest

from sayso.cli.stories import figures, short_ids
from sayso.store.ledgers import find_story
from sayso.store.records import StoryLine
from tests.cli.conftest import Sayso, write_report
from tests.store.fakes import FakeCollation


def test_the_table_lists_each_story(sayso: Sayso, reports: Path, collate: FakeCollation) -> None:
    sayso("add", reports, "-q")
    done = sayso("stories")
    assert done.exit_code == 0
    shown = done.stdout
    assert shown.split()[:2] == ["story", "title"]
    assert "story-1  Minister Ilva Torren said" in shown
    assert "2 reports · 1 outlet · 1 claim, 1 contested" in shown
    sayso("stories")
    assert collate.calls == 1


def test_the_list_for_a_program(sayso: Sayso, reports: Path) -> None:
    sayso("add", reports, "-q")
    stories = json.loads(sayso("stories", "--json").stdout)
    assert [(s["id"], s["reports"], s["contested"]) for s in stories] == [
        ("story-1", 1, 1),
        ("story-2", 2, 1),
    ]


def test_no_desk_is_an_error_with_a_remedy(sayso: Sayso) -> None:
    done = sayso("stories")
    assert done.exit_code == 4
    assert "no desk yet" in done.stderr
    assert "sayso add" in done.stderr


def test_an_empty_desk_has_no_stories(sayso: Sayso) -> None:
    sayso("add")
    assert "No stories yet" in sayso("stories").stderr
    assert json.loads(sayso("stories", "--json").stdout) == []


def test_a_title_reaches_the_terminal_without_its_controls(sayso: Sayso, tmp_path: Path) -> None:
    title = b"Sly \\x1b[2J\\u202e [bold]news[/bold] [/nope]".decode("unicode-escape")
    record = {"text": "A keeper said the lamp of the lighthouse went out twice.", "title": title}
    (tmp_path / "a.jsonl").write_text(json.dumps(record), encoding="utf-8")
    sayso("add", tmp_path / "a.jsonl", "-q")
    shown = sayso("stories").stdout
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "[bold]news[/bold]" in " ".join(shown.split())


def test_unread_reports_are_told_of(sayso: Sayso, tmp_path: Path, desk_path: Path) -> None:
    from sayso.store.desk import open_desk
    from tests.store.fakes import article

    write_report(tmp_path / "a.txt", "A keeper said the lamp of the lighthouse went out twice.")
    sayso("add", tmp_path / "a.txt")
    with open_desk(desk_path) as desk:
        desk.take([article(7)], "run")
    assert "Reports that are not read yet: 1." in sayso("stories").stderr
    assert sayso("stories", "-q").stderr == ""


@pytest.mark.parametrize(
    ("ids", "short"),
    [
        (["s123456789", "s123457000"], ["s123456", "s123457"]),
        (["s123456789", "s12345678a"], ["s123456789", "s12345678a"]),
        (["s12345678", "s123456789"], ["s12345678", "s123456789"]),
        (["s1"], ["s1"]),
        ([], []),
    ],
)
def test_an_id_is_shown_as_far_as_it_tells_stories_apart(ids: list[str], short: list[str]) -> None:
    assert short_ids(ids) == short
    lines = [StoryLine(some, "", None, None, 1, 1, 0, 0) for some in ids]
    assert [find_story(lines, some) for some in short] == ids


def test_days_are_given_as_far_as_they_are_known() -> None:
    days = (("2031-03-04T08:00Z", "2031-03-05"), ("2031-03-04", "2031-03-04"), (None, None))
    shown = [figures(StoryLine("s", "", first, last, 1, 0, 3, 0)) for first, last in days]
    assert shown == [
        "1 report · 2031-03-04 to 2031-03-05 · 3 claims, 0 contested",
        "1 report · 2031-03-04 · 3 claims, 0 contested",
        "1 report · 3 claims, 0 contested",
    ]
