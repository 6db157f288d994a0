"""Who stands against whom in a report: those that accuse, and those that are accused or deny."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from sayso.core.reading import Act

TELLERS = 4  # speakers who are kept for a word: keeps the work linear


@dataclass(frozen=True, slots=True)
class Heard:
    """What a first look at a statement shows: its act, what its speaker is known by, whom it accuses, its words."""

    act: Act
    speaker: frozenset[str]
    others: frozenset[str]
    stems: frozenset[str]


@dataclass(frozen=True)
class Camps:
    """The two sides of a report's quarrels, by entity and by folded name."""

    names: frozenset[str] = frozenset()  # names that tell a side: of countries, places and bodies
    accusers: frozenset[str] = frozenset()
    accused: frozenset[str] = frozenset()  # those accused, and those that deny
    told: Mapping[str, tuple[frozenset[str], ...]] = field(default_factory=dict)  # stem -> who said it

    @cached_property
    def embattled(self) -> frozenset[str]:
        """Both sides."""
        return self.accusers | self.accused

    def others_told(self, stems: Iterable[str], speaker: frozenset[str]) -> bool:
        """Whether somebody else has spoken of one of these things."""
        return any(not teller & speaker for stem in stems for teller in self.told.get(stem, ()))


def find_camps(bare: Camps, heard: Iterable[Heard]) -> Camps:
    """The camps that a first look at a report's statements shows; ``bare`` has its names."""
    accusers: set[str] = set()
    accused: set[str] = set()
    told: dict[str, list[frozenset[str]]] = defaultdict(list)
    for row in heard:
        if row.act is Act.ACCUSE:
            accusers |= row.speaker
            accused |= row.others
        elif row.act is Act.DENY:
            accused |= row.speaker
        for stem in row.stems:
            if len(told[stem]) < TELLERS and row.speaker not in told[stem]:
                told[stem].append(row.speaker)
    return replace(
        bare,
        accusers=frozenset(accusers - {""}),
        accused=frozenset(accused - {""}),
        told={stem: tuple(tellers) for stem, tellers in told.items()},
    )
