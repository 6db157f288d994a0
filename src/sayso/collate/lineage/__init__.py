"""Lineage: which report took which passages from which, and whom reports credit."""

from sayso.collate.lineage.credits import find_credits, is_same_outlet
from sayso.collate.lineage.trace import Lineage, trace_lineage
from sayso.collate.lineage.when import is_earlier

__all__ = ["Lineage", "find_credits", "is_earlier", "is_same_outlet", "trace_lineage"]
