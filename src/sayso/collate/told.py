"""Incidents of the ledger: events in the accounts of all who tell of them, with days, origins and tolls."""

from collections.abc import Mapping, Sequence
from datetime import date

from sayso.collate.origins import Sources, find_origins
from sayso.collate.tolls import Carrier, find_counts, make_tolls
from sayso.collate.tolls.lexicon import listed, words_in
from sayso.core.ledger import ClaimReading, LedgerEvent, LedgerIncident, Origin
from sayso.core.lineage import Link
from sayso.core.reading import Reading, Status, Voice
from sayso.core.timex_value import range_of

Days = tuple[date, date]


def make_incidents(
    events: Sequence[LedgerEvent], readings: Mapping[str, Reading], sources: Sources
) -> tuple[LedgerIncident, ...]:
    """Return the incidents of a ledger's events, in the order of their ids."""
    carrier = Carrier(readings, sources)
    groups: dict[str, list[LedgerEvent]] = {}
    for event in events:
        groups.setdefault(event.incident, []).append(event)
    return tuple(_incident(own, groups[own], carrier) for own in sorted(groups))


def account_reading(event: LedgerEvent, sources: Sources) -> ClaimReading:
    """Return who carries an account, as ``find_origins`` wants it."""
    said = sources.statements.get(event.statement or "")
    if event.status is Status.DENIED:
        voice = Voice.DENIED
    else:
        voice = Voice.OWN if said is None and event.status is Status.REPORTED else Voice.ATTRIBUTED
    return ClaimReading(
        event.article, event.trigger, said.id if said else None, voice, said.speaker if said else None
    )


def _incident(own: str, events: Sequence[LedgerEvent], carrier: Carrier) -> LedgerIncident:
    counts = find_counts(events, carrier)
    readings = [account_reading(event, carrier.sources) for event in events]
    figures = [figure.reading for _, found in counts for figure in found]
    distinct = list(dict.fromkeys((*readings, *figures)))
    origins = find_origins(distinct, carrier.sources)
    ends: dict[ClaimReading, tuple[int, tuple[Link, ...]]] = {
        distinct[n]: (number, chain)
        for number, origin in enumerate(origins)
        for n, chain in zip(origin.readings, origin.chains, strict=True)
    }
    days, dated = _days(events)
    published = sorted(p for e in events if (p := carrier.readings[e.article].published))
    return LedgerIncident(
        id=own,
        events=tuple(e.id for e in events),
        type=events[0].type,
        mode=next((e.mode for e in events if e.mode not in (None, "other")), events[0].mode),
        first=days[0].isoformat() if days else None,
        last=days[1].isoformat() if days else None,
        dates=dated,
        reported_first=published[0] if published else None,
        reported_last=published[-1] if published else None,
        grade=events[0].grade,
        reason=events[0].reason,
        origins=tuple(_of_accounts(number, origin, readings, ends) for number, origin in enumerate(origins)),
        tolls=make_tolls(counts, ends),
    )


def _of_accounts(
    number: int,
    origin: Origin,
    readings: Sequence[ClaimReading],
    ends: Mapping[ClaimReading, tuple[int, tuple[Link, ...]]],
) -> Origin:
    """Return an origin with the numbers of the accounts that rest on it instead of readings."""
    own = [n for n, reading in enumerate(readings) if ends[reading][0] == number]
    return Origin(origin.kind, origin.name, tuple(own), tuple(ends[readings[n]][1] for n in own))


def _days(events: Sequence[LedgerEvent]) -> tuple[Days | None, tuple[str, ...]]:
    """Return the days on which most of the dated accounts agree, and which accounts these are.

    A date beside a count of the dead is of the count.
    """
    dated = [
        (days, e.id)
        for e in events
        if e.date and (days := range_of(e.date.value)) and not words_in(e.trigger.exact) & listed("count")
    ]
    best: tuple[tuple[int, int, int, int], Days, tuple[str, ...]] | None = None
    for (first, last), _ in sorted(dated):
        members = [(days, own) for days, own in dated if days[0] <= last and first <= days[1]]
        shared = max(d[0] for d, _ in members), min(d[1] for d, _ in members)
        if shared[0] > shared[1]:  # each meets this one, but not each other
            shared = first, last
        width = (shared[1] - shared[0]).days
        rank = (-len(members), width, shared[0].toordinal(), shared[1].toordinal())
        if best is None or rank < best[0]:
            best = rank, shared, tuple(sorted(own for _, own in members))
    return (best[1], best[2]) if best else (None, ())
