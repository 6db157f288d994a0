"""How ledgers are made: what the desk is given to collate by."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.core.correction import Correction
from sayso.core.ledger import Ledger

if TYPE_CHECKING:  # it brings NumPy, which a kept ledger does not need
    from sayso.core.read_article import ReadArticle

    Collate = Callable[[Sequence[ReadArticle], Sequence[Correction]], Ledger]
    CollatePart = Callable[[Sequence[Sequence[ReadArticle]], Sequence[Correction]], Ledger]


@dataclass(frozen=True, slots=True)
class Collation:
    """How ledgers are made: by what, and in which version."""

    collate: "Collate"
    version: str
    part: "CollatePart | None" = None  # of one unit; with it the desk's ledger is kept in parts
    processes: int = 1  # that collate where there is much to do
