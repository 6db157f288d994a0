"""A YAML block at the head of a plain text, between two lines of three hyphens (Jekyll's convention)."""

import re

from sayso.gather.limits import LIMITS
from sayso.gather.metadata.fields import metadata_of
from sayso.gather.metadata.sidecar import parse_fields
from sayso.gather.records import Metadata

_OPENING = re.compile(r"\s*---[ \t]*\r?\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)(?:[ \t]*\r?\n)*", re.MULTILINE)


def split_front_matter(text: str) -> tuple[Metadata, str]:
    """The block's facts and the text below it; no facts and the whole text where there is no such block.

    A block that names nothing we know of is text: three hyphens are also an ornament between paragraphs.
    """
    opening = _OPENING.match(text)
    if opening is None:
        return Metadata(), text
    closing = _CLOSING.search(text, opening.end(), opening.end() + LIMITS.metadata_bytes)
    fields = parse_fields(text[opening.end() : closing.start()]) if closing else None
    metadata = metadata_of(fields) if fields else Metadata()
    if closing is None or metadata == Metadata():
        return Metadata(), text
    return metadata, text[closing.end() :]
