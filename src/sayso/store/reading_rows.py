"""Readings in and out of their table, and the statements that the full-text search finds."""

import json
from collections.abc import Collection, Sequence

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Connection,
    Select,
    Table,
    and_,
    delete,
    exists,
    func,
    insert,
    select,
    true,
    union,
    update,
)

from sayso.core.reading import Reading
from sayso.store.article_rows import article_of
from sayso.store.clock import now
from sayso.store.forms import dump_reading, load_reading
from sayso.store.records import Counts, Pending, Provenance, StoredReading
from sayso.store.schema import articles, readings, set_aside, stale, statements, unread

BETWEEN_SPANS = " … "
IDS_PER_QUERY = 500


def pending(connection: Connection, reader: str, *, after: int, limit: int, again: bool) -> list[Pending]:
    """Give articles without a reading of their present revision, in order of arrival."""
    wanted = (
        select(articles)
        .where(articles.c.number > after, articles.c.number.in_(_waiting(reader, again=again)))
        .order_by(articles.c.number)
        .limit(limit)
    )
    return [Pending(row.number, row.revision, article_of(row)) for row in connection.execute(wanted)]


def keep(connection: Connection, pending: Pending, stored: StoredReading) -> None:
    """Keep a reading as its article's current one."""
    number, reader = pending.number, stored.reading.reader
    connection.execute(update(readings).where(readings.c.article == number).values(current=False))
    same = and_(readings.c.article == number, readings.c.reader == reader)
    connection.execute(delete(readings).where(same))
    connection.execute(
        insert(readings).values(
            article=number,
            reader=reader,
            revision=pending.revision,
            form=dump_reading(stored.reading).decode(),
            vectors=stored.vectors,
            width=stored.width,
            current=True,
            made=now(),
        )
    )
    connection.execute(delete(set_aside).where(set_aside.c.article == number))
    present = exists().where(articles.c.number == number, articles.c.revision == pending.revision)
    connection.execute(delete(unread).where(unread.c.article == number, present))
    connection.execute(insert(stale).prefix_with("OR IGNORE").values(article=number))
    _keep_statements(connection, number, stored.reading)


def current(connection: Connection, *, after: int, limit: int) -> list[tuple[int, StoredReading]]:
    """Give current readings with their articles' numbers, in order of arrival."""
    wanted = (
        select(readings.c.article, readings.c.form, readings.c.vectors, readings.c.width)
        .where(readings.c.current, readings.c.article > after)
        .order_by(readings.c.article)
        .limit(limit)
    )
    rows = connection.execute(wanted)
    return [(row.article, StoredReading(load_reading(row.form), row.vectors, row.width)) for row in rows]


def of_articles(connection: Connection, ids: Collection[str]) -> list[Reading]:
    """Give the current readings of articles by id, those that have one, ordered by id."""
    found = []
    wanted = sorted(ids)
    for start in range(0, len(wanted), IDS_PER_QUERY):
        some = articles.c.id.in_(wanted[start : start + IDS_PER_QUERY])
        rows = select(readings.c.form).join(articles).where(readings.c.current, some).order_by(articles.c.id)
        found += [load_reading(form) for form in connection.execute(rows).scalars()]
    return found


def provenance(connection: Connection) -> list[Provenance]:
    """Give what the current readings are of, ordered by the article's id."""
    wanted = select(articles.c.id, readings.c.revision, readings.c.reader).join(articles)
    rows = connection.execute(wanted.where(readings.c.current).order_by(articles.c.id))
    return [Provenance(row.id, row.revision, row.reader) for row in rows]


def counts(connection: Connection, reader: str) -> Counts:
    """Count what lies on the desk."""

    def count(table: Table, *where: ColumnElement[bool]) -> int:
        rows = select(func.count()).select_from(table).where(*where)
        return connection.execute(rows).scalar_one()

    return Counts(
        articles=count(articles),
        unread=count(unread, _has_not_failed(unread.c.article, reader)),
        # Two ranges of the index: those that are up to date are not looked at.
        outdated=count(readings, readings.c.current == true(), readings.c.reader < reader)
        + count(readings, readings.c.current == true(), readings.c.reader > reader),
        aside=count(set_aside),
    )


def _waiting(reader: str, *, again: bool = False) -> Select[tuple[int]] | CompoundSelect[tuple[int]]:
    """Select the articles without a reading of their present revision, that this reader has not failed on."""
    waiting = select(unread.c.article).where(_has_not_failed(unread.c.article, reader))
    if not again:
        return waiting
    old = and_(readings.c.current, readings.c.reader != reader, _has_not_failed(readings.c.article, reader))
    return union(waiting, select(readings.c.article).where(old))


def _has_not_failed(article: ColumnElement[int], reader: str) -> ColumnElement[bool]:
    return ~exists().where(set_aside.c.article == article, set_aside.c.reader == reader)


def _keep_statements(connection: Connection, number: int, reading: Reading) -> None:
    connection.execute(delete(statements).where(statements.c.article == number))
    names = {entity.id: entity.name for entity in reading.entities}
    rows: Sequence[dict[str, object]] = [
        {
            "article": number,
            "id": statement.id,
            "speaker": names.get(statement.speaker) if statement.speaker else None,
            "words": BETWEEN_SPANS.join(span.exact for span in statement.content),
            "spans": json.dumps([(span.start, span.end) for span in statement.content]),
        }
        for statement in reading.statements
    ]
    if rows:
        connection.execute(insert(statements), rows)
