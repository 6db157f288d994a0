"""A worker process: it loads a reader, then answers one article after the other until nobody asks any more."""

import signal
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection
from typing import Protocol

from sayso.core.article import Article
from sayso.core.errors import ReadError, SaysoError
from sayso.core.memory import collect_seldom, keep_loaded
from sayso.core.read_article import ReadArticle


class ArticleReader(Protocol):
    """What makes readings."""

    def read(self, articles: Iterable[Article]) -> Iterator[ReadArticle]:
        """The readings of ``articles`` in their order; raises ReadError, and StopError where none can be read."""
        ...


Outcome = ReadArticle | SaysoError


def work(pipe: Connection, load: Callable[[], ArticleReader]) -> None:
    """Answer each article that comes through ``pipe`` with its outcome, until the pipe is closed.

    An interrupt is the parent's business: whoever presses Ctrl-C reaches the workers, too.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()
    try:
        reader = load()
    except SaysoError as error:
        reader = _Refusal(error)
    keep_loaded()
    while True:
        try:
            article = pipe.recv()
        except (EOFError, OSError):
            return
        pipe.send(read_safely(reader, article))


def read_safely(reader: ArticleReader, article: Article) -> Outcome:
    """The reading, or why there is none: one text's fault must not cost the others."""
    try:
        (read,) = reader.read([article])
    except SaysoError as error:
        return error
    except Exception as error:  # the rim of a worker: a bug met by one text
        return ReadError(f"the reader failed: {type(error).__name__}: {error}", about=article.id)
    return read


class _Refusal:
    """Stands for a reader that cannot be loaded."""

    def __init__(self, error: SaysoError) -> None:
        self._error = error

    def read(self, articles: Iterable[Article]) -> Iterator[ReadArticle]:
        raise self._error
