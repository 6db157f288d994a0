"""The gold is about the reports as they are: every span stands in a cleaned text, to the letter."""

import itertools

import pytest

from bench.gold import EXAMPLE, Gold
from bench.matching import locate, name_articles
from sayso.core.article import Article, SetAside
from sayso.core.ledger import Ledger, LedgerArticle
from sayso.gather import gather


@pytest.fixture(scope="module")
def gold() -> Gold:
    return Gold.load(EXAMPLE / "gold.json")


@pytest.fixture(scope="module")
def gathered() -> list[Article | SetAside]:
    return list(gather([EXAMPLE / "reports"]))


@pytest.fixture(scope="module")
def articles(gathered: list[Article | SetAside], gold: Gold) -> dict[str, LedgerArticle]:
    found = [a for a in gathered if isinstance(a, Article)]
    kept = tuple(
        LedgerArticle(
            a.id,
            a.outlet,
            a.url,
            a.title,
            a.author,
            a.published,
            a.language,
            a.text,
            a.dropped,
            None,
            None,
            a.path,
        )
        for a in found
    )
    return name_articles(Ledger(kept, (), (), (), (), (), ()), gold.reports.values())


def test_every_report_becomes_an_article(gathered: list[Article | SetAside], gold: Gold) -> None:
    assert [found for found in gathered if isinstance(found, SetAside)] == []
    assert len(gathered) == len(gold.reports)


def test_every_report_is_found_once(articles: dict[str, LedgerArticle], gold: Gold) -> None:
    assert len({article.id for article in articles.values()}) == len(gold.reports)


def test_every_span_stands_in_its_text(articles: dict[str, LedgerArticle], gold: Gold) -> None:
    spans = [(s.report, s.span) for s in gold.statements]
    spans += [(r.report, r.span) for claim in gold.claims for r in claim.readings]
    for report, words in spans:
        assert locate(articles[report], words).places


def test_every_speaker_has_names(gold: Gold) -> None:
    speakers = {s.speaker for s in gold.statements}
    speakers |= {r.speaker for claim in gold.claims for r in claim.readings if r.speaker}
    assert speakers <= set(gold.aliases)


def test_every_read_report_is_in_one_story(gold: Gold) -> None:
    reports = list(itertools.chain.from_iterable(gold.stories))
    assert sorted(reports) == sorted(set(gold.reports.values()) - set(gold.unread))


def test_boilerplate_is_dropped_and_kept_apart(articles: dict[str, LedgerArticle], gold: Gold) -> None:
    for line in gold.boilerplate:
        assert line.starts not in articles[line.report].text


@pytest.mark.parametrize("report", ["ivn-sarnholt", "nr24-varnok", "nr24-passengers-shelled"])
def test_what_is_dropped_from_a_text_can_be_read(
    articles: dict[str, LedgerArticle], gold: Gold, report: str
) -> None:
    dropped = [d.text for d in articles[report].dropped]
    for line in gold.boilerplate:
        if line.report == report:
            assert any(text.startswith(line.starts) for text in dropped), line.starts


def test_broken_quotes_are_mended(articles: dict[str, LedgerArticle]) -> None:
    text = articles["ivn-sarnholt"].text
    assert "β" not in text
    assert "“murder with a rangefinder”" in text
    assert "Tuesday’s" in text


def test_outlets_as_given(articles: dict[str, LedgerArticle]) -> None:
    outlets = {report: article.outlet for report, article in articles.items()}
    assert outlets["mrt-sarnholt"] == "MRT Online"
    assert outlets["courier-varnok"] == "The Hessel Courier"
    assert outlets["meridian-karrow"] == outlets["meridian-sarnholt"] == "The Weekly Meridian"
    assert outlets["pellby-notes"] is None
    assert len(set(outlets.values()) - {None}) == 6


def test_dates_as_given(articles: dict[str, LedgerArticle]) -> None:
    published = {report: (article.published or "")[:10] for report, article in articles.items()}
    assert published["mrt-sarnholt"] == "2026-03-04"
    assert published["courier-karrow"] == "2026-03-07"
    assert published["meridian-karrow"] == "2026-03-08"
    assert published["pellby-notes"] == ""


def test_one_report_is_in_another_language(articles: dict[str, LedgerArticle], gold: Gold) -> None:
    foreign = {report for report, article in articles.items() if article.language not in ("en", None)}
    assert foreign == set(gold.unread)
