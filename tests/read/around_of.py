"""The encoder's vectors of a test's text."""

from functools import partial

from sayso.read.encoder.raw import read_raw
from sayso.read.encoder.surroundings import surroundings
from sayso.read.events.vicinity import Around
from sayso.read.reader import Reader


def around_of(reader: Reader, text: str) -> Around:
    """What gives the vectors at and around spans of ``text``, by the network of ``reader``."""
    return partial(surroundings, read_raw(text, reader._tokenizer, reader._network))
