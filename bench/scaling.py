"""How reading scales: one process and two on the same articles, by the clock and by the processor."""

import resource
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from bench.context import Context
from bench.figures import Figure, Measured
from bench.speed import news
from sayso.core.article import Article
from sayso.core.errors import ReadError
from sayso.read.encoder.engine import AUTO
from sayso.read.many import ReaderPool, count_cores
from sayso.read.reader import Reader

PROCESSES = (1, 2)
MOST_GROWTH = 1.2  # of the processor's time for an article, where two read side by side
WARM = 2  # articles a process that are read before the clock starts


@dataclass(frozen=True, slots=True)
class Scaled:
    """What some processes took for the articles: seconds by the clock, and of the processor."""

    seconds: float
    processor: float


def measure(context: Context) -> Measured:
    """Articles a second by each number of processes, and what an article costs the processor.

    The clock tells how it scales only where nothing else runs; the processor's time hardly minds.
    """
    articles = news(context)
    taken = {count: read_in(count, articles) for count in PROCESSES}
    figures = [
        Figure(f"{_processes(count)}: articles", len(articles) / scaled.seconds, unit="/s")
        for count, scaled in taken.items()
    ]
    first, last = taken[PROCESSES[0]], taken[PROCESSES[-1]]
    name = f"{_processes(PROCESSES[-1])}, of one’s pace by the clock ({count_cores()} cores)"
    figures.append(Figure(name, first.seconds / last.seconds))
    growth = last.processor / first.processor
    figures.append(Figure("an article’s cost, two to one", growth, MOST_GROWTH, lower_is_better=True))
    return Measured(len(articles), sum(scaled.seconds for scaled in taken.values()), tuple(figures))


def read_in(count: int, articles: Sequence[Article]) -> Scaled:
    """Read ``articles`` in ``count`` processes of one thread each, loading and warming them not counted."""
    first = articles[: WARM * count]
    warm, both = _life_of_pool(count, first), _life_of_pool(count, [*first, *articles])
    return Scaled(both.seconds - warm.seconds, both.processor - warm.processor)


def _life_of_pool(count: int, articles: Sequence[Article]) -> Scaled:
    """A pool started, given the articles, and ended. Raises ReadError where one cannot be read."""
    start, before = time.perf_counter(), _of_children()
    with ReaderPool(partial(Reader.load, engine=AUTO, thread_count=1), count) as pool:
        for outcome in pool.read_each(articles):
            if isinstance(outcome, ReadError):
                raise outcome
    return Scaled(time.perf_counter() - start, _of_children() - before)


def _of_children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _processes(count: int) -> str:
    return "one process" if count == 1 else f"{count} processes"
