"""What a large desk costs: adding one report to a thousand and to a hundred thousand, and collating them anew.

``python -m bench.desk [--sizes N ...] [--collate N] [--folder FOLDER] [--output FILE]``. Reports and their readings are
generated (``generated``), for the encoder's time is the same whatever lies on the desk. One report at a time is added
by a process of its own, as ``sayso add`` does it but for the encoder: the gathered report onto the desk, what waits
to be read, its reading kept. The least of several times is told, for whatever else runs on the machine only adds;
how often the first's it is goes by the processor's time, which other work disturbs less.
"""

import argparse
import itertools
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.figures import Figure, Measured
from bench.generated.reports import as_article, make_reports
from bench.table import to_markdown
from sayso.core.read_article import ReadArticle
from sayso.store.desk import Desk, open_desk
from sayso.store.vectors import packed

SIZES = (1_000, 10_000, 30_000, 100_000)
COLLATE = 10_000
TRIES = 7  # reports that are added at each size
BATCH = 500
FRESH_SEED = 11  # of the reports that are added one by one
MOST_RATIO = 1.5  # of adding to the largest desk, to adding to the smallest
MOST_MIB = 2048.0
MOST_COLLATION_SECONDS = 300.0
_MIB_PER_RSS = 1024 if sys.platform != "darwin" else 1024 * 1024  # ru_maxrss: KiB on Linux, bytes on macOS


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took: seconds on the clock and of the processor, and its greatest resident memory."""

    seconds: float
    processor: float
    mib: float


def fill(desk: Desk, reports: Iterator[ReadArticle], count: int) -> None:
    """Put so many reports with their readings onto a desk."""
    wanted = itertools.islice(reports, count)
    while reads := list(itertools.islice(wanted, BATCH)):
        by_id = {read.reading.id: read for read in reads}
        desk.take([as_article(read) for read in reads], "fill")
        waiting = desk.pending("", limit=len(reads))
        desk.keep_readings([(p, packed(by_id[p.article.id])) for p in waiting])


def add_one(path: Path, number: int) -> Cost:
    """Add one report that the desk has not, and measure this process."""
    read = next(itertools.islice(make_reports(number + 1, seed=FRESH_SEED), number, None))
    fresh = as_article(read)
    wall, processor = time.perf_counter(), time.process_time()
    with open_desk(path) as desk:
        desk.take([fresh], "one")
        desk.clear_aside("one", ["-"])
        desk.counts(read.reading.reader)
        for pending in desk.pending(read.reading.reader):
            desk.keep_readings([(pending, packed(read))])
    return _cost(wall, processor)


def collate_all(path: Path) -> Cost:
    """Collate a desk and measure this process."""
    from sayso.cli.stations import collation
    from sayso.store.ledgers import stories_of

    wall, processor = time.perf_counter(), time.process_time()
    with open_desk(path) as desk:
        stories_of(desk, collation())
    return _cost(wall, processor)


def _cost(wall: float, processor: float) -> Cost:
    mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MIB_PER_RSS
    return Cost(time.perf_counter() - wall, time.process_time() - processor, mib)


def measure(folder: Path, sizes: Sequence[int], collate: int) -> Measured:
    """Fill a desk to each size in turn and measure there; ledgers are collated up to ``collate`` reports."""
    path = folder / "desk.sqlite"
    reports = make_reports(max(sizes))
    figures: list[Figure] = []
    filled, first = 0, 0.0
    began = time.perf_counter()
    for place, size in enumerate(sorted(sizes)):
        with open_desk(path, create=True) as desk:
            fill(desk, reports, size - filled)
        filled = size
        costs = [_apart("--one", str(place * TRIES + n), path) for n in range(TRIES)]
        least, clock = (min(getattr(c, name) for c in costs) for name in ("processor", "seconds"))
        first = first or least
        name = f"adding to {size:,} reports"
        figures.append(Figure(f"{name}: clock", 1000 * clock, unit="ms", lower_is_better=True))
        figures.append(Figure(f"{name}: processor", 1000 * least, unit="ms", lower_is_better=True))
        if place:
            figures.append(
                Figure(f"{name}: times the first", least / first, MOST_RATIO, lower_is_better=True)
            )
        mib = max(cost.mib for cost in costs)
        figures.append(Figure(f"{name}: memory", mib, MOST_MIB, "MiB", lower_is_better=True))
        if size <= collate:
            figures += _collated(size, path)
    return Measured(filled, time.perf_counter() - began, tuple(figures))


def _collated(size: int, path: Path) -> list[Figure]:
    cost = _apart("--all", path)
    name = f"collating {size:,} reports"
    goal = MOST_COLLATION_SECONDS if size >= COLLATE else None
    return [
        Figure(f"{name}: one processor", cost.processor, goal, "s", lower_is_better=True),
        Figure(f"{name}: memory", cost.mib, unit="MiB", lower_is_better=True),
    ]


def _apart(*words: str | Path) -> Cost:
    """Run a measurement in a process of its own, so that its memory is its own."""
    command = [sys.executable, "-m", "bench.desk", *map(str, words)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=dict(os.environ))  # noqa: S603
    return Cost(**json.loads(done.stdout))


def main(arguments: Sequence[str]) -> int:
    """Measure and print; 1 where a goal is missed."""
    parser = argparse.ArgumentParser(prog="python -m bench.desk", description="Measure a large desk's cost.")
    parser.add_argument("--sizes", nargs="+", type=int, default=SIZES, metavar="N")
    parser.add_argument(
        "--collate", type=int, default=COLLATE, metavar="N", help="collate desks up to this size"
    )
    parser.add_argument("--folder", type=Path, help="where the desk is made; else a temporary folder")
    parser.add_argument("--output", type=Path, metavar="FILE")
    parser.add_argument("--one", nargs=2, metavar=("NUMBER", "DESK"), help=argparse.SUPPRESS)
    parser.add_argument("--all", type=Path, metavar="DESK", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.one or options.all:
        cost = add_one(Path(options.one[1]), int(options.one[0])) if options.one else collate_all(options.all)
        sys.stdout.write(json.dumps({name: getattr(cost, name) for name in cost.__slots__}))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        measured = measure(options.folder or Path(folder), options.sizes, options.collate)
    page = to_markdown({"desk": measured}, None)
    sys.stdout.write(page)
    if options.output:
        options.output.write_text(page, encoding="utf8")
    return int(any(figure.holds is False for figure in measured.figures))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
