"""Which places of one name are one: those in one country or province, as far as that is sure."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from sayso.collate.places.placing import Placing
from sayso.core.place import PlaceLevel

_SURE = 0.6


def root_of(placing: Placing) -> str | None:
    """Return in what a place lies, by which places of one name are told apart: its province, of a country itself."""
    if placing.spot is None or placing.place is None or placing.place.confidence < _SURE:
        return None
    own = placing.spot
    return own.country if own.level is PlaceLevel.COUNTRY else own.admin1 or own.country


def lie_apart(one: str | None, other: str | None) -> bool:
    """Whether two places surely lie in different provinces or countries."""
    return one is not None and other is not None and one != other


class Roots:
    """The roots of each name, from (affair, name, root) of every entity."""

    def __init__(self, known: Iterable[tuple[int, str, str | None]]) -> None:
        self._by_affair: dict[tuple[int, str], set[str]] = defaultdict(set)
        self._by_name: dict[str, set[str]] = defaultdict(set)
        for affair, name, root in known:
            if root is not None:
                self._by_affair[affair, name].add(root)
                self._by_name[name].add(root)

    def find(self, affair: int, name: str, root: str | None) -> str:
        """Return an entity's root; one that is not placed has that of its namesakes where they have but one."""
        if root is not None:
            return root
        for found in (self._by_affair.get((affair, name)), self._by_name.get(name)):
            if found:
                return next(iter(found)) if len(found) == 1 else ""
        return ""


def agree(placings: Iterable[Placing]) -> Placing | None:
    """Return what most reports tell of where an entity lies, the surest of those that tell it."""
    told = list(placings)
    votes: Counter[str] = Counter()
    for placing in told:
        if placing.place is not None:
            votes[placing.place.source] += round(100 * placing.place.confidence)
    if not votes:
        return Counter(told).most_common(1)[0][0] if told else None
    best = max(votes, key=lambda source: (votes[source], source))
    chosen = [p for p in told if p.place is not None and p.place.source == best]
    return max(chosen, key=lambda p: (p.place.confidence if p.place else 0.0, p.why))
