"""Whom a bare title means: the one person who holds the office on the report's day, as far as its affair tells."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.collate.offices.evidence import Member, Naming, find_namings
from sayso.collate.offices.titles import Title
from sayso.collate.stories.profiles import parse_day
from sayso.core.office import Standing
from sayso.core.reading import Reading

_OUT = (Standing.FORMER, Standing.THEN, Standing.INCOMING)


@dataclass(frozen=True, slots=True)
class Titled:
    """The titles of all reports' people, and the affairs of the reports."""

    named: Mapping[Member, Naming]
    bare: Mapping[Member, Title]  # of people whom their reports do not name
    days: Mapping[str, date | None]  # on which the reports were published
    affairs: Mapping[str, int]
    offices: frozenset[tuple[int, str]]  # affair and office: of those of which a holder is named

    def find_holders(self, people: Mapping[Member, int]) -> dict[Member, Member]:
        """Map each title without a name to a naming of whoever holds the office, as far as that is clear.

        ``people`` numbers the persons that entities stand for. Where two may be meant, or the report itself names a
        holder of such an office, nobody is.
        """
        by_office: dict[tuple[int, str], list[Naming]] = defaultdict(list)
        for naming in self.named.values():
            if naming.title.is_sole:
                by_office[self.affairs[naming.member[0]], naming.title.key].append(naming)
        found = {}
        for member, title in self.bare.items():
            if not title.is_sole or title.standing in _OUT:
                continue
            told = by_office.get((self.affairs[member[0]], title.key), ())
            holders = _in_office(title, told, people, self.days[member[0]])
            here = any(n.member[0] == member[0] for n in told)
            if len(holders) == 1 and not here:
                found[member] = min(n.member for n in next(iter(holders.values())))
        return found

    def is_holder(self, member: Member) -> bool:
        """Whether an entity is but a title that another person may hold in another report."""
        title = self.bare.get(member)
        if title is None or not title.is_sole:
            return False
        return (self.affairs[member[0]], title.key) in self.offices


def find_titled(readings: Iterable[Reading], affairs: Mapping[str, int]) -> Titled:
    """Return the titles of all reports' people."""
    named: dict[Member, Naming] = {}
    bare: dict[Member, Title] = {}
    days: dict[str, date | None] = {}
    for reading in readings:
        own, titles = find_namings(reading)
        named |= {(reading.id, entity): naming for entity, naming in own.items()}
        bare |= {(reading.id, entity): title for entity, title in titles.items()}
        days[reading.id] = parse_day(reading.published)
    sole = (n for n in named.values() if n.title.is_sole)
    offices = frozenset((affairs[n.member[0]], n.title.key) for n in sole)
    return Titled(named, bare, days, affairs, offices)


def _in_office(
    title: Title, told: Sequence[Naming], people: Mapping[Member, int], day: date | None
) -> dict[int, list[Naming]]:
    """Return the people who may hold an office on a day."""
    by_person: dict[int, list[Naming]] = defaultdict(list)
    for naming in told:
        if title.body is None or naming.title.body in (None, title.body):
            by_person[people[naming.member]].append(naming)
    bodies = {n.title.body for n in told if n.title.body}
    if title.body is None and len(bodies) > 1:
        return {}  # the ministers of two countries
    return {
        person: namings
        for person, namings in by_person.items()
        if any(n.title.standing not in _OUT for n in namings) and not _is_out(person, namings, by_person, day)
    }


def _is_out(
    person: int, namings: Sequence[Naming], by_person: Mapping[int, Sequence[Naming]], day: date | None
) -> bool:
    """Whether somebody has left the office by a day, or had not come into it yet."""
    if day is None:
        return False
    if any(n.title.standing is Standing.FORMER and n.day and n.day <= day for n in namings):
        return True
    held = [n.day for n in namings if n.day and n.title.standing not in _OUT]
    for other, others in by_person.items():
        theirs = [n.day for n in others if n.day and n.title.standing not in _OUT]
        if other == person or not held or not theirs:
            continue
        if max(held) < min(theirs) <= day or (min(held) > day >= max(theirs) and max(theirs) < min(held)):
            return True
    return False
