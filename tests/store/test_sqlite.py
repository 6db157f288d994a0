import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sayso.core.errors import DeskError
from sayso.store import sqlite
from sayso.store.desk import Desk, open_desk
from tests.store.fakes import article
from tests.store.whole import assert_whole


@pytest.mark.parametrize(
    ("version", "has_bug"),
    [
        ((3, 40, 1), True),
        ((3, 44, 5), True),
        ((3, 44, 6), False),
        ((3, 45, 0), True),
        ((3, 50, 6), True),
        ((3, 50, 7), False),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((3, 52, 0), False),
        ((4, 0, 0), False),
    ],
)
def test_the_versions_with_the_wal_reset_bug_are_known(version: tuple[int, ...], has_bug: bool) -> None:
    assert sqlite.has_wal_reset_bug(version) is has_bug


def journal_of(path: Path) -> str:
    connection = sqlite3.connect(path)
    (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
    connection.close()
    return str(mode)


def test_the_journal_is_the_one_that_is_safe_here(desk: Desk) -> None:
    has_bug = sqlite.has_wal_reset_bug(sqlite3.sqlite_version_info)
    assert journal_of(desk.path) == ("delete" if has_bug else "wal")


def test_the_journal_follows_the_library(path: Path) -> None:
    open_desk(path, create=True).close()
    for version, mode in (((3, 51, 3), "wal"), ((3, 40, 1), "delete")):
        database = sqlite.connect(path, create=False, wait=0, on_wait=lambda: None)
        sqlite.choose_journal(database, version)
        database.close()
        assert journal_of(path) == mode


def test_what_is_acknowledged_is_synced(desk: Desk) -> None:
    with desk._database.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == 2
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1


@contextmanager
def locked(path: Path) -> Iterator[None]:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        connection.close()


def test_a_locked_desk_is_an_error_after_a_wait_that_is_announced_once(path: Path) -> None:
    waits: list[str] = []
    with (
        open_desk(path, create=True, wait=0.6, on_wait=lambda: waits.append("waiting")) as desk,
        locked(path),
        pytest.raises(DeskError, match="locked by another process") as caught,
    ):
        desk.take([article(1)], "run")
    assert waits == ["waiting"]
    assert caught.value.remedy
    assert caught.value.about == str(path)


def test_a_desk_that_is_locked_on_opening_is_an_error(path: Path) -> None:
    open_desk(path, create=True).close()
    with locked(path), pytest.raises(DeskError, match="locked"):
        open_desk(path, wait=0)


def test_a_desk_that_comes_free_is_used(path: Path) -> None:
    held: list[sqlite3.Connection] = []

    def let_go() -> None:
        held.pop().close()

    with open_desk(path, create=True, wait=60, on_wait=let_go) as desk:
        held.append(sqlite3.connect(path, isolation_level=None))
        held[0].execute("BEGIN EXCLUSIVE")
        assert desk.take([article(1)], "run").new == 1
    assert held == []


def test_a_failed_write_leaves_nothing_and_the_desk_usable(desk: Desk) -> None:
    def write_and_fail() -> None:
        with desk._database.writing() as connection:
            connection.exec_driver_sql("INSERT INTO ledgers VALUES ('f', '', x'00')")
            raise RuntimeError("midway")

    with pytest.raises(RuntimeError, match="midway"):
        write_and_fail()
    assert desk.ledger("f") is None
    assert desk.take([article(1)], "run").new == 1


def test_a_full_disk_is_an_error_that_keeps_what_was_added(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_desk(path, create=True) as desk:
        desk.take([article(1)], "run")
    pages = path.stat().st_size // 4096
    monkeypatch.setattr(sqlite, "PRAGMAS", (*sqlite.PRAGMAS, f"max_page_count = {pages + 2}"))
    with open_desk(path) as desk:
        with pytest.raises(DeskError, match="disk is full") as caught:
            desk.take([article(n, "word " * 3000 + str(n)) for n in range(2, 9)], "run")
        assert "what was added before is kept" in caught.value.remedy
        assert [p.article.id for p in desk.pending("v")] == ["a1"]
        assert_whole(path)


def test_a_damaged_desk_is_an_error(path: Path) -> None:
    with open_desk(path, create=True) as desk:
        desk.take([article(n) for n in range(300)], "run")
    data = bytearray(path.read_bytes())
    data[4096 * 3 : -4096] = b"\x5a" * (len(data) - 4096 * 4)
    path.write_bytes(data)

    def look_everywhere() -> None:
        with open_desk(path) as desk:
            desk.search(["bridge"])
            desk.pending("v", limit=1000)

    with pytest.raises(DeskError, match="damaged"):
        look_everywhere()


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is a folder that nobody can write")
def test_a_folder_that_cannot_be_written_is_an_error() -> None:
    with pytest.raises(DeskError, match="folder") as caught:
        open_desk(Path("/proc/desk.sqlite"), create=True)
    assert "--desk" in caught.value.remedy


def test_a_mistake_of_ours_is_not_called_the_users(desk: Desk) -> None:
    from sqlalchemy.exc import OperationalError

    with pytest.raises(OperationalError, match="syntax error"), desk._database.reading() as connection:
        connection.exec_driver_sql("SELEKT")
