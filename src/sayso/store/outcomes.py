"""Reads articles so that one failure costs one: each gives a reading or a set-aside record, in order."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

import numpy as np

from sayso.core.article import Article, SetAside
from sayso.core.errors import SkipError, StopError
from sayso.core.read_article import ReadArticle
from sayso.core.reading import Reading

LANGUAGE = "en"  # what the reader was trained on
RETRY = "Try again with a newer Sayso: sayso aside --retry. If it stays, report the fault."


class ArticleReader(Protocol):
    """What makes readings; the neural reader is one."""

    def read(self, articles: Iterable[Article]) -> Iterator[ReadArticle]:
        """Give one reading per article, in order. Raises SkipError where an article cannot be read."""
        ...


def is_readable(article: Article) -> bool:
    """Tell whether the article is in the reader's language, as far as is known."""
    return article.language is None or article.language.lower().split("-")[0] == LANGUAGE


def read_each(
    reader: ArticleReader, articles: Sequence[Article], version: str
) -> list[ReadArticle | SetAside]:
    """Read a batch: one outcome per article, in the articles' order.

    An article in another language is kept unread: its reading is empty. Where the batch fails, its articles
    are read one by one, and those that fail are set aside with the reason. Only StopError goes through.
    """
    wanted = [article for article in articles if is_readable(article)]
    read = iter(_read_batch(reader, wanted))
    return [next(read) if is_readable(article) else unread(article, version) for article in articles]


def unread(article: Article, version: str) -> ReadArticle:
    """Give the reading of an article that is kept and not read: as it came, with nothing found."""
    reading = Reading(
        id=article.id,
        outlet=article.outlet,
        url=article.url,
        title=article.title,
        author=article.author,
        published=article.published,
        language=article.language,
        text=article.text,
        dropped=article.dropped,
        mentions=(),
        entities=(),
        statements=(),
        events=(),
        dates=(),
        path=article.path,
        partial=article.partial,
        reader=version,
    )
    return ReadArticle(reading, np.zeros((0, 0), dtype=np.float32))


def _read_batch(reader: ArticleReader, articles: Sequence[Article]) -> Sequence[ReadArticle | SetAside]:
    try:
        read = list(reader.read(articles))
    except StopError:
        raise
    except Exception:  # whichever of them it was, it is met again below
        read = []
    if [one.reading.id for one in read] == [article.id for article in articles]:
        return read
    return [_read_one(reader, article) for article in articles]


def _read_one(reader: ArticleReader, article: Article) -> ReadArticle | SetAside:
    try:
        (read,) = reader.read([article])
    except StopError:
        raise
    except SkipError as error:
        return SetAside(article.path or "-", None, error.reason, error.remedy or RETRY)
    except Exception as error:  # a bug in reading one text must not cost the other ten thousand
        return SetAside(
            article.path or "-", None, f"the reader failed: {type(error).__name__}: {error}", RETRY
        )
    return read
