"""Events and their tolls, one account for each source that tells of one."""

from itertools import groupby

from sayso.core.ledger import LedgerEvent
from sayso.core.reading import Harm
from sayso.core.span import Span
from sayso.desk.brief.draft import Draft
from sayso.desk.brief.index import joined
from sayso.desk.brief.model import Account, Cite, Incident, MarkKind, Ref, Toll
from sayso.desk.labels import word


def incidents(draft: Draft) -> tuple[Incident, ...]:
    """The story's events, those in most reports first; of equals as the reports run."""
    events = [e for e in draft.ledger.events if e.article in draft.positions]
    events.sort(key=lambda e: (e.incident, draft.positions[e.article], e.trigger, e.id))
    groups = [list(group) for _, group in groupby(events, key=lambda e: e.incident)]

    def rank(group: list[LedgerEvent]) -> tuple[int, int, Span, str]:
        first = group[0]
        return -len({e.article for e in group}), draft.positions[first.article], first.trigger, first.incident

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
    kind = word("event_type", event.type)
    return f"{kind}, {event.mode}: {event.status}" if event.mode else f"{kind}: {event.status}"


def trigger_cite(event: LedgerEvent, draft: Draft) -> Cite:
    """The reference to the words that name an event, marked with the way back to it."""
    ref = Ref(draft.key("E", event.incident), event_note(event))
    return draft.citer.cite(event.article, event.trigger, MarkKind.TRIGGER, ref=ref)


def _incident(events: list[LedgerEvent], draft: Draft) -> Incident:
    first = events[0]
    return Incident(
        key=draft.key("E", first.incident),
        type=first.type,
        mode=next((e.mode for e in events if e.mode), None),
        grade=first.grade,
        reason=first.reason,
        accounts=tuple(_account(e, draft) for e in events),
        report_count=len({e.article for e in events}),
    )


def _account(event: LedgerEvent, draft: Draft) -> Account:
    statement = draft.index.statements.get(event.statement or "")
    return Account(
        label=draft.index.labels[event.article],
        who=draft.index.who(statement.speaker, statement.id) if statement else None,
        attributed=statement is not None,
        status=event.status,
        trigger=trigger_cite(event, draft),
        tolls=tuple(_toll(harm, event, draft) for harm in event.harm),
        when=event.date.span.exact if event.date else None,
        where=joined(event.places) or None,
        confidence=statement.confidence if statement else None,
    )


def _toll(harm: Harm, event: LedgerEvent, draft: Draft) -> Toll:
    count = count_label(harm.low, harm.high)
    ref = Ref(draft.key("E", event.incident), f"{harm.effect}: {count}")
    return Toll(
        effect=harm.effect,
        count=count,
        whom=harm.who.exact if harm.who else None,
        cite=draft.citer.cite(event.article, harm.span, MarkKind.HARM, ref=ref),
    )
