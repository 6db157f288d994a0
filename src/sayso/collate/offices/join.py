"""Offices of one ledger put together from several parts: an office left in one affair is taken up in the next."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from sayso.collate.offices.titles import is_sole_title
from sayso.core.ledger import LedgerEntity
from sayso.core.office import Office, Standing

_IN_OFFICE = (Standing.HOLDER, Standing.NEW)

Days = Mapping[str, date]  # on which each report was published
Seat = tuple[str, str]  # a title and whose office it is


def join_offices(entities: Sequence[LedgerEntity], days: Days) -> tuple[LedgerEntity, ...]:
    """Return entities with each office once, its bounds those of all reports and of whoever else is seen in it."""
    merged = {e.id: [_merge(same, days) for same in _same(e.offices)] for e in entities if e.offices}
    firsts: dict[Seat, dict[str, date]] = defaultdict(dict)
    for own, offices in merged.items():
        for office in offices:
            held = _held(office, days)
            if held and office.body and is_sole_title(office.title, office.body):
                firsts[office.title, office.body][own] = min(held)
    return tuple(
        replace(e, offices=tuple(_ended(o, e.id, firsts, days) for o in merged[e.id])) if e.offices else e
        for e in entities
    )


def _same(offices: Sequence[Office]) -> list[list[Office]]:
    """Return offices in groups of one; where only one body is told, those that leave it out are that body's."""
    bodies: dict[str, set[str]] = defaultdict(set)
    for office in offices:
        if office.body:
            bodies[office.title].add(office.body)
    groups: dict[Seat, list[Office]] = defaultdict(list)
    for office in offices:
        known = bodies[office.title]
        groups[office.title, office.body or (min(known) if len(known) == 1 else "")].append(office)
    return [groups[key] for key in sorted(groups)]


def _merge(same: Sequence[Office], days: Days) -> Office:
    if len(same) == 1:
        return same[0]
    evidence = {one for office in same for one in office.evidence}
    ordered = sorted(evidence, key=lambda e: (days.get(e.article, date.max), e.article, e.span))
    words = Counter(o.office for o in same for _ in o.evidence)
    starts = [o.held_from for o in same if o.held_from]
    ends = [o.held_to for o in same if o.held_to]
    whole = replace(
        same[0],
        office=max(words, key=lambda w: (words[w], w)),
        body=next((o.body for o in same if o.body), None),
        evidence=tuple(ordered),
    )
    held = [day.isoformat() for day in _held(whole, days)]
    after = [end for end in ends if not held or end >= max(held)]
    return replace(whole, held_from=min(starts, default=None), held_to=min(after, default=None))


def _held(office: Office, days: Days) -> list[date]:
    """Return the days of reports that have somebody in office."""
    return [days[e.article] for e in office.evidence if e.standing in _IN_OFFICE and e.article in days]


def _ended(office: Office, own: str, firsts: Mapping[Seat, Mapping[str, date]], days: Days) -> Office:
    held = _held(office, days)
    others = firsts.get((office.title, office.body or ""), {}) if held else {}
    ends = [day.isoformat() for other, day in others.items() if other != own and day > max(held)]
    return replace(office, held_to=min([*ends, *filter(None, [office.held_to])], default=None))
