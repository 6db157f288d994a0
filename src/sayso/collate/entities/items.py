"""The entities of single reports as they are joined: with folded names and where they lie."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.collate.entities.cast import Member
from sayso.collate.names import fold_name
from sayso.collate.places.placing import Placing
from sayso.collate.places.roots import root_of
from sayso.core.read_article import ReadArticle
from sayso.core.reading import Entity, EntityKind, MentionForm, Reading
from sayso.read.entities.lexicon import country_of_capital


@dataclass(frozen=True, slots=True)
class Item:
    """An entity of one report with its folded names; ``affair`` is the affair of the report."""

    member: Member
    entity: Entity
    names: tuple[str, ...]  # folded; the main one first
    affair: int
    is_named: bool = True  # and not only described
    placing: Placing | None = None
    root: str | None = None  # the country or province in which a place surely lies


def only_pronouns(reading: Reading) -> frozenset[str]:
    """Return the ids of a report's entities that it speaks of by pronouns only."""
    named = {m.entity for m in reading.mentions if m.entity and m.form is not MentionForm.PRONOUN}
    return frozenset(m.entity for m in reading.mentions if m.entity and m.entity not in named)


def only_described(reading: Reading) -> frozenset[str]:
    """Return the ids of a report's entities that it never names ("the army", "residents")."""
    forms: dict[str, set[MentionForm]] = defaultdict(set)
    for mention in reading.mentions:
        forms[mention.entity or ""].add(mention.form)
    return frozenset(own for own, found in forms.items() if MentionForm.NAME not in found)


def find_items(reads: Sequence[ReadArticle], affairs: Mapping[str, int]) -> Iterator[Item]:
    """Yield the entities of all reports that are anything of the ledger, report by report."""
    for read in sorted(reads, key=lambda r: r.reading.id):
        pronominal = only_pronouns(read.reading)
        described = only_described(read.reading)
        for entity in read.reading.entities:
            if entity.id in pronominal:
                continue
            main = fold_name(entity.name)
            capital = country_of_capital(entity.name) is not None
            aliases = [a for a in entity.aliases if capital or country_of_capital(a) is None]
            names = dict.fromkeys(n for n in (main, *map(fold_name, aliases)) if n)
            if names:
                affair = affairs[read.reading.id]
                is_named = entity.id not in described
                yield Item((read.reading.id, entity.id), entity, tuple(names), affair, is_named)


def placed(item: Item, placing: Placing | None) -> Item:
    """Return an item with where it lies."""
    return replace(item, placing=placing, root=root_of(placing)) if placing else item


def sort_of(kind: EntityKind) -> str:
    """Return what a name's kind must agree in: readers often differ on which kind of body or place a name is."""
    return "person" if kind is EntityKind.PERSON else "thing"
