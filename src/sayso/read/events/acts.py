"""Forms of verbs, and whether a word is one where it stands."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sayso.core.data_files import load_words
from sayso.read.phrases import Tag
from sayso.read.phrases.clauses import Clause
from sayso.read.phrases.words import third_person

_ACTS = (Tag.VERB, Tag.GERUND)
_SUBJECTS = (Tag.WORD, Tag.NAME, Tag.PRONOUN, Tag.RELATIVE, Tag.NUMBER, Tag.HAVE, Tag.BE, Tag.TIME)
_OBJECTS = (Tag.DETERMINER, Tag.POSSESSIVE, Tag.NAME, Tag.NUMBER)
_PARTICLES = ("up", "down", "off", "out", "away", "back", "over", "through", "into")
_DOUBLED = ("stop", "plan", "ban", "bar", "rob", "stab", "hit", "quit", "cut", "put", "set")


def is_act(clause: Clause, i: int, verb: str, *, present: bool = True) -> bool:
    """Whether the word at token ``i``, a form of ``verb``, is a verb there and not a noun or an adjective.

    The tags know the common verbs alone; of any other its place tells: behind "to" or a modal verb, or, in the present
    tense (if ``present``, for a plural noun may stand there too) and in irregular pasts, between subject and object.
    """
    if clause.tag(i) in _ACTS:
        return True
    before = i - 1
    while clause.tag(before) is Tag.ADVERB and before > i - 3:
        before -= 1
    word = clause.lower(i)
    if word == verb and clause.tag(before) in (Tag.TO, Tag.AUXILIARY):
        return True
    _, third, past, participle, _ = verb_forms(verb)
    if word not in ((third,) if present else ()) + (past, participle) or clause.tag(i) is Tag.MARK:
        return False
    if word == participle and clause.tag(before) in (Tag.BE, Tag.HAVE):
        return True
    followed = clause.tag(i + 1) in _OBJECTS or clause.lower(i + 1) in _PARTICLES
    return followed and clause.tag(before) in _SUBJECTS


@cache
def verb_forms(verb: str) -> tuple[str, ...]:
    """Base, -s, past, participle and -ing of ``verb``."""
    irregular = _irregular().get(verb)
    if irregular:
        return (verb, *irregular)
    stem = verb + verb[-1] if verb in _DOUBLED else verb
    past = (
        verb + "d" if verb.endswith("e") else verb[:-1] + "ied" if _ends_in_consonant_y(verb) else stem + "ed"
    )
    ing = verb[:-1] + "ing" if verb.endswith("e") and not verb.endswith("ee") else stem + "ing"
    return (verb, third_person(verb), past, past, ing)


def _ends_in_consonant_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2:-1] not in "aeiou"


@cache
def _irregular() -> Mapping[str, list[str]]:
    return {**load_table("triggers.yaml")["irregular"], **load_table("frames.yaml")["irregular"]}


@cache
def load_table(name: str) -> Mapping[str, Any]:
    """A word list beside this module, read once."""
    table: Mapping[str, Any] = load_words("sayso.read.events", name)
    return table
