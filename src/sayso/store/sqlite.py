"""What only SQLite does: opening the file, its transactions, its errors, its full-text search.

Another database needs one file like this one; the desk itself (``desk.py``) is plain SQLAlchemy Core.

Durability: ``synchronous=FULL``, in WAL or with a rollback journal, loses no acknowledged commit to a kill or
a power cut; ``NORMAL`` in WAL does. WAL itself is used only where the library is free of the WAL-reset bug,
which can corrupt a database that two processes write (https://sqlite.org/wal.html; mended in 3.51.3, 3.50.7
and 3.44.6).
"""

import contextlib
import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from sayso.core.errors import DeskError

MAGIC = b"SQLite format 3\0"  # how every SQLite file begins
APPLICATION_ID = 0x53415953  # "SAYS" in the file's header: this SQLite file is a desk
PRAGMAS = ("foreign_keys = ON", "synchronous = FULL")
LOCK_STEP_SECONDS = 0.25  # one try for the lock; then the waiting is announced, and tried again
NOT_A_DESK = "this file is not a desk"
NOT_A_DESK_REMEDY = "Name another file with --desk; this one is left alone."
DAMAGED_REMEDY = "Restore a copy, or add the reports to a new desk."

# Primary result code -> reason, remedy (https://sqlite.org/rescode.html). What is not here is a bug of ours.
_ERRORS = {
    sqlite3.SQLITE_BUSY: ("the desk is locked by another process", "Wait until it is done, then try again."),
    sqlite3.SQLITE_PERM: ("the desk may not be opened", "Change the file's permissions."),
    sqlite3.SQLITE_READONLY: (
        "the desk cannot be written",
        "Change the permissions of the file and its folder, or name another desk with --desk.",
    ),
    sqlite3.SQLITE_IOERR: ("the disk failed to read or write the desk", "Check the disk and its free space."),
    sqlite3.SQLITE_CORRUPT: ("the desk is damaged", DAMAGED_REMEDY),
    sqlite3.SQLITE_FULL: ("the disk is full", "Free some space; what was added before is kept."),
    sqlite3.SQLITE_CANTOPEN: (
        "the desk cannot be opened or its folder cannot be written",
        "Check the folder's permissions, or name another desk with --desk.",
    ),
    sqlite3.SQLITE_NOTADB: (NOT_A_DESK, NOT_A_DESK_REMEDY),
}
_MENDED: dict[tuple[int, ...], tuple[int, ...]] = {(3, 44): (3, 44, 6), (3, 50): (3, 50, 7)}


def has_wal_reset_bug(version: tuple[int, ...]) -> bool:
    """Tell whether SQLite of this version may corrupt a WAL database that several processes write."""
    return version < _MENDED.get(version[:2], (3, 51, 3))


@dataclass(frozen=True, slots=True)
class Database:
    """A SQLite file and how to be inside a transaction on it."""

    path: Path
    engine: Engine
    wait: float  # seconds to wait for a lock
    on_wait: Callable[[], None]  # called once for each wait, to tell the user

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a transaction that sees one state of the desk. Raises DeskError."""
        with self._transaction("BEGIN", "SELECT count(*) FROM sqlite_schema") as connection:
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open the one transaction that may write; it is durable once the block is left. Raises DeskError."""
        with self._transaction("BEGIN IMMEDIATE") as connection:
            yield connection

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()

    @contextlib.contextmanager
    def _transaction(self, *begin: str) -> Iterator[Connection]:
        with translated(self.path), self.engine.connect() as connection:
            try:
                self._patiently(connection, *begin)
                yield connection
                self._patiently(connection, "COMMIT")
            finally:
                # SQLite has rolled back by itself where the disk was full.
                if connection.connection.dbapi_connection.in_transaction:  # type: ignore[union-attr]
                    connection.exec_driver_sql("ROLLBACK")

    def _patiently(self, connection: Connection, *commands: str) -> None:
        """Run commands that need a lock, waiting for it as long as was asked."""
        deadline = time.monotonic() + self.wait
        told = False
        for command in commands:
            while True:
                try:
                    connection.exec_driver_sql(command)
                    break
                except DBAPIError as error:
                    if not _is_locked(error) or time.monotonic() >= deadline:
                        raise
                if not told:
                    self.on_wait()
                    told = True


def connect(path: Path, *, create: bool, wait: float, on_wait: Callable[[], None]) -> Database:
    """Give the database at ``path``; nothing is opened or made before its first use."""
    address = f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}"
    step = min(wait, LOCK_STEP_SECONDS)

    def open_file() -> sqlite3.Connection:
        return sqlite3.connect(address, uri=True, timeout=step, isolation_level=None)

    # AUTOCOMMIT: transactions are begun and ended above, in words, not by the driver's guess.
    engine = create_engine("sqlite://", creator=open_file, isolation_level="AUTOCOMMIT")
    event.listen(engine, "connect", _prepare)
    return Database(path, engine, wait, on_wait)


def may_be_desk(path: Path) -> bool:
    """Tell whether SQLite may open the file: it is not there, is empty, or begins as SQLite's files do.

    SQLite itself takes a file of a single byte for an empty one, and would overwrite it. Raises DeskError.
    """
    if not path.exists():
        return True
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return file.read(len(MAGIC)) in (b"", MAGIC)
    except OSError as error:
        reason, remedy = _ERRORS[sqlite3.SQLITE_PERM]
        raise DeskError(f"{reason}: {error.strerror}", remedy=remedy, about=str(path)) from error


def is_blank(connection: Connection) -> bool:
    """Tell whether the file holds nothing yet."""
    return not connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar_one()


def is_desk(connection: Connection) -> bool:
    """Tell whether the file's header names it a desk."""
    return int(connection.exec_driver_sql("PRAGMA application_id").scalar_one()) == APPLICATION_ID


def mark_as_desk(connection: Connection) -> None:
    """Write into the file's header that it is a desk."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def choose_journal(database: Database, version: tuple[int, ...] = sqlite3.sqlite_version_info) -> None:
    """Set the journal that is safe with this library. A desk that cannot be written keeps the one it has."""
    wanted = "delete" if has_wal_reset_bug(version) else "wal"
    with translated(database.path), database.engine.connect() as connection:
        if connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == wanted:
            return
        try:
            database._patiently(connection, f"PRAGMA journal_mode = {wanted}")
        except DBAPIError as error:
            if _code(error.orig) != sqlite3.SQLITE_READONLY:
                raise


@contextlib.contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn SQLite's errors about the file into DeskError with what the user can do."""
    try:
        yield
    except DBAPIError as error:
        reason, remedy = _ERRORS.get(_code(error.orig), (None, ""))
        if reason is None:
            raise
        raise DeskError(reason, remedy=remedy, about=str(path)) from error


def _prepare(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _is_locked(error: DBAPIError) -> bool:
    return _code(error.orig) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _code(error: BaseException | None) -> int:
    """Give the primary result code of SQLite's extended one."""
    return (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
