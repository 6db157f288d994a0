"""How a toll moved in time: from figure to figure, and why; only where the reports' dates tell the order.

1. A later figure that is higher is new information.
2. A later figure that is lower is a correction where the same origin gives it, or its sentence says that one was made;
   otherwise it is another account and no movement. Of those still missing, held or displaced, whose number falls as
   they are found, freed or return, the same origin's lower figure is new information.
3. A later report that carries a figure which a higher or corrected one had overtaken repeats a stale one.
"""

from collections.abc import Sequence

from sayso.collate.lineage.when import is_earlier
from sayso.collate.tolls.estimates import Amount
from sayso.core.toll import Cause, Movement


def find_movements(
    amounts: Sequence[Amount], corrections: frozenset[int], *, may_fall: bool = False
) -> tuple[Movement, ...]:
    """Return the movements of a toll; ``corrections`` are the figures whose sentences take another back.

    ``may_fall`` says that the number of such people falls by itself.
    """
    dated = sorted((a for a in amounts if a.time), key=lambda a: (a.time or "", a.low, a.figures))
    if not dated:
        return ()
    moves = []
    now, past = dated[0], list[Amount]()
    for amount in dated[1:]:
        if amount.low == now.low:
            now = amount if amount.origin == now.origin else now
            continue
        if not is_earlier(now.time, amount.time):
            if amount.low > now.low:
                now = amount  # of two of one time the higher, from which the next step is taken
            continue
        cause = _cause(now, amount, past, corrections)
        if cause is Cause.CORRECTION and may_fall and not corrections & set(amount.figures):
            cause = Cause.NEW
        if cause is not None:
            moves.append(Movement(now.figures[0], amount.figures[0], cause))
        if cause in (Cause.NEW, Cause.CORRECTION):
            past.append(now)
            now = amount
    return tuple(moves)


def _cause(now: Amount, amount: Amount, past: Sequence[Amount], corrections: frozenset[int]) -> Cause | None:
    if corrections & set(amount.figures):
        return Cause.CORRECTION
    if any(amount.low == p.low for p in past):
        return Cause.STALE
    if amount.low > now.low:
        return Cause.NEW
    return Cause.CORRECTION if amount.origin == now.origin else None
