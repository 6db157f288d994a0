"""Sorts of bodies: whether "the airline" may mean "Orsk Airways", by its name or by what stands beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from sayso.read.entities.layout import Layout, Word
from sayso.read.entities.lexicon import PACKAGE, grammar, load_yaml, nouns

REACH = 6  # words of an apposition that are looked at
OCCURRENCES = 12  # of a name, beside which its sort is looked for


class Fit(IntEnum):
    """How a noun goes with what is told of a body."""

    OPEN = 0  # nothing is known of one of them
    SAME = 1  # the noun is in its name or beside it
    LIKE = 2  # one like it is
    SORT = 3  # the name tells such a sort
    CLASH = 4  # the name tells other sorts


@dataclass(frozen=True, slots=True)
class Sorts:
    """The table of sorts: for each noun and each word of names the sorts that it goes with, a bit each."""

    nouns: Mapping[str, int]
    words: Mapping[str, int]


@cache
def sorts() -> Sorts:
    """The sorts of bodies."""
    tables: tuple[dict[str, int], dict[str, int]] = ({}, {})
    for number, row in enumerate(load_yaml(PACKAGE, "sorts.yaml")):
        for table, name in zip(tables, ("nouns", "words"), strict=True):
            for word in row[name]:
                table[word] = table.get(word, 0) | 1 << number
    return Sorts(*tables)


def fit(noun: str, told: frozenset[str]) -> Fit:
    """How a head noun in the singular goes with the words told of a body: of its names and beside them."""
    table = sorts()
    if not told or (noun not in nouns().kinds and noun not in table.nouns):
        return Fit.OPEN
    if noun in told or any(_singular(word) == noun for word in told):
        return Fit.SAME
    if any(nouns().alike(noun, other) for word in told if (other := _singular(word))):
        return Fit.LIKE
    mine = table.nouns.get(noun, 0)
    named = 0
    for word in told:
        named |= table.words.get(word, 0)
    if not mine or not named:
        return Fit.OPEN
    return Fit.SORT if mine & named else Fit.CLASH


def _singular(word: str) -> str:
    found = nouns().singular(word)
    return found[0] if found is not None else ""


def said_beside(layout: Layout, start: int, end: int) -> frozenset[str]:
    """The nouns that stand beside the name ``start:end`` and say what it is, in the singular.

    "Orsk Marine, the ship's manager,", "the contractor, Orsk Holding,", "airline Orsk", "the Orsk group".
    """
    words = layout.words
    first, after = layout.word_at(start), layout.word_at(end)
    found = [_before(words, first), _after(words, after)]
    if after < len(words) and words[after].start - end == 1 and not words[after].capital:
        found.append(_noun(words[after]))
    return frozenset(noun for noun in found if noun)


def _before(words: Sequence[Word], first: int) -> str:
    """The noun right before a name, or before the comma before it where a determiner opens its phrase."""
    at = first - 1
    if at >= 0 and words[at].form == "the":
        return ""
    if at < 1 or words[at].form != ",":
        return _noun(words[at]) if at >= 0 and not words[at].capital else ""
    opens = any(word.form in grammar().openings for word in words[max(0, at - REACH) : at - 1])
    return _noun(words[at - 1]) if opens and not words[at - 1].capital else ""


def _after(words: Sequence[Word], after: int) -> str:
    """The head of the phrase with a determiner that a comma parts from the name."""
    if after + 2 >= len(words) or words[after].form != "," or words[after + 1].form not in grammar().openings:
        return ""
    head = after + 1
    for at in range(after + 2, min(len(words), after + 2 + REACH)):
        if words[at].is_mark or words[at].form in grammar().after_phrase or words[at].form == "of":
            break
        head = at
    return _noun(words[head])


def _noun(word: Word) -> str:
    """A noun for bodies in the singular, else nothing."""
    known = nouns().singular(word.form)
    if known is not None:
        return known[0] if nouns().kinds[known[0]] == "bodies" or known[0] in sorts().nouns else ""
    return word.form if word.form in sorts().nouns else ""
