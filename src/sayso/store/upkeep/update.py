"""Brings the ledger up to date: graph, circles, affairs, units, parts.

1. Each report whose reading is new goes into the graph (``sketch_rows``); whom it is or was like is touched.
2. The circles that held anything touched, before or now, are found anew, and the affairs in them.
3. Affairs that corrections tie are units (``units``). A part's id is a hash of all that it rests on, so a unit whose
   part is kept is done; the others are collated.
4. In one transaction the new parts take the place of the old ones, and what changed is written down (``replacing``).

The same parts come from any order and any batches, for each step rests on what lies on the desk and not on how it came.
A run that is cut off leaves the old ledger, and the reports stale.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection, delete, insert, select

from sayso.collate.pool import Load, share_work
from sayso.collate.units import reports_of
from sayso.core.correction import Correction
from sayso.core.ledger import Ledger
from sayso.store import correction_rows
from sayso.store.schema import articles, places, readings, stale, upkeep
from sayso.store.sqlite import Database
from sayso.store.upkeep import part_rows
from sayso.store.upkeep.making import pack_sketch
from sayso.store.upkeep.part_rows import Place
from sayso.store.upkeep.raw import RawReading
from sayso.store.upkeep.replacing import Replacement
from sayso.store.upkeep.sketch_rows import StoredGraph
from sayso.store.upkeep.units import UnitFinder

if TYPE_CHECKING:
    from sayso.store.collation import Collation

_BATCH = 200  # reports whose readings are in memory at a time
_FEW = 1000  # reports that one process sketches before others have started


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
        corrections = [*correction_rows.listed(connection), trial]
        finder = UnitFinder(connection, StoredGraph(connection), corrections, collation.version)
        unit = finder.find_of(trial)
        assert collation.part is not None  # noqa: S101 (else nobody is here)
        return collation.part(unit.load(), unit.corrections)


def _hash_of(corrections: Iterable[Correction]) -> str:
    return hashlib.sha256("\n".join(sorted(c.id for c in corrections)).encode()).hexdigest()


class _Update:
    def __init__(self, connection: Connection, collation: "Collation") -> None:
        self._connection = connection
        self._collation = collation
        self._graph = StoredGraph(connection)
        self._corrections = correction_rows.listed(connection)
        self._finder = UnitFinder(connection, self._graph, self._corrections, collation.version)

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
        replacement = Replacement(self._connection, self._collation, self._graph, self._finder)
        replacement.replace_parts(self._finder.find(touched), before)
        self._note(row.looked if row else 0)

    def _forget(self) -> None:
        """Have all read anew into the graph and collated: weights and rules are others."""
        current = select(readings.c.article).where(readings.c.current)
        self._connection.execute(delete(stale))
        self._connection.execute(insert(stale).from_select(["article"], current))

    def _grow(self) -> set[str]:
        """Put what is new into the graph; give whom that touches."""
        waiting = self._connection.execute(select(stale.c.article).order_by(stale.c.article)).scalars().all()
        load = Load(len(waiting), self._collation.processes, few=_FEW)
        touched: set[str] = set()
        for number, form in share_work(pack_sketch, self._raw(waiting), load):
            touched |= self._graph.put(number, form)
        return touched

    def _raw(self, waiting: Sequence[int]) -> Iterator[tuple[int, tuple[int, RawReading]]]:
        for start in range(0, len(waiting), _BATCH):
            found = part_rows.load_raw(self._connection, waiting[start : start + _BATCH])
            yield from ((1, task) for task in found.items())

    def _standing(self, touched: set[str]) -> dict[str, Place]:
        """Give where the touched reports stand, and all others of their circles and parts."""
        held = part_rows.places_among(self._connection, articles.c.id, touched)
        circles = part_rows.places_among(self._connection, places.c.circle, {p.circle for p in held.values()})
        parts = {place.part for place in circles.values()}
        return circles | part_rows.places_among(self._connection, places.c.part, parts)

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
