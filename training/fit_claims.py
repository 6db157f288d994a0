"""Fits the weights by which collation joins propositions into claims.

    python -m training.fit_claims --pairs PAIRS.tsv SOURCE...

PAIRS.tsv has one judged pair a line: the first report's id, start and end, the second's, and 1 where both passages
say the same thing, else 0. SOURCE are the reports, as ``sayso add`` takes them; ids are those that gathering gives.
Prints the ``claim`` section of ``collate/weights.yaml``, and precision and recall on each fifth of the reports' pairs
when fitted on the rest.
"""

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.collate.claims.features import AGAINST, FEATURES
from sayso.collate.claims.pairs import measure_pairs
from sayso.collate.claims.units import Unit, make_units
from sayso.collate.entities import join_entities
from sayso.core.article import Article
from sayso.core.read_article import ReadArticle
from sayso.gather import gather
from sayso.read.reader import Reader

Floats = NDArray[np.float64]
Passage = tuple[str, int, int]

_RIDGE = 1.0
_STEPS = 50
_FOLDS = 5
_LEAST_OVERLAP = 0.5


def fit(features: Floats, labels: Floats, *, ridge: float = _RIDGE) -> Floats:
    """Logistic regression, each feature's weight of the sign that its meaning asks: the bias, then the weights.

    A feature whose weight would come out with the other sign is left out, the worst first, and the rest fitted anew.
    """
    signs = np.array([-1.0 if name in AGAINST else 1.0 for name in FEATURES])
    kept = np.arange(features.shape[1])
    while True:
        weights = _fit(features[:, kept], labels, ridge)
        wrong = signs[kept] * weights[1:]
        if not len(kept) or wrong.min() >= 0:
            break
        kept = np.delete(kept, int(wrong.argmin()))
    found = np.zeros(features.shape[1] + 1)
    found[0], found[kept + 1] = weights[0], weights[1:]
    return found


def _fit(features: Floats, labels: Floats, ridge: float) -> Floats:
    """Logistic regression by Newton's method; the bias is not shrunk."""
    rows = np.hstack([np.ones((len(features), 1)), features])
    shrink = np.diag([0.0, *[ridge] * features.shape[1]])
    weights = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (labels - chance) - shrink @ weights
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + shrink
        step = np.linalg.solve(curve, slope)
        weights += step
        if float(np.abs(step).max()) < 1e-6:
            break
    return weights


def collect(
    reads: Sequence[ReadArticle], pairs: Iterable[tuple[Passage, Passage, int]]
) -> tuple[Floats, Floats, list[str]]:
    """The features and labels of the judged pairs that propositions cover, and each pair's first report."""
    rows, labels, reports = [], [], []
    for group in _groups(reads, pairs := list(pairs)):
        cast = join_entities(group, {read.reading.id: 0 for read in group})
        units = [u for read in sorted(group, key=lambda r: r.reading.id) for u in make_units(read, cast)]
        measured = measure_pairs(units)
        for one, other, label in pairs:
            a, b = _nearest(units, one), _nearest(units, other)
            found = measured.get((min(a, b), max(a, b))) if a is not None and b is not None else None
            if found is not None:
                rows.append(found)
                labels.append(float(label))
                reports.append(one[0])
    return np.array(rows), np.array(labels), reports


def _groups(
    reads: Sequence[ReadArticle], pairs: Sequence[tuple[Passage, Passage, int]]
) -> list[list[ReadArticle]]:
    """Reports that judged pairs tie together: the stories or affairs within which claims are looked for."""
    group = {read.reading.id: {read.reading.id} for read in reads}
    for one, other, _ in pairs:
        if one[0] in group and other[0] in group:
            joined = group[one[0]] | group[other[0]]
            for member in joined:
                group[member] = joined
    ids = sorted({tuple(sorted(members)) for members in group.values()})
    by_id = {read.reading.id: read for read in reads}
    return [[by_id[i] for i in members] for members in ids if len(members) > 1]


def _nearest(units: Sequence[Unit], passage: Passage) -> int | None:
    """The unit that covers most of a judged passage and little else."""
    article, start, end = passage
    best: tuple[float, int] | None = None
    for number, unit in enumerate(units):
        if unit.article == article:
            shared = min(end, unit.span.end) - max(start, unit.span.start)
            whole = max(end, unit.span.end) - min(start, unit.span.start)
            if shared / whole >= _LEAST_OVERLAP:
                best = max(best or (0.0, 0), (shared / whole, number))
    return best[1] if best else None


def read_pairs(lines: Iterable[str]) -> list[tuple[Passage, Passage, int]]:
    """The judged pairs of a file's lines."""
    fields = (line.rstrip("\n").split("\t") for line in lines if line.strip())
    return [((f[0], int(f[1]), int(f[2])), (f[3], int(f[4]), int(f[5])), int(f[6])) for f in fields]


def cross_validate(features: Floats, labels: Floats, reports: Sequence[str]) -> Mapping[str, float]:
    """Precision, recall and F1 of pairs in folds that share no first report."""
    order = {report: i % _FOLDS for i, report in enumerate(sorted(set(reports)))}
    folds = np.array([order[report] for report in reports])
    joined = np.zeros(len(labels), dtype=bool)
    for fold in range(_FOLDS):
        train, test = folds != fold, folds == fold
        if test.any() and train.any():
            weights = fit(features[train], labels[train])
            joined[test] = weights[0] + features[test] @ weights[1:] > 0
    right = float((joined & (labels > 0)).sum())
    precision, recall = right / max(1, joined.sum()), right / max(1.0, labels.sum())
    return {"precision": precision, "recall": recall, "f1": 2 * right / max(1.0, joined.sum() + labels.sum())}


def main(argv: Sequence[str] | None = None) -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(prog="python -m training.fit_claims", description=__doc__)
    parser.add_argument("--pairs", required=True, type=Path)
    parser.add_argument("sources", nargs="+")
    options = parser.parse_args(argv)
    articles = [a for a in gather(options.sources) if isinstance(a, Article)]
    reads = list(Reader.load().read(articles))
    with options.pairs.open(encoding="utf-8") as lines:
        features, labels, reports = collect(reads, read_pairs(lines))
    _print_fit(features, labels, reports)


def _print_fit(features: Floats, labels: Floats, reports: Sequence[str]) -> None:
    weights = fit(features, labels)
    names = ["bias", *FEATURES]
    lines = ["claim:", *(f"  {n}: {w:.2f}" for n, w in zip(names, weights, strict=True))]
    scores = cross_validate(features, labels, reports)
    lines.append(f"# {len(labels)} pairs, {int(labels.sum())} the same; across folds " + str(scores))
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
