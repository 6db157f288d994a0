"""To whom something is said: "told reporters", "wrote to the board", "urged Kabul to", "appealed to all sides".

The words after a verb that takes a listener are read as a noun phrase: a mention of the report where one begins there,
else the words up to what cannot belong to it.
"""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from sayso.core.reading import Mention
from sayso.core.span import Span
from sayso.read.entities.index import EntityIndex
from sayso.read.entities.layout import Layout, Word
from sayso.read.entities.lexicon import grammar, load_yaml, nouns
from sayso.read.entities.phrases import POSSESSIVE

LONGEST = 10  # words of a listener who is no mention
REACH = 3  # words of a cue's end that are looked at: "in a letter to"
PASSIVE = frozenset(("was", "were", "been", "being", "be", "is", "are", "get", "got"))
STOPS = frozenset(
    (
        "not",
        "that",
        "to",
        "how",
        "what",
        "why",
        "who",
        "whether",
        "if",
        "when",
        "where",
        "there",
        "about",
        "which",
        "whose",
        "for",
        "against",
    )
)


def find_addressee(index: EntityIndex, cue: Sequence[Span], content: Sequence[Span]) -> tuple[Span, ...]:
    """The span that names who is spoken to, or none: he stands in the cue, just after it, or opens the content."""
    if not cue:
        return ()
    layout = index.layout
    first, last = layout.word_at(cue[0].start), layout.word_at(cue[-1].end)
    for at in range(first, last):
        opened = _after_verb(layout, first, at, last)
        if opened is not None:
            found = _phrase(index, opened)
            return () if found is None or any(found.contains(span) for span in content) else (found,)
    return ()


def _after_verb(layout: Layout, first: int, at: int, last: int) -> int | None:
    """The word after a verb at ``at`` (and after its preposition) where a listener may stand."""
    words = layout.words
    form = words[at].form
    before = words[at - 1].form if at else ""
    if before in PASSIVE:
        return None
    if form in _verbs("direct"):
        return at + 1
    link = _verbs("linked").get(form)
    if link is None:
        return None
    return next(
        (to + 1 for to in range(at + 1, min(last + 1, len(words), at + 1 + REACH)) if words[to].form in link),
        None,
    )


@cache
def _verbs(name: str) -> dict[str, tuple[str, ...]]:
    """Verbs that take a listener, in all forms, with the prepositions that lead to him."""
    table = load_yaml("sayso.read.statements", "addressee.yaml")[name]
    return {form: tuple(entry["links"]) for entry in table for form in entry["forms"]}


def _phrase(index: EntityIndex, at: int) -> Span | None:
    """The noun phrase that begins at the word ``at``."""
    layout = index.layout
    words = layout.words
    first = at
    if at >= len(words) or layout.quotation_at(words[at].start) is not None:
        return None
    stop = _stop(layout, at)
    while at < stop and words[at].form in grammar().openings:
        at += 1
    mention = _mention_at(index, words[at].start) if at < stop else None
    end = stop if mention is None else max(layout.word_at(mention.span.end), at + 1)
    if (end < len(words) and words[end].form in POSSESSIVE) or (
        mention is None and not _names(layout, first, end)
    ):
        return None
    return Span.of(layout.text, words[first].start, words[end - 1].end)


def _names(layout: Layout, first: int, end: int) -> bool:
    """Whether words name somebody: a person or body is among them, and they are no clause."""
    words = layout.words[first:end]
    if not words or words[-1].form in grammar().never_modify:
        return False
    return any(_is_listener(word) for word in words)


def _is_listener(word: Word) -> bool:
    """Whether a word may be, or begin the name of, a person or body."""
    known = nouns().singular(word.form)
    body = known is not None and nouns().kinds[known[0]] != "documents"
    return body or word.capital or word.form in grammar().personal


def _stop(layout: Layout, at: int) -> int:
    words = layout.words
    end = at
    table = grammar()
    while end < len(words) and end - at < LONGEST:
        form = words[end].form
        day = words[end].capital and form.endswith("day")
        closed = form in STOPS or form in table.auxiliaries or (form in table.prepositions and form != "of")
        if (words[end].is_mark and form not in ("’", "'", "-", "&")) or closed or day:
            break
        if end > at and (form in table.pronouns or form in table.conjunctions):
            break
        end += 1
    return end


def _mention_at(index: EntityIndex, offset: int) -> Mention | None:
    """The longest mention that begins at an offset."""
    at = bisect_left(index.mentions, offset, key=lambda mention: mention.span.start)
    found = None
    while at < len(index.mentions) and index.mentions[at].span.start == offset:
        if found is None or index.mentions[at].span.end > found.span.end:
            found = index.mentions[at]
        at += 1
    return found
