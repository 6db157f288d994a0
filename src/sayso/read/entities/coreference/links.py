"""Which mentions stand for one: every mention joins its best antecedent, or begins an entity of its own.

1. Mentions of one bearer (a clustered name, a speaker whom the rules resolved) are together from the start.
2. In the order of the text each mention joins the cluster whose members' chances to be its antecedent add up to most,
   where that is more than the chance of "none"; who is alone after that tries again at easier terms.
3. "He", "she" and "they" for whom no noun is found are whom the rules take them for.
4. A quoted "he" is not who speaks, two that the rules hold apart by name or description never join, and no cluster
   holds two of "he", "she" and "it": then the next best counts.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import fields

import numpy as np

from sayso.core.reading import MentionForm
from sayso.core.span import Span
from sayso.read.entities.coreference.candidate import Candidate
from sayso.read.entities.coreference.pairs import make_pairs, measure_pairs, pair_classes
from sayso.read.entities.coreference.scorer import VECTOR_WIDTH, Encoded, Scorer
from sayso.read.entities.coreference.table import (
    HE,
    NONE,
    PRONOUNS,
    SHE,
    THEY,
    Floats,
    Ints,
    Table,
    make_table,
)
from sayso.read.entities.layout import Layout

# What is taken from the score of "none", at first and for who is then still alone: chosen by cross-validation on GUM.
# The first keeps entities apart, the second lists more of what refers to them.
EASES = (-1.0, 1.0)
BLOCK = 1 << 14  # pairs that are measured at once
MENTIONS = 1 << 13  # whose vectors are held at once
ROUNDING = 1 + 1e-9  # by less than which sums of the same numbers differ
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
    known = _encode(table, spans, vectors, scorer)
    scores = _score(layout, table, mentions, antecedents, known, scorer)
    return join(candidates, scores, known.alone, mentions, antecedents, bar_speakers(table))


def _encode(table: Table, spans: Sequence[Span], vectors: Vectors | None, scorer: Scorer) -> Encoded:
    """What the scorer makes of each mention; of a long text in blocks, since the vectors are far wider than that."""
    parts = []
    for low in range(0, max(1, len(spans)), MENTIONS):
        block = spans[low : low + MENTIONS]
        hidden = (
            vectors(block) if vectors is not None else np.zeros((len(block), VECTOR_WIDTH), dtype=np.float32)
        )
        parts.append(scorer.encode(table.own[low : low + MENTIONS], hidden))
    if len(parts) == 1:
        return parts[0]
    return Encoded(
        *(np.concatenate([getattr(part, field.name) for part in parts]) for field in fields(Encoded))
    )


def _score(
    layout: Layout, table: Table, mentions: Ints, antecedents: Ints, known: Encoded, scorer: Scorer
) -> Floats:
    """The scores of all pairs, in blocks that keep the memory small."""
    scores = np.zeros(len(mentions), dtype=np.float32)
    for low in range(0, len(mentions), BLOCK):
        block = slice(low, low + BLOCK)
        m, a = mentions[block], antecedents[block]
        pairs, classes = measure_pairs(layout, table, m, a), pair_classes(table, m, a)
        scores[block] = scorer.score(known, pairs, classes, m, a)
    return scores


def bar_speakers(table: Table) -> Ints:
    """For each "he" and "she" within a quotation the record of whose words it is part, else ``NONE``."""
    gendered = (table.pronoun == HE) | (table.pronoun == SHE)
    return np.where(gendered & (table.quotation != NONE), table.speaker, NONE)


def join(
    candidates: Sequence[Candidate],
    scores: Floats,
    alone: Floats,
    mentions: Ints,
    antecedents: Ints,
    barred: Ints,
    *,
    eases: Sequence[float] = EASES,
) -> list[int]:
    """The clusters, given the score of each pair and of each mention's referring to nothing.

    ``barred`` gives for each mention the number of a record that it does not stand for, or ``NONE``. ``eases`` are
    taken from the scores of "nothing": the first for all mentions, the second for those that are still alone.
    """
    clusters = Clusters(candidates, barred.tolist())
    weights = np.exp(np.clip(scores, -LARGEST, LARGEST)).tolist()
    earlier = antecedents.tolist()
    bounds = np.searchsorted(mentions, np.arange(len(candidates) + 1)).tolist()
    for ease in eases:
        against = np.exp(np.clip(alone - ease, -LARGEST, LARGEST)).tolist()
        lonely = clusters.lonely()
        for at in range(len(candidates)):
            if ease != eases[0] and (clusters.find(at) not in lonely or candidates[at].head.gender == "n"):
                continue  # "it" seldom stands for a person or body
            own = slice(bounds[at], bounds[at + 1])
            mine = weights[own]
            if sum(mine) * ROUNDING <= against[at]:
                continue  # no part of it can be more
            chances = clusters.add_up(earlier[own], mine)
            if ease != eases[0]:
                chances.pop(clusters.find(at), None)
            likely = [(-chance, cluster) for cluster, chance in chances.items() if chance > against[at]]
            for _, cluster in sorted(likely):
                if clusters.join(cluster, at):
                    break
    _trust_rules(clusters, candidates)
    return [clusters.find(at) for at in range(len(candidates))]


def _trust_rules(clusters: "Clusters", candidates: Sequence[Candidate]) -> None:
    """Join sets of third persons' pronouns alone to the bearer that the rules give for most of them."""
    answers: dict[int, Counter[int]] = defaultdict(Counter)
    nouns, bearers = set(), dict[int, int]()
    for at, candidate in enumerate(candidates):
        number = clusters.find(at)
        if candidate.bearer is not None:
            bearers.setdefault(candidate.bearer, at)
        if candidate.head.pronoun is None:
            nouns.add(number)
        elif candidate.answer is not None and PRONOUNS.get(candidate.head.pronoun) in (HE, SHE, THEY):
            answers[number][candidate.answer] += 1
    for number, votes in answers.items():
        best, _ = votes.most_common(1)[0]
        if number not in nouns and best in bearers:
            clusters.join(bearers[best], number)


class Clusters:
    """Sets of candidates that stand for one (union-find), with what no set may mix."""

    def __init__(self, candidates: Sequence[Candidate], barred: Sequence[int]) -> None:
        self.barred = barred
        self.parents = list(range(len(candidates)))
        told = {c.bearer for c in candidates if c.form is not MentionForm.PRONOUN}  # by name or description
        self.bearers = [c.bearer if c.bearer in told else None for c in candidates]
        self.genders = [c.head.gender for c in candidates]
        self.heads = [c.head.at for c in candidates]
        self.held = [c.bearer is not None for c in candidates]
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

    def add_up(self, candidates: Sequence[int], weights: Sequence[float]) -> dict[int, float]:
        """The sum of the weights of each set's candidates, by its number."""
        parents = self.parents
        sums: dict[int, float] = {}
        for at, weight in zip(candidates, weights, strict=True):
            number = parents[at]
            if parents[number] != number:
                number = self.find(at)
            sums[number] = sums.get(number, 0.0) + weight
        return sums

    def lonely(self) -> frozenset[int]:
        """The numbers of the sets without bearer whose members all have one head."""
        heads: dict[int, int] = {}
        several = set()
        for at, head in enumerate(self.heads):
            number = self.find(at)
            if heads.setdefault(number, head) != head or self.held[number]:
                several.add(number)
        return frozenset(heads.keys() - several)

    def join(self, one: int, other: int) -> bool:
        """Join the set ``one`` and that of the candidate ``other``; False where they must stay apart."""
        if self.barred[other] != NONE and self.barred[other] == self.bearers[self.find(one)]:
            return False
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
        self.held[one] |= self.held[other]
        if self.bearers[one] is None:
            self.bearers[one] = self.bearers[other]
        self.genders[one] = self.genders[one] or self.genders[other]


def _differ(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other
