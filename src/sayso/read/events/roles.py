"""The parties, places, targets and instruments of an event, by shallow patterns around its trigger."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.core.span import Span
from sayso.read.events.lexicon import light_verb_forms, word_set
from sayso.read.events.parties import (
    MOST_PARTIES,
    is_abstract,
    is_named_in,
    is_people,
    named_within,
    parties_of,
    party_span,
)
from sayso.read.events.scene import Scene
from sayso.read.events.triggers import Trigger, governing_verb
from sayso.read.phrases import NounPhrase, Tag, is_kind
from sayso.read.phrases.clauses import Clause

_AGAINST = ("on", "against", "at", "targeting", "hitting", "upon", "with")
_BLAME = {
    "accused": "of",
    "accuses": "of",
    "accusing": "of",
    "accuse": "of",
    "blamed": "for",
    "blames": "for",
    "blaming": "for",
}
_ATTRIBUTED = 8  # tokens from a deed to "attributed to"
FIELDS = {
    "perpetrator": "actors",
    "target": "targets",
    "human": "recipients",
    "instrument": "instruments",
}  # MUC's
_PHYSICAL = ("ASSAULT", "COERCE", "CRIME")  # what these do, they do to things too


@dataclass
class Roles:
    """Who and what takes part in an event; filled step by step while one sentence is read."""

    actors: list[Span] = field(default_factory=list)
    recipients: list[Span] = field(default_factory=list)
    targets: list[Span] = field(default_factory=list)
    places: list[Span] = field(default_factory=list)
    instruments: list[Span] = field(default_factory=list)


def find_roles(scene: Scene, trigger: Trigger) -> Roles:
    """The roles of the event that ``trigger`` names in its sentence."""
    clause = scene.clause
    roles = Roles()
    if trigger.is_verb:
        _verb_roles(scene, trigger, roles)
    elif trigger.entry.kind != "phrase":
        _noun_roles(scene, trigger, roles)
    elif subject := clause.subject(trigger.first):
        roles.actors += parties_of(scene, subject)
    if trigger.entry.type == "ASSAULT":
        roles.instruments += scene.instruments
    elif trigger.entry.type not in _PHYSICAL:
        roles.targets = []  # "rejected the claims": no thing that is struck
    return roles


def _verb_roles(scene: Scene, trigger: Trigger, roles: Roles) -> None:
    clause = scene.clause
    i = trigger.first
    group = clause.group_start(i)
    passive = any(clause.tag(j) is Tag.BE for j in range(group, i)) or (
        (clause.lower(trigger.last + 1) == "by" or _is_reduced(clause, trigger))
        and not any(clause.tag(j) is Tag.HAVE for j in range(group, i))
    )
    if trigger.entry.lemma in word_set("happens"):
        subject = clause.subject(i)
        if trigger.entry.mode == "clash":
            roles.actors += parties_of(scene, subject)
            roles.actors += parties_of(
                scene, _after_word(clause, trigger.last, ("with", "between", "against"))
            )
        else:
            _add_suffering(scene, _after_place(clause, trigger.last), roles, trigger.entry.type, people=False)
        return
    if passive:
        _add_suffering(scene, clause.subject(i), roles, trigger.entry.type)
        roles.actors += parties_of(scene, _after_word(clause, trigger.last, ("by",)))
        return
    if (
        clause.tag(i) is not Tag.GERUND or clause.lower(i - 1) != ","
    ):  # "..., killing nine": told by the main clause
        roles.actors += parties_of(scene, _subject(clause, i, group))
    dead = clause.lower(trigger.last + 1) == "dead"  # "shot dead two guards"
    objects = clause.objects(trigger.last + 1 + dead) or _after_word(clause, trigger.last, _AGAINST, reach=1)
    _add_suffering(scene, objects, roles, trigger.entry.type)


def _subject(clause: Clause, verb: int, group: int) -> list[NounPhrase]:
    """Who acts; of "agreed to release" who agreed."""
    controlled = clause.tag(group) is Tag.TO and clause.tag(group - 1) is Tag.VERB
    return clause.subject(group - 1 if controlled else verb)


def _is_reduced(clause: Clause, trigger: Trigger) -> bool:
    """Whether a verb of killing has no object where it must have one: "people killed in blasts"."""
    bare = clause.tag(trigger.last + 1) is Tag.PREPOSITION and clause.tag(trigger.first) is Tag.VERB
    return bare and trigger.entry.lemma in word_set("deadly")


def _noun_roles(scene: Scene, trigger: Trigger, roles: Roles) -> None:
    clause = scene.clause
    verb = governing_verb(clause, trigger)
    if verb is not None and clause.lower(verb) in light_verb_forms():
        if clause.tag(verb) is Tag.GERUND:
            roles.actors += parties_of(scene, _blamed_subject(clause, verb))
        else:
            roles.actors += parties_of(scene, clause.subject(verb))
    roles.actors += parties_of(scene, _blamed(clause, trigger))
    roles.actors += parties_of(scene, _answerable(clause, trigger))
    roles.actors += parties_of(scene, _after_word(clause, trigger.last, ("by",), reach=7))
    _genitive_role(scene, trigger, roles)
    of = _after_word(clause, trigger.last, ("of",), reach=1)
    if trigger.entry.lemma in word_set("suffered"):
        _add_suffering(scene, of, roles, trigger.entry.type)
    elif trigger.entry.mode == "clash":
        roles.actors += parties_of(scene, _after_word(clause, trigger.last, ("between", "with"), reach=1))
    if trigger.entry.mode == "bombing":
        _add_suffering(scene, _after_place(clause, trigger.last), roles, "ASSAULT", people=False)
    if trigger.entry.mode != "clash":
        _add_suffering(scene, _after_word(clause, trigger.last, _AGAINST, reach=5), roles, trigger.entry.type)


def _genitive_role(scene: Scene, trigger: Trigger, roles: Roles) -> None:
    """Such as "Veltria's strikes": who acts; "the governor's murder": who suffers."""
    clause = scene.clause
    phrase = clause.inside.get(trigger.last)
    if phrase is None:
        return
    mark = next((j for j in range(phrase.first, trigger.first) if clause.tag(j) is Tag.GENITIVE), None)
    if mark is None or clause.tag(mark - 1) is Tag.TIME or is_kind(clause.lower(mark - 1), "time_unit"):
        return
    owner = next((j for j in range(phrase.first, mark) if clause.tag(j) is not Tag.DETERMINER), phrase.first)
    if mark - 1 < owner:
        return
    span = named_within(clause.span(owner, mark - 1), scene) or clause.span(owner, mark - 1)
    (roles.recipients if trigger.entry.lemma in word_set("suffered") else roles.actors).append(span)


def _blamed(clause: Clause, trigger: Trigger) -> list[NounPhrase]:
    """Whom the sentence accuses: "accused Veltria of airstrikes", "blamed the army for the attack"."""
    for i in range(max(0, trigger.first - 12), trigger.first):
        preposition = _BLAME.get(clause.lower(i))
        if not preposition:
            continue
        if clause.tag(i - 1) is Tag.BE:  # "has been blamed for planning the raid"
            return clause.subject(i)
        return [
            p
            for p in clause.objects(i + 1)
            if clause.lower(p.last + 1) == preposition or p.last < trigger.first
        ]
    return []


def _answerable(clause: Clause, trigger: Trigger) -> list[NounPhrase]:
    """Who has to do with the deed: "claimed responsibility for the attack", "the raid was attributed to the Front"."""
    phrase = clause.inside.get(trigger.last)
    lead = (phrase.first if phrase else trigger.first) - 2
    if clause.lower(lead + 1) == "for" and clause.lower(lead) == "responsibility":
        return clause.subject(lead - 1)
    links = {("for", "responsible"), *(("in", word) for word in word_set("take_part"))}
    if (clause.lower(lead + 1), clause.lower(lead)) in links:
        return clause.subject(lead)
    for i in range(trigger.last + 1, min(trigger.last + 1 + _ATTRIBUTED, len(clause.tokens))):
        if clause.lower(i) in word_set("attributed") and clause.lower(i + 1) in ("to", "on"):
            return clause.objects(i + 2)
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
    scene: Scene, phrases: Sequence[NounPhrase], roles: Roles, kind: str, *, people: bool = True
) -> None:
    clause = scene.clause
    for phrase in phrases[:MOST_PARTIES]:
        span = party_span(scene, phrase)
        if span is None:
            continue
        if is_people(scene, phrase, span):
            if people:
                roles.recipients.append(span)
        elif not is_abstract(scene, phrase):
            name = clause.tag(phrase.last) is Tag.NAME
            if kind not in _PHYSICAL and name:
                roles.recipients.append(span)
            elif name or is_named_in(clause, phrase, "struck"):
                roles.targets.append(span)
