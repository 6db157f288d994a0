"""Items of one name, of one place, and of spellings of one name, on the whole desk."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sayso.collate.entities.items import Item, sort_of
from sayso.collate.names import are_spellings, is_abbreviation, skeleton
from sayso.collate.offices.holders import Titled
from sayso.collate.places.roots import Roots, lie_apart
from sayso.read.entities.lexicon import country_named


def same_places(items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Join names of one place of the gazetteer."""
    first: dict[str, int] = {}
    for i, item in enumerate(items):
        if item.root and item.placing and item.placing.spot:
            yield first.setdefault(item.placing.spot.id, i), i


def _key(item: Item, name: str) -> str:
    country = country_named(name)
    return f"country {country.code}" if country is not None else name


def same_names(items: Sequence[Item], titled: Titled) -> Iterator[tuple[int, int]]:
    """Join equal names; a lone word is a person's only within one affair, for many people share a surname.

    So is a description, and a title only where no report of the affair names who holds the office.
    """
    first: dict[tuple[object, ...], int] = {}
    roots = Roots((item.affair, name, item.root) for item in items for name in item.names)
    for i, item in enumerate(items):
        group = sort_of(item.entity.kind)
        if titled.is_holder(item.member):
            continue
        for name in item.names:
            lone = " " not in name and (group == "person" or is_abbreviation(name.upper()))
            root = roots.find(item.affair, name, item.root) if group == "thing" else ""
            key = (group, _key(item, name), item.affair if lone or not item.is_named else -1, root)
            if lone and group == "person" and len(item.names[0].split()) > 1:
                continue  # his surname is found below, where it is clear whose it is
            yield first.setdefault(key, i), i


def same_spellings(items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Join names of several words, and long ones of one word, that are spelled alike."""
    blocks: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for i, item in enumerate(items):
        name = item.names[0]
        words = name.split()
        if len(words) > 1 or (sort_of(item.entity.kind) == "thing" and len(name) > 5):
            key = (sort_of(item.entity.kind), f"{len(words)} {skeleton(words[-1].replace('v', 'w'))}")
            blocks[key].setdefault(name, i)
    for block in blocks.values():
        names = sorted(block)
        for a, one in enumerate(names):
            for other in names[a + 1 :]:
                apart = lie_apart(items[block[one]].root, items[block[other]].root)
                if one[0] == other[0] and not apart and are_spellings(one, other):
                    yield block[one], block[other]
