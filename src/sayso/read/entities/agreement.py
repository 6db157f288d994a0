"""Whether a pronoun or description may mean an entity at all: number, gender, kind, office."""

from sayso.core.reading import EntityKind
from sayso.read.entities.draft import Draft, Phrase, Sort
from sayso.read.entities.lexicon import country_of_demonym, fold, grammar, nouns
from sayso.read.entities.record import Record, Scene
from sayso.read.entities.sorts import Fit, fit

ALIKE = 0.9  # an office like the one that is told
GENERAL = 0.4
BODY_FITS = {Fit.SAME: 0.95, Fit.LIKE: 0.85, Fit.SORT: 0.65}


def agrees(draft: Draft, record: Record, scene: Scene) -> bool:
    """Whether number, gender and kind allow the record as antecedent; a quote's speaker is no "he" within it."""
    if draft.quotation is not None and record is scene.around:
        return False
    if draft.sort is Sort.DESCRIPTION:
        return _phrase_agrees(draft, record)
    pronoun = draft.pronoun
    if pronoun is None or (record.kind is EntityKind.OTHER and record.stands_for is not None):
        return False  # a people's adjective is nobody
    if pronoun.number == "singular" and record.name is None and _is_nobody(record):
        return False
    if pronoun.gender in ("m", "f"):
        return (
            record.kind is EntityKind.PERSON and not record.plural and record.gender in (None, pronoun.gender)
        )
    if pronoun.gender == "n":
        return record.kind is not EntityKind.PERSON and not record.plural
    return record.plural or record.kind is not EntityKind.PERSON or record.gender is None


def _is_nobody(record: Record) -> bool:
    """Whether a description means nobody in particular: "no child", "every passenger"."""
    return bool(record.phrases) and all(
        phrase.determiner in ("no", "every", "any") for phrase in record.phrases
    )


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
    return noun_fit(phrase, record) > 0 and not _conflict(phrase, record)


def _is_collective(phrase: Phrase) -> bool:
    return phrase.noun in nouns().collective


def noun_fit(phrase: Phrase, record: Record) -> float:
    """How well the description's noun fits the record: by its titles, by its name, or as a general word."""
    if any(phrase.noun == known.noun for known in record.phrases):
        return 1.0
    if any(nouns().alike(phrase.noun, known.noun) for known in record.phrases if known.noun):
        return ALIKE
    if record.name and record.kind is EntityKind.ORGANISATION:
        return _body_fit(phrase.noun, record)
    if any(
        nouns().alike(phrase.noun, singular[0])
        for token in record.tokens
        if (singular := nouns().singular(token))
    ):
        return 0.9
    if phrase.noun == "country" and record.country and record.kind is EntityKind.PLACE:
        return 0.6
    if phrase.noun in nouns().generic_people and record.name and not record.phrases:
        return 0.3
    return 0.0


def _body_fit(noun: str, record: Record) -> float:
    """How well a noun fits a named body: by its name, by what stands beside it, or as a general word."""
    found = fit(noun, record.told)
    general = noun in nouns().generic_bodies and found is not Fit.CLASH
    return max(BODY_FITS.get(found, 0.0), GENERAL if general else 0.0)


def _conflict(phrase: Phrase, record: Record) -> bool:
    """Whether the description's modifiers name another office than the record's: "the finance minister"."""
    wanted = content_of(phrase)
    if not wanted:
        return False
    known = set(record.tokens) | record.sides
    offices = [p for p in record.phrases if p.noun and nouns().alike(phrase.noun, p.noun)]
    for office in offices:
        known |= content_of(office)
    if not any(content_of(office) for office in offices) and not record.tokens & wanted:
        return True
    return not any(
        word in known
        or any(nouns().groups.get(word, frozenset()) & nouns().groups.get(k, frozenset()) for k in known)
        for word in wanted
    )


def content_of(phrase: Phrase) -> set[str]:
    """The modifiers that tell one office from another, as they are compared."""
    return {side_of(word) for word in phrase.modifiers} - grammar().neutral_modifiers - {"'", "’", ","}


def side_of(word: str) -> str:
    """A modifier as it is compared: a people's adjective as its country."""
    country = country_of_demonym(word)
    return fold(country.names[0]) if country else fold(word)


def is_definite(phrase: Phrase) -> bool:
    """Whether a description points back: "the minister", "both sides", "the group’s spokesman", not "an official"."""
    if phrase.determiner is None:
        return False
    return phrase.determiner not in grammar().indefinite or phrase.determiner in grammar().pairs
