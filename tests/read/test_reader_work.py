"""What a long text takes is told by counting the work and what is held, not by a clock."""

import sys
from collections.abc import Callable, Sequence
from types import FrameType

import numpy as np

from sayso.core.article import Article
from sayso.read.encoder.engine import Array, Engine
from sayso.read.encoder.network import BATCH_WINDOWS
from sayso.read.encoder.pieces import make_pieces
from sayso.read.encoder.raw import read_raw
from sayso.read.encoder.roles import BATCH_CUES
from sayso.read.encoder.windows import WINDOW, cut_windows
from sayso.read.reader import Reader

PARAGRAPH = (
    "Harbour Minister Ilsa Brandt of Norvane said on Tuesday that the strait “will stay closed”. At least three "
    "fishermen were killed on 12 May, the coast guard said. Corvessa denied that its navy had fired on them.\n\n"
)
GROWTH = 4  # times as long
SLACK = 1.15  # work that is not in proportion: a little, never a power


def article(text: str) -> Article:
    return Article("a1", None, None, None, None, "2031-05-07", "en", text)


def calls_of(work: Callable[[], object]) -> int:
    """How many functions, ours and built in, ``work`` calls."""
    count = 0

    def on_event(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(on_event)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def test_calls_grow_with_the_length(reader: Reader) -> None:
    reader.read_one(article(PARAGRAPH))  # what is loaded once does not count
    short, long = (calls_of(lambda n=n: reader.read_one(article(PARAGRAPH * n))) for n in (12, 12 * GROWTH))  # type: ignore[misc]
    assert long < SLACK * GROWTH * short


def test_windows_grow_with_the_length(reader: Reader) -> None:
    pieces = make_pieces(reader._tokenizer, PARAGRAPH * 200)
    windows = cut_windows(pieces)
    assert len(windows) <= 1.2 * len(pieces) / WINDOW + 1
    assert sum(w.own_end - w.own_start for w in windows) == len(pieces)


class Watched:
    """An engine that notes how many rows it is given at a time."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.names = engine.names
        self.rows: list[int] = []

    def run(self, inputs: Sequence[Array]) -> list[Array]:
        self.rows.append(len(inputs[0]))
        return self.engine.run(inputs)


def test_however_long_a_text_the_encoder_sees_little_at_a_time(reader: Reader) -> None:
    network = reader._network
    encoder, roles = Watched(network._encoder), Watched(network.roles.engine)
    network._encoder, network.roles.engine = encoder, roles
    try:
        read_raw(PARAGRAPH * 120, reader._tokenizer, network)
    finally:
        network._encoder, network.roles.engine = encoder.engine, roles.engine
    assert len(encoder.rows) > 1
    assert max(encoder.rows) <= BATCH_WINDOWS
    assert sum(roles.rows) > BATCH_CUES
    assert max(roles.rows) <= BATCH_CUES
    assert min(roles.rows) > 1  # one row alone is rounded otherwise


def test_the_last_layer_is_let_go(reader: Reader) -> None:
    raw = read_raw(PARAGRAPH, reader._tokenizer, reader._network)
    rest = raw.without_hidden()
    assert all(read.hidden.size == 0 for read in rest.windows)
    spans = [name.span for name in raw.names()]
    assert spans
    assert np.array_equal(rest.meanings(spans), raw.meanings(spans))
