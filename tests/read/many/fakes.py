"""Readers that other processes can load: quick, and each with a fault that its text asks for."""

import os
import time
from collections.abc import Iterable, Iterator

from sayso.core.article import Article
from sayso.core.errors import ReadError, WeightsError
from sayso.core.read_article import ReadArticle
from sayso.read.reader import unread


class FakeReader:
    """Reads nothing; a text can ask for a wait, an error, a bug or a crash."""

    def read(self, articles: Iterable[Article]) -> Iterator[ReadArticle]:
        for article in articles:
            if article.text == "slow":
                time.sleep(0.2)
            if article.text == "error":
                raise ReadError("it cannot be read", about=article.id)
            if article.text == "bug":
                raise ZeroDivisionError
            if article.text == "crash":
                os._exit(9)
            yield unread(article)


def load_damaged() -> FakeReader:
    raise WeightsError("the reader's file is damaged")
