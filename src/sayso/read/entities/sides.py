"""For whom each speaker speaks: countries and bodies in titles, before an "'s", behind an "its" or an "in"."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.core.reading import EntityKind
from sayso.read.entities.draft import Draft, Sort
from sayso.read.entities.lexicon import fold, grammar
from sayso.read.entities.record import Record


def find_sides(
    drafts: Sequence[Draft], answers: Mapping[int, Record], peoples: Mapping[str, str]
) -> Mapping[int, frozenset[str]]:
    """The folded names of a record's side, by its number.

    "Its border guards" are on the side of whom "its" means; a ministry "in Orsk Harbour" on that of its town.
    """
    found: dict[int, set[str]] = defaultdict(set)
    for at, draft in enumerate(drafts):
        record = answers.get(at)
        if record is None:
            continue
        found[record.number] |= {peoples.get(side, side) for side in record.sides}
        if draft.sort is Sort.DESCRIPTION:
            found[record.number] |= _owners(at, drafts, answers)
    return {number: frozenset(sides) for number, sides in found.items()}


def _owners(at: int, drafts: Sequence[Draft], answers: Mapping[int, Record]) -> set[str]:
    """The names of whoever owns the description ``at``, and of the places within it."""
    found: set[str] = set()
    draft = drafts[at]
    for index in range(max(0, at - 2), min(len(drafts), at + 6)):
        other = drafts[index]
        record = answers.get(index)
        inside = draft.start <= other.start and other.end <= draft.end and index != at
        if record is None or not inside or record.name is None:
            continue
        owns = other.start == draft.start and other.pronoun is not None
        if owns or (other.sort is Sort.NAME and record.kind is not EntityKind.PERSON):
            found |= {fold(record.name), *record.sides}
    return found - grammar().title_modifiers
