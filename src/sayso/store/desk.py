"""The desk: one file that holds the reports, their readings and what was collated from them."""

from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.core.article import Article, SetAside
from sayso.core.correction import Correction
from sayso.core.errors import DeskError
from sayso.core.ledger import Ledger
from sayso.core.reading import Reading
from sayso.store import (
    article_rows,
    aside_rows,
    correction_rows,
    ledger_rows,
    reading_rows,
    searching,
    sqlite,
)
from sayso.store.migrations.run import NEWEST, upgrade, version_of
from sayso.store.records import (
    Aside,
    Change,
    Counts,
    Hit,
    Pending,
    Provenance,
    StoredReading,
    StoryLine,
    Taken,
)
from sayso.store.upkeep import change_rows, part_rows

if TYPE_CHECKING:
    from sayso.store.collation import Collation

READINGS_PER_PAGE = 64


def open_desk(
    path: Path, *, create: bool = False, wait: float = 30.0, on_wait: Callable[[], None] = lambda: None
) -> "Desk":
    """Open the desk at ``path``, brought to the newest version; where ``create``, made if it is not there.

    ``wait`` is how many seconds to wait for another process that has it locked; ``on_wait`` is called when
    such a wait begins. Raises DeskError with a remedy: none there, not a desk, of a newer version, locked,
    damaged, not to be written, disk full.
    """
    _check_place(path, create=create)
    database = sqlite.connect(path, create=create, wait=wait, on_wait=on_wait)
    try:
        _make_ready(database, create=create)
    except BaseException:
        database.close()
        raise
    return Desk(database)


class Desk:
    """A desk on SQLite: both the view and the writer of ``contract.py``, which says what each method does."""

    def __init__(self, database: sqlite.Database) -> None:
        self._database = database

    @property
    def path(self) -> Path:
        """The file."""
        return self._database.path

    def __enter__(self) -> "Desk":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def counts(self, reader: str) -> Counts:
        """Count what is there."""
        with self._database.reading() as connection:
            return reading_rows.counts(connection, reader)

    def pending(self, reader: str, *, after: int = 0, limit: int = 32, again: bool = False) -> list[Pending]:
        """Give reports to read."""
        with self._database.reading() as connection:
            return reading_rows.pending(connection, reader, after=after, limit=limit, again=again)

    def readings(self) -> Iterator[StoredReading]:
        """Give the current readings. No transaction stays open between two pages: writers need not wait."""
        after = 0
        while True:
            with self._database.reading() as connection:
                page = reading_rows.current(connection, after=after, limit=READINGS_PER_PAGE)
            if not page:
                return
            yield from (stored for _, stored in page)
            after = page[-1][0]

    def readings_of(self, articles: Collection[str]) -> list[Reading]:
        """Give the current readings of some reports."""
        with self._database.reading() as connection:
            return reading_rows.of_articles(connection, articles)

    def corrections(self) -> list[Correction]:
        """Give every correction."""
        with self._database.reading() as connection:
            return correction_rows.listed(connection)

    def provenance(self) -> list[Provenance]:
        """Give what ``readings`` would be made of."""
        with self._database.reading() as connection:
            return reading_rows.provenance(connection)

    def set_aside(self) -> list[Aside]:
        """Give what was set aside."""
        with self._database.reading() as connection:
            return aside_rows.listed(connection)

    def search(self, words: Sequence[str], *, limit: int = 20) -> list[Hit]:
        """Find statements and texts."""
        with self._database.reading() as connection:
            return searching.search(connection, words, limit=limit)

    def is_up_to_date(self, collation: "Collation") -> bool:
        """Tell whether the parts rest on all that there is."""
        from sayso.store.upkeep.update import is_up_to_date  # only here: NumPy

        with self._database.reading() as connection:
            return is_up_to_date(connection, collation)

    def part_stories(self) -> list[StoryLine]:
        """Give the stories of all parts."""
        with self._database.reading() as connection:
            return part_rows.load_lines(connection)

    def part(self, story: str) -> Ledger:
        """Give the part that holds a story."""
        with self._database.reading() as connection:
            return part_rows.load_part_of(connection, story)

    def parts(self) -> Iterator[Ledger]:
        """Give all parts."""
        with self._database.reading() as connection:
            yield from part_rows.load_parts(connection)

    def former_stories(self, name: str) -> dict[str, str]:
        """Give what former ids stand for."""
        with self._database.reading() as connection:
            return change_rows.load_names(connection, name)

    def changes(self, *, after: int = 0, since: str = "") -> list[Change]:
        """Give what happened to the ledger."""
        with self._database.reading() as connection:
            return change_rows.load_changes(connection, after=after, since=since)

    def changes_of(self, stories: Collection[str]) -> dict[str, list[Change]]:
        """Give what happened to stories."""
        with self._database.reading() as connection:
            return change_rows.load_changes_of(connection, stories)

    def looked(self) -> int:
        """Give the last change that was shown."""
        with self._database.reading() as connection:
            return change_rows.looked(connection)

    def note_looked(self, number: int) -> None:
        """Remember the last change that was shown."""
        with self._database.writing() as connection:
            change_rows.note_looked(connection, number)

    def bring_up_to_date(self, collation: "Collation") -> bool:
        """Collate what has changed."""
        from sayso.store.upkeep.update import bring_up_to_date  # only here: NumPy

        return bring_up_to_date(self._database, collation)

    def foretell(self, collation: "Collation", trial: Correction) -> Ledger:
        """Give what one more correction would bear on."""
        from sayso.store.upkeep.update import foretell  # only here: NumPy

        return foretell(self._database, collation, trial)

    def keep_shown(self, ledger: Ledger, story: str | None) -> None:
        """Keep the ledger that a brief shows."""
        with self._database.writing() as connection:
            ledger_rows.keep_shown(connection, ledger, story)

    def stories(self, fingerprint: str | None = None) -> list[StoryLine] | None:
        """Give the kept ledger's stories."""
        with self._database.reading() as connection:
            if fingerprint is None and (lines := part_rows.load_lines(connection)):
                return lines
            return ledger_rows.load_lines(connection, fingerprint)

    def ledger(self, fingerprint: str, story: str | None = None) -> Ledger | None:
        """Give the kept ledger, or one story's part."""
        with self._database.reading() as connection:
            return ledger_rows.load(connection, fingerprint, story)

    def take(self, items: Sequence[Article | SetAside], run: str) -> Taken:
        """Keep gathered items."""
        taken = Taken()
        with self._database.writing() as connection:
            for item in items:
                if isinstance(item, Article):
                    taken += article_rows.take_article(connection, item)
                else:
                    taken += aside_rows.take_aside(connection, item, run)
        return taken

    def clear_aside(self, run: str, paths: Sequence[str]) -> int:
        """Forget what is mended."""
        with self._database.writing() as connection:
            return aside_rows.clear(connection, run, paths)

    def forget_aside(self) -> int:
        """Forget what could not become a report."""
        with self._database.writing() as connection:
            return aside_rows.forget(connection)

    def keep_readings(self, readings: Sequence[tuple[Pending, StoredReading]]) -> None:
        """Keep readings as the current ones."""
        with self._database.writing() as connection:
            for pending, stored in readings:
                reading_rows.keep(connection, pending, stored)

    def keep_unreadable(self, failures: Sequence[tuple[Pending, SetAside]], reader: str, run: str) -> None:
        """Keep that a reader failed."""
        with self._database.writing() as connection:
            aside_rows.keep_failures(connection, failures, reader, run)

    def retry_unreadable(self) -> int:
        """Forget every reader's failure."""
        with self._database.writing() as connection:
            return aside_rows.forget_failures(connection)

    def shown_ledger(self) -> Ledger | None:
        """Give the ledger that the last brief shows."""
        with self._database.reading() as connection:
            return ledger_rows.load_shown(connection)

    def note_shown(self, fingerprint: str, story: str | None) -> None:
        """Remember what the last brief shows."""
        with self._database.writing() as connection:
            ledger_rows.note_shown(connection, fingerprint, story)

    def keep_corrections(self, corrections: Sequence[Correction]) -> int:
        """Keep corrections."""
        with self._database.writing() as connection:
            return correction_rows.keep(connection, corrections)

    def keep_ledger(self, fingerprint: str, ledger: Ledger) -> None:
        """Keep a ledger in place of an older one."""
        with self._database.writing() as connection:
            ledger_rows.keep(connection, fingerprint, ledger)


def _check_place(path: Path, *, create: bool) -> None:
    """Look at what is at ``path`` before SQLite does, whose words for it are poorer."""
    if path.is_dir():
        raise DeskError(
            "this is a folder, not a desk", remedy="Name a file in it with --desk.", about=str(path)
        )
    if create:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DeskError(
                f"the desk's folder cannot be made: {error.strerror}",
                remedy="Name a file elsewhere with --desk.",
                about=str(path),
            ) from error
    elif not path.exists():
        raise DeskError("there is no desk yet", remedy="Make one: sayso add SOURCES", about=str(path))
    if not sqlite.may_be_desk(path):
        raise _not_a_desk(path)


def _make_ready(database: sqlite.Database, *, create: bool) -> None:
    """Check that the file is a desk, and bring it to the newest version."""
    with database.reading() as connection:
        blank = sqlite.is_blank(connection)
        if not (blank and create) and not sqlite.is_desk(connection):
            raise _not_a_desk(database.path)
        version = version_of(connection)
    if version is None and not blank:
        raise DeskError("the desk is damaged", remedy=sqlite.DAMAGED_REMEDY, about=str(database.path))
    if version is not None and version > NEWEST:
        raise DeskError(
            f"the desk is of version {version}; this Sayso knows versions up to {NEWEST}",
            remedy="Install the newest Sayso, or name another desk with --desk.",
            about=str(database.path),
        )
    if version != NEWEST:
        # Another process may have done it meanwhile: upgrading twice does nothing.
        with database.writing() as connection:
            sqlite.mark_as_desk(connection)
            upgrade(connection)
    sqlite.choose_journal(database)


def _not_a_desk(path: Path) -> DeskError:
    return DeskError(sqlite.NOT_A_DESK, remedy=sqlite.NOT_A_DESK_REMEDY, about=str(path))
