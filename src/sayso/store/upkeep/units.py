"""Which units the reports at hand are of: circles and affairs found anew, and what corrections tie to them.

A unit's part of the ledger has an id that is a hash of all that it rests on: the version of collation, the readings
of each affair, and the corrections.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from sayso.collate.stories.affairs import find_affairs, find_circle
from sayso.collate.units import find_units, reports_of, share_out
from sayso.core.correction import Action, Correction
from sayso.store.records import Provenance
from sayso.store.upkeep import part_rows
from sayso.store.upkeep.making import RawUnit
from sayso.store.upkeep.raw import RawReading
from sayso.store.upkeep.sketch_rows import StoredGraph


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit with the part of the ledger that it is to have."""

    affairs: Sequence[Sequence[str]]
    corrections: Sequence[Correction]
    part: str


class UnitFinder:
    """Finds units within one transaction; what was found of a circle is remembered."""

    def __init__(
        self, connection: Connection, graph: StoredGraph, corrections: Sequence[Correction], version: str
    ) -> None:
        self._connection = connection
        self._graph = graph
        self._corrections = corrections
        self._version = version  # of collation
        self._circles: dict[str, tuple[str, ...]] = {}  # of each report that was looked at
        self._affairs: dict[str, tuple[str, ...]] = {}  # likewise

    def circle_of(self, report: str) -> str:
        """Return the first report of the circle of one that was looked at, which names the circle."""
        return self._circles[report][0]

    def find(self, touched: Iterable[str]) -> list[Unit]:
        """Return the units of the touched reports' affairs, with the affairs that corrections tie to them."""
        for report in sorted(touched):
            self.find_affair(report)
        near = {self.find_affair(report) for report in sorted(self._circles)}
        tied = self._tied(near)
        provenance = {
            own: one
            for own, (_, one) in part_rows.load_provenance(
                self._connection, {a for affair in near for a in affair}
            ).items()
        }
        units = find_units(sorted(near), tied)
        return [
            Unit(unit, share, self._fingerprint(unit, share, provenance))
            for unit, share in zip(units, share_out(units, tied), strict=False)
        ]

    def find_of(self, correction: Correction) -> RawUnit:
        """Return the reports and corrections of the unit that a correction goes with; without reports, of none."""
        about = {c.id: reports_of(self._undone(c)) for c in self._corrections}
        known = part_rows.load_provenance(self._connection, {a for named in about.values() for a in named})
        if about[correction.id].isdisjoint(known):
            return RawUnit([], [c for c in self._corrections if about[c.id].isdisjoint(known)])
        near = {self.find_affair(report) for report in sorted(about[correction.id] & known.keys())}
        tied = self._tied(near)
        units = find_units(sorted(near), tied)
        unit, share = next(
            pair for pair in zip(units, share_out(units, tied), strict=False) if correction in pair[1]
        )
        return RawUnit(load_affairs(self._connection, unit), share)

    def find_affair(self, report: str) -> tuple[str, ...]:
        """Return the affair of a report, and remember those of its whole circle."""
        if report not in self._circles:
            circle = find_circle(report, self._graph.near)
            for affair in find_affairs(circle, self._graph.near):
                for own in affair:
                    self._circles[own], self._affairs[own] = circle, affair
        return self._affairs[report]

    def _undone(self, correction: Correction) -> Correction:
        """Return the correction that an undoing takes back, or brings back; any other itself."""
        by_id, seen = {c.id: c for c in self._corrections}, set[str]()
        while correction.undoes in by_id and correction.id not in seen:
            seen.add(correction.id)
            correction = by_id[correction.undoes]
        return correction

    def _tied(self, near: set[tuple[str, ...]]) -> list[Correction]:
        """Add to affairs those that corrections tie to them; return these corrections and all undoings."""
        known = part_rows.load_provenance(
            self._connection, {a for c in self._corrections for a in reports_of(c)}
        )
        tied: dict[str, Correction] = {}
        while True:
            held = {a for affair in near for a in affair}
            more = [c for c in self._corrections if c.id not in tied and not held.isdisjoint(reports_of(c))]
            if not more:
                break
            tied |= {c.id: c for c in more}
            near |= {self.find_affair(a) for c in more for a in sorted(reports_of(c) & known.keys())}
        return [c for c in self._corrections if c.id in tied or c.action is Action.UNDO]

    def _fingerprint(
        self, unit: Iterable[Iterable[str]], share: Iterable[Correction], provenance: Mapping[str, Provenance]
    ) -> str:
        lines = [self._version]
        for affair in unit:
            lines.append("affair")
            lines += [f"{a}\t{provenance[a].revision}\t{provenance[a].reader}" for a in affair]
        lines += [f"correction\t{c.id}" for c in share]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def load_affairs(connection: Connection, affairs: Iterable[Sequence[str]]) -> list[list[RawReading]]:
    """Return the current readings of the reports of some affairs."""
    affairs = list(affairs)
    known = part_rows.load_provenance(connection, [a for affair in affairs for a in affair])
    raw = part_rows.load_raw(connection, [number for number, _ in known.values()])
    return [[raw[known[a][0]] for a in affair] for affair in affairs]
