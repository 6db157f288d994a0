"""Which antecedent a pronoun or description has: a list of weighted features, each with its reason.

After Lappin and Leass (1994), "An Algorithm for Pronominal Anaphora Resolution", and Mitkov's indicators (1998): hard
agreement first, then a sum of salience weights. The best candidate wins; among equals the most recent.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sayso.core.reading import EntityKind
from sayso.read.entities.draft import Draft, Function, Phrase, Sort
from sayso.read.entities.lexicon import country_of_demonym, fold, grammar, nouns

MENTIONS_BACK = 32  # entities that a pronoun may reach back over: keeps the work linear
RANKS = (Function.SUBJECT, Function.OBJECT, Function.POSSESSOR, Function.OBLIQUE)


@dataclass(slots=True, eq=False)
class Record:
    """An entity in the making: what is known of it, and where it was last seen."""

    number: int
    kind: EntityKind
    name: str | None  # the fullest proper name; None where it is known by description only
    gender: str | None = None
    plural: bool = False
    phrases: list[Phrase] = field(default_factory=list)  # titles and descriptions
    sides: set[str] = field(default_factory=set)  # countries and bodies that it speaks for, folded
    country: str | None = None  # the ISO code of the country that it is
    stands_for: str | None = None  # the ISO code of the country whose capital or people's adjective it is
    tokens: frozenset[str] = frozenset()
    mentions: list[Draft] = field(default_factory=list)
    soft_gender: str | None = None  # from an earlier pronoun

    @property
    def function(self) -> Function:
        """The best place that it had in the sentence of its latest mention."""
        ranks = [m.function for m in self.mentions[-4:] if m.sentence == self.last.sentence]
        return min(ranks, key=RANKS.index)

    @property
    def last(self) -> Draft:
        """Its latest mention so far."""
        return self.mentions[-1]


@dataclass(frozen=True, slots=True)
class Scene:
    """What else bears on a choice: the last speaker, and who speaks the words around the anaphor."""

    last_speaker: Record | None
    last_speaker_turn: int
    around: Record | None  # the source of the attribution whose content holds the anaphor


@dataclass(frozen=True, slots=True)
class Feature:
    """A signal with its weight; ``measure`` gives 0 where it is absent."""

    name: str
    weight: float
    reason: str
    measure: Callable[[Draft, Record, Scene], float]


def agrees(draft: Draft, record: Record, scene: Scene) -> bool:
    """Whether number, gender and kind allow the record as antecedent; a quote's speaker is no "he" within it."""
    if draft.quotation is not None and record is scene.around:
        return False
    if draft.sort is Sort.DESCRIPTION:
        return _phrase_agrees(draft, record)
    pronoun = draft.pronoun
    if pronoun is None:
        return False
    if pronoun.gender in ("m", "f"):
        return (
            record.kind is EntityKind.PERSON and not record.plural and record.gender in (None, pronoun.gender)
        )
    if pronoun.gender == "n":
        return record.kind is not EntityKind.PERSON and not record.plural
    return record.plural or record.kind is not EntityKind.PERSON or record.gender is None


def _phrase_agrees(draft: Draft, record: Record) -> bool:
    phrase = draft.phrase
    if (
        phrase is None
        or not record.mentions
        or (phrase.plural != record.plural and not _is_collective(phrase))
    ):
        return False
    gender = nouns().gender.get(phrase.noun)
    if gender and record.gender and gender != record.gender:
        return False
    if (draft.kind is EntityKind.PERSON) != (record.kind is EntityKind.PERSON):
        return False
    return _noun_fit(phrase, record) > 0 and not _conflict(phrase, record)


def _is_collective(phrase: Phrase) -> bool:
    return phrase.noun in nouns().collective


GENERIC_BODIES = frozenset(
    (
        "group",
        "organisation",
        "organization",
        "outfit",
        "movement",
        "company",
        "firm",
        "agency",
        "body",
        "party",
    )
)
GENERIC_PEOPLE = frozenset(("man", "woman", "person", "leader", "official", "politician", "figure"))


def _noun_fit(phrase: Phrase, record: Record) -> float:
    """How well the description's noun fits the record: by its titles, by its name, or as a general word."""
    if any(nouns().alike(phrase.noun, known.noun) for known in record.phrases if known.noun):
        return 1.0
    if any(
        nouns().alike(phrase.noun, singular[0])
        for token in record.tokens
        if (singular := nouns().singular(token))
    ):
        return 0.9
    if phrase.noun == "country" and record.country and record.kind is EntityKind.PLACE:
        return 0.6
    if phrase.noun in GENERIC_BODIES and record.name and record.kind is EntityKind.ORGANISATION:
        return 0.4
    if phrase.noun in GENERIC_PEOPLE and record.name and not record.phrases:
        return 0.3
    return 0.0


NEUTRAL = frozenset(
    (
        "former",
        "then",
        "acting",
        "interim",
        "senior",
        "top",
        "same",
        "new",
        "own",
        "late",
        "outgoing",
        "longtime",
        "current",
        "veteran",
        "ruling",
        "said",
    )
)


def _conflict(phrase: Phrase, record: Record) -> bool:
    """Whether the description's modifiers name another office than the record's: "the finance minister"."""
    wanted = _content(phrase)
    if not wanted:
        return False
    known = set(record.tokens) | record.sides
    offices = [p for p in record.phrases if p.noun and nouns().alike(phrase.noun, p.noun)]
    for office in offices:
        known |= _content(office)
    if not any(_content(office) for office in offices) and not record.tokens & wanted:
        return True
    return not any(
        word in known
        or any(nouns().groups.get(word, frozenset()) & nouns().groups.get(k, frozenset()) for k in known)
        for word in wanted
    )


def _content(phrase: Phrase) -> set[str]:
    return {side_of(word) for word in phrase.modifiers} - NEUTRAL - {"'", "’", ","}


def side_of(word: str) -> str:
    """A modifier as it is compared: a people's adjective as its country."""
    country = country_of_demonym(word)
    return fold(country.names[0]) if country else fold(word)


def _distance(draft: Draft, record: Record, _: Scene) -> float:
    return 1.0 / (1 + max(0, draft.turn - record.last.turn))


def _same_paragraph(draft: Draft, record: Record, _: Scene) -> float:
    return float(draft.paragraph == record.last.paragraph)


def _subject(draft: Draft, record: Record, _: Scene) -> float:
    return _fading(draft, record) * (record.function is Function.SUBJECT)


def _oblique(draft: Draft, record: Record, _: Scene) -> float:
    return _fading(draft, record) * (record.function is Function.OBLIQUE)


def _possessor(draft: Draft, record: Record, _: Scene) -> float:
    return _fading(draft, record) * (record.function is Function.POSSESSOR)


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
    return float(draft.source and record is scene.last_speaker and near)


def _speaks_of_itself(draft: Draft, record: Record, scene: Scene) -> float:
    return float(not draft.source and record is scene.around)


def _frequency(_: Draft, record: Record, __: Scene) -> float:
    return math.log1p(len(record.mentions))


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
    return -1.5 if record.kind is EntityKind.PERSON else 0.0


def _body(draft: Draft, record: Record, _: Scene) -> float:
    wide = draft.sort is Sort.PRONOUN and draft.kind is not EntityKind.PERSON
    return float(wide and record.kind is EntityKind.ORGANISATION)


def _noun(draft: Draft, record: Record, _: Scene) -> float:
    return _noun_fit(draft.phrase, record) if draft.phrase else 0.0


def _modifiers(draft: Draft, record: Record, _: Scene) -> float:
    if draft.phrase is None:
        return 0.0
    wanted = _content(draft.phrase)
    known = set(record.tokens) | record.sides
    for phrase in record.phrases:
        known |= _content(phrase)
    return float(bool(wanted & known))


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
    Feature("dialogue", 1.5, "it spoke last, and somebody goes on speaking", _goes_on_speaking),
    Feature("spokesman", 2.0, "it leads the body that spoke last, or speaks for it", _speaks_for),
    Feature("itself", 2.0, "reported speech speaks of its speaker", _speaks_of_itself),
    Feature("topic", 0.6, "named often", _frequency),
    Feature("quoted", -2.0, "last named within a quotation, from which the report does not go on", _quoted),
    Feature("gender", 1.0, "a title, a given name or an earlier pronoun shows the gender", _gender),
    Feature("number", 1.0, "several are meant", _plural),
    Feature("body", 0.8, "bodies act, places and things seldom do", _body),
    Feature("noun", 4.0, "its office, or its name, has the description's noun", _noun),
    Feature("modifiers", 2.0, "its office, or its name, has the description's other words", _modifiers),
    Feature("bound", -3.0, "subject and object of one clause differ", _bound),
)


def score(draft: Draft, record: Record, scene: Scene) -> float:
    """The sum of the features' weights."""
    return sum(feature.weight * feature.measure(draft, record, scene) for feature in FEATURES)


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


def is_definite(phrase: Phrase) -> bool:
    """Whether a description points back: "the minister", "both sides", "the group’s spokesman", not "an official"."""
    if phrase.determiner is None:
        return False
    return phrase.determiner not in grammar().indefinite or phrase.determiner in grammar().pairs
