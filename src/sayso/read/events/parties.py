"""Who can take part in an event: which noun phrases name people, bodies or things."""

from collections.abc import Sequence

from sayso.core.reading import EntityKind
from sayso.core.span import Span
from sayso.read.events.lexicon import is_singular_of, word_set
from sayso.read.events.scene import Scene, is_instrument
from sayso.read.harm.lexicon import general_words, transitive_forms
from sayso.read.phrases import NounPhrase, Tag, is_kind
from sayso.read.phrases.clauses import Clause
from sayso.read.phrases.words import is_title, singulars

MOST_PARTIES = 6  # of coordinated phrases
_HEDGES = ("alleged", "suspected", "presumed")
_NOT_PARTIES = ("it", "this", "that", "which", "who", "there", "what", "everything", "nothing", "something")


def parties_of(scene: Scene, phrases: Sequence[NounPhrase]) -> list[Span]:
    """The spans of those among ``phrases`` who can act: not events, instruments or empty pronouns."""
    clause = scene.clause
    spans = []
    for phrase in phrases[:MOST_PARTIES]:
        word = clause.lower(phrase.last)
        if not phrase.is_person and not _can_act(scene, phrase):
            continue
        if word in _NOT_PARTIES or clause.tag(phrase.last) is Tag.NUMBER or is_abstract(scene, phrase):
            continue
        if is_instrument(word):
            continue
        if span := party_span(scene, phrase):
            spans.append(span)
    return spans


def party_span(scene: Scene, phrase: NounPhrase) -> Span | None:
    """The words of ``phrase`` without determiner, count, hedge and title; a person's name alone where one is there."""
    clause = scene.clause
    last = clause.end_with_of(phrase)
    core = phrase.core
    if (
        clause.lower(phrase.last) == "front"
        and (inner := clause.by_first.get(phrase.last + 2))
        and last > phrase.last
    ):
        phrase, core = inner, inner.core  # "in front of the bank"
    if clause.tag(core) is Tag.NUMBER:
        inner = clause.by_first.get(phrase.last + 2) if last > phrase.last else None
        if inner is None:
            return None
        core = inner.core
    while core < phrase.last and (
        clause.lower(core) in _HEDGES or clause.tag(core) in (Tag.DETERMINER, Tag.NUMBER)
    ):
        core += 1
    if core > last:
        return None
    span = clause.span(core, last)
    return named_within(span, scene) or _after_title(clause, core, phrase.last) or span


def named_within(span: Span, scene: Scene) -> Span | None:
    """A person's name that ends where ``span`` does."""
    return next(
        (
            n.span
            for n in scene.names_in(span)
            if n.kind is EntityKind.PERSON and span.contains(n.span) and n.span.end == span.end
        ),
        None,
    )


def _after_title(clause: Clause, first: int, last: int) -> Span | None:
    """The name after the last title of a phrase: "Luz Arroyo" of "deputy mayor Luz Arroyo"."""
    start = clause.name_start(first, last)
    return clause.span(start, last) if start is not None else None


def is_people(scene: Scene, phrase: NounPhrase, span: Span) -> bool:
    """Whether ``phrase``, whose party is ``span``, names people."""
    clause = scene.clause
    if any(n.kind is EntityKind.PERSON for n in scene.names_in(span)):
        return True
    words = [clause.lower(j) for j in range(phrase.core, phrase.last + 1)]
    head = words[-1] if words else ""
    titled = not phrase.is_person and any(is_title(w) for w in words[:-1]) and not head.endswith("s")
    return (
        phrase.is_person
        or titled
        or clause.lower(phrase.first) in ("he", "she", "him", "her", "they", "them")
    )


def is_named_in(clause: Clause, phrase: NounPhrase, kind: str) -> bool:
    """Whether the head of ``phrase``, or of the "of" phrase that hangs on it, stands in the list ``kind``."""
    heads = (clause.lower(phrase.last), clause.lower(clause.end_with_of(phrase)))
    return any(is_singular_of(h, w) for h in heads for w in (h, *singulars(h)) if w in word_set(kind))


def _can_act(scene: Scene, phrase: NounPhrase) -> bool:
    """Whether a phrase that names no people by its noun may still be one who acts: a name, a body, "the rightists"."""
    clause = scene.clause
    if clause.tag(phrase.last) is Tag.NAME or is_named_in(clause, phrase, "bodies"):
        return True
    span = clause.span(phrase.first, phrase.last)
    if scene.names_in(span):
        return True
    return phrase.first < phrase.last and not _is_thing(clause, phrase)


def _is_thing(clause: Clause, phrase: NounPhrase) -> bool:
    """Whether the head of ``phrase`` can hardly be one who acts."""
    word = clause.lower(phrase.last)
    if is_named_in(clause, phrase, "bodies"):
        return False
    return (
        is_named_in(clause, phrase, "struck")
        or word in general_words("things")
        or word.endswith(_abstract_endings())
    )


def _abstract_endings() -> tuple[str, ...]:
    return tuple(word_set("abstract_endings"))


def is_abstract(scene: Scene, phrase: NounPhrase) -> bool:
    """Whether the phrase names a time, a measure or another event rather than a party or a thing."""
    clause = scene.clause
    word = clause.lower(phrase.last)
    if clause.tag(phrase.last) is Tag.TIME or is_kind(word, "time_unit") or word in transitive_forms():
        return True
    return phrase.last in scene.event_nouns
