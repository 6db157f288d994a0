"""How fast text goes through: the encoder by itself, the whole reading, and reports that come as web pages."""

import html
import time
from collections.abc import Callable, Sequence
from dataclasses import fields
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from sayso.core.article import Article
from sayso.gather import gather
from sayso.read.encoder.engine import Engine, choose_engine, load_engine
from sayso.read.encoder.network import make_inputs
from sayso.read.encoder.pieces import Pieces, make_pieces
from sayso.read.encoder.weights import ENCODER_FILE, TOKENIZER_FILE, shipped_folder
from sayso.read.encoder.windows import Window, cut_windows
from sayso.read.reader import Reader

BATCH_SIZES = (1, 4, 16)  # windows in one call of the bare encoder; the fastest counts
TRIED_WINDOWS = 32  # on which the batch sizes are compared


def count_pieces(texts: Sequence[str]) -> int:
    """The word pieces of the texts, each counted once however windows overlap."""
    return len(_pieces_of(texts))


def time_encoder(texts: Sequence[str], *, engine: str, thread_count: int) -> float:
    """The seconds that one session takes for the texts: sorted by length, no overlap, the best batch size."""
    session = load_engine(
        shipped_folder() / ENCODER_FILE, name=choose_engine(engine), thread_count=thread_count
    )
    pieces = _pieces_of(texts)
    windows = sorted(_windows_of(texts), key=lambda w: w.start - w.end)
    tried = windows[:: max(1, len(windows) // TRIED_WINDOWS)]
    _encode(session, pieces, tried[:1], 1)
    best = min(BATCH_SIZES, key=lambda size: seconds(lambda: _encode(session, pieces, tried, size)))
    return seconds(lambda: _encode(session, pieces, windows, best))


def time_reading(reader: Reader, articles: Sequence[Article]) -> float:
    """The seconds from text to reading, one article after the other, the reader warm."""
    reader.read_one(articles[0])
    return seconds(lambda: [None for _ in reader.read(articles)])


def time_pages(reader: Reader, articles: Sequence[Article], folder: Path) -> float:
    """The seconds from web pages in a folder to readings, gathering included."""
    for number, article in enumerate(articles):
        (folder / f"{number:04}.html").write_text(page_of(article), encoding="utf-8")
    return seconds(lambda: [None for _ in reader.read(a for a in gather([folder]) if isinstance(a, Article))])


def page_of(article: Article) -> str:
    """An article as a plain page of a news site: a menu, a headline, paragraphs, a footer."""
    lines = (line for line in article.text.splitlines() if line.strip())
    body = "\n".join(f"<p>{html.escape(line)}</p>" for line in lines)
    title = html.escape(article.title or "A report")
    menu = "".join(
        f'<li><a href="/{name.lower()}">{name}</a></li>' for name in ("Home", "World", "Sport", "Weather")
    )
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body>'
        f"<nav><ul>{menu}</ul></nav><article><h1>{title}</h1>\n{body}\n</article>"
        "<footer><p>All rights reserved.</p></footer></body></html>"
    )


def seconds(work: Callable[[], object]) -> float:
    """The wall-clock seconds that ``work`` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _encode(session: Engine, pieces: Pieces, windows: Sequence[Window], size: int) -> None:
    for at in range(0, len(windows), size):
        session.run(make_inputs(pieces, windows[at : at + size]))


def _split_pieces(texts: Sequence[str]) -> list[Pieces]:
    tokenizer = Tokenizer.from_file(str(shipped_folder() / TOKENIZER_FILE))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return [make_pieces(tokenizer, text) for text in texts]


def _pieces_of(texts: Sequence[str]) -> Pieces:
    """The pieces of all texts in one row."""
    split = _split_pieces(texts)
    return Pieces(
        *(np.concatenate([getattr(each, field.name) for each in split]) for field in fields(Pieces))
    )


def _windows_of(texts: Sequence[str]) -> list[Window]:
    """The windows over the row of all pieces, none across two texts, without overlap."""
    found: list[Window] = []
    at = 0
    for each in _split_pieces(texts):
        found += [Window(at + w.start, at + w.end, 0, 0) for w in cut_windows(each, overlap=0)]
        at += len(each)
    return found
