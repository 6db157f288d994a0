"""Tolls: who says how many came to harm in an event, what conventions make of it, and how it moved."""

from sayso.collate.tolls.figures import Carrier
from sayso.collate.tolls.tolls import find_counts, make_tolls

__all__ = ["Carrier", "find_counts", "make_tolls"]
