"""What is told around a place."""

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.collate.places.evidence import Beside
from sayso.collate.places.gazetteer import Spot


@dataclass(frozen=True, slots=True)
class Context:
    """What is told around a place."""

    beside: tuple[Beside, ...]
    countries: Mapping[str, float]  # 1 for the one that the report names most often
    affair: Mapping[str, float]
    admins: Mapping[
        str, int
    ]  # the first- and second-order divisions that the report names, by how many names
    own_admin: str | None  # of these, the one that the name itself was taken for
    levels: frozenset[int]
    with_admins: bool  # whether it stands in a list with provinces
    around: Mapping[str, Spot]  # where the names beside it lie, by their entities
