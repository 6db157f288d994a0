"""Finds the ledger's words for a gold span.

A gold span stands verbatim in the article's text, so both sides are character offsets and are compared as
such: a ledger span carries a gold span when it covers at least half of its letters and is not much longer.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.core.ledger import Ledger, LedgerArticle
from sayso.core.span import Span

LEAST_COVER = 0.5
MOST_LENGTHS = 3  # a carrier is at most three times as long, and a short clause
A_CLAUSE = 40


@dataclass(frozen=True, slots=True)
class Located:
    """A gold span in its article: every place where its words stand."""

    article: str
    places: tuple[tuple[int, int], ...]


def locate(article: LedgerArticle, words: str) -> Located:
    """Where ``words`` stand in the article. Raises ValueError where they do not."""
    places, start = [], article.text.find(words)
    while start >= 0:
        places.append((start, start + len(words)))
        start = article.text.find(words, start + 1)
    if not places:
        raise ValueError(f"{article.id} does not hold {words!r}")
    return Located(article.id, tuple(places))


def nearness(gold: Located, spans: Sequence[Span]) -> float:
    """How well the spans carry the gold span: the Dice coefficient of their letters, 0 where they do not."""
    return max(_dice(place, spans) for place in gold.places)


def _dice(place: tuple[int, int], spans: Sequence[Span]) -> float:
    start, end = place
    length = sum(span.end - span.start for span in spans)
    shared = sum(max(0, min(end, span.end) - max(start, span.start)) for span in spans)
    carried = shared >= LEAST_COVER * (end - start) and length <= MOST_LENGTHS * (end - start) + A_CLAUSE
    return 2 * shared / (length + end - start) if carried else 0.0


def name_articles(ledger: Ledger, reports: Iterable[str]) -> dict[str, LedgerArticle]:
    """Each report's article: the one whose id, path or address holds the report's name."""
    found = {}
    for report in reports:
        for article in ledger.articles:
            if any(report in (known or "") for known in (article.id, article.path, article.url)):
                found[report] = article
                break
    return found


def fold_name(name: str) -> str:
    """A name without case, a leading article, or the apostrophe's form."""
    folded = " ".join(name.replace("’", "'").casefold().split())
    return folded.removeprefix("the ")
