"""How fast, and in how much memory: the whole way from files to the brief, as a user runs it."""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

from bench.context import Context, MissingDataError, as_article, timed_reads
from bench.figures import Figure, Measured
from bench.gold import EXAMPLE
from sayso.read.encoder.pieces import make_pieces
from sayso.read.encoder.weights import TOKENIZER_FILE, shipped_folder

MOST_SECONDS = 10.0
MOST_MIB = 1024.0
ARTICLES = 40
_MIB_PER_RSS = 1024 if sys.platform != "darwin" else 1024 * 1024  # ru_maxrss: KiB on Linux, bytes on macOS


@dataclass(frozen=True, slots=True)
class Run:
    """A command's wall-clock seconds and its greatest resident memory."""

    seconds: float
    mib: float


def measure(context: Context) -> Measured:
    """Start-up, reports in and brief out, and the reader's pace on news articles where the data are there."""
    start_up = _run("-c", "from sayso.read.reader import Reader; Reader.load()")
    reports = _reports(context)
    with tempfile.TemporaryDirectory() as folder:
        desk = ("--desk", str(Path(folder) / "desk.sqlite"))
        added = _run("-m", "sayso", "add", *desk, str(reports))
        brief = _run("-m", "sayso", "brief", *desk, "-o", str(Path(folder) / "brief.md"), "--format", "md")
    figures = [
        Figure("start-up, reader loaded", start_up.seconds, unit="s", lower_is_better=True),
        Figure(
            "reports in, brief out", added.seconds + brief.seconds, MOST_SECONDS, "s", lower_is_better=True
        ),
        Figure("peak memory", max(added.mib, brief.mib), MOST_MIB, "MiB", lower_is_better=True),
    ]
    return _with_pace(context, figures)


def _with_pace(context: Context, figures: list[Figure]) -> Measured:
    try:
        records = context.records("polnear-dev.jsonl.gz")[:ARTICLES]
    except MissingDataError:
        return Measured(0, 0.0, tuple(figures))
    reads, seconds = timed_reads(context, [as_article(record) for record in records])
    tokenizer = Tokenizer.from_file(str(shipped_folder() / TOKENIZER_FILE))
    tokenizer.no_truncation()
    pieces = sum(len(make_pieces(tokenizer, read.reading.text)) for read in reads)
    figures.append(Figure("articles", len(reads) / seconds, unit="/s"))
    figures.append(Figure("word pieces", pieces / seconds, unit="/s"))
    return Measured(len(reads), seconds, tuple(figures))


def _reports(context: Context) -> Path:
    try:
        return context.path("story")
    except MissingDataError:
        return EXAMPLE / "reports"


def _run(*arguments: str) -> Run:
    start = time.perf_counter()
    child = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.DEVNULL)  # noqa: S603 - our own command
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, child.args)
    return Run(seconds, usage.ru_maxrss / _MIB_PER_RSS)
