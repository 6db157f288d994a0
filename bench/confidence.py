"""How far the confidence of statements can be trusted: precision and recall at each, and the calibration error.

On PolNeAR's development set; a statement is right by the relaxed measure. Calibration error: the mean distance between
confidence and the share that is right, over ten equally filled bins (Naeini et al., AAAI 2015).
"""

import numpy as np
from numpy.typing import NDArray

from bench.context import Context, as_article, timed_reads
from bench.figures import Figure, Measured
from bench.relaxed import ROLES, judge
from sayso.core.reading import Statement

THRESHOLDS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9)
BINS = 10


def measure(context: Context) -> Measured:
    """The precision-recall curve over statements, and their calibration error."""
    records = context.records("polnear-dev.jsonl.gz")
    reads, seconds = timed_reads(context, [as_article(record) for record in records])
    confidence, right = list[float](), list[bool]()
    for record, read in zip(records, reads, strict=True):
        statements = read.reading.statements
        confidence += [statement.confidence for statement in statements]
        right += judge(record["text"], record["attributions"], [_bounds(s) for s in statements])
    wanted = sum(len(record["attributions"]) for record in records)
    said, true = np.array(confidence), np.array(right, dtype=float)
    figures = [Figure("calibration error", calibration_error(said, true), lower_is_better=True)]
    for threshold in THRESHOLDS:
        kept = true[said >= threshold]
        figures.append(Figure(f"precision from {threshold}", float(kept.mean()) if len(kept) else 1.0))
        figures.append(Figure(f"recall from {threshold}", float(kept.sum()) / max(1, wanted)))
    return Measured(len(records), seconds, tuple(figures))


def calibration_error(said: NDArray[np.float64], true: NDArray[np.float64]) -> float:
    """The expected calibration error of probabilities ``said`` (n,) of what is ``true`` (n,), 0 or 1."""
    if not len(said):
        return 0.0
    bins = [part for part in np.array_split(np.argsort(said), BINS) if len(part)]
    return float(sum(abs(said[part].mean() - true[part].mean()) * len(part) for part in bins) / len(said))


def _bounds(statement: Statement) -> dict[str, list[tuple[int, int]]]:
    return {role: [(span.start, span.end) for span in getattr(statement, role)] for role in ROLES}
