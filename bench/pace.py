"""How fast text goes through: the encoder by itself, the whole reading, and reports that come as web pages.

In processor time of one thread, which other work on the machine disturbs least, and in turns over small groups of
articles, so that what disturbs one disturbs the others too.
"""

import html
import resource
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from sayso.core.article import Article
from sayso.core.memory import collect_seldom, keep_loaded
from sayso.gather import gather
from sayso.read.encoder.engine import Engine, choose_engine, load_engine
from sayso.read.encoder.network import make_inputs
from sayso.read.encoder.pieces import Pieces, make_pieces
from sayso.read.encoder.weights import ENCODER_FILE, TOKENIZER_FILE, shipped_folder
from sayso.read.encoder.windows import WINDOW, Window
from sayso.read.reader import Reader

BATCH_SIZES = (1, 4, 16)  # windows in one call of the bare encoder; the fastest counts
TRIED_WINDOWS = 32  # on which the batch sizes are compared
GROUP = 8  # articles measured before the turn passes on


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds of the processor for some articles, and how many word pieces they have."""

    pieces: int
    encoder: float  # one session on the pieces, no overlap
    reading: float  # from text to readings
    pages: float  # from web pages to readings


def measure_pace(articles: Sequence[Article], folder: Path, *, engine: str) -> Pace:
    """All three, in turns; pages are written into ``folder``."""
    collect_seldom()  # as the command and its workers do
    encoder, reader = BareEncoder(engine), Reader.load(engine=engine, thread_count=1)
    keep_loaded()
    groups = [articles[at : at + GROUP] for at in range(0, len(articles), GROUP)]
    encoder.choose_batch([article.text for article in articles])
    _read(reader, articles[:1])
    bare = whole = pages = 0.0
    pieces = 0
    for number, group in enumerate(groups):
        row, windows = encoder.cut([article.text for article in group])
        pieces += len(row)
        bare += seconds(lambda row=row, windows=windows: encoder.run(row, windows))  # type: ignore[misc]
        whole += seconds(lambda group=group: _read(reader, group))  # type: ignore[misc]
        place = folder / str(number)
        _write_pages(group, place)
        pages += seconds(lambda place=place: _read(reader, _gathered(place)))  # type: ignore[misc]
    return Pace(pieces, bare, whole, pages)


class BareEncoder:
    """One session of the encoder on one thread, and the batch size that suits it best."""

    def __init__(self, engine: str) -> None:
        self._session: Engine = load_engine(
            shipped_folder() / ENCODER_FILE, name=choose_engine(engine), thread_count=1
        )
        self._tokenizer = Tokenizer.from_file(str(shipped_folder() / TOKENIZER_FILE))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._batch = BATCH_SIZES[-1]

    def choose_batch(self, texts: Sequence[str]) -> None:
        """Take the batch size that is fastest on some of the texts' windows."""
        row, windows = self.cut(texts)
        tried = windows[:: max(1, len(windows) // TRIED_WINDOWS)]
        self.run(row, tried[:1])
        self._batch = min(BATCH_SIZES, key=lambda size: seconds(lambda: self.run(row, tried, size)))

    def cut(self, texts: Sequence[str]) -> tuple[Pieces, list[Window]]:
        """The pieces of the texts in one row, and windows over it, the longest first, none across two texts."""
        split = [make_pieces(self._tokenizer, text) for text in texts]
        names = [field.name for field in fields(Pieces) if field.name != "text"]  # only names look at that
        columns: dict[str, Any] = {
            name: np.concatenate([getattr(each, name) for each in split]) for name in names
        }
        row = Pieces(**columns)
        windows: list[Window] = []
        at = 0
        for each in split:
            windows += [
                Window(low, min(low + WINDOW, at + len(each)), 0, 0)
                for low in range(at, at + len(each), WINDOW)
            ]
            at += len(each)
        return row, sorted(windows, key=lambda w: w.start - w.end)

    def run(self, row: Pieces, windows: Sequence[Window], size: int = 0) -> None:
        """The windows through the session, ``size`` at a time (0: as many as were chosen)."""
        step = size or self._batch
        for at in range(0, len(windows), step):
            self._session.run(make_inputs(row, windows[at : at + step]))


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
    """The seconds of the processor that ``work`` takes, those of ended child processes included."""
    before = time.process_time() + _of_children()
    work()
    return time.process_time() + _of_children() - before


def _of_children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _read(reader: Reader, articles: Sequence[Article]) -> None:
    for _ in reader.read(articles):
        pass


def _gathered(folder: Path) -> list[Article]:
    return [article for article in gather([folder]) if isinstance(article, Article)]


def _write_pages(articles: Sequence[Article], folder: Path) -> None:
    folder.mkdir()
    for number, article in enumerate(articles):
        (folder / f"{number:04}.html").write_text(page_of(article), encoding="utf-8")
