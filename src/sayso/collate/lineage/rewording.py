"""Sentences of two reports laid side by side: which one says what the other says, in whatever words.

A pair's score is the mean of the vectors' cosine and of the telling words (outside quotation marks) that they share;
each sentence has one counterpart at most, the best pairs first.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import combinations, pairwise

import numpy as np
import yaml

from sayso.collate.lineage.texts import Sentence, Text, vectors_of, weigh

_LEAST = 0.4
_SURE = 0.7
_FEWEST = 4  # counterparts; of less, chance makes any pattern
_SPARSE = 0.2
_LEAST_FILLED = 0.15
_MOST_FILLED = 3  # sentences in one gap
_MOST_ORDERED = 60
_TRIED = 4  # sentences of the other report that are looked at for each sentence, the nearest in meaning
_MOST = 400  # sentences of one report


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """Sentence number ``sentence`` of one report and its counterpart ``other`` in the other."""

    score: float
    sentence: int
    other: int


def match_sentences(copy: Text, source: Text) -> list[Match]:
    """Return the counterparts of the copy's sentences, in its order; sentences that only quote have none."""
    own = [i for i, s in enumerate(copy.sentences[:_MOST]) if s.is_framed]
    others = [i for i, s in enumerate(source.sentences[:_MOST]) if s.is_framed]
    if not own or not others:
        return []
    near = np.round(vectors_of(copy)[own] @ vectors_of(source)[others].T, 4)
    tried = np.argsort(-near, axis=1, kind="stable")[:, :_TRIED]
    scored = [
        Match(
            _score(copy.sentences[own[row]], source.sentences[others[column]], near[row, column]),
            own[row],
            others[column],
        )
        for row in range(len(own))
        for column in tried[row]
    ]
    return _one_to_one(scored)


def fill_gaps(copy: Text, source: Text, matches: Sequence[Match]) -> list[Match]:
    """Add the sentences whose neighbours' counterparts stand on either side of one that nothing matched.

    For reports of which one is known to be made from the other: there, the place of a sentence tells more than its
    words.
    """
    filled = {m.sentence: m for m in matches}
    taken = {m.other for m in matches}
    for before, after in pairwise(
        [Match(1, -1, -1), *matches, Match(1, len(copy.sentences), len(source.sentences))]
    ):
        if before.other >= after.other:
            continue
        own, others = (
            [i for i in range(first + 1, end) if text.sentences[i].is_framed]
            for text, first, end in (
                (copy, before.sentence, after.sentence),
                (source, before.other, after.other),
            )
        )
        if len(own) != len(others) or len(own) > _MOST_FILLED or taken.intersection(others):
            continue
        for i, j in zip(own, others, strict=True):
            cosine = float(vectors_of(copy)[i] @ vectors_of(source)[j])
            if (score := _score(copy.sentences[i], source.sentences[j], cosine)) >= _LEAST_FILLED:
                filled[i] = Match(score, i, j)
    return [filled[i] for i in sorted(filled)]


def chance_of_rewording(copy: Text, source: Text, matches: Sequence[Match]) -> float:
    """Return how likely it is that one of two reports was made from the other, by their sentences' counterparts."""
    weights = load_weights()
    found = rate_likeness(copy, source, matches)
    if len(matches) < _FEWEST or found["sentences"] < _SPARSE:
        return 0.0
    return 1 / (1 + math.exp(-weights["bias"] - sum(weights[name] * found[name] for name in found)))


def rate_likeness(copy: Text, source: Text, matches: Sequence[Match]) -> dict[str, float]:
    """Return what tells a rewording from two reports of one event, each from 0 to 1.

    Two reporters on one event share some facts; a rewriter shares most sentences, their order, and nearly all names
    and figures.
    """
    matched = sum(min(1.0, max(0.0, (m.score - _LEAST) / (_SURE - _LEAST))) for m in matches)
    sizes = [max(1, sum(s.is_framed for s in text.sentences)) for text in (copy, source)]
    pairs = list(combinations([m.other for m in matches[:_MOST_ORDERED]], 2))
    shared = len(copy.names & source.names)
    most = max(1, len(copy.names), len(source.names))
    return {
        "sentences": min(1.0, matched / math.sqrt(sizes[0] * sizes[1])),
        "order": (sum(a < b for a, b in pairs) + 1) / (len(pairs) + 2),
        "names": shared / most,
    }


@cache
def load_weights() -> Mapping[str, float]:
    """Return the weights of ``rate_likeness``, with the bias."""
    table = yaml.safe_load(files("sayso.collate.lineage").joinpath("weights.yaml").read_text("utf-8"))
    return {name: float(value) for name, value in table.items()}


def _one_to_one(scored: list[Match]) -> list[Match]:
    taken: set[int] = set()
    matched: dict[int, Match] = {}
    for match in sorted(scored, key=lambda m: (-m.score, m.sentence, m.other)):
        if match.score >= _LEAST and match.sentence not in matched and match.other not in taken:
            matched[match.sentence] = match
            taken.add(match.other)
    return [matched[i] for i in sorted(matched)]


def _score(copy: Sentence, source: Sentence, cosine: float) -> float:
    shared = weigh(copy.stems & source.stems)
    words = shared / copy.weight + 2 * shared / (copy.weight + source.weight)
    return round(float(cosine) / 2 + words / 4, 4)
