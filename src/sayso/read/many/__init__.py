"""Many articles at once: worker processes, one a core, and the order kept."""

from sayso.read.many.pool import ReaderPool
from sayso.read.many.reader import ManyReader, count_cores

__all__ = ["ManyReader", "ReaderPool", "count_cores"]
