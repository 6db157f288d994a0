"""How fast, and in how much memory: reading beside the bare encoder, and the whole way as a user runs it."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from bench.context import Context, MissingDataError, as_article
from bench.figures import Figure, Measured
from bench.gold import EXAMPLE
from bench.pace import measure_pace
from sayso.cli.exits import ExitCode
from sayso.core.article import Article
from sayso.gather import gather
from sayso.read.encoder.engine import AUTO

LEAST_SHARE = 0.6  # of the bare encoder's pace that whole reading keeps
MOST_SECONDS = 10.0
MOST_FIRST = 2.0
MOST_MIB = 1536.0
ARTICLES = 40
DAY = 300_000  # reports: a day of the world's news in English
STORIES = Path(__file__).resolve().parent / "stories"
_COMPILED = Path(tempfile.gettempdir()) / "sayso-bench-compiled"
_MIB_PER_RSS = 1024 if sys.platform != "darwin" else 1024 * 1024  # ru_maxrss: KiB on Linux, bytes on macOS


@dataclass(frozen=True, slots=True)
class Run:
    """A command's wall-clock seconds, those to its first line, and its greatest resident memory."""

    seconds: float
    first: float
    mib: float


def measure(context: Context) -> Measured:
    """The pace of the bare encoder, of reading and of pages on the same text; then commands as a user runs them."""
    articles = news(context)
    start = time.perf_counter()
    figures = [*_pace(articles), *_commands(context, articles)]
    return Measured(len(articles), time.perf_counter() - start, tuple(figures))


def _pace(articles: Sequence[Article]) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        pace = measure_pace(articles, Path(folder), engine=AUTO)
    taken = {"bare encoder": pace.encoder, "whole reading": pace.reading, "web pages in": pace.pages}
    for name, seconds in taken.items():
        yield Figure(f"{name}, one thread: word pieces", pace.pieces / seconds, unit="/s")
        yield Figure(f"{name}, one thread: articles", len(articles) / seconds, unit="/s")
    yield Figure("whole reading, of the bare encoder\u2019s pace", pace.encoder / pace.reading, LEAST_SHARE)
    hours = pace.pages / len(articles) * DAY / 3600
    yield Figure(f"hours of one core for {DAY:,} such reports", hours, unit="h", lower_is_better=True)


def _commands(context: Context, articles: Sequence[Article]) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        files = Path(folder) / "files"
        files.mkdir()
        for number, article in enumerate(articles):
            (files / f"{number:04}.txt").write_text(article.text, encoding="utf-8")
        for _ in range(2):  # the first time Python compiles what installing would have compiled
            first = run("-m", "sayso", "read", str(files / "0000.txt"))
        many = run("-m", "sayso", "read", str(files))
        desk = ("--desk", str(Path(folder) / "desk.sqlite"))
        added = run("-m", "sayso", "add", *desk, str(_reports(context)))
        brief = run("-m", "sayso", "brief", *desk, "-o", str(Path(folder) / "brief.md"), "--format", "md")
    yield Figure("first reading after the command", first.first, MOST_FIRST, "s", lower_is_better=True)
    yield Figure("sayso read: articles", len(articles) / many.seconds, unit="/s")
    yield Figure("sayso read: peak memory", many.mib, MOST_MIB, "MiB", lower_is_better=True)
    whole = added.seconds + brief.seconds
    yield Figure("reports in, brief out", whole, MOST_SECONDS, "s", lower_is_better=True)
    yield Figure("the same: peak memory", max(added.mib, brief.mib), MOST_MIB, "MiB", lower_is_better=True)


def _as_installed() -> dict[str, str]:
    """The environment, with compiled modules kept: an installed package has them."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(_COMPILED)}


def news(context: Context) -> list[Article]:
    """Real news where the open data are there, else the shipped reports, over and over."""
    count = context.limit or ARTICLES
    try:
        return [as_article(record) for record in context.records("polnear-dev.jsonl.gz")[:count]]
    except MissingDataError:
        shipped = [
            a for a in gather([EXAMPLE / "reports", STORIES]) if isinstance(a, Article) and a.language == "en"
        ]
        return list(islice(cycle(shipped), count))


def _reports(context: Context) -> Path:
    try:
        return context.path("story")
    except MissingDataError:
        return EXAMPLE / "reports"


def run(*arguments: str) -> Run:
    """A Python command run to its end. Raises CalledProcessError where it fails."""
    start = time.perf_counter()
    child = subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, *arguments], stdout=subprocess.PIPE, env=_as_installed()
    )
    assert child.stdout is not None  # noqa: S101 - it was asked for
    child.stdout.readline()
    first = time.perf_counter() - start
    while child.stdout.read(1 << 16):
        pass
    child.stdout.close()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, ExitCode.SET_ASIDE):
        raise subprocess.CalledProcessError(child.returncode, child.args)
    return Run(time.perf_counter() - start, first, usage.ru_maxrss / _MIB_PER_RSS)
