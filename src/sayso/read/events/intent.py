"""What somebody means to do, as PLOVER codes it: a promise of what helps is AGREE, of what harms THREATEN."""

from dataclasses import replace

from sayso.core.reading import Status
from sayso.read.events.lexicon import word_set
from sayso.read.events.mention import EventMention

_UNDONE = (Status.PLANNED, Status.THREATENED)


def intent_of(event: EventMention) -> EventMention | None:
    """The promise or threat that ``event`` is while it has not happened, None where it is neither.

    Source: PLOVER and, before it, CAMEO (Schrodt 2012): "express intent to" cooperate is 03, to do harm 13.
    """
    if event.status not in _UNDONE:
        return None
    for kind in ("AGREE", "THREATEN"):
        if event.type in word_set(kind.lower() + "_intents"):
            return replace(event, type=kind, mode=None, harm=[], status=Status.REPORTED)
    return None
