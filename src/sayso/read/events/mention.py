"""One mention of an event: its trigger with roles, status and the statement it stands in."""

from dataclasses import dataclass, field, replace

from sayso.core.reading import Harm, Statement, Status
from sayso.core.span import Date, Span
from sayso.read.events.contents import Contents, is_question
from sayso.read.events.lexicon import MISHAP, word_set
from sayso.read.events.roles import Roles, find_roles
from sayso.read.events.scene import Scene, places_by_trigger
from sayso.read.events.status import hedge_before, is_negated, status_of
from sayso.read.events.triggers import Trigger, is_definite, is_specific


@dataclass
class EventMention:
    """An event while it is put together."""

    trigger: Span
    type: str
    mode: str | None
    lemma: str
    roles: Roles
    status: Status
    statement: Statement | None
    sentence: int
    definite: bool
    date: Date | None
    is_verb: bool = False
    is_weak: bool = False  # it adds to a violent event, but is none by itself: "destroyed"
    is_toll: bool = False  # its trigger is a count of people, for want of a word that names the event
    is_bare: bool = False  # nothing but what is said or meant: a reporting verb, "will not", "the threats"
    is_imagined: bool = False  # only wished for, feared, asked about or possible
    told: list[Span] = field(default_factory=list)  # the triggers of its other mentions
    harm: list[Harm] = field(default_factory=list)
    last_sentence: int = 0
    last_toll: int = -1  # the sentence of its last harm

    @property
    def voice(self) -> tuple[str, bool]:
        """Who says it, and whether they deny it: only mentions of one voice can be one event."""
        return (voice_of(self.statement), self.status is Status.DENIED)


def voice_of(statement: Statement | None) -> str:
    """Who says it: the speaker, else the statement where nobody knows who speaks, else empty for the outlet itself."""
    return (statement.speaker or statement.id) if statement else ""


def find_mentions(scene: Scene, contents: Contents) -> list[EventMention]:
    """The mentions of events in one sentence, in order."""
    words = {t.lower for t in scene.clause.tokens}
    by_itself = not words.isdisjoint(word_set("explosive_goods")) and any(
        t.entry.lemma in word_set("explosions") for t in scene.triggers
    )  # "a fuel depot blew up"
    accident = by_itself or not words.isdisjoint(word_set("accidents"))
    found = []
    for trigger, places in zip(scene.triggers, places_by_trigger(scene), strict=True):
        lemma, violent = trigger.entry.lemma, trigger.entry.type == "ASSAULT"
        if violent and (not is_specific(scene.clause, trigger) or (accident and lemma in word_set("deadly"))):
            continue
        if trigger.entry.type == MISHAP and _is_attack(scene, trigger):
            continue
        if by_itself and lemma in word_set("explosions"):
            trigger = _as_mishap(trigger)
        if mention := _mention(scene, trigger, contents):
            mention.roles.places = list(scene.places) if trigger.entry.type == MISHAP else places
            found.append(mention)
    return found


def _is_attack(scene: Scene, trigger: Trigger) -> bool:
    """Whether a word for a mischance is part of an attack's: "opened fire", "under artillery fire"."""
    before = {scene.clause.lower(trigger.first - back) for back in (1, 2)}
    if trigger.entry.lemma == "fire" and not before.isdisjoint(word_set("weapon_fire")):
        return True
    around = (t for t in scene.triggers if t.entry.type != MISHAP)
    return any(t.first <= trigger.last and trigger.first <= t.last for t in around)


def _as_mishap(trigger: Trigger) -> Trigger:
    return replace(trigger, entry=replace(trigger.entry, type=MISHAP, mode=None))


def _mention(scene: Scene, trigger: Trigger, contents: Contents) -> EventMention | None:
    clause, entry = scene.clause, trigger.entry
    span = clause.span(trigger.first, trigger.last)
    statement = contents.of(span)
    roles = Roles() if entry.type == MISHAP else find_roles(scene, trigger)
    if statement and is_question(statement):  # who is asked about an event does not tell of it
        status, statement = hedge_before(clause, trigger), None
    else:
        status = _status(scene, trigger, statement, roles)
    if status is None and entry.type in ("ASSAULT", MISHAP):
        return None
    bare_noun = not trigger.is_verb and not roles.actors and not roles.recipients
    return EventMention(
        trigger=span,
        type=entry.type,
        mode=entry.mode,
        lemma=entry.lemma,
        roles=roles,
        status=status or Status.PLANNED,
        statement=statement,
        sentence=scene.number,
        definite=is_definite(clause, trigger),
        date=scene.date_near(span),
        is_verb=trigger.is_verb,
        is_weak=entry.kind == "weak verb",
        is_bare=_is_speech(span, roles, entry.type, contents)
        or (entry.type in word_set("said") and bare_noun)
        or entry.lemma in word_set("modal"),
        is_imagined=status is None,
        last_sentence=scene.number,
    )


def _status(scene: Scene, trigger: Trigger, statement: Statement | None, roles: Roles) -> Status | None:
    kind, actors = trigger.entry.type, tuple(a.exact for a in roles.actors)
    if kind == "REJECT" and is_negated(scene.clause, trigger):
        return Status.CLAIMED if statement else Status.REPORTED  # "does not accept the ruling"
    return status_of(scene.clause, trigger, statement, actors)


def _is_speech(span: Span, roles: Roles, kind: str, contents: Contents) -> bool:
    """Whether the trigger is a statement's own verb, and not an act of one party towards another."""
    directed = kind in word_set("directed") and roles.actors and roles.recipients
    return kind not in ("ASSAULT", MISHAP) and contents.is_cue(span) and not directed
