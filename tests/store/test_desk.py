import dataclasses
import sqlite3
from pathlib import Path

import pytest

from sayso.core.article import SetAside
from sayso.core.errors import DeskError
from sayso.store.desk import Desk, open_desk
from tests.store.fakes import article
from tests.store.whole import assert_whole


def test_a_desk_is_made_only_where_asked_for(path: Path) -> None:
    with pytest.raises(DeskError, match="no desk yet") as caught:
        open_desk(path)
    assert "sayso add" in caught.value.remedy
    assert not path.exists()
    open_desk(path, create=True).close()
    open_desk(path).close()


def test_its_folder_is_made_with_it(tmp_path: Path) -> None:
    with open_desk(tmp_path / "new folder?" / "ä#1" / "desk", create=True) as desk:
        assert desk.take([article(1)], "run").new == 1
    assert (tmp_path / "new folder?" / "ä#1" / "desk").exists()


def test_an_empty_file_becomes_a_desk_only_by_adding(path: Path) -> None:
    path.touch()
    with pytest.raises(DeskError, match="not a desk"):
        open_desk(path)
    open_desk(path, create=True).close()


@pytest.mark.parametrize(
    "data", [b"not a database at all, but long enough to look like one" * 40, b"\0", b"SQLite"]
)
@pytest.mark.parametrize("create", [True, False])
def test_a_file_that_is_no_database_is_left_alone(path: Path, data: bytes, create: bool) -> None:
    path.write_bytes(data)
    with pytest.raises(DeskError, match="not a desk"):
        open_desk(path, create=create)
    assert path.read_bytes() == data


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_another_programs_database_is_left_alone(path: Path, mode: str) -> None:
    connection = sqlite3.connect(path)
    connection.executescript(
        f"PRAGMA journal_mode = {mode}; CREATE TABLE articles (id); PRAGMA user_version = 7;"
    )
    connection.close()
    data = path.read_bytes()
    with pytest.raises(DeskError, match="not a desk") as caught:
        open_desk(path, create=True)
    assert "left alone" in caught.value.remedy
    assert path.read_bytes() == data


def test_a_folder_is_no_desk(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match="a folder"):
        open_desk(tmp_path, create=True)


def test_a_file_in_the_place_of_its_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DeskError, match="cannot be made"):
        open_desk(tmp_path / "file" / "desk", create=True)


def set_version(path: Path, sql: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(sql)
    connection.commit()
    connection.close()


def test_a_newer_desk_is_left_alone(path: Path) -> None:
    open_desk(path, create=True).close()
    set_version(path, "UPDATE alembic_version SET version_num = '0999'")
    data = path.read_bytes()
    with pytest.raises(DeskError, match="version 0999") as caught:
        open_desk(path, create=True)
    assert "newest Sayso" in caught.value.remedy
    assert path.read_bytes() == data


def test_a_desk_without_its_version_is_damaged(path: Path) -> None:
    open_desk(path, create=True).close()
    set_version(path, "DROP TABLE alembic_version")
    with pytest.raises(DeskError, match="damaged"):
        open_desk(path)


def test_the_same_report_twice_changes_nothing_but_its_path_is_noted(desk: Desk) -> None:
    assert desk.take([article(1, path="a.txt"), article(2, path="b.txt")], "r1").new == 2
    again = desk.take([article(1, path="a.txt"), article(1, path="copy.txt")], "r2")
    assert (again.new, again.filled, again.known) == (0, 0, 2)
    assert [(p.number, p.article.id, p.article.path) for p in desk.pending("v")] == [
        (1, "a1", "a.txt"),
        (2, "a2", "b.txt"),
    ]
    connection = sqlite3.connect(desk.path)
    paths = [
        Path(path).name for (path,) in connection.execute("SELECT path FROM sightings WHERE article = 1")
    ]
    connection.close()
    assert paths == ["a.txt", "copy.txt"]


def test_an_article_comes_back_as_it_went(desk: Desk) -> None:
    one = dataclasses.replace(
        article(
            1, title="Ferries “run” é", url="https://e.example", author="I. Wren", published="2031-03-04"
        ),
        partial=True,
        path="-",
    )
    desk.take([one], "run")
    assert [pending.article for pending in desk.pending("v")] == [one]


def test_another_text_under_the_same_id_is_another_report(desk: Desk) -> None:
    desk.take([article(1), article(1, "Other words altogether.")], "run")
    first, second = (pending.article for pending in desk.pending("v"))
    assert first.id == "a1"
    assert second.id.startswith("a1-")
    assert desk.take([article(1, "Other words altogether.")], "run").known == 1


def test_the_same_text_by_two_outlets_is_two_reports(desk: Desk) -> None:
    copies = [article(1), article(1, outlet="Quay Post")]
    assert desk.take(copies, "r1").new == 2
    assert desk.take(copies, "r2").known == 2
    assert len({pending.article.id for pending in desk.pending("v")}) == 2


def test_metadata_that_was_unknown_is_filled_in_and_nothing_known_is_overwritten(desk: Desk) -> None:
    desk.take([article(1, outlet=None, title="First title"), article(2)], "r1")
    assert desk.take([article(1, title="Other title", published="2031-03-04")], "r2").filled == 1
    assert desk.take([article(2, title="Ropewalk")], "r2").filled == 1
    assert [hit.article for hit in desk.search(["ropewalk"])] == ["a2"]
    assert_whole(desk.path)
    pending, _ = desk.pending("v")
    assert pending.revision == 2
    assert (pending.article.outlet, pending.article.title) == ("Harbour Herald", "First title")
    assert pending.article.published == "2031-03-04"


def test_what_is_set_aside_is_kept_once_with_its_latest_reason(desk: Desk) -> None:
    first = [SetAside("a.jsonl", 3, "broken", "mend it"), SetAside("a.jsonl", 9, "broken", "mend it")]
    desk.take([*first, SetAside("b.bin", None, "binary", "leave it")], "r1")
    assert desk.take([SetAside("a.jsonl", 3, "no text", "write one")], "r2").aside == 1
    assert [(Path(a.path).name, a.record, a.reason) for a in desk.set_aside()] == [
        ("a.jsonl", 3, "no text"),
        ("a.jsonl", 9, "broken"),
        ("b.bin", None, "binary"),
    ]
    assert desk.clear_aside("r2", ["a.jsonl"]) == 1
    assert [a.record for a in desk.set_aside()] == [3, None]


def test_paths_hold_from_any_folder(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    desk.take([SetAside("b.bin", None, "binary", ""), SetAside("-", 2, "broken", "")], "run")
    assert [a.path for a in desk.set_aside()] == [str(tmp_path / "b.bin"), "-"]


def test_two_processes_may_make_the_same_desk(path: Path) -> None:
    with open_desk(path, create=True) as one, open_desk(path, create=True) as two:
        assert one.take([article(1)], "r1").new == 1
        assert two.take([article(1), article(2)], "r2").new == 1
        assert one.counts("v").articles == 2
