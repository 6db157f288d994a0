"""How well claims are joined, on stories whose claims are known, with weights that are tried."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import combinations
from unittest.mock import patch

import numpy as np

from sayso.collate.claims import claims as claims_made
from sayso.collate.claims import cluster, denials, links, make, pairs, voices
from sayso.collate.claims.features import FEATURES
from sayso.collate.claims.make import Group, make_groups, without_overlaps
from sayso.collate.weights import load_weights
from sayso.core.ledger import ClaimStatus
from training.claim_stories import LEAST_OVERLAP, GoldStory, overlap

Tried = Mapping[str, Mapping[str, float]]  # by section of weights.yaml: what is set otherwise than there

_NEAR = 0.05
_DIFFER = (ClaimStatus.CONTESTED, ClaimStatus.VARIED)
_USERS = (claims_made, cluster, denials, links, make, pairs, voices)  # the modules that look weights up


@dataclass(frozen=True, slots=True)
class Scores:
    """Links across reports, voices and contests of one story."""

    links: tuple[int, int, int]  # right, made, wanted
    contests: tuple[int, int, int]
    voices: tuple[int, int]  # right, wanted

    @property
    def link_f1(self) -> float:
        """F1 of claim links across reports."""
        return _f1(*self.links)

    @property
    def precision(self) -> float:
        """How many of the links made are right."""
        return self.links[0] / max(1, self.links[1])

    @property
    def contest_f1(self) -> float:
        """F1 of claims shown as contested or varied."""
        return _f1(*self.contests)

    @property
    def voice(self) -> float:
        """The share of gold readings with the right voice."""
        return self.voices[0] / max(1, self.voices[1])


class Trial:
    """Stories whose pairs are measured once, and scored with any weights."""

    def __init__(self, stories: Sequence[GoldStory]) -> None:
        """Measure every pair."""
        self._stories = [(story, pairs.measure_pairs(story.units)) for story in stories]

    def score(self, tried: Tried) -> list[Scores]:
        """The scores of each story, in order."""
        return [_score(story, groups) for story, groups in self.groups(tried)]

    def groups(self, tried: Tried) -> Iterator[tuple[GoldStory, list[Group]]]:
        """Each story with its propositions as they are joined."""
        with _weights(tried) as look_up:
            weights = look_up("claim")
            row = np.array([weights[name] for name in FEATURES])
            for story, measured in self._stories:
                values = np.array([*measured.values()]).reshape(-1, len(FEATURES)) @ row + weights["bias"]
                scored = {p: round(float(v), 6) for p, v in zip(measured, values, strict=True)}
                with patch.object(make, "score_pairs", lambda _units, scored=scored: scored):
                    groups = make_groups(story.units, story.readings, story.sides)
                yield story, [without_overlaps(g) for g in groups]


@contextmanager
def _weights(tried: Tried) -> Iterator[Callable[[str], Mapping[str, float]]]:
    def look_up(name: str) -> Mapping[str, float]:
        return {**load_weights(name), **tried.get(name, {})}

    with ExitStack() as stack:
        for module in _USERS:
            stack.enter_context(patch.object(module, "load_weights", look_up))
        yield look_up


def _score(story: GoldStory, groups: Sequence[Group]) -> Scores:
    rows = [
        (number, unit.article, span.exact, voice)
        for number, group in enumerate(groups)
        for unit, span, voice in zip(group.units, group.spans, group.voices, strict=True)
    ]
    placed: list[set[int]] = []
    right = 0
    for gold in story.claims:
        near = [(overlap(gold.words, words), n, v) for n, a, words, v in rows if a == gold.article]
        top = max((o for o, _, _ in near), default=0.0)
        same = [(n, v) for o, n, v in near if o >= top - _NEAR] if top >= LEAST_OVERLAP else []
        placed.append({n for n, _ in same})
        right += any(v is gold.voice for _, v in same)
    differ = {n for n, g in enumerate(groups) if claims_made.find_status(g, story.readings) in _DIFFER}
    raised = {g.claim for g, where in zip(story.claims, placed, strict=True) if where & differ}
    contests = (len(raised & story.contested), len(raised), len(story.contested))
    return Scores(_links(story, placed), contests, (right, len(story.claims)))


def _links(story: GoldStory, placed: Sequence[set[int]]) -> tuple[int, int, int]:
    right = made = wanted = 0
    for (a, one), (b, other) in combinations(enumerate(story.claims), 2):
        if one.article != other.article:
            linked, same = bool(placed[a] & placed[b]), one.claim == other.claim
            wanted, made, right = wanted + same, made + linked, right + (linked and same)
    return right, made, wanted


def _f1(right: int, made: int, wanted: int) -> float:
    return 2 * right / (made + wanted) if made + wanted else 0.0
