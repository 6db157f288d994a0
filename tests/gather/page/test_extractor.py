from collections.abc import Iterator

import pytest

from sayso.core.errors import GatherError
from sayso.gather.limits import Limits
from sayso.gather.page.extractor import PageExtractor

REPORT = (
    "<html><head><title>Harbour shut</title></head><body><article>"
    "<p>The minister of ports said on Tuesday that the harbour would stay shut until the talks end.</p>"
    "<p>%s</p></article></body></html>"
)


@pytest.fixture(scope="module")
def pages() -> Iterator[PageExtractor]:
    with PageExtractor() as extractor:
        yield extractor


def test_a_page_gives_its_report(pages: PageExtractor) -> None:
    found = pages.extract(REPORT % "Dockers went home, and ships turned back at the mole.")
    assert found.text.endswith("ships turned back at the mole.")
    assert found.metadata.title == "Harbour shut"


def test_a_lone_surrogate_does_not_end_the_text(pages: PageExtractor) -> None:
    assert pages.extract(REPORT % "Before \ud800 and after it all.").text.endswith("\ufffd and after it all.")


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<html><body><nav>Home</nav></body></html>",
        "<html><head><title>x",
        "<html><body><h1>Not found</h1><p>Sorry, the page that you look for is not here.</p></body></html>",
        "<html><body><ul>"
        + "<li><a href=x>Harbour shut as talks with Sarnia stall</a>" * 20
        + "</ul></body></html>",
    ],
)
def test_a_page_without_an_article_says_so(pages: PageExtractor, page: str) -> None:
    with pytest.raises(GatherError, match="no article"):
        pages.extract(page)


def test_a_fragment_loses_its_tags(pages: PageExtractor) -> None:
    assert pages.strip_markup("<p>One.</p><p>Two.</p>") == "One.\nTwo."


def test_nothing_starts_before_a_page_comes() -> None:
    with PageExtractor() as extractor:
        assert extractor._worker is None


def test_a_worker_that_takes_too_long_is_replaced() -> None:
    with PageExtractor(Limits(page_seconds=0.01)) as extractor:
        for _ in range(2):
            with pytest.raises(GatherError, match="longer than"):
                extractor.extract(REPORT % "Shut.")
            assert extractor._worker is None


def test_a_worker_that_takes_too_much_memory_costs_its_page_only() -> None:
    with PageExtractor(Limits(page_memory_bytes=20_000_000)) as extractor:
        with pytest.raises(GatherError) as caught:
            extractor.extract(REPORT % "Shut.")
        assert caught.value.remedy


def test_a_worker_that_takes_too_much_of_the_processor_is_ended() -> None:
    with PageExtractor(Limits(page_cpu_seconds=-1)) as extractor:  # the time is up before it begins
        with pytest.raises(GatherError, match="more than it is allowed"):
            extractor.extract(REPORT % "Shut.")
        assert extractor._worker is None
