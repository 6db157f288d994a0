import pytest

from sayso.core.article import SetAside
from sayso.core.errors import WeightsError
from sayso.core.read_article import ReadArticle
from sayso.store.outcomes import is_readable, read_each
from tests.store.fakes import VERSION, FakeReader, article


def test_each_article_gives_its_reading_in_order() -> None:
    outcomes = read_each(FakeReader(), [article(n) for n in range(5)], VERSION)
    assert [o.reading.id for o in outcomes if isinstance(o, ReadArticle)] == ["a0", "a1", "a2", "a3", "a4"]


def test_another_language_is_kept_and_not_read() -> None:
    reader = FakeReader()
    german = article(2, "Die Ministerin said nichts.", language="de", title="Titel")
    _, second, _ = read_each(reader, [article(1), german, article(3)], VERSION)
    assert isinstance(second, ReadArticle)
    assert second.reading.text == german.text
    assert (second.reading.language, second.reading.title) == ("de", "Titel")
    assert (second.reading.statements, second.reading.mentions) == ((), ())
    assert second.reading.reader == VERSION
    assert reader.batches == [2]


@pytest.mark.parametrize(
    ("language", "readable"), [("en", True), ("en-GB", True), (None, True), ("enm", False)]
)
def test_english_and_the_unknown_are_read(language: str | None, readable: bool) -> None:
    assert is_readable(article(1, language=language)) is readable


def test_one_failure_costs_one_article() -> None:
    articles = [
        article(1),
        article(2, "UNREADABLE", path="b.txt"),
        article(3),
        article(4, "BROKEN"),
        article(5),
    ]
    one, two, three, four, five = read_each(FakeReader(), articles, VERSION)
    assert all(isinstance(outcome, ReadArticle) for outcome in (one, three, five))
    assert two == SetAside("b.txt", None, "the fake cannot read this", "Write it anew.")
    assert isinstance(four, SetAside)
    assert four.reason == "the reader failed: IndexError: the fake is broken"
    assert four.remedy


def test_what_must_stop_the_run_stops_it() -> None:
    with pytest.raises(WeightsError):
        read_each(FakeReader(), [article(1), article(2, "NO WEIGHTS")], VERSION)


def test_nothing_gives_nothing() -> None:
    assert read_each(FakeReader(), [], VERSION) == []
