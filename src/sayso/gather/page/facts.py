"""What a page says about itself in so many words: schema.org's JSON-LD, then Open Graph and other meta elements."""

import json
from collections.abc import Iterator

from lxml.etree import _Element

_ARTICLE_TYPES = frozenset(
    ("Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "BlogPosting",
     "LiveBlogPosting", "OpinionNewsArticle", "Report", "AdvertiserContentArticle", "SatiricalArticle")
)  # fmt: skip
_LD_FIELDS = {
    "title": "headline",
    "author": "author",
    "published": "datePublished",
    "outlet": "publisher",
    "language": "inLanguage",
}
_META_FIELDS = {
    "outlet": ("og:site_name", "application-name", "dc.publisher", "citation_journal_title"),
    "title": ("og:title", "twitter:title", "dc.title"),
    "author": ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author"),
    "published": (
        "article:published_time",
        "datepublished",
        "parsely-pub-date",
        "dc.date",
        "date",
        "pubdate",
    ),
    "url": ("og:url", "parsely-link"),
}
_LONGEST_LD = 1_000_000
_DEEPEST_LD = 4


def page_facts(tree: _Element) -> dict[str, object]:
    """The facts under the names that records use; only those that the page gives."""
    facts: dict[str, object] = {**_from_meta(tree), **_from_json_ld(tree)}
    canonical = tree.xpath("//link[@rel='canonical']/@href")
    if isinstance(canonical, list) and canonical:
        facts["url"] = str(canonical[0])
    return facts


def _from_json_ld(tree: _Element) -> dict[str, object]:
    scripts = tree.xpath("//script[@type='application/ld+json']")
    for script in scripts if isinstance(scripts, list) else ():
        text = getattr(script, "text", None) or ""
        try:
            data = json.loads(text) if len(text) < _LONGEST_LD else None
        except (ValueError, RecursionError):
            continue
        for thing in _things(data, _DEEPEST_LD):
            if _ARTICLE_TYPES & set(_types(thing)):
                return {field: thing[name] for field, name in _LD_FIELDS.items() if thing.get(name)}
    return {}


def _things(data: object, depth: int) -> Iterator[dict[str, object]]:
    if depth and isinstance(data, list):
        for part in data:
            yield from _things(part, depth - 1)
    elif depth and isinstance(data, dict):
        yield data
        yield from _things(data.get("@graph"), depth - 1)
        yield from _things(data.get("mainEntity"), depth - 1)


def _types(thing: dict[str, object]) -> list[str]:
    kinds = thing.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _from_meta(tree: _Element) -> dict[str, object]:
    values: dict[str, str] = {}
    for element in tree.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = (element.get("content") or "").strip()
        if content:
            values.setdefault(key.lower(), content)
    found: dict[str, object] = {}
    for field, keys in _META_FIELDS.items():
        value = next((values[key] for key in keys if key in values), None)
        if value is not None and not (field == "author" and value.startswith("http")):
            found[field] = value
    return found
