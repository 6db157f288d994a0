"""For whom a nameless voice speaks: "its spokesman", "Orsk's lawyers", "her office", "a spokesman for the union".

Such a one has no name of his own; what he says is his body's or his client's word.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from sayso.core.reading import EntityKind
from sayso.read.entities.draft import Draft, Function, Sort
from sayso.read.entities.layout import Layout
from sayso.read.entities.lexicon import PACKAGE, load_yaml
from sayso.read.entities.phrases import POSSESSIVE

REACH = 6  # drafts after a description's own that may lie within it


@cache
def _voices() -> Mapping[str, frozenset[str]]:
    table = load_yaml(PACKAGE, "voices.yaml")
    return {name: frozenset(words) for name, words in table.items()}


def find_owner(layout: Layout, drafts: Sequence[Draft], at: int) -> tuple[int, int] | None:
    """The offsets of the name or pronoun of whom the source ``drafts[at]`` is the voice; None where it is nobody's."""
    draft = drafts[at]
    if draft.sort is not Sort.DESCRIPTION or not draft.source or draft.phrase is None:
        return None
    speaks = draft.phrase.noun in _voices()["anybody"]
    leads = draft.phrase.noun in _voices()["body"]
    if not speaks and not leads:
        return None
    for other in drafts[at + 1 : at + 1 + REACH]:
        if not (draft.start <= other.start and other.end <= draft.end):
            break
        if _owns(layout, draft, other) and (speaks or _is_body(other)):
            return other.start, other.end
    return None


def _owns(layout: Layout, draft: Draft, other: Draft) -> bool:
    """Whether a mention within a description is its possessor, or stands after its "for"."""
    if other.pronoun is not None:
        return other.start == draft.start and other.function is Function.POSSESSOR
    if other.sort is not Sort.NAME or other.kind is EntityKind.PLACE:
        return False
    words = layout.words
    before, after = layout.word_at(other.start) - 1, layout.word_at(other.end)
    possessive = after < len(words) and words[after].form in POSSESSIVE
    opens = layout.word_at(draft.start) >= before
    while before > 0 and words[before].form == "the":
        before -= 1
    return (possessive and opens) or (words[before].form == "for" and words[before].start > draft.start)


def _is_body(draft: Draft) -> bool:
    if draft.pronoun is not None:
        return draft.pronoun.gender == "n"
    return draft.kind is EntityKind.ORGANISATION
