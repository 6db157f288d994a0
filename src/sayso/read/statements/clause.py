"""The words after a subject, and what they hold: how far they go, whether they negate, their stems."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.core.reading import Mention
from sayso.read.entities.layout import Word
from sayso.read.entities.lexicon import grammar
from sayso.read.statements.lexicon import content_words

LONGEST_CLAUSE = 12  # words from a subject to its verb
STEM = 6  # letters by which words of an allegation and its denial are compared
NOUN_LOOKED_FOR = 4  # words after "Veltrian" or "Veltria’s" among which its noun is
BREAKS = frozenset(
    (",", ";", ":", "—", "–", ".", "?", "!", "that", "but", "while", "although", "because", "who", "which")
)


@dataclass(frozen=True, slots=True)
class Subject:
    """A party that is a subject in the content."""

    mention: Mention
    other: bool  # whether it is on another side than the speaker
    clause: list[Word]  # the words after it
    forces: bool  # whether its guns, troops or boats are the subject


def is_negation(word: Word) -> bool:
    """Whether a word negates: "not", "nobody", "didn’t"."""
    return word.form in content_words().negations or word.form.endswith(("n’t", "n't"))


def head_of(words: Sequence[Word], *, capital: bool) -> int:
    """How many words the noun has that an adjective or possessor stands before; 0 where none is seen."""
    for at, word in enumerate(words[:NOUN_LOOKED_FOR]):
        if word.form in content_words().forces:
            return at + 1
        if word.is_mark or word.form in grammar().auxiliaries or word.form in grammar().prepositions:
            return at if capital else 0
    return 1 if capital else 0


def clause_after(words: Sequence[Word]) -> list[Word]:
    """The first of the words, up to the end of the clause that they begin."""
    kept: list[Word] = []
    if words and words[0].form == ",":  # something is put in: "the group, aware of its weakness, ..."
        words = words[next((at + 1 for at, word in enumerate(words) if at and word.form == ","), 1) :]
    for word in words[:LONGEST_CLAUSE]:
        if word.form in BREAKS and kept:
            break
        kept.append(word)
    return kept


def stems(words: Sequence[Word], *, short: bool = False) -> set[str]:
    """The longer words by their first letters; no names, which an allegation and its denial share anyway.

    ``short`` takes shorter words in.
    """
    before = [None, *words]
    return {
        word.form[:STEM]
        for word, last in zip(words, before, strict=False)
        if len(word.form) >= (STEM - short) and (not word.capital or last is None or last.is_mark)
    }
