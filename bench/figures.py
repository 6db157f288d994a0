"""The figures that scorers yield, and the goals beside them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number; ``goal`` is None where none has been set."""

    name: str
    value: float
    goal: float | None = None
    unit: str = ""
    lower_is_better: bool = False

    @property
    def holds(self) -> bool | None:
        """Whether the goal is reached; None where there is none."""
        if self.goal is None:
            return None
        return self.value <= self.goal if self.lower_is_better else self.value >= self.goal


@dataclass(frozen=True, slots=True)
class Skipped:
    """A scorer that could not run, and why."""

    reason: str


@dataclass(frozen=True, slots=True)
class Measured:
    """What one scorer found, and on how much."""

    articles: int
    seconds: float
    figures: tuple[Figure, ...]


Outcome = Measured | Skipped
