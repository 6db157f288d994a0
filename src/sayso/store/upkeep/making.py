"""What is made of readings as they lie on the desk, in whatever process: sketches, and parts of the ledger.

Readings go in, and sketches and parts come out, as bytes: to send records from one process to another takes longer than
to send the bytes and to read them there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.collate.stories.profiles import profile
from sayso.collate.stories.sketches import make_sketch
from sayso.core.correction import Correction
from sayso.core.read_article import ReadArticle
from sayso.store.lines import lines_of
from sayso.store.records import StoryLine
from sayso.store.upkeep.part_rows import pack_part
from sayso.store.upkeep.raw import RawReading
from sayso.store.upkeep.sketch_form import pack
from sayso.store.vectors import unpacked

if TYPE_CHECKING:
    from sayso.store.collation import CollatePart


@dataclass(frozen=True, slots=True)
class RawUnit:
    """A unit with all that its part rests on: the readings of its affairs, and the corrections."""

    affairs: Sequence[Sequence[RawReading]]
    corrections: Sequence[Correction]

    def load(self) -> list[list[ReadArticle]]:
        """Read the readings. Raises DeskError where one is damaged."""
        return [[unpacked(raw.load()) for raw in affair] for affair in self.affairs]


@dataclass(frozen=True, slots=True)
class MadePart:
    """A part of the ledger as it is kept."""

    form: bytes
    lines: Sequence[StoryLine]
    stories: Mapping[str, str]  # of each report
    is_corrected: bool  # whether it has corrections


def make_part(collate: "CollatePart", unit: RawUnit) -> MadePart:
    """Make a unit's part of the ledger."""
    ledger = collate(unit.load(), unit.corrections)
    return MadePart(
        form=pack_part(ledger),
        lines=lines_of(ledger),
        stories={article: story.id for story in ledger.stories for article in story.articles},
        is_corrected=bool(ledger.corrections),
    )


def pack_sketch(task: tuple[int, RawReading]) -> tuple[int, bytes]:
    """Make a report's sketch; the report's number comes along."""
    number, raw = task
    return number, pack(make_sketch(profile(unpacked(raw.load()))))
