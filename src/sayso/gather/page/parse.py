"""Page to report, by trafilatura; runs in the worker process only.

Precise facts come first: what schema.org's JSON-LD says, then the page's meta elements, then what trafilatura
finds by looking. Names of outlets are never made out of titles or addresses.
"""

from lxml.etree import _Element, strip_elements  # type: ignore[import-untyped]
from lxml.html import HTMLParser, fromstring  # type: ignore[import-untyped]
from trafilatura import bare_extraction
from trafilatura.settings import Document

from sayso.gather.page.facts import page_facts

_PARSER = HTMLParser(collect_ids=False, remove_comments=True, remove_pis=True)
_BLOCKS = (
    "p",
    "div",
    "li",
    "br",
    "tr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "figure",
    "figcaption",
)


def parse_page(page: str) -> dict[str, object]:
    """The report's text and metadata under the names that records use; no ``text`` where there is none."""
    facts = page_facts(fromstring(page, parser=_PARSER))
    found = bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        # A date is read where the page gives one, never searched for in its words.
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if not isinstance(found, Document):
        return facts
    guesses = {"title": found.title, "author": found.author, "url": found.url, "published": found.date}
    known = {**guesses, **facts}
    # A headline above the text is the title, which is known already, and no sentence of the report.
    return {**known, "text": (found.text or "").removeprefix(f"{known['title']}\n")}


def parse_fragment(fragment: str) -> str:
    """The words of a piece of markup, one block a line."""
    tree: _Element = fromstring(f"<div>{fragment}</div>", parser=_PARSER)
    strip_elements(tree, "script", "style", with_tail=False)
    for block in tree.iter(*_BLOCKS):
        block.tail = "\n" + (block.tail or "")
        if block.tag != "br":
            block.text = "\n" + (block.text or "")
    lines = (" ".join(line.split()) for line in "".join(tree.itertext()).splitlines())
    return "\n".join(line for line in lines if line)
