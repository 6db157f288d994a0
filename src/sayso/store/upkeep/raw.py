"""A reading as its row has it, not yet read: what goes from one process to another."""

from dataclasses import dataclass

from sayso.store.forms import load_reading
from sayso.store.records import StoredReading


@dataclass(frozen=True, slots=True)
class RawReading:
    """A reading as its row has it."""

    form: str
    vectors: bytes
    width: int

    def load(self) -> StoredReading:
        """Read it. Raises DeskError where it is damaged."""
        return StoredReading(load_reading(self.form), self.vectors, self.width)
