"""One report that speaks of one event twice: which mentions are the same event, and what they add to it."""

from collections.abc import Iterable

from sayso.core.reading import Status
from sayso.core.span import Span
from sayso.read.events.elsewhen import are_apart
from sayso.read.events.lexicon import MISHAP, word_set
from sayso.read.events.mention import EventMention
from sayso.read.events.roles import Roles

MEMORY = 60  # events that a later mention is compared with
NEAR = 2  # sentences after which "the attack" or a toll no longer points back by itself
_FULL = 40  # parties of one kind; a text that names more is a list or worse


def merge(events: list[EventMention], new: EventMention) -> None:
    """Add ``new`` to the event it speaks of, else as an event of its own.

    Mentions of violence in one sentence by one voice are one event, unless their modes differ; so is a later definite
    mention ("the strikes", "this attack") of the same mode, and a killing told without a new actor.
    """
    if _is_by_mischance(events, new):
        return
    for old in reversed(events[-MEMORY:]):
        if new.sentence - old.last_sentence > NEAR and not _may_point_far(new):
            break
        if _is_same(old, new):
            if _only_blames(old, new):
                new.mode = old.mode
                break
            join(old, new)
            return
    if not new.is_weak:
        events.append(new)


def _may_point_far(new: EventMention) -> bool:
    return new.definite or new.type == MISHAP or new.type in word_set("one_matter")


def _is_by_mischance(events: list[EventMention], new: EventMention) -> bool:
    """Whether "killed" says only what a mischance told before did, in a report that tells of no violence."""
    if new.lemma not in ("kill", "killing") or new.roles.actors or new.type != "ASSAULT":
        return False
    types = {old.type for old in events[-MEMORY:]}
    return MISHAP in types and "ASSAULT" not in types


def _is_same(old: EventMention, new: EventMention) -> bool:
    if old.type != new.type:
        return False
    if old.sentence != new.sentence and are_apart(old.date, new.date):
        return False
    told = new.lemma in word_set("deadly") and not new.roles.actors and old.sentence == new.sentence
    if new.type in word_set("one_matter"):
        return old.voice[1] == new.voice[1] and _is_one_matter(old, new)
    if old.voice != new.voice and not (told and old.voice[1] == new.voice[1]):
        return False  # but "accused them of a strike, claiming that ten were killed" tells of one event
    if new.type == MISHAP:
        return old.lemma == new.lemma or old.last_sentence == new.sentence or old.is_toll
    if new.type != "ASSAULT":
        return old.sentence == new.sentence and old.lemma == new.lemma
    if old.mode != new.mode and "other" not in (old.mode, new.mode):
        return False
    if new.sentence == old.last_sentence:
        return True
    if new.is_weak:
        return new.sentence - old.last_sentence < NEAR
    if new.lemma in word_set("deadly") and not new.definite:
        return not new.roles.actors and new.sentence - old.last_sentence < NEAR
    return new.definite or _shares_party(old.roles, new.roles)


def _is_one_matter(old: EventMention, new: EventMention) -> bool:
    """Whether talks or a deal are told of twice: in one sentence, or at one place and at no other date."""
    if old.sentence == new.sentence:
        return old.lemma == new.lemma or not (old.is_verb and new.is_verb)
    dates = {e.date.value for e in (old, new) if e.date}
    nouns = not old.is_verb or not new.is_verb
    return nouns and len(dates) < 2 and bool(_words(old.roles.places) & _words(new.roles.places))


def _only_blames(old: EventMention, new: EventMention) -> bool:
    """Whether ``new`` says only whom somebody blames for what ``old`` reports as fact: that stays apart."""
    blames = new.status is Status.ACCUSED and old.status is Status.REPORTED and new.sentence != old.sentence
    return blames and bool(new.roles.actors)


def _shares_party(a: Roles, b: Roles) -> bool:
    return bool(
        _words((*a.recipients, *a.targets, *a.places)) & _words((*b.recipients, *b.targets, *b.places))
    )


def _words(spans: Iterable[Span]) -> set[str]:
    return {s.exact.lower() for s in spans}


def join(old: EventMention, new: EventMention) -> None:
    """Take what ``new`` adds into ``old``; the clearer mode names the event."""
    old.told = [*old.told, new.trigger][:_FULL]
    for name in ("actors", "recipients", "targets", "places", "instruments"):
        kept: list[Span] = getattr(old.roles, name)
        known = _words(kept)
        room = max(0, _FULL - len(kept))
        kept += [s for s in getattr(new.roles, name) if s.exact.lower() not in known][:room]
    clearer = old.mode == "other" and new.mode not in (None, "other")
    if clearer or old.is_toll:
        old.mode, old.trigger, old.lemma, old.is_toll = new.mode, new.trigger, new.lemma, False
    if old.status is Status.REPORTED and new.sentence == old.sentence and new.statement is old.statement:
        old.status = new.status
    old.is_imagined = old.is_imagined and new.is_imagined
    old.date = old.date or new.date
    old.last_sentence = new.sentence
