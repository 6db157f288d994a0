"""Events and their tolls, one account for each source that tells of one."""

from collections.abc import Iterable
from itertools import groupby
from typing import TypeVar

from sayso.core.ledger import LedgerEvent
from sayso.core.reading import Harm, Status
from sayso.core.span import Span
from sayso.desk.brief.corrections import corrected
from sayso.desk.brief.draft import Draft
from sayso.desk.brief.model import Account, Incident, Toll
from sayso.desk.brief.pieces import Cite, MarkKind, Ref, Who
from sayso.desk.labels import word

T = TypeVar("T")


def incidents(draft: Draft) -> tuple[Incident, ...]:
    """The story's events: with a toll first, then those in most reports, then as the reports run."""
    events = sorted(draft.events, key=lambda e: (e.incident, draft.positions[e.article], e.trigger, e.id))
    groups = [list(group) for _, group in groupby(events, key=lambda e: e.incident)]

    def rank(group: list[LedgerEvent]) -> tuple[bool, int, int, Span, str]:
        first = group[0]
        has_toll = any(e.harm for e in group)
        return (
            not has_toll,
            -len({e.article for e in group}),
            draft.positions[first.article],
            first.trigger,
            first.incident,
        )

    return tuple(_incident(group, draft) for group in sorted(groups, key=rank))


def count_label(low: int | None, high: int | None) -> str:
    """A toll's range in words: "10", "10 or more", "20 to 24", "up to 5", "none", "not counted"."""
    if low is None and high is None:
        return "not counted"
    if high is None:
        return f"{low} or more"
    if low is None:
        return f"up to {high}"
    if low != high:
        return f"{low} to {high}"
    return "none" if low == 0 else str(low)


def event_note(event: LedgerEvent) -> str:
    """An event's type, mode and status in labels: "assault, aerial: claimed"."""
    return f"{event_kind(event)}: {event.status}"


def event_kind(event: LedgerEvent) -> str:
    """An event's type and mode in labels: "assault, aerial"."""
    kind = word("event_type", event.type or "none")
    return f"{kind}, {event.mode}" if event.mode else kind


def trigger_cite(event: LedgerEvent, draft: Draft) -> Cite:
    """The reference to the words that name an event, marked with the way back to it."""
    ref = Ref(draft.key("E", event.incident), event_note(event))
    return draft.citer.cite(event.article, event.trigger, MarkKind.TRIGGER, ref=ref)


def _incident(events: list[LedgerEvent], draft: Draft) -> Incident:
    first = events[0]
    return Incident(
        key=draft.key("E", first.incident),
        type=first.type or "none",
        mode=next((e.mode for e in events if e.mode), None),
        grade=first.grade,
        reason=_plain(first.reason),
        accounts=_accounts(events, draft),
        report_count=len({e.article for e in events}),
        corrected=corrected([c for e in events for c in e.corrected], draft),
    )


def _plain(reason: str) -> str:
    """A reason without the name of its rule: "one_origin: told by one origin" is "told by one origin"."""
    rule, _, words = reason.partition(": ")
    return words if words and rule.isidentifier() else reason


def _accounts(events: list[LedgerEvent], draft: Draft) -> tuple[Account, ...]:
    """The tellings of an event, those of one report on one source's word together."""
    groups: dict[tuple[str, Who | None, bool, Status], list[LedgerEvent]] = {}
    for event in events:
        said = draft.index.statements.get(event.statement or "")
        who = draft.index.who(said.speaker, said.id) if said else None
        groups.setdefault((event.article, who, said is not None, event.status), []).append(event)
    return tuple(
        Account(
            label=draft.index.labels[article],
            who=who,
            attributed=is_attributed,
            status=status,
            triggers=_once(trigger_cite(e, draft) for e in group),
            tolls=_once(_toll(harm, e, draft) for e in group for harm in e.harm),
            when=_once(e.date.span.exact for e in group if e.date),
            where=_once(place.exact for e in group for place in e.places),
            confidence=_confidence(group, draft),
        )
        for (article, who, is_attributed, status), group in groups.items()
    )


def _confidence(events: list[LedgerEvent], draft: Draft) -> float | None:
    said = (draft.index.statements.get(e.statement or "") for e in events)
    return min((s.confidence for s in said if s), default=None)


def _once(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))


def _toll(harm: Harm, event: LedgerEvent, draft: Draft) -> Toll:
    count = count_label(harm.low, harm.high)
    ref = Ref(draft.key("E", event.incident), f"{harm.effect}: {count}")
    return Toll(
        effect=harm.effect,
        count=count,
        whom=harm.who.exact if harm.who else None,
        cite=draft.citer.cite(event.article, harm.span, MarkKind.HARM, ref=ref),
        hedge=harm.hedge.exact if harm.hedge and not harm.span.contains(harm.hedge) else None,
    )
