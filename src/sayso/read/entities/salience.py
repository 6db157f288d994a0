"""Which antecedent a pronoun or description has: a list of weighted features, each with its reason.

After Lappin and Leass (1994), "An Algorithm for Pronominal Anaphora Resolution", and Mitkov's indicators (1998): hard
agreement first, then a sum of salience weights. The best candidate wins; among equals the most recent.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache

from sayso.core.reading import EntityKind
from sayso.read.entities.agreement import agrees, content_of, noun_fit
from sayso.read.entities.draft import Draft, Function, Sort
from sayso.read.entities.record import Record, Scene

ELSEWHERE = 0.7  # what a dialogue counts for that goes on from another paragraph
MENTIONS_BACK = 32  # entities that a pronoun may reach back over: keeps the work linear


class Of(Enum):
    """Which drafts a signal says something of."""

    ALL = "all"
    SOURCES = "sources"
    PRONOUNS = "pronouns"
    DESCRIPTIONS = "descriptions"


@dataclass(frozen=True, slots=True)
class Feature:
    """A signal with its weight; ``measure`` gives 0 where it is absent."""

    name: str
    weight: float
    reason: str
    measure: Callable[[Draft, Record, Scene], float]
    of: Of = Of.ALL  # the drafts for which it can be other than 0


def _distance(draft: Draft, record: Record, _: Scene) -> float:
    return 1.0 / (1 + max(0, draft.turn - record.last.turn))


def _same_paragraph(draft: Draft, record: Record, _: Scene) -> float:
    return float(draft.paragraph == record.last.paragraph)


def _subject(draft: Draft, record: Record, _: Scene) -> float:
    return _fading(draft, record) if record.function is Function.SUBJECT else 0.0


def _oblique(draft: Draft, record: Record, _: Scene) -> float:
    return _fading(draft, record) if record.function is Function.OBLIQUE else 0.0


def _possessor(draft: Draft, record: Record, _: Scene) -> float:
    return _fading(draft, record) if record.function is Function.POSSESSOR else 0.0


def _fading(draft: Draft, record: Record) -> float:
    """What a place in a sentence still counts for: all in this sentence and the last, then ever less."""
    return 1.0 / max(1, draft.turn - record.last.turn)


def _speaks_for(draft: Draft, record: Record, scene: Scene) -> float:
    """A body spoke last, and this person speaks for it or leads it."""
    body = scene.last_speaker
    if (
        body is None
        or not draft.source
        or body.kind is EntityKind.PERSON
        or draft.turn - scene.last_speaker_turn > 1
    ):
        return 0.0
    return float(bool(record.sides & body.tokens) and record.kind is EntityKind.PERSON)


def _goes_on_speaking(draft: Draft, record: Record, scene: Scene) -> float:
    near = draft.turn - scene.last_speaker_turn <= 3
    speaks = draft.source and record is scene.last_speaker and near
    here = draft.paragraph == record.last.paragraph
    return float(speaks) * (1.0 if here else ELSEWHERE)


def _introduced(draft: Draft, record: Record, scene: Scene) -> float:
    """The subject or object of the sentence before, in this paragraph, that turns from who spoke last."""
    turns = record is not scene.last_speaker and scene.last_speaker_turn < record.last.turn
    before = draft.turn - record.last.turn == 1 and draft.paragraph == record.last.paragraph
    central = record.function in (Function.SUBJECT, Function.OBJECT) and record.kind is EntityKind.PERSON
    return float(draft.source and turns and before and central)


def _speaks_of_itself(draft: Draft, record: Record, scene: Scene) -> float:
    return float(not draft.source and record is scene.around)


def _frequency(_: Draft, record: Record, __: Scene) -> float:
    return math.log1p(len(record.mentions))


def _named(draft: Draft, record: Record, _: Scene) -> float:
    gendered = draft.pronoun is not None and draft.pronoun.gender in ("m", "f")
    return float(gendered and record.name is not None)


def _quoted(draft: Draft, record: Record, _: Scene) -> float:
    return float(draft.quotation is None and record.last.quotation is not None)


def _gender(draft: Draft, record: Record, _: Scene) -> float:
    wanted = draft.pronoun.gender if draft.pronoun else None
    if wanted not in ("m", "f"):
        return 0.0
    known = record.gender or record.soft_gender
    return 0.0 if known is None else (1.0 if known == wanted else -2.0)


def _plural(draft: Draft, record: Record, _: Scene) -> float:
    many = draft.pronoun is not None and draft.pronoun.number == "plural"
    if not many:
        return 0.0
    if record.plural:
        return 1.0
    return -2.5 if record.kind is EntityKind.PERSON else 0.0


def _body(draft: Draft, record: Record, _: Scene) -> float:
    wide = draft.sort is Sort.PRONOUN and draft.kind is not EntityKind.PERSON
    return float(wide and record.kind is EntityKind.ORGANISATION)


def _noun(draft: Draft, record: Record, _: Scene) -> float:
    return noun_fit(draft.phrase, record) if draft.phrase else 0.0


def _modifiers(draft: Draft, record: Record, _: Scene) -> float:
    if draft.phrase is None:
        return 0.0
    wanted = content_of(draft.phrase)
    known = set(record.tokens) | record.sides
    for phrase in record.phrases:
        known |= content_of(phrase)
    return float(bool(wanted & known))


def _headline(draft: Draft, record: Record, _: Scene) -> float:
    """Who is named in the headline alone is named again before a pronoun means him."""
    return float(not draft.headline and draft.pronoun is not None and record.last.headline)


def _bound(draft: Draft, record: Record, _: Scene) -> float:
    """An object pronoun is not the subject of its own clause."""
    if draft.pronoun is None or draft.function in (Function.SUBJECT, Function.POSSESSOR):
        return 0.0
    near = record.last.sentence == draft.sentence and draft.start - record.last.end < 40
    return float(near and record.last.function is Function.SUBJECT)


FEATURES: Sequence[Feature] = (
    Feature("recency", 4.0, "named in this sentence, or the last ones", _distance),
    Feature("paragraph", 1.0, "named in this paragraph", _same_paragraph),
    Feature("subject", 1.5, "its last mention was a subject", _subject),
    Feature("oblique", -0.8, "its last mention hangs on a preposition", _oblique),
    Feature("possessor", -0.2, "its last mention only owns something", _possessor),
    Feature("dialogue", 1.5, "it spoke last, and somebody goes on speaking", _goes_on_speaking, Of.SOURCES),
    Feature("spokesman", 2.0, "it leads the body that spoke last, or speaks for it", _speaks_for, Of.SOURCES),
    Feature(
        "introduced",
        0.8,
        "the sentence before is about it and no longer about who spoke",
        _introduced,
        Of.SOURCES,
    ),
    Feature("itself", 2.0, "reported speech speaks of its speaker", _speaks_of_itself),
    Feature("topic", 0.6, "named often", _frequency),
    Feature("quoted", -3.0, "last named within a quotation, from which the report does not go on", _quoted),
    Feature(
        "gender", 1.0, "a title, a given name or an earlier pronoun shows the gender", _gender, Of.PRONOUNS
    ),
    Feature("number", 1.0, "several are meant", _plural, Of.PRONOUNS),
    Feature("body", 0.8, "bodies act, places and things seldom do", _body),
    Feature("named", 0.8, "a person by name, rather than a nameless one", _named, Of.PRONOUNS),
    Feature("noun", 4.0, "its office, or its name, has the description's noun", _noun, Of.DESCRIPTIONS),
    Feature(
        "modifiers",
        2.0,
        "its office, or its name, has the description's other words",
        _modifiers,
        Of.DESCRIPTIONS,
    ),
    Feature("headline", -2.0, "named in the headline only, and not since", _headline, Of.PRONOUNS),
    Feature("bound", -3.0, "subject and object of one clause differ", _bound, Of.PRONOUNS),
)


def score(draft: Draft, record: Record, scene: Scene) -> float:
    """The sum of the features' weights."""
    total = 0.0
    for feature in _features_of(draft.source, draft.pronoun is not None, draft.phrase is not None):
        value = feature.measure(draft, record, scene)
        if value:
            total += feature.weight * value
    return total


@cache
def _features_of(is_source: bool, is_pronoun: bool, is_description: bool) -> Sequence[Feature]:
    told = {
        Of.ALL: True,
        Of.SOURCES: is_source,
        Of.PRONOUNS: is_pronoun,
        Of.DESCRIPTIONS: is_description,
    }
    return [feature for feature in FEATURES if told[feature.of]]


def explain(draft: Draft, record: Record, scene: Scene) -> list[tuple[str, float, str]]:
    """Each feature that bears on a choice: its name, what it adds, and its reason."""
    rows = [(f.name, f.weight * f.measure(draft, record, scene), f.reason) for f in FEATURES]
    return [row for row in rows if row[1]]


def choose(draft: Draft, candidates: Sequence[Record], scene: Scene, threshold: float) -> Record | None:
    """The candidate with the highest score of at least ``threshold``; of equals the one mentioned last."""
    fits = [record for record in candidates if agrees(draft, record, scene)]
    scored = [(score(draft, record, scene), record.last.start, -record.number, record) for record in fits]
    best = max(scored, key=lambda row: row[:3], default=None)
    return best[3] if best is not None and best[0] >= threshold else None
