"""How sure it is that a report tells of an event: that its words name one of this category, and with this status.

A logistic regression over what is known of the event (``features``), whose weights ``confidence.yaml`` holds; they are
fitted on events of which it is known whether they are right (``python -m training.fit_confidence``). Parties, places
and figures are not judged.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log

from sayso.core.data_files import load_values
from sayso.read.events.keep import is_party
from sayso.read.events.lexicon import word_set
from sayso.read.events.mention import EventMention

_EDGE = 0.02  # the least of a probability, and of its complement, whose log odds are a feature
_SCALE = 4.0  # of these log odds, so that all features are of one size
_VIOLENT = ("ASSAULT", "MISHAP")
_OF_ALONE = (
    "verb",
    "actor",
    "other",
    "vague",
    "bare",
    "imagined",
)  # what weighs otherwise in a single sentence


@dataclass(frozen=True, slots=True)
class Report:
    """What is known of the report that an event stands in."""

    in_capitals: bool
    alone: bool  # its text is one sentence
    relevance: float  # the encoder's probability that it reports an attack
    types: Mapping[str, int]  # how many events of each type it tells of
    words: Mapping[tuple[str, str], int]  # and of each type by each lemma

    @classmethod
    def of(
        cls, events: Sequence[EventMention], *, in_capitals: bool, alone: bool, relevance: float
    ) -> "Report":
        """The report that tells of ``events``."""
        types, words = Counter(e.type for e in events), Counter((e.type, e.lemma) for e in events)
        return cls(in_capitals, alone, relevance, types, words)


def confidence_of(event: EventMention, report: Report) -> float:
    """The probability that the report tells of ``event``, between 0 and 1."""
    weights = _numbers()["weights"]
    total = sum(weights.get(name, 0.0) * value for name, value in features(event, report).items())
    return round(1 / (1 + exp(-min(max(total, -30.0), 30.0))), 3)


def least_confidence() -> float:
    """The least confidence of an event that a report of more than one sentence is said to tell of."""
    return float(_numbers()["working point"]["least"])


def features(event: EventMention, report: Report) -> dict[str, float]:
    """What speaks for or against ``event``, by name; what is not named is 0."""
    found = {"constant": 1.0, **dict.fromkeys(_marks(event), 1.0)}
    if report.alone:
        found.update({f"alone {name}": 1.0 for name in _OF_ALONE if name in found})
        found["alone"] = 1.0
        found[f"alone {event.status}"] = 1.0
        found["rivals"] = log(len(report.types) or 1)
    kind = "attack" if event.type in _VIOLENT else "other"
    found[f"relevance {kind}"] = _log_odds(report.relevance)
    if report.in_capitals:
        found["capitals"] = 1.0
        found["relevance in capitals"] = _log_odds(report.relevance)
    if event.statement is not None:
        found["said"] = 1.0
        found["said surely"] = _log_odds(event.statement.confidence)
    if event.type == "ASSAULT":
        found["attacks"] = log(report.types.get("ASSAULT", 1))
    found["told again"] = log(1 + len(event.told))
    found["same word"] = log(report.words.get((event.type, event.lemma), 1))
    return found


def _marks(event: EventMention) -> Iterator[str]:
    """What an event has, by name."""
    yield event.type
    yield f"{event.type} {event.lemma}"
    yield "toll" if event.is_toll else "verb" if event.is_verb else "noun"
    yield f"status {event.status}"
    yield from _parties(event)
    there = {
        "place": event.roles.places,
        "date": event.date,
        "instrument": event.roles.instruments,
        "harm": event.harm,
        "vague": event.lemma in word_set("vague"),
        "weak": event.is_weak,
        "bare": event.is_bare,
        "imagined": event.is_imagined,
    }
    yield from (name for name, value in there.items() if value)


def _parties(event: EventMention) -> Iterator[str]:
    """Whether those who act and those to whom it happens are told, and whether they name somebody."""
    others = [*event.roles.recipients, *event.roles.targets]
    for name, spans in (("actor", event.roles.actors), ("other", others)):
        if any(map(is_party, spans)):
            yield name
        elif spans:
            yield f"odd {name}"
    if any(map(is_party, event.roles.actors)) and any(map(is_party, others)):
        yield "both"


def _log_odds(probability: float) -> float:
    sure = min(max(probability, _EDGE), 1 - _EDGE)
    return log(sure / (1 - sure)) / _SCALE


@cache
def _numbers() -> Mapping[str, Mapping[str, float]]:
    numbers: Mapping[str, Mapping[str, float]] = load_values("sayso.read.events", "confidence.yaml")
    return numbers
