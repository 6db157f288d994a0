"""What the scorer of a pair of propositions looks at. Every feature is a number with a plain meaning."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from sayso.collate.claims.units import Unit

FEATURES = (
    "meaning",
    "nearest",
    "shared_words",
    "covered_words",
    "same_order",
    "shared_names",
    "other_names",
    "shared_numbers",
    "other_numbers",
    "other_polarity",
    "same_speaker",
    "other_speaker",
    "both_quotes",
    "quote_order",
    "same_act",
    "length",
    "same_event",
    "same_toll",
    "one_toll",
    "both_violence",
    "same_scene",
    "mutual",
    "margin",
    "same_utterance",
    "rare_number",
    "one_denies",
    "both_deny",
    "denies_oneself",
    "both_own",
    "own_report",
    "nothing_shared",
    "rare_name",
)

# Evidence against; all others are evidence for. The fit keeps to these signs, so that chance in the judged pairs
# cannot teach that, say, two different figures make two passages alike.
AGAINST = frozenset(
    {
        "other_names",
        "other_numbers",
        "other_polarity",
        "other_speaker",
        "one_toll",
        "one_denies",
        "denies_oneself",
        "both_own",
        "own_report",
        "nothing_shared",
    }
)

_VIOLENCE = "ASSAULT"
_SAME = 1e-5  # cosines that differ less are the same
_MOST_MARGIN = 0.3  # where a report holds one proposition only, nothing rivals it
_SCENE = 2  # names in common: by whom and where


@dataclass(frozen=True, slots=True)
class Rivals:
    """How near each unit's two nearest lie in every report: by which a pair stands out, or does not."""

    articles: NDArray[np.intp]  # the number of each unit's report
    firsts: NDArray[np.float32]  # shape (units, reports)
    seconds: NDArray[np.float32]

    def compare(self, a: int, b: int, meaning: float) -> tuple[bool, float]:
        """Return whether two units of two reports are each other's nearest there, and by how much at least."""
        if self.articles[a] == self.articles[b]:
            return False, 0.0
        nearest = True
        others = []
        for one, report in ((a, self.articles[b]), (b, self.articles[a])):
            first, second = float(self.firsts[one, report]), float(self.seconds[one, report])
            is_first = meaning >= first - _SAME
            nearest = nearest and is_first
            others.append(second if is_first else first)
        return nearest, max(-_MOST_MARGIN, min(_MOST_MARGIN, meaning - max(others)))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """How near other reports' propositions lie to a unit, so that likeness is judged against its likes."""

    idf: Mapping[str, float]
    nearness: Mapping[int, float]  # by unit number: the mean cosine of its nearest few in other reports
    rivals: Rivals
    spoken: Mapping[tuple[str, str], Sequence[int]]  # the units of each speaker in each report
    number_idf: Mapping[int, float]  # how telling a number is: 0 where all units tell it, 1 where one does
    name_idf: Mapping[str, float]  # and a name


def measure(units: list[Unit], a: int, b: int, around: Surroundings) -> tuple[float, ...]:
    """Return the pair's features in the order of ``FEATURES``."""
    left, right = units[a], units[b]
    meaning = float(left.vector @ right.vector)
    shared, covered = _overlap(left, right, around.idf)
    order = LCSseq.normalized_similarity(left.stems, right.stems) if left.stems and right.stems else 0.0
    quotes = left.is_quote and right.is_quote
    speakers = left.speaker is not None and right.speaker is not None
    same = speakers and left.speaker == right.speaker
    violence = _VIOLENCE in left.events and _VIOLENCE in right.events
    mutual, margin = around.rivals.compare(a, b, meaning)
    lengths = sorted((len(left.stems) + 1, len(right.stems) + 1))
    return (
        meaning,
        meaning - (around.nearness[a] + around.nearness[b]) / 2,
        shared,
        covered,
        order,
        _share(left.names, right.names),
        float(bool(left.names and right.names and not left.names & right.names)),
        float(bool(left.numbers & right.numbers)),
        float(bool(left.numbers and right.numbers and not left.numbers & right.numbers)),
        float(differ_in_polarity(left, right)),
        float(same),
        float(speakers and not same),
        float(quotes),
        order if quotes and same else 0.0,
        float(left.act is not None and left.act == right.act),
        lengths[0] / lengths[1],
        float(bool(left.events & right.events)),
        float(bool(left.tolls & right.tolls)),
        float(bool(left.tolls) != bool(right.tolls)),
        float(violence and bool(left.names & right.names)),
        float(violence and len(left.names & right.names) >= _SCENE),
        float(mutual),
        margin,
        meaning if same and _are_nearest_spoken(units, a, b, around.spoken) else 0.0,
        math.fsum(around.number_idf[n] for n in left.numbers & right.numbers),
        float(left.denies != right.denies),
        float(left.denies and right.denies),
        float(same and left.denies != right.denies),
        float(left.statement is None and right.statement is None),
        float(left.article == right.article),
        float(not shared and not left.names & right.names),
        math.fsum(around.name_idf[n] for n in sorted(left.names & right.names)),
    )


def _are_nearest_spoken(
    units: Sequence[Unit], a: int, b: int, spoken: Mapping[tuple[str, str], Sequence[int]]
) -> bool:
    """Whether two things that one speaker says in two reports are each other's nearest of all that he says there."""
    left, right = units[a], units[b]
    if left.article == right.article:
        return False
    least = float(left.vector @ right.vector) + _SAME
    ours, theirs = (spoken[str(u.speaker), u.article] for u in (left, right))
    return all(float(left.vector @ units[i].vector) <= least for i in theirs) and all(
        float(right.vector @ units[i].vector) <= least for i in ours
    )


def _overlap(left: Unit, right: Unit, idf: Mapping[str, float]) -> tuple[float, float]:
    """Return the weight of shared stems as a part of both's, and of the lighter one's."""
    one, other = set(left.stems), set(right.stems)
    shared = sum(idf[s] for s in sorted(one & other))
    weights = sorted((sum(idf[s] for s in sorted(one)), sum(idf[s] for s in sorted(other))))
    whole = weights[0] + weights[1] - shared
    return (shared / whole if whole else 0.0, shared / weights[0] if weights[0] else 0.0)


def _share(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def differ_in_polarity(left: Unit, right: Unit) -> bool:
    """Whether one says no where the other says yes, and neither is a denial, whose business that is."""
    return left.is_negative != right.is_negative and not left.denies and not right.denies
