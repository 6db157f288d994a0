"""Harm goes to the event that did it.

1. To the event of its sentence, else to one told a sentence or two before by the same voice.
2. A toll told again further on counts the report's event: the first that it tells of.
   What happened at another time ("in 2017, 26 died") is an event of its own, and the sum of years or a war is none.
3. On another source's word it is an account of its own, of the same type, so that nobody is made to say another's
   figure; its trigger is the count itself.
4. Where the report tells of no event at all ("Two dead after dam gate fails"), the count is one, without a type.
"""

from collections.abc import Sequence

from sayso.core.reading import Act, Effect, Harm, Statement, Status
from sayso.core.span import Grain
from sayso.read.events.contents import Contents, is_question
from sayso.read.events.elsewhen import are_apart
from sayso.read.events.lexicon import MISHAP, word_set
from sayso.read.events.mention import EventMention, voice_of
from sayso.read.events.merge import MEMORY, NEAR
from sayso.read.events.retold import counted_in
from sayso.read.events.roles import Roles
from sayso.read.events.scene import Scene
from sayso.read.harm.lexicon import general_words
from sayso.read.numbers import find_quantities
from sayso.read.phrases import Tag
from sayso.read.phrases.clauses import Clause

_HARMFUL = ("ASSAULT", MISHAP)
_UNDONE = (Status.PLANNED, Status.THREATENED)
_VERBAL = (Tag.VERB, Tag.BE, Tag.HAVE, Tag.AUXILIARY)


class Tolls:
    """Gives the harm of each sentence to its event, as one report is read from its start."""

    def __init__(self, contents: Contents) -> None:
        """Take the statements that the counts may stand in."""
        self._contents = contents
        self._lead: EventMention | None = None  # the first event that may have harmed people
        self._seen = 0  # events looked at for it

    def attach(self, events: list[EventMention], harms: Sequence[Harm], scene: Scene) -> None:
        """Add each of ``harms``, which stand in the sentence of ``scene``, to one of ``events``, or as a new one."""
        for harm in harms:
            statement = self._contents.of(harm.span)
            told = _of_sentence(events, harm, scene) or self._of_report(events, harm, scene)
            if told and told.sentence != scene.number and are_apart(told.date, scene.date_near(harm.span)):
                told = None
            if told is None:
                if not (self._lead and _is_background(scene)) and _stands_alone(harm, statement):
                    events.append(_account(None, harm, statement, scene))
            elif not _is_anothers(told, harm, statement, scene.number):
                self._add(events, told, harm, scene)
            elif not (statement and is_question(statement)):
                events.append(_account(told, harm, statement, scene))

    def _add(self, events: Sequence[EventMention], told: EventMention, harm: Harm, scene: Scene) -> None:
        """Add ``harm`` to ``told``, unless its people are counted already; who they are is kept."""
        counted = counted_in(events, harm, voice_of(self._contents.of(harm.span)), scene)
        if counted and harm.who:
            counted.roles.recipients.append(harm.who)
        elif not _is_counted_already(told, harm):
            told.harm.append(harm)
        told.last_toll = scene.number

    def _of_report(self, events: Sequence[EventMention], harm: Harm, scene: Scene) -> EventMention | None:
        """The event told just before by the voice of ``harm``, else the one that the report begins with."""
        near = _candidates(events, harm, scene.number - NEAR + 1)
        voice = voice_of(self._contents.of(harm.span))
        own = [e for e in near if e.voice[0] == voice and (e.is_toll or not _is_background(scene))]
        if own:
            return _nearest(own, harm)
        while self._lead is None and self._seen < len(events):
            first = events[self._seen]
            self._lead = first if first.type in _HARMFUL and first.status not in _UNDONE else None
            self._seen += 1
        if harm.effect is Effect.DETAINED or harm.low == harm.high == 1 or _is_background(scene):
            return None
        same = (
            e for e in reversed(events[-MEMORY:]) if e.type in _HARMFUL and e.harm and e.voice[0] == voice
        )
        return _nearest(near, harm) if near else next(same, self._lead)


def _candidates(events: Sequence[EventMention], harm: Harm, first: int) -> list[EventMention]:
    types = ("COERCE",) if harm.effect is Effect.DETAINED else (*_HARMFUL, "COERCE")
    return [e for e in events[-MEMORY:] if e.type in types and max(e.last_sentence, e.last_toll) >= first]


def _of_sentence(events: Sequence[EventMention], harm: Harm, scene: Scene) -> EventMention | None:
    here = _candidates(events, harm, scene.number)
    if _is_background(scene):
        here = [e for e in here if e.sentence == scene.number or e.is_toll]
    return _nearest(here, harm) if here else None


def _nearest(events: Sequence[EventMention], harm: Harm) -> EventMention:
    violent = (
        [e for e in events if e.type == "ASSAULT"] or [e for e in events if e.type == MISHAP] or list(events)
    )
    return min(violent, key=lambda e: abs(e.trigger.start - harm.span.start))


def _is_anothers(told: EventMention, harm: Harm, statement: Statement | None, number: int) -> bool:
    """Whether the count stands on another's word than the event."""
    if _is_put(harm):
        return statement is not told.statement or statement is None
    if told.sentence == number or told.last_sentence == number:
        speakers = [s.speaker for s in (told.statement, statement) if s]
        return len(speakers) == 2 and None not in speakers and speakers[0] != speakers[1]
    return told.voice[0] != voice_of(statement)


def _is_counted_already(told: EventMention, harm: Harm) -> bool:
    """Whether words without a figure only speak again of those whom the event has counted: "they died"."""
    if harm.low is not None or harm.high is not None:
        return False
    return any(h.effect is harm.effect and h.low is not None and h.low != 1 for h in told.harm)


def _is_put(harm: Harm) -> bool:
    """Whether somebody is told to give the count: "an orderly put the figure at 20"."""
    return harm.span.exact.split()[0].lower() in general_words("put")


def _is_background(scene: Scene) -> bool:
    """Whether the sentence sums up years or a war: "more than 1,000 have died there since 2021"."""
    long_past = any(d.grain in (Grain.YEAR, Grain.DECADE, Grain.CENTURY) for d in scene.dates)
    return (
        long_past
        or _is_sum(scene.clause)
        or any(t.lower in word_set("background") for t in scene.clause.tokens)
    )


def _is_sum(clause: Clause) -> bool:
    """Whether the sentence counts from some time on: "61 have died since January"."""
    tags = {token.tag for token in clause.tokens}
    since = (i for i, token in enumerate(clause.tokens) if token.lower == "since")
    return Tag.HAVE in tags and any(_is_when(clause, i + 1) for i in since)


def _is_when(clause: Clause, i: int) -> bool:
    """Whether a time or an event begins at token ``i``, and no clause: "since January", "since the ceasefire"."""
    if clause.tag(i) in (Tag.TIME, Tag.NUMBER):
        return True
    phrase = clause.by_first.get(i)
    return phrase is not None and not phrase.is_person and clause.tag(phrase.last + 1) not in _VERBAL


def _stands_alone(harm: Harm, statement: Statement | None) -> bool:
    """Whether a count is news by itself: people counted in so many words, killed, injured or missing."""
    if harm.effect not in (Effect.KILLED, Effect.INJURED, Effect.MISSING) or harm.high == 0:
        return False
    if statement and is_question(statement):
        return False
    return any((q.low, q.high) == (harm.low, harm.high) for q in find_quantities(harm.span.exact))


def _account(
    told: EventMention | None, harm: Harm, statement: Statement | None, scene: Scene
) -> EventMention:
    """An event for a count that has none, or of what another source tells of."""
    return EventMention(
        trigger=harm.span,
        type=told.type if told else MISHAP,
        mode=told.mode if told else None,
        lemma="",
        roles=Roles(places=list(told.roles.places if told else scene.places)),
        status=_status(statement, is_put=_is_put(harm)),
        statement=statement,
        sentence=scene.number,
        definite=False,
        date=told.date if told else scene.date_near(harm.span),
        is_toll=True,
        harm=[harm],
        last_sentence=scene.number,
        last_toll=scene.number,
    )


def _status(statement: Statement | None, *, is_put: bool) -> Status:
    if statement is None:
        return Status.CLAIMED if is_put else Status.REPORTED
    by_act = {Act.DENY: Status.DENIED, Act.ACCUSE: Status.ACCUSED}
    return by_act.get(statement.act, Status.CLAIMED)
