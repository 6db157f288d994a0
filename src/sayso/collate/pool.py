"""Work shared out among several processes.

A unit's part rests on nothing outside it, so it is the same whoever makes it; likewise a report's sketch.
"""

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from sayso.core.correction import Correction
from sayso.core.ledger import Ledger
from sayso.core.read_article import ReadArticle

Unit = Sequence[Sequence[ReadArticle]]  # the reports of each of its affairs
Collate = Callable[[Unit, Sequence[Correction]], Ledger]
Job = tuple[Unit, Sequence[Correction]]
Task = TypeVar("Task")
Made = TypeVar("Made")

FEW = 200  # reports that one process collates before others have started
_CHUNK = 40  # reports sent at a time
_AHEAD = 3  # chunks for each process that wait to be worked on or taken, so that memory is bounded


@dataclass(frozen=True, slots=True)
class Load:
    """How much work there is, and how many share it."""

    count: int  # of reports in all
    processes: int = 1
    few: int = FEW  # reports that one process has done before others have started


def collate_jobs(
    collate: Collate, jobs: Iterable[Job], *, count: int, processes: int = 1
) -> Iterator[Ledger]:
    """Give each unit's part of the ledger, in the order of the jobs, which have ``count`` reports in all."""
    sized = ((sum(map(len, job[0])), job) for job in jobs)
    return share_work(partial(_collate, collate), sized, Load(count, processes))


def _collate(collate: Collate, job: Job) -> Ledger:
    return collate(*job)


def share_work(work: Callable[[Task], Made], tasks: Iterable[tuple[int, Task]], load: Load) -> Iterator[Made]:
    """Give what is made of each task, in order; each comes with how many reports it has.

    ``work``, tasks and what is made of them must be such as can be pickled. An error of a task is raised here.
    """
    if load.processes < 2 or load.count <= load.few:
        yield from (work(task) for _, task in tasks)
        return
    # A forked child would inherit the locks of threads that it has not.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(load.processes, mp_context=context) as pool:
        waiting: deque[Future[list[Made]]] = deque()
        for chunk in _chunks(tasks):
            waiting.append(pool.submit(_work_on, work, chunk))
            if len(waiting) >= _AHEAD * load.processes:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _work_on(work: Callable[[Task], Made], tasks: Sequence[Task]) -> list[Made]:
    return [work(task) for task in tasks]


def _chunks(tasks: Iterable[tuple[int, Task]]) -> Iterator[list[Task]]:
    chunk: list[Task] = []
    held = 0
    for size, task in tasks:
        chunk.append(task)
        held += size
        if held >= _CHUNK:
            yield chunk
            chunk, held = [], 0
    if chunk:
        yield chunk
