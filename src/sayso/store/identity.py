"""When two gathered reports are the same report.

The same id and the same text are the same report, unless what is known says that two outlets published it: a
wire copy counts as a report of its own. The same id with another text is another report, kept under an id of
its own.
"""

import hashlib
import json
from urllib.parse import urlsplit

from sayso.core.article import Article

METADATA = ("outlet", "url", "title", "author", "published", "language")


def digest_of(text: str) -> str:
    """Give the text's SHA-256, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def is_same_report(one: Article, other: Article) -> bool:
    """Tell whether two articles with the same id and text are one report: nothing known says otherwise."""
    return _agree(_outlet(one), _outlet(other)) and _agree(_host(one), _host(other))


def filled_in(old: Article, new: Article) -> dict[str, str]:
    """Give the metadata that ``old`` lacks and ``new`` has."""
    return {
        name: value
        for name in METADATA
        if getattr(old, name) is None and (value := getattr(new, name)) is not None
    }


def distinct_id(article: Article) -> str:
    """Give an id for an article whose own is taken by another report, the same for the same article."""
    known = json.dumps([article.text, article.outlet, article.url])
    return f"{article.id}-{hashlib.sha256(known.encode()).hexdigest()[:8]}"


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _outlet(article: Article) -> str | None:
    return article.outlet.casefold().strip() if article.outlet else None


def _host(article: Article) -> str | None:
    try:
        host = urlsplit(article.url or "").hostname
    except ValueError:  # such as a bracket without its fellow
        return None
    return host.removeprefix("www.") if host else None
