"""What is said parted from what is no part of it: a second verb of saying, questions put, words that say nothing."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from sayso.core.reading import Act
from sayso.core.span import Span
from sayso.read.entities.layout import Layout, Word
from sayso.read.entities.lexicon import grammar
from sayso.read.spans import Attribution
from sayso.read.statements.cue import read_cue
from sayso.read.statements.lexicon import cue_words
from sayso.read.statements.reported import LONGEST_CLAUSE, SHORTEST, clause, is_plain

JOINED = frozenset(("and", "but"))
POINTING = frozenset(("put", "puts", "read", "reads"))  # "as he put it"
EMPTY = frozenset(
    ("so", "there", "then", "here", "too", "else", "why", "how", "what", "when", "where", "which", "who")
)


def parted(layout: Layout, attribution: Attribution) -> Iterator[Attribution]:
    """The attribution, and a second one where its reported words hold "and called on", "and suggested that"."""
    first = attribution.content[0]
    after = bool(attribution.cue) and bool(attribution.source) and first.start >= attribution.cue[-1].end
    at = _second_verb(layout, first) if after and len(attribution.content) == 1 else None
    if at is None:
        yield attribution
        return
    words = layout.words
    stop = at + _length(words[at : at + 3])
    head = Span.of(layout.text, first.start, words[at - 2].end)
    yield replace(attribution, content=(head,))
    cue = Span.of(layout.text, words[at].start, words[stop - 1].end)
    rest = Span.of(layout.text, words[stop].start, first.end)
    yield replace(attribution, cue=(cue,), content=(rest,))


def with_gerunds(layout: Layout, attribution: Attribution) -> Attribution:
    """The attribution of an accusation with all that its object is accused of: "of beating and starving them"."""
    last = attribution.content[-1]
    at = layout.word_at(last.end)
    words = layout.words
    if not attribution.cue or at + 1 >= len(words) or words[at].form != "and" or not is_plain(layout, at):
        return attribution
    accuses = any(sense.act is Act.ACCUSE for sense in read_cue(layout, attribution.cue).senses)
    forms = [word.form for word in layout.words_in(last.start, last.end)]
    gerund = any(a in ("of", "for") and b.endswith("ing") for a, b in pairwise(forms))
    if (
        not (accuses and gerund and words[at + 1].form.endswith("ing"))
        or last.start < attribution.cue[0].start
    ):
        return attribution
    limit = layout.word_at(layout.sentences[layout.sentence_of(last.start)][1])
    end = clause(layout, at + 1, min(limit, at + LONGEST_CLAUSE))
    if end is None:
        return attribution
    return replace(
        attribution, content=(*attribution.content[:-1], Span.of(layout.text, last.start, end.end))
    )


def _second_verb(layout: Layout, content: Span) -> int | None:
    """The index of a second verb of saying in reported words, where it can only be their speaker’s."""
    first, stop = layout.word_at(content.start), layout.word_at(content.end)
    for at in range(first + SHORTEST, stop - SHORTEST):
        word = layout.words[at]
        if layout.words[at - 1].form not in JOINED or word.capital or not is_plain(layout, at):
            continue
        size = _length(layout.words[at : at + 3])
        if size and word.form.endswith("ed") and (size > 1 or layout.words[at + 1].form == "that"):
            return at
    return None


def _length(words: tuple[Word, ...]) -> int:
    """How many words a verb of saying has that begins here; 0 where none does."""
    for size in (2, 1):
        if cue_words().is_saying(" ".join(word.form for word in words[:size])):
            return size
    return 0


def says_something(layout: Layout, attribution: Attribution) -> bool:
    """Whether the content holds a word of its own, or its cue is more than a verb of saying: "he denied that"."""
    words = [word for span in attribution.content for word in layout.words_in(span.start, span.end)]
    if any(not _is_empty(word) for word in words):
        return True
    cue = read_cue(layout, attribution.cue)
    says = any(word in cue_words().neutral - POINTING for word in cue.words)
    return bool(cue.senses) or not says


def _is_empty(word: Word) -> bool:
    table = grammar()
    closed = word.form in table.pronouns or word.form in table.auxiliaries or word.form in table.conjunctions
    return word.is_mark or closed or word.form in table.openings or word.form in EMPTY
