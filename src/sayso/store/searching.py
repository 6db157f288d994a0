"""Full-text search by SQLite's FTS5, best first by BM25. Another database has its own file for this."""

import json
from collections.abc import Sequence

from sqlalchemy import Connection, Row, text

from sayso.core.span import Span
from sayso.store.records import Hit

# Marks around the words that were found; a text that holds them itself shifts what is shown in bold, no more.
OPEN, CLOSE = "\x02", "\x03"
EXCERPT_TOKENS = 24  # at most 64, by FTS5
HIT_COLUMNS = ("article", "outlet", "title", "published", "path", "statement", "speaker")
TITLE_WEIGHT, SPEAKER_WEIGHT = 4.0, 1.0

_STATEMENTS = text(f"""
    SELECT a.id AS article, a.outlet, a.title, a.published, a.path, a.text, s.id AS statement, s.speaker, s.spans,
           highlight(statements_search, 1, '{OPEN}', '{CLOSE}') AS found,
           bm25(statements_search, {SPEAKER_WEIGHT}, 1.0) AS rank
    FROM statements_search
    JOIN statements s ON s.number = statements_search.rowid
    JOIN articles a ON a.number = s.article
    WHERE statements_search MATCH :query ORDER BY rank, s.number LIMIT :limit
""")  # noqa: S608 (constants only)

_TEXTS = text(f"""
    SELECT a.id AS article, a.outlet, a.title, a.published, a.path, a.text,
           NULL AS statement, NULL AS speaker, NULL AS spans,
           snippet(articles_search, 1, '{OPEN}', '{CLOSE}', '', {EXCERPT_TOKENS}) AS found,
           bm25(articles_search, {TITLE_WEIGHT}, 1.0) AS rank
    FROM articles_search
    JOIN articles a ON a.number = articles_search.rowid
    WHERE articles_search MATCH :query ORDER BY rank, a.number LIMIT :limit
""")  # noqa: S608 (constants only)


def search(connection: Connection, words: Sequence[str], *, limit: int) -> list[Hit]:
    """Find statements, then texts, that hold all of ``words``; one of several words is a phrase."""
    query = " ".join(f'"{word}"'.replace('"', '""')[1:-1] for word in words if word.strip())
    if not query:
        return []
    values = {"query": query, "limit": limit}
    statements = connection.execute(_STATEMENTS, values).all()
    texts = connection.execute(_TEXTS, values).all()
    return [_hit(row) for row in [*statements, *texts]]


def _hit(row: Row[tuple[object, ...]]) -> Hit:
    held = row._mapping
    spans = _spans(held["text"], held["spans"], held["found"])
    return Hit(
        spans=spans,
        marks=_marks(spans, held["found"]),
        **{name: held[name] for name in HIT_COLUMNS},
    )


def _spans(words: str, stored: str | None, found: str) -> tuple[Span, ...]:
    if stored is not None:
        return tuple(Span.of(words, start, end) for start, end in json.loads(stored))
    excerpt = found.replace(OPEN, "").replace(CLOSE, "").strip()
    start = words.find(excerpt)
    return (Span(start, start + len(excerpt), excerpt),) if excerpt and start >= 0 else ()


def _marks(spans: tuple[Span, ...], found: str) -> tuple[tuple[int, int], ...]:
    """Give where in the text the marked words stand, looked for from left to right in the spans."""
    marks = []
    words = [piece.split(CLOSE, 1)[0] for piece in found.split(OPEN)[1:]]
    for span in spans:
        at = 0
        while words and (place := span.exact.find(words[0], at)) >= 0:
            at = place + len(words.pop(0))
            marks.append((span.start + place, span.start + at))
    return tuple(marks)
