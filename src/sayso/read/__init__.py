"""Articles in, readings out: who said what, to which effect, when, and on whose word."""

from sayso.read.reader import Reader
from sayso.read.version import READER_VERSION

__all__ = ["READER_VERSION", "Reader"]
