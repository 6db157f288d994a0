"""Worker processes that read, kept busy and replaced when they die.

Invariants: outcomes come in the order of the articles; a worker has at most one article; no article is handed out that
lies more than AHEAD articles a worker before the one that is due, so that memory is bounded; an article whose worker
dies is answered with an error and not tried again.
"""

import contextlib
import multiprocessing
import weakref
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Self

from sayso.core.article import Article
from sayso.core.errors import ReadError, StopError
from sayso.core.read_article import ReadArticle
from sayso.read.many.worker import ArticleReader, Outcome, work

AHEAD = 8  # articles a worker that may wait for a slow one before them
MOST_DEATHS = 4  # in a row, without an answer between them: then the fault is not the articles'
REMEDY = "keep the article for a retry with a later version, and report it to Sayso's developers"


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    number: int | None = None  # of the article that it reads
    article: str = ""  # its id


class ReaderPool:
    """Reads with ``process_count`` processes. A context manager: leaving it ends them.

    ``load`` is called in each process and must be picklable.
    """

    def __init__(self, load: Callable[[], ArticleReader], process_count: int) -> None:
        self._load = load
        # A forked child would inherit the locks of threads that it has not.
        self._context = multiprocessing.get_context("spawn")
        self._workers = [self._start() for _ in range(process_count)]
        self._most = AHEAD * process_count
        self._deaths = 0
        self._end = weakref.finalize(self, _end_all, self._workers)  # at the latest when Python ends

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read_each(self, articles: Iterable[Article]) -> Iterator[ReadArticle | ReadError]:
        """One outcome for each article, in their order. Raises StopError where none can be read.

        Of ``articles`` no more is taken at a time than the processes can be busy with.
        """
        for worker in self._workers:
            if worker.number is not None:  # whoever asked before went away without the answer
                self._renew(worker)
        waiting = enumerate(articles)
        done: dict[int, Outcome] = {}
        due, taken, is_open = 0, 0, True
        while is_open or done or any(worker.number is not None for worker in self._workers):
            while is_open and taken - due < self._most and (idle := self._idle()) is not None:
                is_open = self._hand_out(idle, next(waiting, None))
                taken += is_open
            if due not in done:
                done.update(self._answers())
            while due in done:
                outcome = done.pop(due)
                due += 1
                if isinstance(outcome, StopError):
                    raise outcome
                yield _as_read(outcome)

    def close(self) -> None:
        """End the processes, whatever they do."""
        self._end()

    def _idle(self) -> _Worker | None:
        return next((worker for worker in self._workers if worker.number is None), None)

    def _hand_out(self, worker: _Worker, item: tuple[int, Article] | None) -> bool:
        if item is None:
            return False
        worker.number, worker.article = item[0], item[1].id
        with contextlib.suppress(OSError):  # it has died: the end of its pipe will tell
            worker.pipe.send(item[1])
        return True

    def _answers(self) -> dict[int, Outcome]:
        """Waits for answers; an article whose worker has died is answered by an error."""
        busy = {worker.pipe: worker for worker in self._workers if worker.number is not None}
        found: dict[int, Outcome] = {}
        for pipe in wait(list(busy)) if busy else ():  # to wait for nothing is to wait for ever
            worker = busy[pipe]  # type: ignore[index] # wait gives back what it was given
            number, worker.number = worker.number, None
            assert number is not None  # noqa: S101 - only busy ones are asked
            try:
                found[number] = worker.pipe.recv()
                self._deaths = 0
            except (EOFError, OSError):
                found[number] = self._replace(worker)
        return found

    def _replace(self, worker: _Worker) -> Outcome:
        self._deaths += 1
        if self._deaths >= MOST_DEATHS:
            return StopError(
                "the processes that read die", remedy="Is there enough memory? Try SAYSO_PROCESSES=1."
            )
        self._renew(worker)
        return ReadError("the process that read it died", remedy=REMEDY, about=worker.article)

    def _renew(self, worker: _Worker) -> None:
        worker.pipe.close()
        worker.process.kill()
        worker.process.join()
        fresh = self._start()
        worker.process, worker.pipe, worker.number = fresh.process, fresh.pipe, None

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=work, args=(theirs, self._load), daemon=True)
        process.start()
        theirs.close()  # so that the pipe ends where the worker does
        return _Worker(process, ours)


def _end_all(workers: list[_Worker]) -> None:
    for worker in workers:
        worker.pipe.close()
        worker.process.kill()
    for worker in workers:
        worker.process.join()
        worker.process.close()
    workers.clear()


def _as_read(outcome: Outcome) -> ReadArticle | ReadError:
    if isinstance(outcome, ReadArticle | ReadError):
        return outcome
    return ReadError(outcome.reason, remedy=outcome.remedy, about=outcome.about)
