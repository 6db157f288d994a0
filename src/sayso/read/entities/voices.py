"""For whom a nameless voice speaks: "its spokesman", "her office", "a spokesman for the union", "the front's letter".

Such a one has no name of his own; what he says is his body's word, and what is written its author's.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from sayso.core.reading import EntityKind
from sayso.read.entities.draft import Draft, Function, Sort
from sayso.read.entities.layout import Layout
from sayso.read.entities.lexicon import PACKAGE, fold, load_yaml, nouns
from sayso.read.entities.phrases import POSSESSIVE

REACH = 6  # drafts after a description's own that may lie within it
FAR = 24  # drafts before it
NEAR = 2  # sentences back to the body that a bare "spokesman" speaks for
SPEAKING = frozenset(("for",))
WRITING = frozenset(("by", "from"))
FROM_AUTHOR = 3  # words between a document and its author: "sent out by"


@cache
def _voices() -> Mapping[str, frozenset[str]]:
    table = load_yaml(PACKAGE, "voices.yaml")
    return {name: frozenset(words) for name, words in table.items()}


def find_owner(layout: Layout, drafts: Sequence[Draft], at: int) -> tuple[int, int] | None:
    """The offsets of the name or pronoun of whom the source ``drafts[at]`` is the voice; None where it is nobody's."""
    draft = drafts[at]
    if draft.sort is not Sort.DESCRIPTION or not draft.source or draft.phrase is None:
        return None
    voices = _voices()
    speaks = draft.phrase.noun in voices["anybody"]
    leads = draft.phrase.noun in voices["body"]
    written = draft.phrase.noun in voices["written"]
    if not speaks and not leads and not written:
        return None
    for other in drafts[at + 1 : at + 1 + REACH]:
        inside = draft.start <= other.start and other.end <= draft.end
        if inside and _owns(layout, draft, other) and (speaks or written or _is_body(other)):
            return other.start, other.end
        if not inside:
            if written and _wrote(layout, draft, other):
                return other.start, other.end
            break
    bare = draft.phrase.noun in voices["bare"]
    return _last_body(layout, draft, drafts[max(0, at - FAR) : at]) if bare else None


def _wrote(layout: Layout, draft: Draft, other: Draft) -> bool:
    """Whether a name that follows a document's description is its author's: "a memo" sent by the front."""
    between = [word.form for word in layout.words_in(draft.end, other.start) if word.form != "the"]
    after = layout.word_at(other.end)
    following = layout.words[after].form if after < len(layout.words) else "."
    named = other.sort is Sort.NAME and other.kind is not EntityKind.PLACE
    whole = nouns().singular(following) is None and following not in POSSESSIVE
    return (
        named and whole and 0 < len(between) <= FROM_AUTHOR and between[-1] in WRITING and "," not in between
    )


def _owns(layout: Layout, draft: Draft, other: Draft) -> bool:
    """Whether a mention within a description is its possessor, stands after its "for", or, a body, before its noun."""
    if other.pronoun is not None:
        return other.start == draft.start and other.function is Function.POSSESSOR
    if other.sort is not Sort.NAME or other.kind is EntityKind.PLACE or draft.phrase is None:
        return False
    words = layout.words
    before, after = layout.word_at(other.start) - 1, layout.word_at(other.end)
    possessive = after < len(words) and words[after].form in POSSESSIVE
    opens = layout.word_at(draft.start) >= before
    while before > 0 and words[before].form == "the":
        before -= 1
    linking = WRITING if draft.phrase.noun in _voices()["written"] else SPEAKING
    linked = words[before].form in linking and words[before].start > draft.start
    if draft.phrase.noun in _voices()["body"] or other.kind is not EntityKind.ORGANISATION:
        return (possessive and opens) or linked
    beside = after < len(words) and nouns().singular(words[after].form) == (draft.phrase.noun, False)
    return (opens and (possessive or beside)) or linked


def _last_body(layout: Layout, draft: Draft, before: Sequence[Draft]) -> tuple[int, int] | None:
    """The body named last for which a bare "spokesman" speaks, or that his one word names: "a navy spokesman"."""
    phrase = draft.phrase
    wanted = phrase.before if phrase is not None and phrase.modifiers else ""
    if phrase is None or len(phrase.modifiers) > 1 or phrase.possessed:
        return None
    general = not wanted or wanted in nouns().generic_bodies
    for other in reversed(before):
        if other.kind is not EntityKind.ORGANISATION or not (
            other.sort is Sort.NAME or (general and _is_named_so(other))
        ):
            continue
        near = draft.turn - other.turn <= NEAR and (other.source or other.function is Function.SUBJECT)
        named = fold(layout.text[other.start : other.end]).rpartition(" ")[2]
        if near if general else wanted == named:
            return other.start, other.end
    return None


def _is_named_so(draft: Draft) -> bool:
    """Whether a description stands for one body: "the company", "the ministry"."""
    phrase = draft.phrase
    definite = phrase is not None and phrase.determiner == "the" and not phrase.plural
    return definite and phrase is not None and phrase.noun_class == "bodies"


def _is_body(draft: Draft) -> bool:
    if draft.pronoun is not None:
        return draft.pronoun.gender == "n"
    return draft.kind is EntityKind.ORGANISATION
