"""The offices of a ledger's people, dated by the reports that name them and by their successors."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sayso.collate.offices.evidence import Naming
from sayso.core.office import Office, OfficeEvidence, Standing

_IN_OFFICE = (Standing.HOLDER, Standing.NEW)

Key = tuple[str, str, str]  # person, office, whose it is


def make_offices(namings: Mapping[str, Sequence[Naming]]) -> dict[str, tuple[Office, ...]]:
    """Return each person's offices; ``namings`` are those of each ledger entity."""
    groups: dict[Key, list[Naming]] = defaultdict(list)
    for person, told in namings.items():
        only = {n.title.key: _only_body(told, n.title.key) for n in told}
        for naming in told:
            groups[person, naming.title.key, naming.title.body or only[naming.title.key] or ""].append(naming)
    holders: dict[tuple[str, str], dict[str, date]] = defaultdict(dict)
    for (person, office, body), group in groups.items():
        if days := _held(group):
            holders[office, body][person] = min(days)
    found: dict[str, list[Office]] = defaultdict(list)
    for (person, office, body), group in sorted(groups.items()):
        ordered = sorted(group, key=lambda n: (n.day or date.max, n.member, n.span))
        is_one = ordered[0].title.is_sole and bool(body)
        others = [day for other, day in holders[office, body].items() if other != person and is_one]
        found[person].append(_office(office, body, ordered, others))
    return {person: tuple(offices) for person, offices in found.items()}


def _only_body(namings: Iterable[Naming], key: str) -> str | None:
    """Return whose office it is where some reports leave that out, and the others agree on it."""
    bodies = {n.title.body for n in namings if n.title.key == key and n.title.body}
    return next(iter(bodies)) if len(bodies) == 1 else None


def _office(title: str, body: str, ordered: Sequence[Naming], others: Sequence[date]) -> Office:
    words = Counter(n.span.exact for n in ordered)
    return Office(
        office=max(words, key=lambda w: (words[w], w)),
        body=body or None,
        held_from=_first(ordered),
        held_to=_last(ordered, others),
        evidence=tuple(OfficeEvidence(n.member[0], n.span, n.title.standing) for n in ordered),
        title=title,
    )


def _held(namings: Iterable[Naming]) -> list[date]:
    """Return the days of reports that have somebody in office."""
    return [n.day for n in namings if n.day and n.title.standing in _IN_OFFICE]


def _first(ordered: Sequence[Naming]) -> str | None:
    told = [n.told_from for n in ordered if n.told_from]
    days = _held(ordered)
    return told[0] if told else min(days).isoformat() if days else None


def _last(ordered: Sequence[Naming], others: Sequence[date]) -> str | None:
    """Return the day by which the office was left: told, by a report that calls him former, or by a successor.

    ``others`` are the days on which others are first seen in it.
    """
    held = _held(ordered)
    told = [n.told_to for n in ordered if n.told_to and (not held or n.told_to >= min(held).isoformat()[:4])]
    if told:
        return told[0]
    ends = [n.day for n in ordered if n.day and n.title.standing is Standing.FORMER]
    ends += [day for day in others if held and day > max(held)]
    after = [day for day in ends if not held or day >= max(held)]
    return min(after).isoformat() if after else None
