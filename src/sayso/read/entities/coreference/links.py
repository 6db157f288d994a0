"""Which mentions stand for one: every mention joins its best antecedent, or begins an entity of its own.

1. Mentions of one bearer (a clustered name, a speaker whom the rules resolved) are together from the start.
2. In the order of the text each mention joins the cluster whose members' chances to be its antecedent add up to most,
   where that is more than the chance of "none".
3. Two names that the rules hold apart never join, and no cluster holds both "he" and "she": then the next best counts.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence

import numpy as np

from sayso.core.reading import MentionForm
from sayso.core.span import Span
from sayso.read.entities.coreference.candidate import Candidate
from sayso.read.entities.coreference.pairs import make_pairs, measure_pairs, pair_classes
from sayso.read.entities.coreference.scorer import VECTOR_WIDTH, Scorer
from sayso.read.entities.coreference.table import Floats, Ints, Table, make_table
from sayso.read.entities.layout import Layout

EASE = -0.5  # what is taken from the score of "none": chosen by cross-validation on GUM
BLOCK = 1 << 14  # pairs that are measured at once
LARGEST = 30.0  # of a score, before it is raised to a power
Vectors = Callable[[Sequence[Span]], Floats]


def link_candidates(
    layout: Layout,
    candidates: Sequence[Candidate],
    speakers: Sequence[int],
    vectors: Vectors | None,
    scorer: Scorer,
) -> list[int]:
    """A number for each candidate, the same for those that stand for one.

    ``speakers`` gives the number of the record in whose words each stands, or ``NONE``; ``vectors`` gives the
    encoder's vectors of spans (spans, VECTOR_WIDTH).
    """
    table = make_table(layout, candidates, speakers)
    mentions, antecedents = make_pairs(table)
    spans = [Span(c.start, c.end, layout.text[c.start : c.end]) for c in candidates]
    hidden = vectors(spans) if vectors is not None else np.zeros((len(spans), VECTOR_WIDTH), dtype=np.float32)
    scores, alone = _score(layout, table, mentions, antecedents, hidden, scorer)
    return join(candidates, scores, alone - EASE, mentions, antecedents)


def _score(
    layout: Layout, table: Table, mentions: Ints, antecedents: Ints, hidden: Floats, scorer: Scorer
) -> tuple[Floats, Floats]:
    """The scores of all pairs and of all mentions, in blocks that keep the memory small."""
    known = scorer.encode(table.own, hidden)
    scores = np.zeros(len(mentions), dtype=np.float32)
    for low in range(0, len(mentions), BLOCK):
        block = slice(low, low + BLOCK)
        m, a = mentions[block], antecedents[block]
        pairs, classes = measure_pairs(layout, table, m, a), pair_classes(table, m, a)
        scores[block] = scorer.score(known, pairs, classes, m, a)
    return scores, known.alone


def join(
    candidates: Sequence[Candidate], scores: Floats, alone: Floats, mentions: Ints, antecedents: Ints
) -> list[int]:
    """The clusters, given the score of each pair and of each mention's referring to nothing."""
    clusters = Clusters(candidates)
    weights = np.exp(np.clip(scores, -LARGEST, LARGEST)).tolist()
    against = np.exp(np.clip(alone, -LARGEST, LARGEST)).tolist()
    earlier = antecedents.tolist()
    bounds = np.searchsorted(mentions, np.arange(len(candidates) + 1)).tolist()
    for at in range(len(candidates)):
        chances: dict[int, float] = defaultdict(float)
        for pair in range(bounds[at], bounds[at + 1]):
            chances[clusters.find(earlier[pair])] += weights[pair]
        for cluster in sorted(chances, key=lambda c: (-chances[c], c)):
            if chances[cluster] <= against[at] or clusters.join(cluster, at):
                break
    return [clusters.find(at) for at in range(len(candidates))]


class Clusters:
    """Sets of candidates that stand for one (union-find), with what no set may mix."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self.parents = list(range(len(candidates)))
        named = {c.bearer for c in candidates if c.form is MentionForm.NAME}
        self.bearers = [c.bearer if c.bearer in named else None for c in candidates]
        self.genders = [c.head.gender if c.head.gender in ("m", "f") else None for c in candidates]
        first: dict[int, int] = {}
        for at, candidate in enumerate(candidates):
            if candidate.bearer is not None and first.setdefault(candidate.bearer, at) != at:
                self._merge(first[candidate.bearer], at)

    def find(self, at: int) -> int:
        """The number of the set of a candidate."""
        while self.parents[at] != at:
            self.parents[at] = self.parents[self.parents[at]]
            at = self.parents[at]
        return at

    def join(self, one: int, other: int) -> bool:
        """Join the sets of two candidates; False where they must stay apart."""
        one, other = self.find(one), self.find(other)
        if one == other:
            return True
        if _differ(self.bearers[one], self.bearers[other]) or _differ(self.genders[one], self.genders[other]):
            return False
        self._merge(one, other)
        return True

    def _merge(self, one: int, other: int) -> None:
        one, other = self.find(one), self.find(other)
        self.parents[other] = one
        if self.bearers[one] is None:
            self.bearers[one] = self.bearers[other]
        self.genders[one] = self.genders[one] or self.genders[other]


def _differ(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other
