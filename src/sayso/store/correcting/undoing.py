"""Corrections taken back, and which hold."""

from collections.abc import Sequence

from sayso.collate.corrections.book import find_undone, in_order
from sayso.core.correction import Action, Correction
from sayso.store.contract import Workplace
from sayso.store.correcting.editor import keep_correction


def last_in_force(made: Sequence[Correction]) -> Correction | None:
    """Give the last correction that is not taken back, undoings aside; None where there is none."""
    ordered = in_order(made)
    undone = find_undone(ordered)
    held = [one for one in ordered if one.action is not Action.UNDO and one.id not in undone]
    return held[-1] if held else None


def take_back(desk: Workplace, taken: Correction, *, author: str, reason: str = "") -> Correction:
    """Keep that a correction, or an undoing, is taken back, and give the undoing."""
    made = Correction(
        id="",
        action=Action.UNDO,
        subject=None,
        parts=(),
        author=author,
        made="",
        reason=reason.strip(),
        undoes=taken.id,
    )
    return keep_correction(desk, made)
