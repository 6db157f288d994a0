"""What a desk can do, writer and view apart, whatever database it is on. Each method may raise DeskError."""

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from sayso.core.article import Article, SetAside
from sayso.core.correction import Correction
from sayso.core.ledger import Ledger
from sayso.core.reading import Reading
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

if TYPE_CHECKING:
    from sayso.store.collation import Collation


class DeskView(Protocol):
    """What commands that only look need."""

    def counts(self, reader: str) -> Counts:
        """Count what is there; ``reader`` is the version whose readings are up to date."""
        ...

    def pending(self, reader: str, *, after: int = 0, limit: int = 32, again: bool = False) -> list[Pending]:
        """Give reports to read, in order of arrival, from the one after number ``after``.

        These have no reading of their present revision, and this reader has not failed on them. With
        ``again``, those that only another version has read come too.
        """
        ...

    def readings(self) -> Iterator[StoredReading]:
        """Give the current reading of each report that has one, in order of arrival, a page at a time."""
        ...

    def readings_of(self, articles: Collection[str]) -> list[Reading]:
        """Give the current readings of these reports, ordered by id; one without a reading is left out."""
        ...

    def corrections(self) -> list[Correction]:
        """Give every correction, undone ones and undoings too, in the order in which they were made."""
        ...

    def provenance(self) -> list[Provenance]:
        """Give what ``readings`` would be made of, ordered by the report's id: what a fingerprint needs."""
        ...

    def set_aside(self) -> list[Aside]:
        """Give what was set aside and is not mended, in order of arrival."""
        ...

    def search(self, words: Sequence[str], *, limit: int = 20) -> list[Hit]:
        """Find statements and texts that hold all of ``words``, best first; several in one are a phrase."""
        ...

    def stories(self, fingerprint: str | None = None) -> list[StoryLine] | None:
        """Give the kept ledger's stories, None where it is not kept; without a fingerprint the newest's."""
        ...

    def ledger(self, fingerprint: str, story: str | None = None) -> Ledger | None:
        """Give the kept ledger, or one story's part of it; None where it is not kept."""
        ...

    def is_up_to_date(self, collation: "Collation") -> bool:
        """Tell whether the parts of the ledger rest on all that lies on the desk."""
        ...

    def part_stories(self) -> list[StoryLine]:
        """Give the stories of all parts of the ledger, in its order."""
        ...

    def part(self, story: str) -> Ledger:
        """Give the part of the ledger that holds a story of ``part_stories``."""
        ...

    def parts(self) -> Iterator[Ledger]:
        """Give all parts of the ledger, one at a time."""
        ...

    def former_stories(self, name: str) -> dict[str, str]:
        """Give the ids that stories had and that begin so, with those that they have now."""
        ...

    def changes(self, *, after: int = 0, since: str = "") -> list[Change]:
        """Give what happened to the ledger after a change's number and from a moment (ISO 8601) on, in order."""
        ...

    def changes_of(self, stories: Collection[str]) -> dict[str, list[Change]]:
        """Give what happened to stories, under their ids of now and before, each in order."""
        ...

    def looked(self) -> int:
        """Give the number of the last change that was shown, 0 where none was."""
        ...

    def shown_ledger(self) -> Ledger | None:
        """Give the ledger of which the last brief was made, so that its keys and numbers can be taken at their word.

        None where no brief was made.
        """
        ...


class DeskWriter(Protocol):
    """What adding and reading need. Each call is one transaction: when it returns, it is kept for good."""

    def take(self, items: Sequence[Article | SetAside], run: str) -> Taken:
        """Keep gathered reports and set-aside records; ``run`` names the run that met them.

        A report that the desk has changes nothing, but that its path is noted and unknown metadata filled in.
        """
        ...

    def clear_aside(self, run: str, paths: Sequence[str]) -> int:
        """Forget what was set aside of ``paths`` before ``run`` and not met by it again; give how many."""
        ...

    def forget_aside(self) -> int:
        """Forget what could not become a report; give how many. What a reader failed on stays."""
        ...

    def keep_readings(self, readings: Sequence[tuple[Pending, StoredReading]]) -> None:
        """Keep readings and make them the current ones; their reports are no longer set aside."""
        ...

    def keep_unreadable(self, failures: Sequence[tuple[Pending, SetAside]], reader: str, run: str) -> None:
        """Keep that this version of the reader failed on these reports."""
        ...

    def retry_unreadable(self) -> int:
        """Forget every failure of a reader, so that the reports are pending again; give how many."""
        ...

    def keep_corrections(self, corrections: Sequence[Correction]) -> int:
        """Keep corrections for ever; give how many the desk had not."""
        ...

    def note_shown(self, fingerprint: str, story: str | None) -> None:
        """Remember that a brief was made of this ledger, or of one story's part, and keep that ledger."""
        ...

    def bring_up_to_date(self, collation: "Collation") -> bool:
        """Collate what has changed since the last time, and write down what that changed; give whether it did."""
        ...

    def foretell(self, collation: "Collation", trial: Correction) -> Ledger:
        """Give the part of the ledger that one more correction bears on, as it would be; the parts are up to date."""
        ...

    def keep_shown(self, ledger: Ledger, story: str | None) -> None:
        """Keep the ledger, or one story's part, of which a brief is made."""
        ...

    def note_looked(self, number: int) -> None:
        """Remember the last change that was shown."""
        ...

    def keep_ledger(self, fingerprint: str, ledger: Ledger) -> None:
        """Keep a collated ledger, whole and story by story, in place of an older one."""
        ...


class Workplace(DeskView, DeskWriter, Protocol):
    """A desk that is both looked at and written."""
