"""The reader: an article in, a reading out. One forward pass, then plain code over what it found."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from sayso.core.article import Article
from sayso.core.errors import ReadError
from sayso.core.read_article import ReadArticle
from sayso.core.reading import Reading
from sayso.read.encoder.engine import AUTO, choose_engine
from sayso.read.encoder.network import Network
from sayso.read.encoder.pieces import make_pieces
from sayso.read.encoder.raw import MEANING_WIDTH, RawReading, read_raw
from sayso.read.encoder.surroundings import surroundings
from sayso.read.encoder.weights import TOKENIZER_FILE, Weights, shipped_folder
from sayso.read.entities import find_entities
from sayso.read.events import find_events
from sayso.read.events.cast import is_in_capitals
from sayso.read.harm import find_harm
from sayso.read.phrases.parse import parse
from sayso.read.propositions import find_propositions
from sayso.read.statements import make_statements, repair_attributions
from sayso.read.statements.told import tell_voices
from sayso.read.statements.vouched import without_vouched
from sayso.read.timex import find_dates
from sayso.read.version import READER_VERSION

LANGUAGE = "en"


class Reader:
    """Reads articles in English; one in another language gets a reading without marks."""

    version = READER_VERSION

    def __init__(self, tokenizer: Tokenizer, network: Network) -> None:
        """Use ``Reader.load``."""
        self._tokenizer = tokenizer
        self._network = network

    @classmethod
    def load(cls, weights: Path | None = None, *, engine: str = AUTO, thread_count: int = 0) -> "Reader":
        """The reader with the weights in a folder, by default those that ship.

        ``engine`` is a runtime's name or "auto" for the fastest here (see ``encoder.engine``); ``thread_count`` 0
        leaves the number to it. Raises WeightsError where a file is missing or damaged, UsageError for an engine that
        cannot be had.
        """
        folder = Weights(weights or shipped_folder())
        engine = choose_engine(
            engine
        )  # the runtime's module, first of all: what follows can then go side by side
        with ThreadPoolExecutor(max_workers=1) as aside:
            network = aside.submit(Network, folder, engine=engine, thread_count=thread_count)
            tokenizer = Tokenizer.from_file(str(folder.path(TOKENIZER_FILE)))
            tokenizer.no_truncation()
            tokenizer.no_padding()
            _load_word_lists(tokenizer)  # while the runtime compiles the network: half of the start-up
            return cls(tokenizer, network.result())

    def read(self, articles: Iterable[Article]) -> Iterator[ReadArticle]:
        """The readings of ``articles``, in their order. Raises ReadError about an article that cannot be read."""
        for article in articles:
            yield self.read_one(article)

    def read_one(self, article: Article) -> ReadArticle:
        """The reading of one article; it does not depend on what else is read. Raises ReadError."""
        if article.language not in (LANGUAGE, None) or not article.text.strip():
            return unread(article)
        try:
            return self._read(article)
        except (ValueError, ArithmeticError, LookupError, MemoryError, RecursionError) as error:
            raise ReadError(
                f"the reader failed: {type(error).__name__}: {error}",
                remedy="keep the article for a retry with a later version, and report it to Sayso's developers",
                about=article.id,
            ) from error

    def _read(self, article: Article) -> ReadArticle:
        return _finish(article, read_raw(article.text, self._tokenizer, self._network))


def _finish(article: Article, raw: RawReading) -> ReadArticle:
    """The plain code over what the network found."""
    text = article.text
    named = raw.names()
    attributions = repair_attributions(text, raw.attributions())
    dates = find_dates(text, article.published)
    index = find_entities(text, named, attributions, mentions=raw.mentions(), hidden=raw.hidden)
    around = partial(surroundings, raw) if is_in_capitals(text) else None
    raw = raw.without_hidden()  # only mentions are compared by it, and parties of attacks chosen in capitals
    statements = make_statements(text, attributions, index, dates, meanings=raw.meanings, odds=raw.act_odds)
    events = find_events(
        text,
        statements,
        named,
        dates,
        find_harm(text),
        index.mentions,
        fillers=raw.fillers(),
        relevance=raw.relevance(),
        around=around,
    )
    said = without_vouched(index.layout, statements)
    propositions = find_propositions(text, said, parse(text).sentences)
    propositions = tell_voices(index.layout, said, index.mentions, propositions)
    reading = _reading(
        article,
        mentions=index.mentions,
        entities=index.entities,
        statements=statements,
        events=events,
        dates=dates,
        propositions=propositions,
    )
    return ReadArticle(reading, raw.meanings([proposition.span for proposition in propositions]))


def _load_word_lists(tokenizer: Tokenizer) -> None:
    """Load what is loaded when first asked for, by a text that asks for most of it, without the network."""
    text = "“We will not go,” she said on Monday. Two people were killed."
    article = Article("", None, None, None, None, None, LANGUAGE, text)
    _finish(article, RawReading(text, make_pieces(tokenizer, ""), ()))


def unread(article: Article) -> ReadArticle:
    """The reading of an article that is kept but not read: all its lists are empty."""
    return ReadArticle(_reading(article), np.zeros((0, MEANING_WIDTH), dtype=np.float32))


def _reading(article: Article, **found: object) -> Reading:
    lists = {"mentions": (), "entities": (), "statements": (), "events": (), "dates": (), "propositions": ()}
    return Reading(
        id=article.id,
        outlet=article.outlet,
        url=article.url,
        title=article.title,
        author=article.author,
        published=article.published,
        language=article.language,
        text=article.text,
        dropped=article.dropped,
        path=article.path,
        partial=article.partial,
        reader=READER_VERSION,
        **{**lists, **found},  # type: ignore[arg-type]
    )
