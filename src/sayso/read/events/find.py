"""Events of one report: triggers, their parties and status, merged where one report speaks of one event twice.

1. Each sentence's triggers become mentions, with roles, status and the statement they stand in.
2. Mentions of violence in one sentence by one voice are one event, unless their modes differ; so is a later definite
   mention ("the strikes", "this attack") of the same mode, and a killing told without a new actor.
3. Harm goes to the event of its sentence, else to the last violent event of the same voice a sentence or two before.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sayso.core.reading import Effect, Event, Harm, Statement, Status
from sayso.core.sentences import split_sentences
from sayso.core.span import Date, Grain, Span
from sayso.read.events.lexicon import word_set
from sayso.read.events.roles import Roles, find_roles
from sayso.read.events.scene import Scene
from sayso.read.events.status import is_negated, status_of
from sayso.read.events.triggers import Trigger, is_definite, is_specific
from sayso.read.numbers import find_quantities
from sayso.read.phrases import tag_tokens
from sayso.read.phrases.clauses import Clause
from sayso.read.phrases.within import starting_within
from sayso.read.spans import NamedSpan

_MEMORY = 60  # events that a later mention is compared with
_NEAR = 2  # sentences after which "the attack" or a toll no longer points back by itself
_DEADLY = (
    "kill",
    "murder",
    "assassinate",
    "slay",
    "massacre",
    "execute",
    "behead",
    "slaughter",
    "murder",
    "killing",
)
_NO_DATE = (Grain.DURATION, Grain.SET, Grain.VAGUE)


@dataclass
class _Mention:
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
    is_weak: bool  # it adds to a violent event, but is none by itself: "destroyed"
    harm: list[Harm] = field(default_factory=list)
    last_sentence: int = 0

    @property
    def voice(self) -> tuple[str, bool]:
        """Who says it, and whether they deny it: only mentions of one voice can be one event."""
        said = self.statement
        return (said.speaker or said.id if said else "", self.status is Status.DENIED)


def find_events(
    text: str,
    statements: Sequence[Statement],
    named: Sequence[NamedSpan],
    dates: Sequence[Date],
    harm: Sequence[Harm],
) -> tuple[Event, ...]:
    """The events of ``text`` in order, with ids ``e1``, ``e2``... within this report.

    ``statements``, ``named``, ``dates`` and ``harm`` are what the other parts of the reader found in the same text;
    each may be empty. Spans given back lie in ``text``.
    """
    quantities = find_quantities(text)
    spans = sorted((n for n in named), key=lambda n: n.span.start)
    days = sorted((d for d in dates if d.grain not in _NO_DATE), key=lambda d: d.span.start)
    harms = sorted(harm, key=lambda h: h.span.start)
    events: list[_Mention] = []
    for number, sentence in enumerate(split_sentences(text)):
        inside = starting_within(quantities, sentence, lambda q: q.start)
        clause = Clause.of(text, tag_tokens(text, sentence, inside))
        names = starting_within(spans, sentence, lambda n: n.span.start)
        scene = Scene.of(clause, number, names, starting_within(days, sentence, lambda d: d.span.start))
        for mention in _mentions(scene, statements):
            _merge(events, mention)
        _attach(events, starting_within(harms, sentence, lambda h: h.span.start), number, statements)
    told = sorted((e for e in events if _says_something(e)), key=lambda e: e.trigger.start)
    return tuple(_event(i, e) for i, e in enumerate(told, 1))


def _says_something(mention: _Mention) -> bool:
    """Whether a violent event has a party, a place, a weapon, a date or harm: a bare "attacks" is none."""
    roles = mention.roles
    parts = (roles.actors, roles.recipients, roles.targets, roles.places, roles.instruments, mention.harm)
    kept = mention.type != "ASSAULT" or mention.status is Status.DENIED or mention.date is not None
    return kept or any(parts)


def _mentions(scene: Scene, statements: Sequence[Statement]) -> list[_Mention]:
    accident = any(t.lower in word_set("accidents") for t in scene.clause.tokens)
    found = []
    for trigger in scene.triggers:
        violent = trigger.entry.type == "ASSAULT"
        if violent and (
            not is_specific(scene.clause, trigger) or (accident and trigger.entry.lemma in _DEADLY)
        ):
            continue
        if mention := _mention(scene, trigger, statements):
            found.append(mention)
    return found


def _mention(scene: Scene, trigger: Trigger, statements: Sequence[Statement]) -> _Mention | None:
    clause, entry = scene.clause, trigger.entry
    if entry.type not in ("ASSAULT", "REJECT") and is_negated(clause, trigger):
        return None
    span = clause.span(trigger.first, trigger.last)
    statement = _statement_of(span, statements)
    roles = find_roles(scene, trigger)
    status: Status | None = Status.CLAIMED if statement else Status.REPORTED
    if entry.type == "ASSAULT":
        status = status_of(clause, trigger, statement, tuple(a.exact for a in roles.actors))
    if status is None:
        return None
    return _Mention(
        trigger=span,
        type=entry.type,
        mode=entry.mode,
        lemma=entry.lemma,
        roles=roles,
        status=status,
        statement=statement,
        sentence=scene.number,
        definite=is_definite(clause, trigger),
        date=min(scene.dates, key=lambda d: abs(d.span.start - span.start), default=None),
        is_weak=entry.kind == "weak verb",
        last_sentence=scene.number,
    )


def _statement_of(span: Span, statements: Sequence[Statement]) -> Statement | None:
    """The statement in whose content ``span`` stands: of several, the one with the shortest content."""
    around = [(c.end - c.start, i) for i, s in enumerate(statements) for c in s.content if c.contains(span)]
    return statements[min(around)[1]] if around else None


def _merge(events: list[_Mention], new: _Mention) -> None:
    """Add ``new`` to the event it speaks of, else as an event of its own."""
    for old in reversed(events[-_MEMORY:]):
        if new.sentence - old.last_sentence > _NEAR and not new.definite:
            break
        if _is_same(old, new):
            if _only_blames(old, new):
                new.mode = old.mode
                break
            _join(old, new)
            return
    if not new.is_weak:
        events.append(new)


def _is_same(old: _Mention, new: _Mention) -> bool:
    if old.type != new.type:
        return False
    told = new.lemma in _DEADLY and not new.roles.actors and old.sentence == new.sentence
    if old.voice != new.voice and not (told and old.voice[1] == new.voice[1]):
        return False  # but "accused them of a strike, claiming that ten were killed" tells of one event
    if new.type != "ASSAULT":
        return old.sentence == new.sentence and old.lemma == new.lemma
    fits = old.mode == new.mode or "other" in (old.mode, new.mode)
    if not fits:
        return False
    if new.sentence == old.last_sentence:
        return True
    if new.is_weak:
        return new.sentence - old.last_sentence < _NEAR
    if new.lemma in _DEADLY and not new.definite:
        return not new.roles.actors and new.sentence - old.last_sentence < _NEAR
    return new.definite or _shares_party(old.roles, new.roles)


def _only_blames(old: _Mention, new: _Mention) -> bool:
    """Whether ``new`` says only whom somebody blames for what ``old`` reports as fact: that stays apart."""
    blames = new.status is Status.ACCUSED and old.status is Status.REPORTED and new.sentence != old.sentence
    return blames and bool(new.roles.actors)


def _shares_party(a: Roles, b: Roles) -> bool:
    def words(roles: Roles) -> set[str]:
        return {s.exact.lower() for s in (*roles.recipients, *roles.targets, *roles.places)}

    return bool(words(a) & words(b))


def _join(old: _Mention, new: _Mention) -> None:
    """Take what ``new`` adds into ``old``; the clearer mode names the event."""
    for name in ("actors", "recipients", "targets", "places", "instruments"):
        kept: list[Span] = getattr(old.roles, name)
        known = {s.exact.lower() for s in kept}
        kept += [s for s in getattr(new.roles, name) if s.exact.lower() not in known]
    if old.mode == "other" and new.mode not in (None, "other"):
        old.mode, old.trigger, old.lemma = new.mode, new.trigger, new.lemma
    if old.status is Status.REPORTED and new.sentence == old.sentence:
        old.status = new.status
    old.date = old.date or new.date
    old.last_sentence = new.sentence


def _attach(
    events: list[_Mention], harms: Sequence[Harm], number: int, statements: Sequence[Statement]
) -> None:
    """Give each harm of sentence ``number`` to its event; a killing that none tells of makes one of its own."""
    violent = [
        e for e in events[-_MEMORY:] if e.type in ("ASSAULT", "COERCE") and number - e.last_sentence < _NEAR
    ]
    for harm in harms:
        statement = _statement_of(harm.span, statements)
        voice = statement.speaker or statement.id if statement else ""
        here = [e for e in violent if e.last_sentence == number]
        groups = ([e for e in here if e.voice[0] == voice], here, [e for e in violent if e.voice[0] == voice])
        event = next((_nearest(g, harm) for g in groups if g), None)
        if event is not None and (harm.effect is not Effect.DETAINED or event.type == "COERCE"):
            event.harm.append(harm)


def _nearest(events: Sequence[_Mention], harm: Harm) -> _Mention:
    assaults = [e for e in events if e.type == "ASSAULT"] or list(events)
    return min(assaults, key=lambda e: abs(e.trigger.start - harm.span.start))


def _event(number: int, mention: _Mention) -> Event:
    roles = mention.roles
    return Event(
        id=f"e{number}",
        type=mention.type,
        mode=mention.mode,
        trigger=mention.trigger,
        actors=_unique(roles.actors),
        recipients=_unique(roles.recipients),
        places=_unique(roles.places),
        date=mention.date,
        harm=tuple(replace(h) for h in mention.harm),
        instruments=_unique(roles.instruments),
        targets=_unique(roles.targets),
        status=mention.status,
        statement=mention.statement.id if mention.statement else None,
    )


def _unique(spans: Sequence[Span]) -> tuple[Span, ...]:
    """``spans`` in the order of the text, each once."""
    return tuple(sorted(set(spans)))
