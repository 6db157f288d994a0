"""The stations behind the commands, each imported when it is first called.

``sayso --help`` must not wait for NumPy, ONNX Runtime or trafilatura; a test names what start-up may load.
"""

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

    from sayso.core.article import Article, SetAside
    from sayso.core.correction import Correction
    from sayso.core.ledger import Ledger
    from sayso.core.read_article import ReadArticle
    from sayso.desk.brief import Changes
    from sayso.store.ledgers import Collation
    from sayso.store.outcomes import ArticleReader


def gather(sources: Sequence[str], *, clean: bool = True) -> "Iterator[Article | SetAside]":
    """Gather the sources' reports."""
    from sayso.gather import gather as station

    return station(sources, clean=clean)


def load_reader(processes: int = 0) -> "ArticleReader":
    """Load the reader: a second or so. With many articles it starts other ``processes``. Raises WeightsError."""
    from sayso.core.memory import keep_loaded
    from sayso.read.many import ManyReader

    reader = ManyReader.load(process_count=processes)
    keep_loaded()
    return reader


def reader_version() -> str:
    """Give the version of the reader that ``load_reader`` would load."""
    from sayso.read.version import READER_VERSION

    return READER_VERSION


def collation() -> "Collation":
    """Give how ledgers are collated."""
    from sayso.collate.version import COLLATION_VERSION
    from sayso.store.ledgers import Collation

    return Collation(_collate, COLLATION_VERSION, _collate_part, os.cpu_count() or 1)


def show_brief(ledger: "Ledger", changes: "Changes", console: "Console", *, texts: bool) -> None:
    """Show the brief in a terminal, with the reports' texts where wanted."""
    from sayso.desk.terminal import show_brief as station

    station(ledger, None, console, texts=texts, changes=changes)


def to_markdown(ledger: "Ledger", changes: "Changes") -> str:
    """Give the brief as Markdown."""
    from sayso.desk.markdown import to_markdown as station

    return station(ledger, None, changes)


def to_html(ledger: "Ledger", changes: "Changes") -> str:
    """Give the brief as one HTML file."""
    from sayso.desk.html import to_html as station

    return station(ledger, None, changes)


def _collate_part(
    affairs: "Sequence[Sequence[ReadArticle]]", corrections: "Sequence[Correction]" = ()
) -> "Ledger":
    from sayso.collate.ledger import collate_part as station

    return station(affairs, corrections)


def _collate(reads: "Sequence[ReadArticle]", corrections: "Sequence[Correction]" = ()) -> "Ledger":
    from sayso.collate.ledger import collate as station

    return station(reads, corrections)
