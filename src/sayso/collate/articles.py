"""The ledger's articles: the readings' heads and texts, their story, and what they took from one another."""

from collections.abc import Mapping, Sequence

from sayso.collate.corrections.book import Book
from sayso.collate.origins import Sources
from sayso.core.correction import Subject
from sayso.core.ledger import LedgerArticle, Story
from sayso.core.reading import Reading


def make_articles(
    readings: Mapping[str, Reading], stories: Sequence[Story], sources: Sources, book: Book
) -> tuple[LedgerArticle, ...]:
    """Return the articles in the order of their stories."""
    return tuple(
        _make(readings[article], story, sources, book) for story in stories for article in story.articles
    )


def _make(reading: Reading, story: Story, sources: Sources, book: Book) -> LedgerArticle:
    lineage = sources.lineage
    return LedgerArticle(
        id=reading.id,
        outlet=reading.outlet,
        url=reading.url,
        title=reading.title,
        author=reading.author,
        published=reading.published,
        language=reading.language,
        text=reading.text,
        dropped=reading.dropped,
        story=story.id,
        copied_from=sources.copied_from.get(reading.id),
        path=reading.path,
        partial=reading.partial,
        corrected=book.marks(Subject.REPORT, reading.id),
        took=lineage.takings.get(reading.id, ()),
        added=lineage.find_added(reading.id, reading.text),
        credits=sources.credits.get(reading.id, ()),
    )
