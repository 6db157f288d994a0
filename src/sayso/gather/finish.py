"""From a report as extracted to an article: cleaned, its language known, safe to store, named."""

from dataclasses import fields, replace
from hashlib import blake2b

from sayso.core.article import Article, Dropped
from sayso.core.errors import GatherError
from sayso.core.text import make_storable
from sayso.gather.clean.clean import clean_line, clean_text
from sayso.gather.language import detect_language
from sayso.gather.records import Extracted, Metadata

_ID_BYTES = 8
_UNSTORABLE = "NUL characters or lone surrogates, which cannot be stored; U+FFFD stands for each"


def finish(found: Extracted, path: str, *, clean: bool) -> Article:
    """The article. Raises GatherError where no words are left.

    The text passes the storage gate first: whatever comes later may trust that it can be encoded.
    """
    text, count_unstorable = make_storable(found.text)
    metadata, dropped, partial = _storable(found.metadata), found.notes, found.partial
    if count_unstorable:
        dropped = (*dropped, Dropped("\ufffd", f"{count_unstorable} {_UNSTORABLE}"))
    if clean:
        cleaned = clean_text(text)
        text, dropped, partial = cleaned.text, dropped + cleaned.dropped, partial or cleaned.is_partial
        title, author = (clean_line(line, cleaned.stand_in) for line in (metadata.title, metadata.author))
        metadata = replace(metadata, title=title, author=author)
    if not text.strip():
        raise GatherError("the report holds no words of its own", remedy="fetch it again, or leave it out")
    return Article(
        id=metadata.id or _short_hash(text),
        outlet=metadata.outlet,
        url=metadata.url,
        title=metadata.title,
        author=metadata.author,
        published=metadata.published,
        language=metadata.language or detect_language(text),
        text=text,
        dropped=dropped,
        path=path,
        partial=partial,
    )


def _short_hash(text: str) -> str:
    return blake2b(text.encode("utf-8"), digest_size=_ID_BYTES).hexdigest()


def _storable(metadata: Metadata) -> Metadata:
    values = (getattr(metadata, field.name) for field in fields(Metadata))
    return Metadata(*(value and make_storable(value)[0] for value in values))
