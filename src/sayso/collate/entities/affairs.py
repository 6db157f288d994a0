"""Items that are one within an affair: abbreviations, lone surnames, and titles without a name."""

from collections import defaultdict
from collections.abc import Sequence

from sayso.collate.entities.items import Item, sort_of
from sayso.collate.names import initials, is_abbreviation
from sayso.collate.offices.holders import Titled


def same_holders(
    items: Sequence[Item], groups: Sequence[tuple[int, ...]], titled: Titled
) -> list[tuple[int, int]]:
    """Join titles without a name to the people who hold the offices."""
    people = {items[i].member: number for number, group in enumerate(groups) for i in group}
    number = {item.member: i for i, item in enumerate(items)}
    return [
        (number[holder], number[own]) for own, holder in titled.find_holders(people).items() if own in number
    ]


def same_within_affairs(items: Sequence[Item], groups: Sequence[tuple[int, ...]]) -> list[tuple[int, int]]:
    """Join abbreviations to full names, and lone surnames to the only person of the affair who bears them."""
    number = {i: g for g, group in enumerate(groups) for i in group}
    full: dict[tuple[int, str], dict[int, int]] = defaultdict(dict)
    lone: list[tuple[int, int, str]] = []
    for i, item in enumerate(items):
        for name in item.names:
            words = name.split()
            if sort_of(item.entity.kind) == "person":
                if len(words) > 1:
                    for word in {words[0], words[-1]}:
                        full[item.affair, f"person {word}"].setdefault(number[i], i)
                elif len(item.names[0].split()) == 1:
                    lone.append((i, item.affair, f"person {name}"))
            elif short := initials(name):
                full[item.affair, f"thing {short}"].setdefault(number[i], i)
            elif is_abbreviation(name.upper()) and len(words) == 1:
                lone.append((i, item.affair, f"thing {name}"))
    pairs = []
    for i, affair, key in lone:
        bearers = full.get((affair, key), {})
        if len(bearers) == 1 and number[i] not in bearers:
            pairs.append((next(iter(bearers.values())), i))
    return pairs
