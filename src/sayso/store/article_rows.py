"""Articles in and out of their table."""

import json
import os
from collections.abc import Sequence

from sqlalchemy import Connection, Row, insert, select, update

from sayso.core.article import Article, Dropped
from sayso.store.clock import now
from sayso.store.identity import METADATA, digest_of, distinct_id, filled_in, is_same_report
from sayso.store.records import Taken
from sayso.store.schema import articles, sightings, unread


def located(path: str | None) -> str:
    """Give ``path`` so that it holds from any working folder; - is standard input."""
    return "-" if path in (None, "-") else os.path.abspath(path)  # noqa: PTH100 (resolves no link)


def article_of(row: Row[tuple[object, ...]]) -> Article:
    """Give the article that a row of the table is."""
    held = row._mapping
    return Article(
        id=held["id"],
        text=held["text"],
        dropped=tuple(Dropped(text, reason) for text, reason in json.loads(held["dropped"])),
        path=held["path"],
        partial=held["partial"],
        **{name: held[name] for name in METADATA},
    )


def take_article(connection: Connection, article: Article) -> Taken:
    """Keep one article, or note that the desk has it."""
    digest = digest_of(article.text)
    same = select(articles).where(articles.c.given == article.id, articles.c.digest == digest)
    for row in connection.execute(same.order_by(articles.c.number)).all():
        old = article_of(row)
        if is_same_report(old, article):
            news = filled_in(old, article)
            if news:
                _fill(connection, row.number, row.revision, news)
            _sight(connection, row.number, article.path)
            return Taken(filled=1) if news else Taken(known=1)
    number = _insert(connection, article, digest)
    _sight(connection, number, article.path)
    connection.execute(insert(unread).values(article=number))
    return Taken(new=1)


def _fill(connection: Connection, number: int, revision: int, news: dict[str, str]) -> None:
    row = update(articles).where(articles.c.number == number)
    connection.execute(row.values(**news, revision=revision + 1))
    if not connection.execute(select(unread).where(unread.c.article == number)).first():
        connection.execute(insert(unread).values(article=number))


def _insert(connection: Connection, article: Article, digest: str) -> int:
    statement = insert(articles).values(
        id=_free_id(connection, article),
        given=article.id,
        digest=digest,
        text=article.text,
        dropped=json.dumps([(line.text, line.reason) for line in article.dropped], ensure_ascii=False),
        path=article.path,
        partial=article.partial,
        revision=1,
        added=now(),
        **{name: getattr(article, name) for name in METADATA},
    )
    key: Sequence[int] | None = connection.execute(statement).inserted_primary_key
    assert key is not None  # noqa: S101 (a single insert always gives one)
    return key[0]


def _free_id(connection: Connection, article: Article) -> str:
    taken = select(articles.c.number).where(articles.c.id == article.id)
    return distinct_id(article) if connection.execute(taken).first() else article.id


def _sight(connection: Connection, number: int, path: str | None) -> None:
    place = located(path)
    known = select(sightings.c.article).where(sightings.c.article == number, sightings.c.path == place)
    if not connection.execute(known).first():
        connection.execute(insert(sightings).values(article=number, path=place, first=now()))
