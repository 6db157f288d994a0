"""Entities across reports: whom and what the entities of single reports stand for.

1. The same folded name and a kind that fits: one entity, on the whole desk. Places of one name that lie apart are two;
   names of one place of the gazetteer (Khost, Khowst) are one.
2. Spellings of one name (rapidfuzz over the consonants that transliterations keep): one entity.
3. Within an affair: an abbreviation and the name whose initials it is; a surname alone and the one person who
   bears it. A surname that two people bear stays by itself.

A spokesman and the body for which he speaks stay two entities. Whom a report means by nothing but pronouns ("we",
"you") is no entity of the ledger: the same word is somebody else in the next report.
"""

from collections.abc import Callable, Mapping, Sequence

from sayso.collate.entities.affairs import same_holders, same_within_affairs
from sayso.collate.entities.cast import Cast
from sayso.collate.entities.items import Item, find_items, placed
from sayso.collate.entities.make import find_governments, make_entities
from sayso.collate.entities.names import same_names, same_places, same_spellings
from sayso.collate.linkage import components
from sayso.collate.offices.attach import with_offices
from sayso.collate.offices.holders import find_titled
from sayso.collate.places.place import place_members
from sayso.core.read_article import ReadArticle

Regroup = Callable[[Sequence[Sequence[Item]]], Sequence[Sequence[Item]]]


def join_entities(
    reads: Sequence[ReadArticle], affairs: Mapping[str, int], regroup: Regroup = lambda groups: groups
) -> Cast:
    """Join the entities of all reports; ``affairs`` maps each report's id to the number of its affair.

    ``regroup`` has the last word on which are one.
    """
    readings = {r.reading.id: r.reading for r in reads}
    placings = place_members(list(readings.values()), affairs)
    items = [placed(item, placings.get(item.member)) for item in find_items(reads, affairs)]
    titled = find_titled(readings.values(), affairs)
    pairs = [*same_places(items), *same_names(items, titled), *same_spellings(items)]
    groups = components(len(items), pairs)
    pairs += same_within_affairs(items, groups)
    pairs += same_holders(items, components(len(items), pairs), titled)
    groups = components(len(items), pairs)
    made = make_entities(regroup([[items[i] for i in group] for group in groups]))
    entities = with_offices(made, readings, titled.named, titled.bare)
    ids = {member: entity.id for entity in entities for member in entity.members}
    said = (
        (read.reading.id, said.speaker) for read in reads for said in read.reading.statements if said.speaker
    )
    speakers = frozenset(ids[member] for member in said if member in ids)
    return Cast(entities, ids, find_governments(entities, speakers))
