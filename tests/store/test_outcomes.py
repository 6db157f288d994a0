import itertools
from collections.abc import Iterable, Iterator

import pytest

from sayso.core.article import Article, SetAside
from sayso.core.errors import WeightsError
from sayso.core.read_article import ReadArticle
from sayso.store.outcomes import read_each
from tests.store.fakes import FakeReader, article


def test_each_article_gives_its_reading_in_order() -> None:
    outcomes = read_each(FakeReader(), [article(n) for n in range(5)])
    assert [o.reading.id for o in outcomes if isinstance(o, ReadArticle)] == ["a0", "a1", "a2", "a3", "a4"]


def test_one_failure_costs_one_article() -> None:
    articles = [
        article(1),
        article(2, "UNREADABLE", path="b.txt"),
        article(3),
        article(4, "BROKEN"),
        article(5),
    ]
    one, two, three, four, five = read_each(FakeReader(), articles)
    assert all(isinstance(outcome, ReadArticle) for outcome in (one, three, five))
    assert two == SetAside("b.txt", None, "the fake cannot read this", "Write it anew.")
    assert isinstance(four, SetAside)
    assert four.reason == "the reader failed: IndexError: the fake is broken"
    assert four.remedy


def test_what_must_stop_the_run_stops_it() -> None:
    with pytest.raises(WeightsError):
        list(read_each(FakeReader(), [article(1), article(2, "NO WEIGHTS")]))


def test_nothing_gives_nothing() -> None:
    assert list(read_each(FakeReader(), [])) == []


def test_a_reading_is_given_as_soon_as_it_is_made() -> None:
    outcomes = read_each(FakeReader(), (article(n) for n in itertools.count()))
    assert isinstance(next(outcomes), ReadArticle)


def test_a_reader_that_gives_nothing_has_failed() -> None:
    class Silent(FakeReader):
        def read(self, articles: Iterable[Article]) -> Iterator[ReadArticle]:
            return iter(())

    (outcome,) = read_each(Silent(), [article(1)])
    assert isinstance(outcome, SetAside)
