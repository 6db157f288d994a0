import os
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.core.article import Article
from sayso.core.errors import ReadError, StopError, WeightsError
from sayso.read.many import ManyReader, ReaderPool, count_cores
from sayso.read.many.pool import AHEAD, MOST_DEATHS
from sayso.read.many.reader import FEW
from sayso.read.reader import Reader
from tests.read.many.fakes import FakeReader, load_damaged

REPORT = (
    "Harbour Minister Ilsa Brandt said on Tuesday that Norvane “will not reopen the strait”. "
    "“We have waited long enough,” she said. Corvessa denied that it had fired on the trawler. "
)


def articles(*texts: str) -> list[Article]:
    return [
        Article(f"a{at}", None, None, None, None, "2031-05-07", "en", text) for at, text in enumerate(texts)
    ]


@pytest.fixture(scope="module")
def pool() -> Iterator[ReaderPool]:
    with ReaderPool(FakeReader, 2) as made:
        yield made


def outcomes(pool: ReaderPool, *texts: str) -> list[str]:
    found = pool.read_each(articles(*texts))
    return [each.reason if isinstance(each, ReadError) else each.reading.id for each in found]


def test_readings_keep_the_order_though_one_is_slow(pool: ReaderPool) -> None:
    assert outcomes(pool, "slow", "a", "b", "slow", "c") == ["a0", "a1", "a2", "a3", "a4"]


def test_a_fault_costs_one_article(pool: ReaderPool) -> None:
    found = outcomes(pool, "a", "error", "bug", "b")
    assert found == ["a0", "it cannot be read", "the reader failed: ZeroDivisionError: ", "a3"]


def test_a_crash_costs_one_article(pool: ReaderPool) -> None:
    assert outcomes(pool, "a", "crash", "b", "c") == ["a0", "the process that read it died", "a2", "a3"]


@settings(max_examples=15)
@given(st.lists(st.sampled_from(("a", "a", "error", "bug")), max_size=30))
def test_any_mixture_gives_one_outcome_each(pool: ReaderPool, texts: list[str]) -> None:
    good = [text == "a" for text in texts]
    assert [not isinstance(each, ReadError) for each in pool.read_each(articles(*texts))] == good


def test_no_more_is_taken_than_can_be_busy(pool: ReaderPool) -> None:
    taken: list[Article] = []

    def source() -> Iterator[Article]:
        for article in articles("slow", *["a"] * 200):
            taken.append(article)
            yield article

    next(pool.read_each(source()))
    assert len(taken) <= AHEAD * 2 + 4


def test_what_an_abandoned_run_left_is_no_answer_to_the_next(pool: ReaderPool) -> None:
    next(pool.read_each(articles("a", "slow", "slow", "slow")))
    assert outcomes(pool, "b", "error", "c") == ["a0", "it cannot be read", "a2"]


def test_where_every_process_dies_the_run_stops() -> None:
    with ReaderPool(FakeReader, 1) as dying, pytest.raises(StopError, match="die"):
        list(dying.read_each(articles(*["crash"] * (MOST_DEATHS + 2))))


def test_damaged_weights_stop_the_run() -> None:
    with ReaderPool(load_damaged, 1) as damaged, pytest.raises(WeightsError):
        list(damaged.read_each(articles("a")))


def test_few_articles_start_no_process() -> None:
    reader = ManyReader(FakeReader, load_damaged, 4)
    assert len(list(reader.read_each(articles(*["a"] * FEW)))) == FEW


def test_many_are_read_in_order_by_others() -> None:
    reader = ManyReader(FakeReader, FakeReader, 2)
    found = [each.reading.id for each in reader.read(articles(*["a"] * (FEW + 9)))]
    assert found == [f"a{at}" for at in range(FEW + 9)]
    reader.close()


def test_cores_are_those_that_may_be_used() -> None:
    assert 1 <= count_cores() <= (os.cpu_count() or 1)


def test_a_reading_is_the_same_in_any_number_of_threads_and_processes() -> None:
    given_ = articles(REPORT, REPORT * 12, "Short.", REPORT * 3)
    alone = [Reader.load(thread_count=1).read_one(article) for article in given_]
    threads = Reader.load(thread_count=3)
    together = list(threads.read(given_)) + list(threads.read(given_[::-1]))[::-1]
    with ReaderPool(Reader.load, 2) as processes:
        elsewhere = list(processes.read_each(given_))
    for one, *others in zip(alone, together[:4], together[4:], elsewhere, strict=True):
        for other in others:
            assert not isinstance(other, ReadError)
            assert other.reading == one.reading
            assert other.vectors.tobytes() == one.vectors.tobytes()
