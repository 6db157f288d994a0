"""Corrections of the harbour's reports, made by hand."""

from collections.abc import Callable

import pytest

from sayso.collate.corrections.passages import select
from sayso.core.correction import Action, Correction, Selector, Subject
from sayso.core.read_article import ReadArticle
from tests.collate.conftest import span_in

Correct = Callable[..., Correction]


@pytest.fixture
def passage(harbour: list[ReadArticle]) -> Callable[[str, str], Selector]:
    """Where words stand in one of the harbour's reports."""
    texts = {read.reading.id: read.reading.text for read in harbour}
    return lambda article, words: select(article, texts[article], span_in(texts[article], words))


@pytest.fixture
def correct() -> Correct:
    """Makes corrections, each a second after the one before."""
    count = 0

    def make(
        action: Action,
        subject: Subject | None,
        *parts: list[Selector],
        field: str | None = None,
        value: str | None = None,
        undoes: str | None = None,
    ) -> Correction:
        nonlocal count
        count += 1
        return Correction(
            id=f"x{count}",
            action=action,
            subject=subject,
            parts=tuple(map(tuple, parts)),
            author="I. Marn",
            made=f"2031-03-05T10:00:{count:02}.000000Z",
            reason="as read",
            field=field,
            value=value,
            undoes=undoes,
        )

    return make
