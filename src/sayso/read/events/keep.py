"""Which events are worth telling: a list with half-empty ones is worse than a short one."""

from collections.abc import Iterable, Sequence

from sayso.core.reading import Status
from sayso.core.span import Span
from sayso.read.events.lexicon import MISHAP, word_set
from sayso.read.events.mention import EventMention
from sayso.read.phrases import is_kind, is_person_noun
from sayso.read.phrases.words import singulars


def keep_told(events: Sequence[EventMention], *, alone: bool) -> list[EventMention]:
    """The events that say something, in the order of the text.

    ``alone``: they stand in a text of one sentence, of which whatever it names is all there is.
    """
    told = sorted((e for e in events if _says_something(e, alone)), key=lambda e: e.trigger.start)
    return told if alone else list(_longest(told))


def _longest(events: Sequence[EventMention]) -> Iterable[EventMention]:
    """``events`` without those whose words are part of another's: "signed" of "signed a treaty"."""
    end = 0
    for i, event in enumerate(events):
        following = events[i + 1] if i + 1 < len(events) else None
        longer = following and following.trigger.start == event.trigger.start
        if longer and following and following.trigger.end > event.trigger.end and event.type != "ASSAULT":
            continue
        if event.trigger.start >= end or event.type == "ASSAULT":
            end = max(end, event.trigger.end)
            yield event


def _says_something(mention: EventMention, alone: bool) -> bool:
    """Whether an event has what makes it one: a party, a place, a weapon, a date or harm; "attacks" alone has not."""
    roles = mention.roles
    if mention.type == MISHAP:
        return bool(mention.harm)
    if mention.type == "ASSAULT":
        scene = roles.places or roles.instruments or mention.harm or mention.date
        parties = roles.actors or roles.recipients or roles.targets
        return bool(parties or scene) or mention.status is Status.DENIED
    if alone or mention.is_imagined or mention.is_bare:
        return alone
    return _is_whole(mention)


def _is_whole(mention: EventMention) -> bool:
    """Whether an event that harms nobody is told well enough: by whom, and to whom, where or when."""
    roles = mention.roles
    if any((h.low or h.high or 0) > 1 for h in mention.harm):
        return True  # "312 people have been arrested"
    actors = [a for a in roles.actors if is_party(a)]
    others = [r for r in (*roles.recipients, *roles.targets) if is_party(r)]
    whereabouts = bool(roles.places or mention.date)
    if not mention.is_verb:
        met = mention.type in word_set("gatherings") and whereabouts  # "the talks in Orsk"
        return met or bool(actors and (others or whereabouts))
    if mention.lemma in word_set("vague"):
        return bool(others and (actors or whereabouts))
    if mention.type in word_set("addressed"):
        return bool(actors and (others or whereabouts))
    return bool(actors or others)


def is_party(span: Span) -> bool:
    """Whether the words name somebody: a proper name, people, or a body that acts."""
    words = span.exact.lower().split()
    if not words or words[-1] in word_set("nobody"):
        return False
    heads = (words[-1], *singulars(words[-1]))
    of = words.index("of") if "of" in words[1:] else 0
    if of:
        heads = (*heads, words[of - 1], *singulars(words[of - 1]))
    named = any(w[0].isupper() for w in span.exact.split()[-1:]) or any(
        w[0].isupper() for w in span.exact.split()[1:]
    )
    return named or any(is_person_noun(h) or is_kind(h, "group") or h in word_set("bodies") for h in heads)
