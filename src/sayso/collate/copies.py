"""Copies: which report repeats an earlier one, as wire copy, under a new headline, cut, reordered or rewritten."""

from collections.abc import Sequence

from sayso.collate.lineage import trace_lineage
from sayso.core.read_article import ReadArticle


def find_copies(reads: Sequence[ReadArticle]) -> dict[str, str]:
    """Map each report that repeats an earlier one to the first such report; an original is never a copy itself.

    What else a report took, and from which, ``trace_lineage`` tells.
    """
    return dict(trace_lineage(reads).copied_from)
