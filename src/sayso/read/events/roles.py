"""The parties, places, targets and instruments of an event, by shallow patterns around its trigger."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sayso.core.reading import EntityKind
from sayso.core.span import Span
from sayso.read.events.lexicon import is_singular_of, light_verb_forms, word_set
from sayso.read.events.triggers import Trigger, find_triggers, governing_verb
from sayso.read.harm.lexicon import general_words, transitive_forms
from sayso.read.phrases import NounPhrase, Tag, is_kind, is_person_noun
from sayso.read.phrases.clauses import Clause
from sayso.read.phrases.words import is_title, singulars
from sayso.read.spans import NamedSpan

_PLACE_WORDS = ("in", "at", "near", "inside", "across", "around", "outside", "within", "along", "into", "over", "on")
_SUFFERED = ("murder", "killing", "assassination", "slaying", "execution", "kidnapping", "abduction", "massacre", "arrest",
             "shelling", "bombing", "bombardment", "beheading", "rape", "invasion", "shooting")  # fmt: skip
_HAPPENS = ("explode", "go off", "clash", "battle", "skirmish", "exchange fire", "fight against")
_AGAINST = ("on", "against", "at", "targeting", "hitting", "upon", "with")
_BLAME = {"accused": "of", "accuses": "of", "accusing": "of", "accuse": "of", "blamed": "for", "blames": "for", "blaming": "for"}
_HEDGES = ("alleged", "suspected", "presumed")
_NOT_PARTIES = ("it", "this", "that", "which", "who", "there", "what", "everything", "nothing", "something")
_MOST = 6
_PHYSICAL = ("ASSAULT", "COERCE", "CRIME")  # what these do, they do to things too


@dataclass
class Roles:
    """Who and what takes part in an event; filled step by step while one sentence is read."""

    actors: list[Span] = field(default_factory=list)
    recipients: list[Span] = field(default_factory=list)
    targets: list[Span] = field(default_factory=list)
    places: list[Span] = field(default_factory=list)
    instruments: list[Span] = field(default_factory=list)


def find_roles(clause: Clause, trigger: Trigger, named: Sequence[NamedSpan]) -> Roles:
    """The roles of the event that ``trigger`` names in its sentence; ``named`` are the names in the sentence."""
    roles = Roles()
    if trigger.is_verb:
        _verb_roles(clause, trigger, named, roles)
    elif trigger.entry.kind != "phrase":
        _noun_roles(clause, trigger, named, roles)
    elif subject := clause.subject(trigger.first):
        roles.actors += _parties(clause, subject, named)
    roles.places += find_places(clause, named)
    if trigger.entry.type == "ASSAULT":
        roles.instruments += find_instruments(clause)
    elif trigger.entry.type not in _PHYSICAL:
        roles.targets = []  # "rejected the claims": no thing that is struck
    return roles


def _verb_roles(clause: Clause, trigger: Trigger, named: Sequence[NamedSpan], roles: Roles) -> None:
    i = trigger.first
    group = clause.group_start(i)
    passive = any(clause.tag(j) is Tag.BE for j in range(group, i)) or (
        clause.lower(trigger.last + 1) == "by" and not any(clause.tag(j) is Tag.HAVE for j in range(group, i))
    )
    if trigger.entry.lemma in _HAPPENS:
        subject = clause.subject(i)
        if trigger.entry.mode == "clash":
            roles.actors += _parties(clause, subject, named)
            roles.actors += _parties(clause, _after_word(clause, trigger.last, ("with", "between", "against")), named)
        else:
            _add_suffering(clause, _after_place(clause, trigger.last), named, roles, trigger.entry.type, people=False)
        return
    if passive:
        _add_suffering(clause, clause.subject(i), named, roles, trigger.entry.type)
        roles.actors += _parties(clause, _after_word(clause, trigger.last, ("by",)), named)
        return
    roles.actors += _parties(clause, clause.subject(i), named)
    objects = clause.objects(trigger.last + 1) or _after_word(clause, trigger.last, _AGAINST, reach=1)
    _add_suffering(clause, objects, named, roles, trigger.entry.type)


def _noun_roles(clause: Clause, trigger: Trigger, named: Sequence[NamedSpan], roles: Roles) -> None:
    verb = governing_verb(clause, trigger)
    if verb is not None and clause.lower(verb) in light_verb_forms():
        if clause.tag(verb) is Tag.GERUND:
            roles.actors += _parties(clause, _blamed_subject(clause, verb), named)
        else:
            roles.actors += _parties(clause, clause.subject(verb), named)
    roles.actors += _parties(clause, _blamed(clause, trigger), named)
    roles.actors += _parties(clause, _after_word(clause, trigger.last, ("by",), reach=7), named)
    _genitive_role(clause, trigger, named, roles)
    of = _after_word(clause, trigger.last, ("of",), reach=1)
    if trigger.entry.lemma in _SUFFERED:
        _add_suffering(clause, of, named, roles, trigger.entry.type)
    elif trigger.entry.mode == "clash":
        roles.actors += _parties(clause, _after_word(clause, trigger.last, ("between", "with"), reach=1), named)
    if trigger.entry.mode == "bombing":
        _add_suffering(clause, _after_place(clause, trigger.last), named, roles, "ASSAULT", people=False)
    if trigger.entry.mode != "clash":
        _add_suffering(clause, _after_word(clause, trigger.last, _AGAINST, reach=5), named, roles, trigger.entry.type)


def _genitive_role(clause: Clause, trigger: Trigger, named: Sequence[NamedSpan], roles: Roles) -> None:
    """ "Veltria's strikes": who acts; "the governor's murder": who suffers."""
    phrase = clause.inside.get(trigger.last)
    if phrase is None:
        return
    mark = next((j for j in range(phrase.first, trigger.first) if clause.tag(j) is Tag.GENITIVE), None)
    if mark is None or clause.tag(mark - 1) is Tag.TIME or is_kind(clause.lower(mark - 1), "time_unit"):
        return
    owner = next((j for j in range(phrase.first, mark) if clause.tag(j) is not Tag.DETERMINER), phrase.first)
    if mark - 1 < owner:
        return
    span = _named_within(clause.span(owner, mark - 1), named) or clause.span(owner, mark - 1)
    (roles.recipients if trigger.entry.lemma in _SUFFERED else roles.actors).append(span)


def _blamed(clause: Clause, trigger: Trigger) -> list[NounPhrase]:
    """Whom the sentence accuses: "accused Veltria of airstrikes", "blamed the army for the attack"."""
    for i in range(max(0, trigger.first - 12), trigger.first):
        preposition = _BLAME.get(clause.lower(i))
        if not preposition:
            continue
        if clause.tag(i - 1) is Tag.BE:  # "was blamed for plotting the attack"
            return clause.subject(i)
        return [p for p in clause.objects(i + 1) if clause.lower(p.last + 1) == preposition or p.last < trigger.first]
    return []


def _blamed_subject(clause: Clause, verb: int) -> list[NounPhrase]:
    return [] if clause.tag(verb - 1) is Tag.PREPOSITION else clause.subject(verb)


def _after_word(clause: Clause, last: int, words: tuple[str, ...], *, reach: int = 5) -> list[NounPhrase]:
    """The phrases after the first of ``words`` among the tokens behind ``last``, before the clause ends."""
    for i in range(last + 1, min(last + 1 + reach, len(clause.tokens))):
        if clause.lower(i) in words:
            return clause.objects(i + 1)
        if clause.tag(i) in (Tag.RELATIVE, Tag.CONJUNCTION) or clause.lower(i) in (";", ":", "."):
            break
    return []


def _after_place(clause: Clause, last: int) -> list[NounPhrase]:
    """What something exploded at: "in front of the bank", "near two buses"."""
    for i in range(last + 1, min(last + 4, len(clause.tokens))):
        if clause.lower(i) in ("outside", "inside", "near", "at", "in", "under", "beside", "on"):
            if (clause.lower(i), clause.lower(i + 1), clause.lower(i + 2)) == ("in", "front", "of"):
                return clause.objects(i + 3)
            return clause.objects(i + 1)
    return []


def _add_suffering(
    clause: Clause, phrases: Sequence[NounPhrase], named: Sequence[NamedSpan], roles: Roles, kind: str, *, people: bool = True
) -> None:
    for phrase in phrases[:_MOST]:
        span = party_span(clause, phrase, named)
        if span is None:
            continue
        if _is_people(clause, phrase, span, named):
            if people:
                roles.recipients.append(span)
        elif not _is_abstract(clause, phrase):
            name = clause.tag(phrase.last) is Tag.NAME
            if kind not in _PHYSICAL and name:
                roles.recipients.append(span)
            elif name or _names(clause, phrase, "struck"):
                roles.targets.append(span)


def _parties(clause: Clause, phrases: Sequence[NounPhrase], named: Sequence[NamedSpan]) -> list[Span]:
    """The spans of those among ``phrases`` who can act: not events, instruments or empty pronouns."""
    spans = []
    for phrase in phrases[:_MOST]:
        word = clause.lower(phrase.last)
        if clause.tag(phrase.last) is not Tag.NAME and not phrase.is_person and _is_thing(clause, phrase):
            continue
        if word in _NOT_PARTIES or clause.tag(phrase.last) is Tag.NUMBER or _is_abstract(clause, phrase):
            continue
        if any(is_singular_of(word, i) for i in word_set("instruments")):
            continue
        if span := party_span(clause, phrase, named):
            spans.append(span)
    return spans


def party_span(clause: Clause, phrase: NounPhrase, named: Sequence[NamedSpan]) -> Span | None:
    """The words of ``phrase`` without determiner, count, hedge and title; a person's name alone where one is there."""
    last = clause.end_with_of(phrase)
    core = phrase.core
    if clause.lower(phrase.last) == "front" and (inner := clause.by_first.get(phrase.last + 2)) and last > phrase.last:
        phrase, core = inner, inner.core  # "in front of the bank"
    if clause.tag(core) is Tag.NUMBER:
        inner = clause.by_first.get(phrase.last + 2) if last > phrase.last else None
        if inner is None:
            return None
        core = inner.core
    while core < phrase.last and (clause.lower(core) in _HEDGES or clause.tag(core) in (Tag.DETERMINER, Tag.NUMBER)):
        core += 1
    if core > last:
        return None
    span = clause.span(core, last)
    return _named_within(span, named) or _after_title(clause, core, phrase.last) or span


def _named_within(span: Span, named: Sequence[NamedSpan]) -> Span | None:
    """A person's name that ends where ``span`` does."""
    return next((n.span for n in named if n.kind is EntityKind.PERSON and span.contains(n.span) and n.span.end == span.end), None)


def _after_title(clause: Clause, first: int, last: int) -> Span | None:
    """The name after the last title of a phrase: "Luz Arroyo" of "deputy mayor Luz Arroyo"."""
    start = clause.name_start(first, last)
    return clause.span(start, last) if start is not None else None


def _is_people(clause: Clause, phrase: NounPhrase, span: Span, named: Sequence[NamedSpan]) -> bool:
    if any(n.kind is EntityKind.PERSON and n.span.overlaps(span) for n in named):
        return True
    words = [clause.lower(j) for j in range(phrase.core, phrase.last + 1)]
    head = words[-1] if words else ""
    titled = not phrase.is_person and any(is_title(w) for w in words[:-1]) and not head.endswith("s")
    return phrase.is_person or titled or clause.lower(phrase.first) in ("he", "she", "him", "her", "they", "them")


def _names(clause: Clause, phrase: NounPhrase, kind: str) -> bool:
    """Whether the head of ``phrase``, or of the "of" phrase that hangs on it, stands in the list ``kind``."""
    heads = (clause.lower(phrase.last), clause.lower(clause.end_with_of(phrase)))
    return any(is_singular_of(h, w) for h in heads for w in (h, *singulars(h)) if w in word_set(kind))


def _is_thing(clause: Clause, phrase: NounPhrase) -> bool:
    """Whether the head of ``phrase`` can hardly be one who acts."""
    word = clause.lower(phrase.last)
    if _names(clause, phrase, "bodies"):
        return False
    return _names(clause, phrase, "struck") or word in general_words("things") or word.endswith(_abstract_endings())


def _abstract_endings() -> tuple[str, ...]:
    return tuple(word_set("abstract_endings"))


def _is_abstract(clause: Clause, phrase: NounPhrase) -> bool:
    """Whether the phrase names a time, a measure or another event rather than a party or a thing."""
    word = clause.lower(phrase.last)
    if clause.tag(phrase.last) is Tag.TIME or is_kind(word, "time_unit") or word in transitive_forms():
        return True
    return any(t.first <= phrase.last <= t.last for t in find_noun_events(clause))


def find_noun_events(clause: Clause) -> list[Trigger]:
    """The noun triggers of a violent event in the sentence."""
    return [t for t in find_triggers(clause) if not t.is_verb and t.entry.type in ("ASSAULT", "COERCE", "PROTEST")]


def find_places(clause: Clause, named: Sequence[NamedSpan]) -> list[Span]:
    """The places among ``named`` that the sentence puts something in: after a preposition, and those listed with one."""
    tokens = {t.start: i for i, t in enumerate(clause.tokens)}
    places: list[Span] = []
    listed_to = -1
    for name in sorted((n.span for n in named if n.kind is EntityKind.PLACE), key=lambda s: s.start):
        i = tokens.get(name.start)
        if i is None:
            continue
        phrase = clause.inside.get(i)
        before = (phrase.first if phrase else i) - 1
        if phrase and name.end < clause.tokens[phrase.last].end and clause.lower(phrase.last) not in word_set("place_nouns"):
            continue  # "the Veltrian army"
        joined = listed_to >= 0 and before - listed_to <= 3 and clause.lower(before) in (",", "and", "or")
        if clause.lower(before) in _PLACE_WORDS or joined:
            places.append(name)
            listed_to = phrase.last if phrase else i
    return places


def find_instruments(clause: Clause) -> list[Span]:
    """The weapons and explosives that the sentence names, with their modifiers ("car bomb")."""
    return list(_instruments(clause))


def _instruments(clause: Clause) -> Iterator[Span]:
    taken = -1
    for i in range(len(clause.tokens)):
        if i <= taken or clause.tag(i) in (Tag.VERB, Tag.GERUND) or not _is_instrument(clause.lower(i)):
            continue
        last = i
        while _is_instrument(clause.lower(last + 1)) and clause.tag(last + 1) is Tag.WORD:
            last += 1
        first = i
        while first > 0 and clause.lower(first - 1) in word_set("instrument_modifiers") and clause.tag(first - 1) is Tag.WORD:
            first -= 1
        taken = last
        alone = first == last and any(is_singular_of(clause.lower(i), w) for w in word_set("not_instruments"))
        if not alone and clause.tag(last + 1) not in (Tag.WORD, Tag.NAME):
            yield clause.span(first, last)


def _is_instrument(word: str) -> bool:
    return any(is_singular_of(word, w) for w in (word, *_singular(word)) if w in word_set("instruments"))


def _singular(word: str) -> tuple[str, ...]:
    return (word[:-1],) if word.endswith("s") else ()
