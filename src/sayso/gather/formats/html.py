"""HTML: one page is one report."""

import re

from sayso.gather.encoding import decode
from sayso.gather.formats.plain import note_replaced
from sayso.gather.page.extractor import PageExtractor
from sayso.gather.records import Extracted
from sayso.gather.source import Source

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{2,20})", re.IGNORECASE)


def read_html(source: Source, pages: PageExtractor) -> Extracted:
    """The report in the page, with what the page tells about itself."""
    data = source.read_whole()
    match = _CHARSET.search(source.head)
    text, replaced = decode(data, declared=match[1].decode("ascii") if match else None)
    found = pages.extract(text)
    return Extracted(found.text, found.metadata, notes=note_replaced(replaced))
