"""``python -m training.fit_confidence``: make the confidence of events a probability (``confidence.yaml``).

Logistic regression with a ridge on the events of ``judged_events``. The reliability and the precision-recall curve that
it prints are cross-validated over the reports: no event is judged by weights that its report had a part in.
"""

import argparse
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray
from tokenizers import Tokenizer

from bench.confidence import calibration_error
from sayso.core.article import Article
from sayso.read.encoder.network import Network
from sayso.read.encoder.raw import read_raw
from sayso.read.encoder.surroundings import surroundings
from sayso.read.encoder.weights import TOKENIZER_FILE, Weights, shipped_folder
from sayso.read.entities import find_entities
from sayso.read.events.cast import is_in_capitals
from sayso.read.events.confidence import Report, features
from sayso.read.events.find import tell_events
from sayso.read.events.mention import EventMention
from sayso.read.harm import find_harm
from sayso.read.statements import make_statements, repair_attributions
from sayso.read.timex import find_dates
from training.judged_events import as_article, is_right, judged_texts, read_judged
from training.train import default_data

FOLDS = 10
RIDGE = 4.0
RARE = 6  # events that a feature must have to get a weight
# Least confidence of an event that is given. By the curve in docs/figures.md a cut of .5 leaves out as many right
# events as wrong ones, so that only what is hardly ever right goes, and every event shows how sure it is.
LEAST = 0.25
ALONE = "plover-open"  # texts of one sentence, of which all events are given
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sample:
    """An event with its features, its report, and whether it is right."""

    corpus: str
    report: str
    features: dict[str, float]
    right: bool


def samples(weights: Path, data: Path) -> Iterator[Sample]:
    """The events that are judged, as the reader tells them."""
    judged = read_judged()
    folder = Weights(weights)
    tokenizer = Tokenizer.from_file(str(folder.path(TOKENIZER_FILE)))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    network = Network(folder)
    for corpus, record in judged_texts(data):
        events, report = events_of(as_article(corpus, record), tokenizer, network)
        for event in events:
            if (right := is_right(corpus, record, event, judged)) is not None:
                yield Sample(corpus, f"{corpus} {record['id']}", features(event, report), right)


def events_of(article: Article, tokenizer: Tokenizer, network: Network) -> tuple[list[EventMention], Report]:
    """What the reader finds in ``article`` before it asks how sure it is."""
    text, raw = article.text, read_raw(article.text, tokenizer, network)
    named, dates = raw.names(), find_dates(text, article.published)
    found = repair_attributions(text, raw.attributions())
    index = find_entities(text, named, found, mentions=raw.mentions(), hidden=raw.hidden)
    said = make_statements(text, found, index, dates, meanings=raw.meanings, odds=raw.act_odds)
    return tell_events(
        text,
        said,
        named,
        dates,
        find_harm(text),
        index.mentions,
        fillers=raw.fillers(),
        relevance=raw.relevance(),
        around=partial(surroundings, raw) if is_in_capitals(text) else None,
    )


def names_of(found: Sequence[Sample]) -> list[str]:
    """The features that enough events have, the constant first."""
    counts = Counter(name for sample in found for name in sample.features)
    return ["constant", *sorted(n for n, many in counts.items() if many >= RARE and n != "constant")]


def fit(found: Sequence[Sample], names: Sequence[str], *, steps: int = 40) -> Floats:
    """The weights of ``names``, by Newton's method; all but the constant are shrunk."""
    rows, right = rows_of(found, names), np.array([float(s.right) for s in found])
    shrink = np.array([1e-3, *[RIDGE] * (len(names) - 1)])
    weights = np.zeros(len(names))
    for _ in range(steps):
        share = probabilities(rows, weights)
        bend = (rows.T * (share * (1 - share))) @ rows + np.diag(shrink)
        weights = weights - np.linalg.solve(bend, rows.T @ (share - right) + shrink * weights)
    return np.asarray(weights)


def rows_of(found: Sequence[Sample], names: Sequence[str]) -> Floats:
    """(events, names)."""
    return np.array([[sample.features.get(name, 0.0) for name in names] for sample in found])


def probabilities(rows: Floats, weights: Floats) -> Floats:
    """(events,) between 0 and 1."""
    return np.asarray(1 / (1 + np.exp(-rows @ weights)))


def cross_validated(found: Sequence[Sample]) -> Floats:
    """Each event's probability under weights that were fitted without its report's fold."""
    folds = np.array([zlib.crc32(sample.report.encode()) % FOLDS for sample in found])
    shares = np.zeros(len(found))
    for fold in range(FOLDS):
        rest = [sample for sample, f in zip(found, folds, strict=True) if f != fold]
        theirs = [sample for sample, f in zip(found, folds, strict=True) if f == fold]
        names = names_of(rest)
        if theirs:
            shares[folds == fold] = probabilities(rows_of(theirs, names), fit(rest, names))
    return shares


def show(found: Sequence[Sample], share: Floats) -> None:
    """Print how well calibrated ``share`` is, all together and by corpus, and the curve of precision and recall."""
    right = np.array([float(sample.right) for sample in found])
    corpora = np.array([sample.corpus for sample in found])
    print(
        f"{len(found)} events, {right.mean():.3f} right; calibration error {calibration_error(share, right):.3f}"
    )
    for part in np.array_split(np.argsort(share), 10):
        print(f"  said {share[part].mean():.2f}, right {right[part].mean():.2f} of {len(part)}")
    for corpus in dict.fromkeys(corpora):
        own = corpora == corpus
        error = calibration_error(share[own], right[own])
        print(
            f"  {corpus}: {own.sum()} events, said {share[own].mean():.3f}, right {right[own].mean():.3f}, {error:.3f}"
        )
    longer = corpora != ALONE
    for least in (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        kept = longer & (share >= least)
        precision, recall = right[kept].mean(), right[kept].sum() / right[longer].sum()
        print(f"  from {least}: {kept.sum()} events, precision {precision:.3f}, recall {recall:.3f}")


def main() -> None:
    """Fit, print what the folds give, and write the weights beside the code that reads them."""
    parser = argparse.ArgumentParser(prog="python -m training.fit_confidence", description=main.__doc__)
    parser.add_argument("--weights", type=Path, default=shipped_folder())
    parser.add_argument("--data", type=Path, default=default_data())
    parser.add_argument("--out", type=Path, default=Path("src/sayso/read/events/confidence.yaml"))
    words = parser.parse_args()
    write(list(samples(words.weights, words.data)), words.out)


def write(found: Sequence[Sample], path: Path) -> None:
    """Fit ``found`` and write the weights to ``path``."""
    show(found, cross_validated(found))
    names = names_of(found)
    weights = {n: round(float(w), 2) for n, w in zip(names, fit(found, names), strict=True)}
    numbers = {"weights": {n: w for n, w in weights.items() if w}, "working point": {"least": LEAST}}
    path.write_text(
        "# Made by python -m training.fit_confidence.\n" + yaml.safe_dump(numbers), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
