"""Collation: readings laid side by side as one ledger."""

from sayso.collate.ledger import collate
from sayso.collate.stories import find_stories

__all__ = ["collate", "find_stories"]
