"""Set-aside records in and out of their table, one row per place: the same trouble again adds none."""

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, Connection, and_, delete, insert, select, update

from sayso.core.article import SetAside
from sayso.store.article_rows import located
from sayso.store.clock import now
from sayso.store.records import Aside, Pending, Taken
from sayso.store.schema import articles, set_aside

PATHS_PER_DELETE = 500


def take_aside(connection: Connection, record: SetAside, run: str) -> Taken:
    """Keep what could not become an article."""
    place = located(record.path)
    _keep(
        connection,
        and_(
            set_aside.c.path == place,
            set_aside.c.record.is_not_distinct_from(record.record),
            set_aside.c.article.is_(None),
        ),
        {
            "path": place,
            "record": record.record,
            "reason": record.reason,
            "remedy": record.remedy,
            "run": run,
        },
    )
    return Taken(aside=1)


def keep_failures(
    connection: Connection, failures: Iterable[tuple[Pending, SetAside]], reader: str, run: str
) -> None:
    """Keep which articles a reader failed on."""
    for pending, failure in failures:
        values: dict[str, object] = {
            "path": located(failure.path),
            "record": failure.record,
            "article": pending.number,
            "reader": reader,
            "reason": failure.reason,
            "remedy": failure.remedy,
            "run": run,
        }
        _keep(connection, set_aside.c.article == pending.number, values)


def clear(connection: Connection, run: str, paths: Sequence[str]) -> int:
    """Forget what was set aside of these paths and not met by the run."""
    places = [located(path) for path in paths]
    cleared = 0
    for start in range(0, len(places), PATHS_PER_DELETE):
        gone = delete(set_aside).where(
            set_aside.c.path.in_(places[start : start + PATHS_PER_DELETE]),
            set_aside.c.article.is_(None),
            set_aside.c.run != run,
        )
        cleared += connection.execute(gone).rowcount
    return cleared


def forget(connection: Connection) -> int:
    """Forget whatever could not become an article."""
    return connection.execute(delete(set_aside).where(set_aside.c.article.is_(None))).rowcount


def forget_failures(connection: Connection) -> int:
    """Forget every failure of a reader."""
    return connection.execute(delete(set_aside).where(set_aside.c.article.is_not(None))).rowcount


def listed(connection: Connection) -> list[Aside]:
    """Give what is set aside, in order of arrival."""
    rows = select(
        set_aside.c.path,
        set_aside.c.record,
        articles.c.id.label("article"),
        set_aside.c.reason,
        set_aside.c.remedy,
        set_aside.c.since,
    )
    rows = rows.select_from(set_aside.outerjoin(articles)).order_by(set_aside.c.number)
    return [Aside(**row._mapping) for row in connection.execute(rows)]


def _keep(connection: Connection, where: ColumnElement[bool], values: dict[str, object]) -> None:
    if connection.execute(update(set_aside).where(where).values(**values)).rowcount == 0:
        connection.execute(insert(set_aside).values(**values, since=now()))
