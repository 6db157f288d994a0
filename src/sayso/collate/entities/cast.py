"""The cast of a ledger: its entities, and who is who in each report."""

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.core.ledger import LedgerEntity

Member = tuple[str, str]  # (article id, entity id within it)


@dataclass(frozen=True, slots=True)
class Cast:
    """The entities of a ledger, and the way from a report's entity to its ledger entity."""

    entities: tuple[LedgerEntity, ...]
    ids: Mapping[Member, str]
    governments: Mapping[str, str]  # a capital's or a government building's entity, and its country's

    def find(self, article: str, entity: str | None) -> str | None:
        """Return the ledger entity of a report's entity."""
        return self.ids.get((article, entity)) if entity is not None else None

    def find_speaker(self, article: str, entity: str | None) -> str | None:
        """Return who speaks: a capital that speaks is its country's government, where the ledger knows it."""
        own = self.find(article, entity)
        if own is None:
            return None
        return self.governments.get(own, own)
