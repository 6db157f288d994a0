"""The parties of a report's attacks, chosen from its noun phrases: one wording for each.

1. A log-linear model gives every nominee the odds that it fills a role of an attack (MUC-4's slots: Sundheim, 1992),
   from its features, how often they recur, and how much the report's words are those of reports on attacks.
2. What the encoder sees at its words and around them changes the odds (see ``vicinity.py``); what it tags as a role's
   filler raises them.
3. The likeliest stand; others that seem to name the same ("the embassy" beside "the Dorran embassy") are left out.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import exp, log
from zlib import crc32

import numpy as np
import yaml
from numpy.typing import NDArray

from sayso.core.span import Span
from sayso.read.arrays import load_arrays, remedy_of
from sayso.read.events.nominees import Nominee, Nominees, Words, trimmed, words_of
from sayso.read.events.vicinity import Around, Vicinity, weigh_vicinity
from sayso.read.spans import Filler

ROLES = ("perpetrator", "target", "human", "instrument")  # in the order of the model's columns
TOPIC_BITS = 14
VICINITY = ("inside", "bias", "outside", "mix")  # its arrays in the file
_TOPIC_WORD = re.compile(r"[a-z]+")
_LEAD = 120  # words that count as the report's beginning
_SMALL = frozenset(("of", "for", "and", "the", "in", "de", "la", "y"))
_MOST = 2000  # nominees of one report
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Party:
    """Who or what fills a role of an attack, and how likely."""

    role: str
    spans: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Model:
    """The fitted numbers: ``table`` a row a feature and ``shape`` (4 rows), with a column a role; ``topic`` by word."""

    table: Floats  # (2 ** HASH_BITS, roles)
    shape: Floats  # constant, recurrence, topic, both together: (4, roles)
    topic: Floats  # (2 ** TOPIC_BITS,)
    vicinity: Vicinity
    least: Mapping[str, float]  # the least probability for each role
    report: Mapping[
        str, float
    ]  # log odds that a report is on an attack, by its topic and each role's likeliest party
    tagged: Mapping[str, float]  # what a tag of the encoder's adds: "all", and by its log odds "sure"


def choose_parties(
    text: str, nominees: Nominees, fillers: Sequence[Filler], around: Around | None = None
) -> tuple[list[Party], bool]:
    """The parties of the attacks that ``text`` tells of, the likeliest first; and whether it reports an attack at all.

    One that only speaks of attacks among other things does not. ``around`` gives the encoder's vectors at and around
    the nominees (``encoder.surroundings``); without it the choice is poorer.
    """
    model = _model()
    tags = _tags(text, nominees, fillers)
    topic = topic_of(text, model.topic)
    found = list(nominees.by_words.items())[:_MOST]
    odds = _odds(found, topic, tags, around, model)
    scored = [
        (likely, role, words, nominee)
        for (words, nominee), line in zip(found, odds, strict=True)
        for role, likely in zip(ROLES, line, strict=True)
        if likely >= model.least[role]
    ]
    kept: list[tuple[float, str, Words, Nominee]] = []
    for each in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if not any(role == each[1] and is_same(words, each[2]) for _, role, words, _ in kept):
            kept.append(each)
    parties = [Party(role, tuple(sorted(set(n.spans))), round(likely, 3)) for likely, role, _, n in kept]
    return parties, _reports(topic, odds, model)


def _reports(topic: float, odds: Sequence[Sequence[float]], model: Model) -> bool:
    tops = [max((line[i] for line in odds), default=0.0) for i in range(len(ROLES))]
    weights = model.report
    total = weights["all"] + weights["topic"] * topic
    total += sum(weights[role] * log(top + 0.01) for role, top in zip(ROLES, tops, strict=True))
    return total >= weights["least"]


def topic_of(text: str, weights: Floats) -> float:
    """How much the words of ``text`` are those of reports on attacks: log odds."""
    rows = topic_rows(text)
    return float(weights[rows].sum() / np.sqrt(len(rows))) if rows else 0.0


def topic_rows(text: str) -> list[int]:
    """The rows of a text's words, its pairs of words, and the words of its beginning."""
    words = _TOPIC_WORD.findall(text.lower())
    names = {*words, *(f"{a} {b}" for a, b in pairwise(words))}
    names |= {f"H {word}" for word in words[:_LEAD]}
    return sorted({crc32(name.encode()) & ((1 << TOPIC_BITS) - 1) for name in names})


def is_same(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two wordings name the same: one's words are part of the other's, or its initials."""
    short, long = sorted((tuple(a), tuple(b)), key=len)
    if any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1)):
        return True
    initials = "".join(w[0] for w in long if w not in _SMALL)
    return len(short) == 1 and 1 < len(short[0]) <= 6 and len(long) > 1 and _shortens(short[0], initials)


def _shortens(acronym: str, initials: str) -> bool:
    """Whether ``acronym`` has the initials' first letter and all but one of its letters in their order."""
    if acronym[0] != initials[:1]:
        return False
    rest = iter(initials)
    return sum(letter in rest for letter in acronym) >= len(acronym) - 1


def _tags(text: str, nominees: Nominees, fillers: Sequence[Filler]) -> dict[Words, dict[str, float]]:
    """The encoder's highest probability of each role by words; words that no phrase has are nominated."""
    tags: dict[Words, dict[str, float]] = {}
    for filler in fillers:
        if (span := trimmed(text, filler.span)) and (words := words_of(span)):
            roles = tags.setdefault(words, {})
            roles[filler.role] = max(roles.get(filler.role, 0.0), filler.score)
            nominees.by_words.setdefault(words, Nominee()).spans.append(span)
    return tags


def weigh_nominees(
    text: str, nominees: Nominees, fillers: Sequence[Filler], around: Around | None
) -> tuple[float, list[Words], Floats, dict[Words, dict[str, float]]]:
    """The topic, nominees, their log odds before tags, and the tags' probabilities: for the fit of what follows."""
    model = _model()
    tags = _tags(text, nominees, fillers)
    topic = topic_of(text, model.topic)
    totals = _totals(list(nominees.by_words.values()), topic, around, model)
    return topic, list(nominees.by_words), totals, tags


def log_odds(probability: float) -> float:
    """The log odds of a probability, which is kept away from 0 and 1."""
    sure = min(max(probability, 0.02), 0.98)
    return log(sure / (1 - sure))


def _totals(nominees: Sequence[Nominee], topic: float, around: Around | None, model: Model) -> Floats:
    """The log odds of each role, (nominees, roles), before tags."""
    if not nominees:
        return np.zeros((0, len(ROLES)), dtype=np.float32)
    plain = np.stack([plain_odds(nominee, topic, model.table, model.shape) for nominee in nominees])
    return weigh_vicinity(plain, topic, [n.spans for n in nominees], around, model.vicinity)


def plain_odds(nominee: Nominee, topic: float, table: Floats, shape: Floats) -> Floats:
    """The log odds of each role by a nominee's features, their recurrence and the report's topic alone."""
    often = log(max(1, len(set(nominee.spans))))
    known = np.array([1.0, often, topic, often * topic], dtype=np.float32)
    return np.asarray(table[sorted(nominee.features)].sum(0) + known @ shape)


def _odds(
    found: Sequence[tuple[Words, Nominee]],
    topic: float,
    tags: Mapping[Words, Mapping[str, float]],
    around: Around | None,
    model: Model,
) -> list[list[float]]:
    """The probability of each role for each nominee, tags and all."""
    odds = []
    totals = _totals([nominee for _, nominee in found], topic, around, model)
    for (words, _), total in zip(found, totals.tolist(), strict=True):
        tagged = tags.get(words, {})
        line = []
        for role, value in zip(ROLES, total, strict=True):
            if role in tagged:
                value += model.tagged["all"] + model.tagged["sure"] * log_odds(tagged[role])
            line.append(1 / (1 + exp(-min(max(value, -30.0), 30.0))))
        odds.append(line)
    return odds


@cache
def _model() -> Model:
    folder = files("sayso.read.events")
    numbers = yaml.safe_load(folder.joinpath("fillers.yaml").read_text(encoding="utf-8"))
    path = folder.joinpath("fillers.npz")
    arrays = load_arrays(path, "parties of attacks", remedy=remedy_of("training.fit_events"), needs=VICINITY)
    table, shape, topic = (arrays[name].astype(np.float32) for name in ("table", "shape", "topic"))
    near = Vicinity(*(arrays[name].astype(np.float32) for name in VICINITY))
    return Model(table, shape, topic, near, numbers["least"], numbers["report"], numbers["tagged"])
