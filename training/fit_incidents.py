"""Fits the weights by which accounts of one event are joined, on the chains of ECB+ and MEANTIME.

    python -m training.fit_incidents [--data FOLDER] [--out FILE]

Prints CoNLL F1 of each corpus with the topics of both cross-validated in five folds, within the affairs that collation
finds, at several cuts; with ``--out`` it fits on all pairs and writes the learned weights there.
"""

import argparse
import os
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from bench.conll import score_clusters
from bench.event_coreference import (
    CORPORA,
    GoldMention,
    checked_mentions,
    clusters_of,
    find_circles,
    gold_accounts,
)
from sayso.collate.incidents.features import NAMES, cosine, make_row
from sayso.collate.linkage import link
from training.readings import Read, read_corpus

FOLDS, ROUNDS = 5, 15
RIDGE = 1.0
KEPT = 4  # of the pairs that are of two events every so manieth is learnt from
FLOOR = -6.0
CUTS = (-1.5, -1.0, -0.5, 0.0)

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """The pairs of a corpus: features (pairs, features), the mentions' numbers, whether they are of one event."""

    name: str
    rows: Floats
    places: NDArray[np.int64]
    gold: NDArray[np.bool_]
    topics: list[str]  # of each mention
    mentions: list[GoldMention]
    circles: list[list[int]]  # the mentions that are compared with one another


def collect(name: str, found: Sequence[Read]) -> Pairs:
    """Make the pairs of a corpus's marked mentions, within the affairs that collation finds."""
    records, reads = [record for record, _ in found], [read for _, read in found]
    mentions = checked_mentions(records)
    stories, affairs = find_circles(reads)
    told = gold_accounts(mentions, reads, affairs)
    topic = {str(record["id"]): f"{name} {record.get('topic')}" for record in records}
    groups: dict[int, list[int]] = defaultdict(list)
    for number, (account, _) in enumerate(told):
        groups[affairs[account.article]].append(number)
    rows, places = [], []
    reports: dict[tuple[str, str], float] = {}
    for members in groups.values():
        for k, i in enumerate(members):
            for j in members[k + 1 :]:
                one, other = told[i][0], told[j][0]
                key = one.article, other.article
                if key not in reports and one.telling and other.telling:
                    reports[key] = cosine(one.telling.report, other.telling.report)
                same = stories[one.article] == stories[other.article]
                rows.append(make_row(one, other, reports=reports.get(key, 0.0), same_story=same))
                places.append((i, j))
    marked = [mention for _, mention in told]
    return Pairs(
        name=name,
        rows=np.array(rows),
        places=np.array(places),
        gold=np.array([marked[i].chain == marked[j].chain for i, j in places]),
        topics=[topic[m.article] for m in marked],
        mentions=marked,
        circles=list(groups.values()),
    )


def fit(rows: Floats, gold: NDArray[np.bool_]) -> Floats:
    """Give the bias and weights of a logistic regression with a small ridge, by Newton's method."""
    some = gold | (np.arange(len(gold)) % KEPT == 0)
    rows, gold = rows[some], gold[some]
    weights = np.where(gold, 1.0, float(KEPT))
    mean, scale = rows.mean(0), rows.std(0) + 1e-6
    scaled = np.concatenate([np.ones((len(rows), 1)), (rows - mean) / scale], axis=1)
    ridge = RIDGE * np.eye(scaled.shape[1])
    ridge[0, 0] = 0.0
    found = np.zeros(scaled.shape[1])
    for _ in range(ROUNDS):
        odds = 1 / (1 + np.exp(-np.clip(scaled @ found, -30, 30)))
        slope = scaled.T @ ((odds - gold) * weights) + ridge @ found
        step = np.linalg.solve((scaled * (odds * (1 - odds) * weights)[:, None]).T @ scaled + ridge, slope)
        found -= step
        if np.abs(step).max() < 1e-4:
            break
    own = found[1:] / scale
    return np.concatenate([[found[0] - float(own @ mean)], own])


def evaluate(pairs: Pairs, scores: Floats, cut: float) -> float:
    """Give CoNLL F1 of the clusters that average linkage makes of the scores."""
    place = {n: (c, k) for c, members in enumerate(pairs.circles) for k, n in enumerate(members)}
    near: list[dict[tuple[int, int], float]] = [{} for _ in pairs.circles]
    for (i, j), score in zip(pairs.places.tolist(), scores.tolist(), strict=True):
        if score > FLOOR:
            near[place[i][0]][place[i][1], place[j][1]] = score
    made = [
        frozenset(pairs.mentions[members[k]] for k in group)
        for members, found in zip(pairs.circles, near, strict=True)
        for group in link(len(members), found, cut=cut, floor=FLOOR)[0]
    ]
    return score_clusters(clusters_of((m, m.chain) for m in pairs.mentions), made).mean


def cross_validate(corpora: Sequence[Pairs]) -> None:
    """Print what the pairs of each fold's topics get from a fit on the others."""
    topics = sorted({topic for pairs in corpora for topic in pairs.topics})
    order = np.random.default_rng(0).permutation(len(topics))
    fold = {topics[n]: k % FOLDS for k, n in enumerate(order)}
    folds = [np.array([fold[pairs.topics[i]] for i, _ in pairs.places]) for pairs in corpora]
    scores = [np.zeros(len(pairs.gold)) for pairs in corpora]
    for number in range(FOLDS):
        rows = np.concatenate([p.rows[f != number] for p, f in zip(corpora, folds, strict=True)])
        gold = np.concatenate([p.gold[f != number] for p, f in zip(corpora, folds, strict=True)])
        weights = fit(rows, gold)
        for pairs, own, found in zip(corpora, folds, scores, strict=True):
            found[own == number] = weights[0] + pairs.rows[own == number] @ weights[1:]
    for pairs, found in zip(corpora, scores, strict=True):
        figures = ", ".join(f"{evaluate(pairs, found, cut):.3f} at {cut}" for cut in CUTS)
        sys.stdout.write(f"{pairs.name}: CoNLL F1 {figures}\n")


def main() -> None:
    """Read the command's words and fit."""
    parser = argparse.ArgumentParser(prog="python -m training.fit_incidents", description=main.__doc__)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("SAYSO_DATA", "../shared")) / "data")
    parser.add_argument("--out", type=Path, help="a YAML file for the learned weights")
    words = parser.parse_args()
    corpora = [collect(name, read_corpus(words.data / file)) for name, file in CORPORA.items()]
    cross_validate(corpora)
    if words.out:
        rows = np.concatenate([pairs.rows for pairs in corpora])
        weights = fit(rows, np.concatenate([pairs.gold for pairs in corpora]))
        table = {name: round(float(w), 3) for name, w in zip(("bias", *NAMES), weights, strict=True)}
        words.out.write_text(yaml.safe_dump({"learned": table}, sort_keys=False), encoding="utf-8")


if __name__ == "__main__":
    main()
