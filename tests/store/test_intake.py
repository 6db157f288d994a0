from collections.abc import Iterator

import pytest

from sayso.core.article import Article, SetAside
from sayso.store.desk import Desk
from sayso.store.intake import ReadHow, ReadTally, batches, read_pending, take_in
from sayso.store.vectors import unpacked
from tests.store.fakes import VERSION, FakeReader, article


def read_all(
    desk: Desk, reader: FakeReader | None = None, *, again: bool = False, batch: int = 4
) -> ReadTally:
    reader = reader or FakeReader()
    how = ReadHow(reader, reader.version, batch, again)
    return read_pending(desk, how, "run", lambda _done: None, lambda _record: None)


def take(desk: Desk, *items: Article | SetAside, run: str = "run") -> None:
    take_in(desk, items, run, lambda _done: None)


def test_many_items_are_kept_in_batches_and_counted(desk: Desk) -> None:
    told: list[int] = []
    items = (article(n) if n % 100 else SetAside(f"f{n}", None, "bad", "") for n in range(450))
    taken = take_in(desk, items, "run", told.append)
    assert (taken.new, taken.aside) == (445, 5)
    assert told == [200, 400, 450]
    assert desk.counts(VERSION).articles == 445


def test_what_is_mended_is_no_longer_set_aside(desk: Desk) -> None:
    take(desk, SetAside("a.jsonl", 2, "broken", ""), SetAside("b.txt", None, "empty", ""), run="r1")
    take(desk, article(1, path="a.jsonl"), article(2, path="a.jsonl"), run="r2")
    assert [a.record for a in desk.set_aside()] == [None]
    take(desk, article(3, path="b.txt"), run="r3")
    assert desk.set_aside() == []


def test_an_interrupted_gathering_keeps_what_it_had_and_clears_nothing(desk: Desk) -> None:
    take(desk, SetAside("f0", None, "bad", ""), run="r1")

    def items() -> Iterator[Article | SetAside]:
        yield from (article(n, path="f0") for n in range(250))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        take_in(desk, items(), "r2", lambda _done: None)
    assert desk.counts(VERSION).articles == 200
    assert len(desk.set_aside()) == 1


def test_reading_goes_in_batches_and_is_told(desk: Desk) -> None:
    take(desk, *(article(n) for n in range(10)))
    reader, told = FakeReader(), list[int]()
    tally = read_pending(desk, ReadHow(reader, VERSION, 4), "run", told.append, lambda _record: None)
    assert tally == ReadTally(read=10, aside=0)
    assert told == list(range(1, 11))
    assert desk.counts(VERSION).unread == 0


def test_a_reading_comes_back_with_its_vectors(desk: Desk) -> None:
    take(desk, article(1))
    read_all(desk)
    (expected,) = FakeReader().read([article(1)])
    (stored,) = desk.readings()
    assert stored.reading == expected.reading
    assert (unpacked(stored).vectors == expected.vectors).all()


def test_reading_goes_on_where_it_was_interrupted(desk: Desk) -> None:
    take(desk, *(article(n) for n in range(10)))

    class Interrupted(FakeReader):
        def read(self, articles):  # type: ignore[no-untyped-def]
            if len(self.batches) == 9:
                raise KeyboardInterrupt
            return super().read(articles)

    with pytest.raises(KeyboardInterrupt):
        read_all(desk, Interrupted())
    assert desk.counts(VERSION).unread == 2
    assert read_all(desk) == ReadTally(read=2, aside=0)


def test_a_failure_is_set_aside_not_met_again_and_retried_on_demand(desk: Desk) -> None:
    take(desk, article(1), article(2, "UNREADABLE", path="b.txt"), article(3))
    assert read_all(desk) == ReadTally(read=2, aside=1)
    assert [(a.article, a.reason) for a in desk.set_aside()] == [("a2", "the fake cannot read this")]
    assert read_all(desk) == ReadTally()
    assert desk.counts(VERSION).unread == 0
    assert desk.retry_unreadable() == 1
    assert read_all(desk) == ReadTally(read=0, aside=1)
    # Gathering the file again is no cure for the reader.
    take(desk, article(2, "UNREADABLE", path="b.txt"), run="later")
    assert len(desk.set_aside()) == 1


def test_a_newer_reader_tries_what_an_older_one_failed_on(desk: Desk) -> None:
    take(desk, article(1, "UNREADABLE"))
    read_all(desk)
    assert read_all(desk, FakeReader("fake-2")) == ReadTally(read=0, aside=1)
    assert len(desk.set_aside()) == 1


def test_a_success_clears_the_failure(desk: Desk) -> None:
    take(desk, article(1, "UNREADABLE"))
    read_all(desk)

    class Healed(FakeReader):
        def read(self, articles):  # type: ignore[no-untyped-def]
            return (self._read(one) for one in articles)

    assert read_all(desk, Healed("fake-2")) == ReadTally(read=1, aside=0)
    assert desk.set_aside() == []


def test_an_older_readers_readings_are_read_again_only_on_demand(desk: Desk) -> None:
    take(desk, article(1), article(2))
    read_all(desk)
    newer = FakeReader("fake-2")
    assert desk.counts("fake-2").outdated == 2
    assert read_all(desk, newer) == ReadTally()
    assert read_all(desk, newer, again=True) == ReadTally(read=2, aside=0)
    assert read_all(desk, newer, again=True) == ReadTally()
    assert [stored.reading.reader for stored in desk.readings()] == ["fake-2", "fake-2"]
    assert desk.counts(VERSION).outdated == 2  # the older readings are kept, but no longer current


def test_metadata_that_is_filled_in_makes_the_report_read_again(desk: Desk) -> None:
    take(desk, article(1, published=None))
    read_all(desk)
    before = desk.provenance()
    take(desk, article(1, published="2031-03-04"))
    assert read_all(desk) == ReadTally(read=1, aside=0)
    assert [stored.reading.published for stored in desk.readings()] == ["2031-03-04"]
    assert desk.provenance() != before


def test_batches_leave_nothing_out() -> None:
    assert [list(batch) for batch in batches(range(7), 3)] == [[0, 1, 2], [3, 4, 5], [6]]
    assert list(batches([], 3)) == []
