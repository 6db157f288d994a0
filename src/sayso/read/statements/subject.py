"""The subject of a verb of saying, from the words before it: who is named as speaking."""

from collections.abc import Sequence

from sayso.core.span import Span
from sayso.read.entities.layout import Layout, Word
from sayso.read.entities.lexicon import country_of_demonym, grammar, nouns

LONGEST = 16  # words of a subject with what stands in apposition


def subject_before(layout: Layout, verb: int) -> Span | None:
    """The subject that ends just before the word ``verb``, with an apposition between commas.

    None where the words before are no person, body or pronoun, or stand within a quotation.
    """
    words = layout.words
    end = verb
    while end > 0 and (words[end - 1].form in grammar().auxiliaries or words[end - 1].form.endswith("ly")):
        end -= 1
    if end == 0 or layout.quotation_at(words[end - 1].start) is not None:
        return None
    limit = max(_sentence_start(layout, verb), end - LONGEST)
    stop = end - 1 if words[end - 1].form == "," else end
    core = _apposed(words, stop, limit) if stop < end else end
    if core is None or core <= limit or not _can_speak(words[core - 1]):
        return None
    start = _start(layout, core, limit)
    return Span.of(layout.text, words[start].start, words[stop - 1].end) if start < core else None


def _sentence_start(layout: Layout, at: int) -> int:
    return layout.word_at(layout.sentences[layout.sentence_of(layout.words[at].start)][0])


def _apposed(words: Sequence[Word], stop: int, limit: int) -> int | None:
    """The index just after the head where an apposition follows it between commas: "Orsk, the mayor, said"."""
    for at in range(stop - 1, limit, -1):
        if words[at].form == ",":
            after = words[at - 1].form == ")" and next((i for i in range(at - 1, limit, -1) if words[i].form == "("), 0)
            return after or at
        if words[at].form in "“”\";:":
            return None
    return None


def _can_speak(word: Word) -> bool:
    pronoun = grammar().pronouns.get(word.form)
    if pronoun is not None:
        return word.form in ("he", "she", "they", "it", "who", "i", "we")
    if word.form in ("’s", "'s") or word.is_mark:
        return False
    return word.capital or nouns().singular(word.form) is not None


def _start(layout: Layout, core: int, limit: int) -> int:
    """Where the subject begins: after a mark, a conjunction, or the phrase that opens the sentence."""
    words = layout.words
    if words[core - 1].form in grammar().pronouns:
        return core - 1
    at = core - 1
    while at > limit and not _bars(layout, at - 1):
        at -= 1
    while at < core and words[at].form in grammar().prepositions:
        at = _after_opening(words, at, core)
    return at


def _bars(layout: Layout, at: int) -> bool:
    word = layout.words[at]
    if word.form in (".", "-", "&", "’", "'", "(", ")") and word.end == layout.words[at + 1].start:
        return False
    if word.form in grammar().conjunctions - grammar().prepositions or layout.quotation_at(word.start) is not None:
        return True
    return word.is_mark and word.form not in ("(", ")", "-", "&")


def _after_opening(words: Sequence[Word], at: int, core: int) -> int:
    """Past "On Tuesday", "In a statement": to the next capital, determiner or noun that may begin the subject."""
    index = at + 1
    while index < core and words[index].form in grammar().openings:
        index += 1
    index += 1
    while index < core and not (words[index].capital or words[index].form in grammar().openings):
        if nouns().singular(words[index].form) or country_of_demonym(words[index].form):
            break
        index += 1
    return index
