"""Brings the ledger up to date: graph, circles, affairs, units, parts.

1. Each report whose reading is new goes into the graph (``sketch_rows``); whom it is or was like is touched.
2. The circles that held anything touched, before or now, are found anew, and the affairs in them.
3. Affairs that corrections tie are units (``collate.units``). A part's id is a hash of all that it rests on, so a unit
   whose part is kept is done; the others are collated.
4. In one transaction the new parts take the place of the old ones, and what changed is written down.

The same parts come from any order and any batches, for each step rests on what lies on the desk and not on how it came.
A run that is cut off leaves the old ledger, and the reports stale.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import Connection, delete, insert, select

from sayso.collate.pool import Job, collate_jobs
from sayso.collate.stories.affairs import find_affairs, find_circle
from sayso.collate.stories.profiles import profile
from sayso.collate.stories.sketches import make_sketch
from sayso.collate.units import find_units, reports_of, share_out
from sayso.core.correction import Action, Correction
from sayso.core.ledger import Ledger
from sayso.core.read_article import ReadArticle
from sayso.store import correction_rows
from sayso.store.lines import lines_of
from sayso.store.records import Provenance
from sayso.store.schema import articles, places, readings, stale, upkeep
from sayso.store.sqlite import Database
from sayso.store.upkeep import change_rows, part_rows
from sayso.store.upkeep.change import compare_parts, trace_stories
from sayso.store.upkeep.part_rows import Place
from sayso.store.upkeep.sketch_rows import StoredGraph
from sayso.store.vectors import unpacked

if TYPE_CHECKING:
    from sayso.store.collation import Collation

_BATCH = 200  # reports whose readings are in memory at a time
_COMPARED = 100  # parts of which it is told what changed within stories; more is another ledger altogether


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit with the part of the ledger that it is to have."""

    affairs: Sequence[Sequence[str]]
    corrections: Sequence[Correction]
    part: str


def bring_up_to_date(database: Database, collation: "Collation") -> bool:
    """Collate what has changed since the last time; give whether anything had. Raises DeskError."""
    with database.reading() as connection:
        if is_up_to_date(connection, collation):
            return False
    with database.writing() as connection:
        _Update(connection, collation).run()
    return True


def is_up_to_date(connection: Connection, collation: "Collation") -> bool:
    """Tell whether the parts rest on all that lies on the desk."""
    if connection.execute(select(stale.c.article).limit(1)).first() is not None:
        return False
    row = connection.execute(select(upkeep)).first()
    corrections = correction_rows.listed(connection)
    return row is not None and (row.version, row.corrections) == (collation.version, _hash_of(corrections))


def foretell(database: Database, collation: "Collation", trial: Correction) -> Ledger:
    """Give the part of the ledger that one more correction bears on, as it would be with it; nothing is kept.

    The parts must be up to date. Raises DeskError.
    """
    with database.reading() as connection:
        affairs, share = _Update(connection, collation, trial).find_unit(trial)
        assert collation.part is not None  # noqa: S101 (else nobody is here)
        return collation.part(affairs, share)


def _hash_of(corrections: Iterable[Correction]) -> str:
    return hashlib.sha256("\n".join(sorted(c.id for c in corrections)).encode()).hexdigest()


class _Update:
    def __init__(self, connection: Connection, collation: "Collation", *trials: Correction) -> None:
        self._connection = connection
        self._collation = collation
        self._graph = StoredGraph(connection)
        self._corrections = [*correction_rows.listed(connection), *trials]
        self._circles: dict[str, tuple[str, ...]] = {}  # of each report that was looked at
        self._affairs: dict[str, tuple[str, ...]] = {}  # likewise

    def run(self) -> None:
        row = self._connection.execute(select(upkeep)).first()
        if row is None or row.version != self._collation.version:
            self._forget()
        is_corrected = row is None or row.corrections != _hash_of(self._corrections)
        touched = self._grow()
        if is_corrected:
            named = {a for c in self._corrections for a in reports_of(c)}
            touched |= part_rows.load_provenance(self._connection, named).keys()
        before = self._standing(touched)
        touched |= before.keys()
        for report in sorted(touched):
            self._find_affair(report)
        self._replace(self._units(touched), before)
        self._note(row.looked if row else 0)

    def find_unit(self, correction: Correction) -> Job:
        """Return the reports and corrections of the unit that a correction goes with; without reports, of none."""
        about = {c.id: reports_of(self._undone(c)) for c in self._corrections}
        known = part_rows.load_provenance(self._connection, {a for named in about.values() for a in named})
        if about[correction.id].isdisjoint(known):
            return [], [c for c in self._corrections if about[c.id].isdisjoint(known)]
        near = {self._find_affair(report) for report in sorted(about[correction.id] & known.keys())}
        tied = self._tied(near)
        units = find_units(sorted(near), tied)
        unit, share = next(
            pair for pair in zip(units, share_out(units, tied), strict=False) if correction in pair[1]
        )
        return self._read(unit), share

    def _undone(self, correction: Correction) -> Correction:
        """Return the correction that an undoing takes back, or brings back; any other itself."""
        by_id, seen = {c.id: c for c in self._corrections}, set[str]()
        while correction.undoes in by_id and correction.id not in seen:
            seen.add(correction.id)
            correction = by_id[correction.undoes]
        return correction

    def _forget(self) -> None:
        """Have all read anew into the graph and collated: weights and rules are others."""
        current = select(readings.c.article).where(readings.c.current)
        self._connection.execute(delete(stale))
        self._connection.execute(insert(stale).from_select(["article"], current))

    def _grow(self) -> set[str]:
        """Put what is new into the graph; give whom that touches."""
        waiting = self._connection.execute(select(stale.c.article).order_by(stale.c.article)).scalars().all()
        touched: set[str] = set()
        for start in range(0, len(waiting), _BATCH):
            for number, stored in part_rows.load_readings(self._connection, waiting[start : start + _BATCH]):
                touched |= self._graph.put(number, make_sketch(profile(unpacked(stored))))
        return touched

    def _standing(self, touched: set[str]) -> dict[str, Place]:
        """Give where the touched reports stand, and all others of their circles and parts."""
        held = part_rows.places_among(self._connection, articles.c.id, touched)
        circles = part_rows.places_among(self._connection, places.c.circle, {p.circle for p in held.values()})
        parts = {place.part for place in circles.values()}
        return circles | part_rows.places_among(self._connection, places.c.part, parts)

    def _find_affair(self, report: str) -> tuple[str, ...]:
        if report not in self._circles:
            circle = find_circle(report, self._graph.near)
            for affair in find_affairs(circle, self._graph.near):
                for own in affair:
                    self._circles[own], self._affairs[own] = circle, affair
        return self._affairs[report]

    def _units(self, touched: Iterable[str]) -> list[Unit]:
        """Give the units of the touched reports' affairs, with the affairs that corrections tie to them."""
        near = {self._find_affair(report) for report in sorted({*touched, *self._circles})}
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

    def _tied(self, near: set[tuple[str, ...]]) -> list[Correction]:
        """Add to affairs those that corrections tie to them; give these corrections and all undoings."""
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
            near |= {self._find_affair(a) for c in more for a in sorted(reports_of(c) & known.keys())}
        return [c for c in self._corrections if c.id in tied or c.action is Action.UNDO]

    def _fingerprint(
        self, unit: Iterable[Iterable[str]], share: Iterable[Correction], provenance: Mapping[str, Provenance]
    ) -> str:
        lines = [self._collation.version]
        for affair in unit:
            lines.append("affair")
            lines += [f"{a}\t{provenance[a].revision}\t{provenance[a].reader}" for a in affair]
        lines += [f"correction\t{c.id}" for c in share]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()

    def _replace(self, units: Sequence[Unit], before: Mapping[str, Place]) -> None:
        """Put the units' parts in place of those that held their reports, and write down what changed."""
        connection = self._connection
        members = {a for unit in units for affair in unit.affairs for a in affair}
        before = {**before, **part_rows.places_among(connection, articles.c.id, members)}
        old = {place.part for place in before.values()}
        kept = {unit.part for unit in units if part_rows.has_part(connection, unit.part)}
        gone = sorted(old - kept - {unit.part for unit in units})
        fresh = [unit for unit in units if unit.part not in kept]
        is_told = len(gone) <= _COMPARED
        former = [p for own in gone if is_told and (p := part_rows.load_part(connection, own)) is not None]
        part_rows.drop_parts(connection, gone)
        self._move([unit for unit in units if unit.part in kept], before)
        after: dict[str, str] = {}
        made: list[Ledger] = []
        for unit, ledger in zip(fresh, self._collate(fresh), strict=True):
            part_rows.keep_part(connection, unit.part, ledger)
            part_rows.keep_lines(connection, unit.part, lines_of(ledger))
            after |= self._keep_places(unit, ledger)
            if is_told:
                made.append(ledger)
        stories = {a: place.story for a, place in before.items() if place.part in gone}
        history = trace_stories(stories, after)
        change_rows.keep_names(connection, history.names)
        changes = [*history.changes, *(compare_parts(former, made) if is_told else ())]
        change_rows.keep_changes(connection, [*changes, *change_rows.find_quiet(connection)])

    def _move(self, units: Iterable[Unit], before: Mapping[str, Place]) -> None:
        """Note the circles of reports whose part stays."""
        moved = {
            self._graph.number(a): replace(before[a], circle=circle)
            for unit in units
            for affair in unit.affairs
            for a in affair
            if before[a].circle != (circle := self._circles[a][0])
        }
        part_rows.keep_places(self._connection, moved)

    def _collate(self, units: Sequence[Unit]) -> Iterator[Ledger]:
        count = sum(len(affair) for unit in units for affair in unit.affairs)
        processes = self._collation.processes
        assert self._collation.part is not None  # noqa: S101 (else nobody is here)
        return collate_jobs(self._collation.part, map(self._job, units), count=count, processes=processes)

    def _job(self, unit: Unit) -> Job:
        return self._read(unit.affairs), unit.corrections

    def _read(self, affairs: Iterable[Sequence[str]]) -> list[list[ReadArticle]]:
        affairs = list(affairs)
        members = [a for affair in affairs for a in affair]
        numbers = [n for n, _ in part_rows.load_provenance(self._connection, members).values()]
        reads = {s.reading.id: unpacked(s) for _, s in part_rows.load_readings(self._connection, numbers)}
        return [[reads[a] for a in affair] for affair in affairs]

    def _keep_places(self, unit: Unit, ledger: Ledger) -> dict[str, str]:
        stories = {a: story.id for story in ledger.stories for a in story.articles}
        part_rows.keep_places(
            self._connection,
            {
                self._graph.number(a): Place(self._circles[a][0], affair[0], unit.part, stories[a])
                for affair in unit.affairs
                for a in affair
            },
        )
        return stories

    def _note(self, looked: int) -> None:
        connection = self._connection
        connection.execute(delete(stale))
        connection.execute(delete(upkeep))
        connection.execute(
            insert(upkeep).values(
                number=1,
                version=self._collation.version,
                corrections=_hash_of(self._corrections),
                looked=looked,
            )
        )
