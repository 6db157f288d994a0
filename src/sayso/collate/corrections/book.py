"""The book of corrections while a ledger is made: which are in force, and what becomes of each.

Corrections are replayed in the order in which they were made, whatever the order in which they arrive. Of two that
contradict one another the later wins; undoing takes one back, undoing that brings it into force again.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sayso.core.correction import (
    Action,
    Correction,
    CorrectionState,
    LedgerCorrection,
    Selector,
    Subject,
)

Mark = tuple[Subject, tuple[str, ...]]  # a thing of the ledger, by what tells it apart while it is made

NOTHING_THERE = "nothing of the kind is found there any more"


def in_order(corrections: Iterable[Correction]) -> list[Correction]:
    """Return corrections in the order in which they were made, each once."""
    return sorted({c.id: c for c in corrections}.values(), key=lambda c: (c.made, c.id))


def find_undone(ordered: Sequence[Correction]) -> dict[str, str]:
    """Map each correction that is taken back to the undoing, itself not taken back, that does it."""
    undone: dict[str, str] = {}
    for correction in reversed(ordered):
        if correction.action is Action.UNDO and correction.undoes and correction.id not in undone:
            undone.setdefault(correction.undoes, correction.id)
    return undone


class Book:
    """Keeps what becomes of each correction; the stages of collation write into it."""

    def __init__(self, corrections: Iterable[Correction]) -> None:
        self.ordered = in_order(corrections)
        self._undone = find_undone(self.ordered)
        self._found: set[str] = set()
        self._overruled: dict[str, str] = {}
        self._held: set[str] = set()
        self._missing: dict[str, list[Selector]] = defaultdict(list)
        self._why: dict[str, str] = {}
        self._marks: dict[Mark, list[str]] = defaultdict(list)

    def __bool__(self) -> bool:
        """Whether there is any correction at all."""
        return bool(self.ordered)

    def active(self, *subjects: Subject) -> list[Correction]:
        """Return the corrections of things of these kinds that are in force, the earliest first."""
        return [c for c in self.ordered if c.subject in subjects and c.id not in self._undone]

    def find(self, correction: Correction) -> None:
        """Note that a correction has something to apply to."""
        self._found.add(correction.id)

    def miss(self, correction: Correction, passages: Iterable[Selector], why: str = NOTHING_THERE) -> None:
        """Note passages of a correction at which nothing is found."""
        self._missing[correction.id] += passages
        self._why.setdefault(correction.id, why)

    def hold(self, correction: Correction) -> None:
        """Note that a correction has the last word on one of the things that it is about."""
        self._held.add(correction.id)

    def overrule(self, earlier: str, later: str) -> None:
        """Note that a later correction wins over an earlier one; it may still hold for other things."""
        self._overruled[earlier] = later

    def is_overruled(self, correction: str) -> bool:
        """Whether later corrections leave nothing of this one."""
        return correction in self._overruled and correction not in self._held

    def mark(self, subject: Subject, key: tuple[str, ...], correction: str) -> None:
        """Note that a thing bears a correction."""
        if correction not in self._marks[subject, key]:
            self._marks[subject, key].append(correction)

    def marks(self, subject: Subject, *key: str) -> tuple[str, ...]:
        """Return the corrections that a thing bears and that no later one has overruled."""
        return tuple(c for c in self._marks.get((subject, key), ()) if not self.is_overruled(c))

    def outcomes(self, refs: Mapping[str, Sequence[str]]) -> tuple[LedgerCorrection, ...]:
        """Return every correction with what became of it; ``refs`` are ids of the things that bear each."""
        return tuple(self._outcome(c, tuple(refs.get(c.id, ()))) for c in self.ordered)

    def _outcome(self, correction: Correction, refs: tuple[str, ...]) -> LedgerCorrection:
        own = correction.id
        missing = tuple(sorted(set(self._missing.get(own, ()))))
        if own in self._undone:
            return LedgerCorrection(correction, CorrectionState.UNDONE, by=self._undone[own])
        if correction.action is Action.UNDO:
            known = any(c.id == correction.undoes for c in self.ordered)
            state = CorrectionState.APPLIED if known else CorrectionState.LOST
            return LedgerCorrection(correction, state)
        if self.is_overruled(own):
            state = CorrectionState.OVERRULED
            return LedgerCorrection(correction, state, by=self._overruled[own], missing=missing)
        if own not in self._found:
            why = self._why.get(own, NOTHING_THERE)
            return LedgerCorrection(correction, CorrectionState.LOST, why=why, missing=missing)
        return LedgerCorrection(correction, CorrectionState.APPLIED, refs=refs, missing=missing)
