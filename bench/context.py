"""What every scorer is given: the reader, where the open data lie, and how much of them to use."""

import gzip
import itertools
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from sayso.core.article import Article
from sayso.core.read_article import ReadArticle
from sayso.read.reader import Reader

Record = dict[str, Any]


class MissingDataError(Exception):
    """A scorer's data or scoring script are not there; the table says so and the run goes on."""


@dataclass(frozen=True)
class Context:
    """The run's settings: ``root`` holds ``data``, ``score`` and ``story``; ``limit`` cuts corpora short."""

    root: Path
    limit: int | None = None
    folder: Path = field(default_factory=Path)  # for what the scorers read

    @property
    def reader(self) -> Reader:
        """The reader, loaded once for all scorers."""
        return _load_reader()

    def path(self, *parts: str) -> Path:
        """A file or folder of the open data. Raises MissingDataError where it is absent."""
        path = self.root.joinpath(*parts)
        if not path.exists():
            raise MissingDataError(f"no {'/'.join(parts)} in the open data (set SAYSO_DATA)")
        return path

    def records(self, *names: str) -> list[Record]:
        """The records of JSONL corpora, each file cut to ``limit``."""
        return [
            record
            for name in names
            for record in itertools.islice(_lines(self.path("data", name)), self.limit)
        ]


def as_article(record: Record, id_: str | None = None) -> Article:
    """The article of a corpus record, its text to the letter."""
    return Article(
        id=id_ if id_ is not None else str(record["id"]),
        outlet=record.get("outlet"),
        url=record.get("url"),
        title=record.get("title"),
        author=None,
        published=record.get("published"),
        language="en",
        text=record["text"],
    )


def timed_reads(context: Context, articles: Sequence[Article]) -> tuple[list[ReadArticle], float]:
    """The articles read, and the seconds that reading took (loading the reader not counted)."""
    reader = context.reader
    start = time.perf_counter()
    reads = list(reader.read(articles))
    return reads, time.perf_counter() - start


@cache
def _load_reader() -> Reader:
    return Reader.load()


def _lines(path: Path) -> Iterator[Record]:
    with gzip.open(path, "rt", encoding="utf8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)
