"""Events and their tolls, one account for each source that tells of one."""

from collections.abc import Iterable
from itertools import groupby
from typing import TypeVar

from sayso.core.ledger import LedgerEvent, LedgerIncident, Origin, OriginKind
from sayso.core.reading import Status
from sayso.core.span import Span
from sayso.desk.brief.corrections import corrected
from sayso.desk.brief.draft import Draft
from sayso.desk.brief.model import Account, Incident, IncidentOrigin
from sayso.desk.brief.pieces import Cite, MarkKind, Ref, Who
from sayso.desk.brief.placing import places_of
from sayso.desk.brief.tolls import toll_rows
from sayso.desk.labels import word

T = TypeVar("T")


def incidents(draft: Draft) -> tuple[Incident, ...]:
    """The story's events: with a toll first, then those in most reports, then as the reports run."""
    events = sorted(draft.events, key=lambda e: (e.incident, draft.positions[e.article], e.trigger, e.id))
    with_toll = {i.id for i in draft.index.incidents.values() if i.tolls}
    groups = [list(group) for _, group in groupby(events, key=lambda e: e.incident)]

    def rank(group: list[LedgerEvent]) -> tuple[bool, int, int, Span, str]:
        first = group[0]
        has_toll = first.incident in with_toll
        return (
            not has_toll,
            -len({e.article for e in group}),
            draft.positions[first.article],
            first.trigger,
            first.incident,
        )

    return tuple(_incident(group, draft) for group in sorted(groups, key=rank))


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
    whole = draft.index.incidents.get(first.incident)
    return Incident(
        key=draft.key("E", first.incident),
        type=first.type or "none",
        mode=next((e.mode for e in events if e.mode), None),
        grade=first.grade,
        reason=_plain(first.reason),
        accounts=_accounts(events, draft),
        report_count=len({e.article for e in events}),
        corrected=corrected([c for e in events for c in e.corrected], draft),
        tolls=toll_rows(whole, draft),
        origins=_origins(whole, draft) if whole else (),
        when=_days(whole.first, whole.last) if whole else None,
        reported=_days(whole.reported_first, whole.reported_last) if whole else None,
        placed=places_of(events),
    )


def _origins(incident: LedgerIncident, draft: Draft) -> tuple[IncidentOrigin, ...]:
    return tuple(
        IncidentOrigin(n, o.kind, _origin_name(o, incident, draft)) for n, o in enumerate(incident.origins, 1)
    )


def _origin_name(origin: Origin, incident: LedgerIncident, draft: Draft) -> str | None:
    """An origin's name; of an outlet that the report does not name, the report's label."""
    if origin.name is not None or origin.kind is not OriginKind.OUTLET:
        return origin.name
    number = incident.origins.index(origin)
    chains = [*origin.chains, *(f.chain for t in incident.tolls for f in t.figures if f.origin == number)]
    articles = [link.article for chain in chains for link in chain if link.article]
    return draft.index.labels.get(articles[-1]) if articles else None


def _days(first: str | None, last: str | None) -> str | None:
    """A day, or the range of days between two."""
    days = dict.fromkeys(day[:10] for day in (first, last) if day)
    return " – ".join(days) or None


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
            when=_once(e.date.span.exact for e in group if e.date),
            where=_once(place.exact for e in group for place in e.places),
            confidence=_confidence(group, draft),
        )
        for (article, who, is_attributed, status), group in groups.items()
    )


def _confidence(events: list[LedgerEvent], draft: Draft) -> float:
    """How sure the least sure of the events and of the statements is that they stand in."""
    said = (draft.index.statements.get(e.statement or "") for e in events)
    return min(*(e.confidence for e in events), *(s.confidence for s in said if s), 1.0)


def _once(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))
