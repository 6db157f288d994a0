"""Reads articles so that one failure costs one: each gives a reading or a set-aside record, in order."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

from sayso.core.article import Article, SetAside
from sayso.core.errors import SkipError, StopError

if TYPE_CHECKING:  # it brings NumPy
    from sayso.core.read_article import ReadArticle

RETRY = "Try again with a newer Sayso: sayso aside --retry. If it stays, report the fault."


class ArticleReader(Protocol):
    """What makes readings; the neural reader is one."""

    def read(self, articles: Iterable[Article]) -> "Iterator[ReadArticle]":
        """Give one reading per article, in order; an article in another language gets an empty one.

        Raises SkipError where an article cannot be read, StopError where none can.
        """
        ...


def read_each(reader: ArticleReader, articles: Iterable[Article]) -> "Iterator[ReadArticle | SetAside]":
    """Give one outcome per article, in order, as each is read; only StopError goes through."""
    for article in articles:
        yield _read_one(reader, article)


def _read_one(reader: ArticleReader, article: Article) -> "ReadArticle | SetAside":
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
