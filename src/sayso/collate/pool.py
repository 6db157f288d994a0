"""Units collated by several processes at a time.

A unit's part rests on nothing outside it, so it is the same whoever makes it.
"""

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor

from sayso.core.correction import Correction
from sayso.core.ledger import Ledger
from sayso.core.read_article import ReadArticle

Unit = Sequence[Sequence[ReadArticle]]  # the reports of each of its affairs
Collate = Callable[[Unit, Sequence[Correction]], Ledger]
Job = tuple[Unit, Sequence[Correction]]

FEW = 200  # reports that one process collates before others have started
_CHUNK = 40  # reports sent at a time
_AHEAD = 3  # chunks for each process that wait to be collated or taken, so that memory is bounded


def collate_jobs(
    collate: Collate, jobs: Iterable[Job], *, count: int, processes: int = 1
) -> Iterator[Ledger]:
    """Give each unit's part of the ledger, in the order of the jobs, which have ``count`` reports in all."""
    if processes < 2 or count <= FEW:
        yield from (collate(*job) for job in jobs)
        return
    # A forked child would inherit the locks of threads that it has not.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=context) as pool:
        waiting: deque[Future[list[Ledger]]] = deque()
        for chunk in _chunks(jobs):
            waiting.append(pool.submit(_collate_all, collate, chunk))
            if len(waiting) >= _AHEAD * processes:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _collate_all(collate: Collate, jobs: Sequence[Job]) -> list[Ledger]:
    return [collate(*job) for job in jobs]


def _chunks(jobs: Iterable[Job]) -> Iterator[list[Job]]:
    chunk: list[Job] = []
    held = 0
    for job in jobs:
        chunk.append(job)
        held += sum(map(len, job[0]))
        if held >= _CHUNK:
            yield chunk
            chunk, held = [], 0
    if chunk:
        yield chunk
