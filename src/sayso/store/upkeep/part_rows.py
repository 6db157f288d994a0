"""Parts of the ledger in and out of their tables, and where each report stands in them."""

import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import ColumnElement, Connection, delete, insert, select

from sayso.core.ledger import Ledger
from sayso.store.forms import dump_ledger, load_ledger
from sayso.store.records import Provenance, StoryLine
from sayso.store.schema import articles, part_stories, parts, places, readings
from sayso.store.upkeep.raw import RawReading

IDS_PER_QUERY = 500
Thing = TypeVar("Thing")


def slices(things: Iterable[Thing]) -> list[list[Thing]]:
    """Give things in lists that one query takes."""
    held = list(things)
    return [held[i : i + IDS_PER_QUERY] for i in range(0, len(held), IDS_PER_QUERY)]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a report stands."""

    circle: str
    affair: str
    part: str
    story: str


def load_places(connection: Connection, where: ColumnElement[bool]) -> dict[str, Place]:
    """Give where the reports stand that a condition chooses, by id."""
    columns = (articles.c.id, places.c.circle, places.c.affair, places.c.part, places.c.story)
    rows = connection.execute(
        select(*columns).join(articles, articles.c.number == places.c.article).where(where)
    )
    return {row.id: Place(row.circle, row.affair, row.part, row.story) for row in rows}


def places_among(
    connection: Connection, column: ColumnElement[str], values: Collection[str]
) -> dict[str, Place]:
    """Give where the reports stand whose column has one of these values."""
    found: dict[str, Place] = {}
    for some in slices(sorted(values)):
        found |= load_places(connection, column.in_(some))
    return found


def keep_places(connection: Connection, new: Mapping[int, Place]) -> None:
    """Keep where reports stand, by their numbers."""
    for some in slices(new):
        connection.execute(delete(places).where(places.c.article.in_(some)))
    rows = [
        {"article": n, "circle": p.circle, "affair": p.affair, "part": p.part, "story": p.story}
        for n, p in new.items()
    ]
    if rows:
        connection.execute(insert(places), rows)


def has_part(connection: Connection, part: str) -> bool:
    """Whether a part is kept."""
    return connection.execute(select(parts.c.id).where(parts.c.id == part)).first() is not None


def keep_part(connection: Connection, part: str, form: bytes) -> None:
    """Keep a part, as ``pack_part`` gives it."""
    connection.execute(insert(parts).values(id=part, form=form))


def keep_lines(connection: Connection, part: str, lines: Iterable[StoryLine]) -> None:
    """Keep the lines of a part's stories."""
    rows = [
        {"part": part, "is_quiet": False, **{name: getattr(line, name) for name in StoryLine.__slots__}}
        for line in lines
    ]
    if rows:
        connection.execute(insert(part_stories), rows)


def drop_parts(connection: Connection, old: Collection[str]) -> None:
    """Forget parts and their stories' lines."""
    for some in slices(sorted(old)):
        connection.execute(delete(part_stories).where(part_stories.c.part.in_(some)))
        connection.execute(delete(parts).where(parts.c.id.in_(some)))


def pack_part(ledger: Ledger) -> bytes:
    """Give a part of the ledger as it is kept."""
    return zlib.compress(dump_ledger(ledger), level=3)


def unpack_part(form: bytes) -> Ledger:
    """Give back what ``pack_part`` packed. Raises DeskError where it is something else."""
    return load_ledger(zlib.decompress(form))


def load_part(connection: Connection, part: str) -> Ledger | None:
    """Give a part of the ledger."""
    form = connection.execute(select(parts.c.form).where(parts.c.id == part)).scalar_one_or_none()
    return None if form is None else unpack_part(form)


def load_parts(connection: Connection) -> Iterator[Ledger]:
    """Give all parts, one at a time."""
    for form in connection.execute(select(parts.c.form).order_by(parts.c.id)).scalars():
        yield unpack_part(form)


def load_part_of(connection: Connection, story: str) -> Ledger:
    """Give the part that holds a story."""
    wanted = select(parts.c.form).join(part_stories, part_stories.c.part == parts.c.id)
    form = connection.execute(wanted.where(part_stories.c.id == story)).scalar_one()
    return unpack_part(form)


def load_lines(connection: Connection) -> list[StoryLine]:
    """Give all stories' lines, in the ledger's order."""
    columns = [part_stories.c[name] for name in StoryLine.__slots__]
    order = (part_stories.c.first.is_(None), part_stories.c.first, part_stories.c.id)
    return [StoryLine(**row._mapping) for row in connection.execute(select(*columns).order_by(*order))]


def load_raw(connection: Connection, numbers: Iterable[int]) -> dict[int, RawReading]:
    """Give the current readings of these reports, by the reports' numbers, in their order."""
    found: dict[int, RawReading] = {}
    for some in slices(sorted(numbers)):
        wanted = select(readings.c.article, readings.c.form, readings.c.vectors, readings.c.width).where(
            readings.c.current, readings.c.article.in_(some)
        )
        rows = connection.execute(wanted.order_by(readings.c.article))
        found.update((r.article, RawReading(r.form, r.vectors, r.width)) for r in rows)
    return found


def load_provenance(connection: Connection, ids: Collection[str]) -> dict[str, tuple[int, Provenance]]:
    """Give the numbers of these reports and what their current readings are of, by id."""
    found: dict[str, tuple[int, Provenance]] = {}
    for some in slices(sorted(ids)):
        columns = (articles.c.id, articles.c.number, readings.c.revision, readings.c.reader)
        rows = connection.execute(
            select(*columns).join(articles).where(readings.c.current, articles.c.id.in_(some))
        )
        found |= {row.id: (row.number, Provenance(row.id, row.revision, row.reader)) for row in rows}
    return found
