"""Units of work: affairs, which collation can lay side by side one by one.

Nothing in a unit's part of the ledger rests on a report outside it, so a desk that grows collates only the units whose
reports have changed, and several can be collated at a time. Affairs that a correction ties together are one unit.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sayso.collate.corrections.book import in_order
from sayso.collate.linkage import components
from sayso.core.correction import Action, Correction

Affairs = Sequence[Sequence[str]]


def find_units(affairs: Affairs, corrections: Iterable[Correction]) -> list[list[tuple[str, ...]]]:
    """Return the affairs of each unit; affairs hold reports' ids."""
    number = {report: i for i, affair in enumerate(affairs) for report in affair}
    pairs = []
    for correction in corrections:
        tied = sorted({number[a] for a in reports_of(correction) if a in number})
        pairs += [(tied[0], other) for other in tied[1:]]
    units = [sorted(tuple(affairs[i]) for i in group) for group in components(len(affairs), pairs)]
    return sorted(units)


def reports_of(correction: Correction) -> frozenset[str]:
    """Return the ids of the reports that a correction is about; its value may be one."""
    named = {selector.article for part in correction.parts for selector in part}
    return frozenset(named | ({correction.value} if correction.value else set()))


def share_out(
    units: Sequence[Sequence[Sequence[str]]], corrections: Sequence[Correction]
) -> list[list[Correction]]:
    """Return the corrections of each unit, and last those that are about no report at hand.

    An undoing goes with what it undoes.
    """
    number = {report: i for i, unit in enumerate(units) for affair in unit for report in affair}
    place: dict[str, int] = {}
    shared: dict[int, list[Correction]] = defaultdict(list)
    waiting = in_order(corrections)
    for correction in waiting:
        if correction.action is not Action.UNDO:
            own = min((number[a] for a in reports_of(correction) if a in number), default=len(units))
            place[correction.id] = own
    _place_undoings(waiting, place, len(units))
    for correction in waiting:
        shared[place[correction.id]].append(correction)
    return [shared[i] for i in range(len(units) + 1)]


def _place_undoings(corrections: Sequence[Correction], place: dict[str, int], nowhere: int) -> None:
    undoes = {c.id: c.undoes for c in corrections if c.action is Action.UNDO}
    for own in undoes:
        seen, target = {own}, undoes[own]
        while target in undoes and target not in seen:  # an undoing of an undoing
            seen.add(target)
            target = undoes[target]
        place[own] = place.get(target or "", nowhere)
