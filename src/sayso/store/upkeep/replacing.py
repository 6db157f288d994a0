"""New parts of the ledger in place of old ones, and what that changed, written down."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from sayso.collate.pool import Load, share_work
from sayso.core.ledger import Ledger
from sayso.store.schema import articles
from sayso.store.upkeep import change_rows, part_rows
from sayso.store.upkeep.change import compare_parts, trace_stories
from sayso.store.upkeep.making import MadePart, RawUnit, make_part
from sayso.store.upkeep.part_rows import Place
from sayso.store.upkeep.sketch_rows import StoredGraph
from sayso.store.upkeep.units import Unit, UnitFinder, load_affairs

if TYPE_CHECKING:
    from sayso.store.collation import Collation

_COMPARED = 100  # parts of which it is told what changed within stories; more is another ledger altogether


class Replacement:
    """Makes the parts of units and keeps them, within one transaction."""

    def __init__(
        self, connection: Connection, collation: "Collation", graph: StoredGraph, finder: UnitFinder
    ) -> None:
        self._connection = connection
        self._collation = collation
        self._graph = graph
        self._finder = finder

    def replace_parts(self, units: Sequence[Unit], before: Mapping[str, Place]) -> None:
        """Put the units' parts in place of those that held their reports, and write down what changed.

        ``before`` is where the reports stood that were touched.
        """
        connection = self._connection
        members = {a for unit in units for affair in unit.affairs for a in affair}
        before = {**before, **part_rows.places_among(connection, articles.c.id, members)}
        kept = {unit.part for unit in units if part_rows.has_part(connection, unit.part)}
        gone = sorted({place.part for place in before.values()} - {unit.part for unit in units})
        former = self._load_parts(gone) if len(gone) <= _COMPARED else None
        part_rows.drop_parts(connection, gone)
        self._move([unit for unit in units if unit.part in kept], before)
        after: dict[str, str] = {}
        compared: list[Ledger] = []
        known = {article.id for part in former or () for article in part.articles}
        fresh = [unit for unit in units if unit.part not in kept]
        for unit, made in zip(fresh, self._collate(fresh), strict=True):
            part_rows.keep_part(connection, unit.part, made.form)
            part_rows.keep_lines(connection, unit.part, made.lines)
            self._keep_places(unit, made.stories)
            after |= made.stories
            if former is not None and (made.is_corrected or not known.isdisjoint(made.stories)):
                compared.append(part_rows.unpack_part(made.form))
        history = trace_stories({a: p.story for a, p in before.items() if p.part in gone}, after)
        change_rows.keep_names(connection, history.names)
        changes = [*history.changes, *compare_parts(former or (), compared)]
        change_rows.keep_changes(connection, [*changes, *change_rows.find_quiet(connection)])

    def _load_parts(self, parts: Iterable[str]) -> list[Ledger]:
        found = (part_rows.load_part(self._connection, own) for own in parts)
        return [part for part in found if part is not None]

    def _move(self, units: Iterable[Unit], before: Mapping[str, Place]) -> None:
        """Note the circles of reports whose part stays."""
        moved = {
            self._graph.number(a): replace(before[a], circle=circle)
            for unit in units
            for affair in unit.affairs
            for a in affair
            if before[a].circle != (circle := self._finder.circle_of(a))
        }
        part_rows.keep_places(self._connection, moved)

    def _collate(self, units: Sequence[Unit]) -> Iterator[MadePart]:
        assert self._collation.part is not None  # noqa: S101 (else nobody is here)
        sizes = [sum(map(len, unit.affairs)) for unit in units]
        tasks = ((size, self._load_unit(unit)) for size, unit in zip(sizes, units, strict=True))
        work = partial(make_part, self._collation.part)
        return share_work(work, tasks, Load(sum(sizes), self._collation.processes))

    def _load_unit(self, unit: Unit) -> RawUnit:
        return RawUnit(load_affairs(self._connection, unit.affairs), unit.corrections)

    def _keep_places(self, unit: Unit, stories: Mapping[str, str]) -> None:
        part_rows.keep_places(
            self._connection,
            {
                self._graph.number(a): Place(self._finder.circle_of(a), affair[0], unit.part, stories[a])
                for affair in unit.affairs
                for a in affair
            },
        )
