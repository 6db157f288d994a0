"""What a large desk costs: adding one report to a thousand and to a hundred thousand, and collating them anew.

``python -m bench.desk [--sizes N ...] [--collate N] [--folder FOLDER] [--output FILE]``. Reports and their readings are
generated (``generated``), some 140 a day as from a dozen agencies, for the encoder's time is the same whatever lies on
the desk. At each size the same fresh reports of the desk's last day, of affairs of one to six reports, are added one by
one to a copy of the desk as ``sayso add`` and a look at the ledger do it but for the encoder: the report onto the desk,
its reading kept, the ledger brought up to date. A process of its own does that; its first additions, which load what
is needed, are left out. The mean of the processor's time is told, which other work disturbs less than the clock.

Up to ``--collate`` reports the whole desk is collated; beyond, affairs without news for three days get a part that
holds nothing but their story, since no report of the last day touches them.
"""

import argparse
import itertools
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from bench.figures import Figure, Measured
from bench.generated.reports import as_article, make_reports
from bench.table import to_markdown
from sayso.collate.ledger import collate, collate_part
from sayso.collate.stories.stories import make_story, story_id
from sayso.core.correction import Correction
from sayso.core.ledger import Ledger
from sayso.core.read_article import ReadArticle
from sayso.store.collation import Collation
from sayso.store.desk import Desk, open_desk
from sayso.store.vectors import packed

SIZES = (1_000, 10_000, 30_000, 100_000)
COLLATE = 10_000
OPENED = 30  # affairs a day
TRIES, WARMING = 24, 4  # reports that are added at each size; the first of these are not counted
BATCH = 500
FRESH_SEED = 12  # of the reports that are added one by one
PROCESSES = 2  # that collate all
MOST_RATIO = 1.5  # of adding to the largest desk, to adding to the smallest
MOST_MIB = 2048.0
MOST_COLLATION_SECONDS = 300.0
_VERSION = "bench"
_RECENT = timedelta(days=3)
_MIB_PER_RSS = 1024 if sys.platform != "darwin" else 1024 * 1024  # ru_maxrss: KiB on Linux, bytes on macOS


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took: seconds on the clock and of the processor, and its greatest resident memory."""

    seconds: float
    processor: float
    mib: float


@dataclass(frozen=True, slots=True)
class CollateRecent:
    """Collates what has had news since a day; of other affairs it tells but the story."""

    edge: str

    def __call__(
        self, affairs: Sequence[Sequence[ReadArticle]], corrections: Sequence[Correction] = ()
    ) -> Ledger:
        """Give one unit's part of the ledger."""
        if any((read.reading.published or "") >= self.edge for affair in affairs for read in affair):
            return collate_part(affairs, corrections)
        stories = tuple(make_story(story_id(affair), affair, ()) for affair in affairs)
        return Ledger((), stories, (), (), (), (), ())


def fill(desk: Desk, reports: Iterator[ReadArticle], count: int) -> date:
    """Put so many reports with their readings onto a desk; give the day of the last."""
    wanted = itertools.islice(reports, count)
    last = ""
    while reads := list(itertools.islice(wanted, BATCH)):
        by_id = {read.reading.id: read for read in reads}
        desk.take([as_article(read) for read in reads], "fill")
        waiting = desk.pending("", limit=len(reads))
        desk.keep_readings([(p, packed(by_id[p.article.id])) for p in waiting])
        last = reads[-1].reading.published or ""
    return date.fromisoformat(last)


def add_some(path: Path, day: date, count: int = TRIES) -> Cost:
    """Add reports of a day that the desk has not, the ledger kept up to date; give the mean of what each takes."""
    collation = Collation(collate, _VERSION, collate_part)
    costs = []
    with open_desk(path) as desk:
        for read in make_reports(count, seed=FRESH_SEED, opened=8, first=day):
            wall, processor = time.perf_counter(), time.process_time()
            desk.take([as_article(read)], "one")
            desk.clear_aside("one", ["-"])
            desk.counts(read.reading.reader)
            for pending in desk.pending(read.reading.reader):
                desk.keep_readings([(pending, packed(read))])
            desk.bring_up_to_date(collation)
            costs.append(_cost(wall, processor))
    counted = costs[WARMING:] or costs
    return Cost(
        sum(c.seconds for c in counted) / len(counted),
        sum(c.processor for c in counted) / len(counted),
        max(c.mib for c in counted),
    )


def collate_all(path: Path, edge: str = "") -> Cost:
    """Bring a desk's ledger up to date and measure this process and those that it starts."""
    wall, processor = time.perf_counter(), time.process_time()
    with open_desk(path) as desk:
        desk.bring_up_to_date(Collation(collate, _VERSION, CollateRecent(edge), PROCESSES))
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    own = _cost(wall, processor)
    return Cost(own.seconds, own.processor + children.ru_utime + children.ru_stime, own.mib)


def _cost(wall: float, processor: float) -> Cost:
    mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MIB_PER_RSS
    return Cost(time.perf_counter() - wall, time.process_time() - processor, mib)


def measure(folder: Path, sizes: Sequence[int], collate_most: int) -> Measured:
    """Fill a desk to each size in turn and measure there; whole ledgers are made up to ``collate_most`` reports."""
    path, trial = folder / "desk.sqlite", folder / "trial.sqlite"
    reports = make_reports(max(sizes), opened=OPENED)
    figures: list[Figure] = []
    filled, first = 0, 0.0
    spent: list[Cost] = []
    began = time.perf_counter()
    for size in sorted(sizes):
        with open_desk(path, create=True) as desk:
            day = fill(desk, reports, size - filled)
        is_whole = size <= collate_most
        collated = _apart("--all", path, "" if is_whole else (day - _RECENT).isoformat())
        if is_whole:
            spent.append(collated)
            figures += _collated(size, spent)
        filled = size
        shutil.copyfile(path, trial)
        cost = _apart("--add", trial, day.isoformat())
        trial.unlink()
        first = first or cost.processor
        figures += _added(size, cost, first)
    return Measured(filled, time.perf_counter() - began, tuple(figures))


def _added(size: int, cost: Cost, first: float) -> list[Figure]:
    name = f"adding to {size:,} reports"
    ratio = cost.processor / first
    return [
        Figure(f"{name}: clock", 1000 * cost.seconds, unit="ms", lower_is_better=True),
        Figure(f"{name}: processor", 1000 * cost.processor, unit="ms", lower_is_better=True),
        Figure(f"{name}: times the first", ratio, MOST_RATIO, lower_is_better=True),
        Figure(f"{name}: memory", cost.mib, MOST_MIB, "MiB", lower_is_better=True),
    ]


def _collated(size: int, spent: Sequence[Cost]) -> list[Figure]:
    """Tell what it took to collate all reports up to a size, step by step."""
    name = f"collating {size:,} reports"
    goal = MOST_COLLATION_SECONDS if size >= COLLATE else None
    clock, processor = sum(c.seconds for c in spent), sum(c.processor for c in spent)
    return [
        Figure(f"{name}: clock, two processes", clock, goal, "s", lower_is_better=True),
        Figure(f"{name}: processor", processor, unit="s", lower_is_better=True),
        Figure(f"{name}: memory of the first", spent[-1].mib, unit="MiB", lower_is_better=True),
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
    parser.add_argument("--add", nargs=2, metavar=("DESK", "DAY"), help=argparse.SUPPRESS)
    parser.add_argument("--all", nargs=2, metavar=("DESK", "EDGE"), help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.add or options.all:
        path, day = options.add or options.all
        cost = add_some(Path(path), date.fromisoformat(day)) if options.add else collate_all(Path(path), day)
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
