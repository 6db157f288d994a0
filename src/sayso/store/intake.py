"""Gathered items onto the desk, then its unread reports through the reader, in batches."""

import itertools
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sayso.core.article import Article, SetAside
from sayso.store.contract import Workplace
from sayso.store.outcomes import ArticleReader, read_each
from sayso.store.records import Taken
from sayso.store.vectors import packed

ITEMS_PER_COMMIT = 200
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class ReadTally:
    """What became of the reports that waited to be read."""

    read: int = 0
    aside: int = 0


@dataclass(frozen=True, slots=True)
class ReadHow:
    """How a run reads: by what, in which version, how many at once, and whether again what is outdated."""

    reader: ArticleReader
    version: str
    batch: int
    again: bool = False


def new_run() -> str:
    """Give a name for a run, unlike any other's."""
    return uuid.uuid4().hex


def take_in(
    desk: Workplace, items: Iterable[Article | SetAside], run: str, on_progress: Callable[[int], None]
) -> Taken:
    """Keep what was gathered, a few hundred items to a transaction; ``on_progress`` is told how many so far.

    What a path had set aside before is forgotten when the path is gathered to the end without that trouble.
    """
    taken, count, met = Taken(), 0, dict[str, None]()
    for batch in batches(items, ITEMS_PER_COMMIT):
        taken += desk.take(batch, run)
        met |= dict.fromkeys(item.path or "-" for item in batch)
        count += len(batch)
        on_progress(count)
    desk.clear_aside(run, list(met))
    return taken


def read_pending(
    desk: Workplace,
    how: ReadHow,
    run: str,
    on_progress: Callable[[int], None],
    on_aside: Callable[[SetAside], None],
) -> ReadTally:
    """Read every report that waits, keeping each batch before the next.

    ``on_progress`` is told how many are done, ``on_aside`` each report that the reader failed on.
    """
    tally, after = ReadTally(), 0
    while batch := desk.pending(how.version, after=after, limit=how.batch, again=how.again):
        read, failed = [], []
        outcomes = read_each(how.reader, (pending.article for pending in batch))
        for pending, outcome in zip(batch, outcomes, strict=True):
            if isinstance(outcome, SetAside):
                failed.append((pending, outcome))
                on_aside(outcome)
            else:
                read.append((pending, packed(outcome)))
            on_progress(tally.read + tally.aside + len(read) + len(failed))
        desk.keep_readings(read)
        if failed:
            desk.keep_unreadable(failed, how.version, run)
        tally = ReadTally(tally.read + len(read), tally.aside + len(failed))
        after = batch[-1].number
    return tally


def batches(items: Iterable[Item], size: int) -> Iterator[Sequence[Item]]:
    """Give the items in lists of ``size``, the last one shorter."""
    source = iter(items)
    while batch := list(itertools.islice(source, size)):
        yield batch
