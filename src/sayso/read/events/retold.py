"""What a report counts twice: an attack told again further on with the same toll, and who the counted were."""

from collections.abc import Sequence

from sayso.core.reading import Effect, Harm, Status
from sayso.read.events.elsewhen import are_apart
from sayso.read.events.lexicon import MISHAP, word_set
from sayso.read.events.mention import EventMention
from sayso.read.events.merge import MEMORY, join
from sayso.read.events.scene import Scene

_BOTH = ("killed", "injured")


def join_retold(events: Sequence[EventMention]) -> list[EventMention]:
    """``events`` with those of one type, voice and toll joined, such as a headline's and that of the first sentence.

    Two that are told by words of different modes, or dated apart, stay two.
    """
    kept: list[EventMention] = []
    for event in events:
        same = next((old for old in kept[-MEMORY:] if _is_retold(old, event)), None)
        if same is None:
            kept.append(event)
        else:
            join(same, event)
            known = {(h.effect, h.low, h.high) for h in same.harm}
            same.harm += [
                h for h in event.harm if (h.effect, h.low, h.high) not in known or h.low in (None, 1)
            ]
    return kept


def _is_retold(old: EventMention, new: EventMention) -> bool:
    if old.type != new.type or new.type not in ("ASSAULT", MISHAP) or old.sentence == new.sentence:
        return False
    modes = old.mode == new.mode or "other" in (old.mode, new.mode)
    undone = Status.DENIED in (old.status, new.status)
    if old.voice != new.voice or not modes or undone or are_apart(old.date, new.date):
        return False
    return any(_is_one_toll(a, b) for a in old.harm for b in new.harm)


def _is_one_toll(one: Harm, other: Harm) -> bool:
    """Whether both count the same number of people, more than one, and name none that the other cannot be."""
    if (
        one.effect is not other.effect
        or one.effect not in _BOTH
        or (one.low or 0) < 2
        or one.low != other.low
    ):
        return False
    return one.high == other.high or None in (one.high, other.high)


def counted_in(events: Sequence[EventMention], harm: Harm, voice: str, scene: Scene) -> EventMention | None:
    """The event of which ``harm`` tells who one of the counted was: "Sev Arroyo, 19, died on the spot"; else None.

    ``voice`` is whose word ``harm`` stands on. One more who came to harm is not meant.
    """
    if harm.who is None or harm.low != 1 or harm.high != 1 or not _is_name(harm.who.exact):
        return None
    if any(token.lower in word_set("further") for token in scene.clause.tokens):
        return None
    told = (e for e in reversed(events[-MEMORY:]) if e.voice[0] == voice)
    return next((e for e in told if _counts_before(e, harm.effect, scene.clause.tokens[0].start)), None)


def _counts_before(event: EventMention, effect: Effect, place: int) -> bool:
    return any(h.effect is effect and (h.low or 0) > 1 and h.span.start < place for h in event.harm)


def _is_name(words: str) -> bool:
    """Whether every word begins with a capital, in a text that is not all in capitals."""
    return not words.isupper() and all(word[:1].isupper() for word in words.split())
