"""Reads articles so that one failure costs one: each gives a reading or a set-aside record, in order."""

import itertools
from collections import deque
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Protocol, runtime_checkable

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


@runtime_checkable
class ManyReader(Protocol):
    """A reader that works at several articles at a time."""

    def read_each(self, articles: Iterable[Article]) -> "Iterator[ReadArticle | SkipError]":
        """Give one outcome per article, in order; raises StopError where none can be read."""
        ...


def read_each(
    reader: ArticleReader | ManyReader, articles: Iterable[Article]
) -> "Iterator[ReadArticle | SetAside]":
    """Give one outcome per article, in order, as each is read; only StopError goes through."""
    if not isinstance(reader, ManyReader):
        for article in articles:
            yield _read_one(reader, article)
        return
    given, asked = itertools.tee(articles)
    for article, outcome in zip(given, reader.read_each(asked), strict=True):
        yield _set_aside(article, outcome) if isinstance(outcome, SkipError) else outcome


def read_items(
    reader: ArticleReader | ManyReader, items: Iterable[Article | SetAside]
) -> "Iterator[ReadArticle | SetAside]":
    """Give one outcome per item, in order; what was set aside before stays so. Only StopError goes through."""
    taken: deque[Article | SetAside] = deque()

    def articles() -> Iterator[Article]:
        for item in items:
            taken.append(item)
            if not isinstance(item, SetAside):
                yield item

    for outcome in read_each(reader, articles()):
        while isinstance(item := taken.popleft(), SetAside):
            yield item
        yield outcome
    yield from (item for item in taken if isinstance(item, SetAside))


def _read_one(reader: ArticleReader, article: Article) -> "ReadArticle | SetAside":
    try:
        (read,) = reader.read([article])
    except StopError:
        raise
    except SkipError as error:
        return _set_aside(article, error)
    except Exception as error:  # a bug in reading one text must not cost the other ten thousand
        return SetAside(
            article.path or "-", None, f"the reader failed: {type(error).__name__}: {error}", RETRY
        )
    return read


def _set_aside(article: Article, error: SkipError) -> SetAside:
    return SetAside(article.path or "-", None, error.reason, error.remedy or RETRY)
