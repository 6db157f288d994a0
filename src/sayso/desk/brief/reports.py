"""Each report of the story with its text, cut at the marks of all that the brief cites."""

from collections import Counter

from sayso.core.ledger import LedgerArticle
from sayso.core.lineage import Precedence, Taking
from sayso.desk.brief.corrections import corrected
from sayso.desk.brief.draft import Draft
from sayso.desk.brief.index import file_name, safe_href
from sayso.desk.brief.pieces import Ref, Report, Took, TookPassage
from sayso.desk.brief.segments import split_text


def reports(draft: Draft) -> tuple[Report, ...]:
    """The reports of the story, then those of related ones, with their texts marked.

    Call it when all parts of the brief have cited what they cite.
    """
    statements = Counter(s.article for s in draft.statements)
    claims = Counter(article for claim in draft.claims for article in {r.article for r in claim.readings})
    return tuple(_report(a, statements[a.id], claims[a.id], draft) for a in (*draft.articles, *draft.related))


def _report(article: LedgerArticle, statement_count: int, claim_count: int, draft: Draft) -> Report:
    return Report(
        key=draft.key("R", article.id),
        label=draft.index.labels[article.id],
        outlet=article.outlet,
        title=article.title,
        author=article.author,
        published=article.published,
        url=article.url,
        href=safe_href(article.url),
        language=article.language,
        file=file_name(article),
        copy_of=_copy_of(article, draft),
        took=_took(article, draft),
        credits=tuple(c.name for c in article.credits),
        partial=article.partial,
        statement_count=statement_count,
        claim_count=claim_count,
        paragraphs=split_text(article.text, draft.citer.marks(article.id)),
        dropped=article.dropped,
        corrected=corrected(article.corrected, draft),
    )


def _copy_of(article: LedgerArticle, draft: Draft) -> Ref | None:
    earlier = article.copied_from
    return _ref(earlier, draft) if earlier is not None and earlier in draft.index.articles else None


def _took(article: LedgerArticle, draft: Draft) -> tuple[Took, ...]:
    """What a report shares with others: of reports that are not on the desk any more nothing is shown."""
    by_source: dict[tuple[str, Precedence], list[Taking]] = {}
    for taking in article.took:
        if taking.source in draft.index.articles:
            by_source.setdefault((taking.source, taking.precedence), []).append(taking)
    of_count = len(article.text.split())
    made = [
        Took(
            _ref(source, draft),
            sum(len(t.span.exact.split()) for t in takings),
            of_count,
            precedence,
            tuple(TookPassage(t.span.exact, t.source_span.exact, t.is_verbatim) for t in takings),
        )
        for (source, precedence), takings in by_source.items()
    ]
    return tuple(sorted(made, key=lambda t: -t.word_count))


def _ref(article: str, draft: Draft) -> Ref:
    key = draft.key("R", article) if article in draft.positions else ""
    return Ref(key, draft.index.labels[article])
