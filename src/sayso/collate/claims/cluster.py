"""Claims as groups of propositions that say the same thing: average linkage, conservatively.

Two propositions of one report are in one claim only where they say the same thing themselves: a chain through
other reports never joins them. Two propositions alone must be more alike than one and a claim that several tell:
the company of others is evidence, and two of one report that nobody else tells are seldom more than neighbours.
"""

from collections.abc import Mapping, Sequence

from sayso.collate.claims.pairs import Pair
from sayso.collate.claims.units import Unit
from sayso.collate.linkage import link
from sayso.collate.weights import load_weights


def group_units(units: Sequence[Unit], scores: Mapping[Pair, float]) -> list[tuple[int, ...]]:
    """Return the groups of units that say the same thing; most hold one unit only."""
    settings = load_weights("claims")
    floor, cut, own_cut = settings["floor"], settings["cut"], settings["own_cut"]
    alone = {False: settings["two_cut"], True: settings["two_own_cut"]}
    clipped = {pair: max(floor, score) for pair, score in scores.items() if score > floor}

    def may_join(left: list[int], right: list[int]) -> bool:
        articles = {units[a].article for a in left}
        if len(left) == len(right) == 1:
            pair = min(left[0], right[0]), max(left[0], right[0])
            return scores.get(pair, floor) >= alone[units[right[0]].article in articles]
        return all(
            scores.get((min(a, b), max(a, b)), floor) >= own_cut
            for b in right
            if units[b].article in articles
            for a in left
            if units[a].article == units[b].article
        )

    return link(len(units), clipped, cut=cut, floor=floor, may_join=may_join)[0]
