"""Reading on a GPU: how fast by the clock, and whether it says what the processor says.

Needs ``sayso[gpu]`` in place of onnxruntime and an NVIDIA GPU: ``python -m bench --only gpu``. Without them it is
skipped with the reason.
"""

import time
from collections.abc import Sequence

from bench.context import Context, MissingDataError
from bench.figures import Figure, Measured
from bench.pace import BareEncoder
from bench.speed import news
from sayso.core.article import Article
from sayso.core.errors import UsageError
from sayso.core.reading import Reading
from sayso.read.encoder.engine import CPU_NAME
from sayso.read.reader import Reader

ENGINE = "cuda"
BATCH_SIZES = (16, 64, 256)  # windows in one call of the bare encoder; the fastest counts
LEAST_ALIKE = 0.995  # of the statements, of those that either has; rounding decides a few


def measure(context: Context) -> Measured:
    """Word pieces a second for the bare encoder and for whole readings, and the statements that a processor gives too.

    Raises MissingDataError where there is no GPU that can be used.
    """
    try:
        reader = Reader.load(engine=ENGINE)
    except UsageError as error:
        raise MissingDataError(f"{error.reason} ({error.remedy})") from error
    articles = news(context)
    start = time.perf_counter()
    count, bare = _encoder_seconds([article.text for article in articles])
    _read(reader, articles[:1])
    whole, readings = _read(reader, articles)
    _, others = _read(Reader.load(engine=CPU_NAME), articles)
    figures = (
        Figure("bare encoder on the GPU: word pieces", count / bare, unit="/s"),
        Figure("whole reading with the GPU: word pieces", count / whole, unit="/s"),
        Figure("statements as on the processor", _share_alike(readings, others), LEAST_ALIKE),
    )
    return Measured(len(articles), time.perf_counter() - start, figures)


def _encoder_seconds(texts: Sequence[str]) -> tuple[int, float]:
    """The pieces of the texts, and the seconds by the clock at the best batch size."""
    encoder = BareEncoder(ENGINE)
    row, windows = encoder.cut(texts)
    times = []
    for size in BATCH_SIZES:
        encoder.run(row, windows[:size], size)  # CUDA chooses its kernels for each shape that it first meets
        start = time.perf_counter()
        encoder.run(row, windows, size)
        times.append(time.perf_counter() - start)
    return len(row), min(times)


def _read(reader: Reader, articles: Sequence[Article]) -> tuple[float, list[Reading]]:
    start = time.perf_counter()
    readings = [read.reading for read in reader.read(articles)]
    return time.perf_counter() - start, readings


def _share_alike(ours: Sequence[Reading], theirs: Sequence[Reading]) -> float:
    """The statements with the same source, cue and content in both, of those that are in either."""
    shared = all_ = 0
    for one, other in zip(ours, theirs, strict=True):
        a, b = ({(s.source, s.cue, s.content) for s in reading.statements} for reading in (one, other))
        shared, all_ = shared + len(a & b), all_ + len(a | b)
    return shared / all_ if all_ else 1.0
