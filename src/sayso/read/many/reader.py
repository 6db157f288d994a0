"""A reader for few articles and for many: the first ones at once in this process, the others in worker processes.

Starting workers takes longer than reading a dozen articles. Which process reads an article makes no difference to its
reading: an engine's result depends neither on threads nor on what was read before.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain, islice

from sayso.core.article import Article
from sayso.core.errors import ReadError, StopError
from sayso.core.read_article import ReadArticle
from sayso.read.encoder.engine import AUTO
from sayso.read.many.pool import ReaderPool
from sayso.read.many.worker import ArticleReader, read_safely
from sayso.read.reader import Reader

FEW = 12  # articles that are read in this process before others are started


class ManyReader:
    """Reads articles in order, each by itself; its processes end with the run, or with ``close``."""

    def __init__(
        self,
        load_here: Callable[[], ArticleReader],
        load_there: Callable[[], ArticleReader],
        process_count: int,
    ) -> None:
        """``load_here`` loads the reader of this process, ``load_there``, picklable, that of each other one.

        With a ``process_count`` of 1 all is read here.
        """
        self._load_there = load_there
        self._process_count = process_count
        self._here: ArticleReader | None = load_here()
        self._left = FEW
        self._pool: ReaderPool | None = None

    @classmethod
    def load(cls, *, process_count: int = 0, engine: str = AUTO) -> "ManyReader":
        """The reader that ships, in as many processes as there are cores where 0 is given. Raises WeightsError."""
        return cls(
            partial(Reader.load, engine=engine),
            partial(Reader.load, engine=engine, thread_count=1),
            process_count or count_cores(),
        )

    def read(self, articles: Iterable[Article]) -> Iterator[ReadArticle]:
        """The readings in order. Raises ReadError about an article that cannot be read, which ends the iterator."""
        for outcome in self.read_each(articles):
            if isinstance(outcome, ReadError):
                raise outcome
            yield outcome

    def read_each(self, articles: Iterable[Article]) -> Iterator[ReadArticle | ReadError]:
        """One outcome for each article, in their order. Raises StopError where none can be read."""
        waiting = iter(articles)
        while self._here is not None and (self._left > 0 or self._process_count == 1):
            article = next(waiting, None)
            if article is None:
                return
            self._left -= 1
            yield _outcome(self._here, article)
        first = list(islice(waiting, 1))
        if not first:
            return
        if self._pool is None:
            self._here = None
            self._pool = ReaderPool(self._load_there, self._process_count)
        yield from self._pool.read_each(chain(first, waiting))

    def close(self) -> None:
        """End the processes, if some run."""
        if self._pool is not None:
            self._pool.close()
            self._pool = None


def count_cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _outcome(reader: ArticleReader, article: Article) -> ReadArticle | ReadError:
    outcome = read_safely(reader, article)
    if isinstance(outcome, StopError):
        raise outcome
    if isinstance(outcome, ReadArticle | ReadError):
        return outcome
    return ReadError(outcome.reason, remedy=outcome.remedy, about=outcome.about)
