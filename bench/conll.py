"""CoNLL F1 of coreference (the mean of MUC, B-cubed and CEAF-e), by the scorer ``scorch``.

Clusters that share no mention with each other do not touch each other's score, so each group of clusters that do is
scored by itself and the sums are taken: the same figures, and CEAF's alignment stays small.
"""

import importlib
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bench.context import MissingDataError

Clusters = Sequence[frozenset[Hashable]]


@dataclass(frozen=True, slots=True)
class Conll:
    """The three measures' F1."""

    muc: float
    b_cubed: float
    ceaf_e: float

    @property
    def mean(self) -> float:
        """CoNLL F1."""
        return (self.muc + self.b_cubed + self.ceaf_e) / 3


def score_clusters(gold: Clusters, found: Clusters) -> Conll:
    """Score clusters of mentions against the gold ones. Raises MissingDataError where scorch is not installed."""
    scorch = _load_scorer()
    sums: dict[str, list[float]] = {name: [0.0] * 4 for name in ("muc", "b_cubed", "ceaf_e")}
    number: dict[Hashable, int] = {}  # scorch sorts mentions
    for cluster in (*gold, *found):
        for mention in cluster:
            number.setdefault(mention, len(number))
    for key, response in _parts(gold, found):
        for name, row in sums.items():
            wanted, made = _weight(name, key), _weight(name, response)
            row[1] += wanted
            row[3] += made
            if key and response:
                recall, precision, _ = getattr(scorch, name)(
                    *([{number[m] for m in c} for c in part] for part in (key, response))
                )
                row[0] += recall * wanted
                row[2] += precision * made
    return Conll(**{name: _f1(*row) for name, row in sums.items()})


def _weight(name: str, clusters: Clusters) -> float:
    """What a group of clusters counts for in a measure's sum: links, mentions or clusters."""
    if name == "ceaf_e":
        return len(clusters)
    mentions = sum(map(len, clusters))
    return mentions - len(clusters) if name == "muc" else mentions


def _f1(right: float, wanted: float, just: float, made: float) -> float:
    recall, precision = right / wanted if wanted else 0.0, just / made if made else 0.0
    return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def _parts(
    gold: Clusters, found: Clusters
) -> Iterator[tuple[list[frozenset[Hashable]], list[frozenset[Hashable]]]]:
    """Yield the gold and found clusters of each group that shares mentions."""
    both: list[Collection[Hashable]] = [*gold, *found]
    root = list(range(len(both)))

    def find(i: int) -> int:
        while root[i] != i:
            root[i] = root[root[i]]
            i = root[i]
        return i

    holder: dict[Hashable, int] = {}
    for number, cluster in enumerate(both):
        for mention in cluster:
            root[find(holder.setdefault(mention, number))] = find(number)
    parts: dict[int, tuple[list[frozenset[Hashable]], list[frozenset[Hashable]]]] = defaultdict(
        lambda: ([], [])
    )
    for number, cluster in enumerate(both):
        parts[find(number)][number >= len(gold)].append(frozenset(cluster))
    yield from parts.values()


def _load_scorer() -> Any:
    try:
        return importlib.import_module("scorch.scores")
    except ImportError as missing:
        raise MissingDataError("the scorer is not installed (pip install scorch scipy)") from missing
