"""Noun phrases for people and bodies: titles before names, appositions, descriptions, and what a source names.

No parser stands behind it: a phrase's head is a noun of the list, and its words are taken to the left as long as they
are capitals, known modifiers or a possessor, up to a determiner.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.read.entities.draft import Phrase
from sayso.read.entities.layout import Layout, Word
from sayso.read.entities.lexicon import country_of_demonym, grammar, nouns

POSSESSIVE = ("'s", "’s", "'", "’")
LONGEST = 10  # words of a phrase to the left of its head
LONGEST_TITLE = 14  # words of an apposition
TOLD_OF = ("on", "by", "during", "before", "after")  # what may follow "people briefed"
COMPLEMENTS = ("of", "for", "at", "in")  # what ties an office to its body or place


@dataclass(frozen=True, slots=True)
class Title:
    """An office that stands by a name: ``start:end`` are the words, ``whole`` where its noun phrase begins."""

    start: int
    end: int
    whole: int
    core_end: int
    phrase: Phrase

    @property
    def phrase_span(self) -> tuple[int, int]:
        """The offsets of its noun phrase up to the head, with determiner and possessor."""
        return self.whole, self.core_end


@dataclass(frozen=True, slots=True)
class Described:
    """A noun phrase found in the text."""

    start: int
    end: int
    phrase: Phrase


def title_before(layout: Layout, start: int) -> Title | None:
    """The title before the name that begins at ``start``: "Veltrian Defence Minister" Ana Orsk."""
    words = layout.words
    last = layout.word_at(start) - 1
    if last >= 0 and words[last].form == "." and last and words[last - 1].form in grammar().abbreviations:
        last -= 1
    head = _title_head(words, last)
    if head is None:
        return None
    described = _extend(layout, head, last)
    first = layout.word_at(described.start)
    begin = _after_possessor(words, first, head)
    return Title(words[begin].start, words[last].end, described.start, described.end, described.phrase)


def _title_head(words: Sequence[Word], last: int) -> int | None:
    """The index of the head noun of a title that ends at ``last``; "Secretary of State" has its head first."""
    if last < 0:
        return None
    for at in range(last, max(-1, last - 4), -1):
        noun = nouns().singular(words[at].form)
        if noun and not noun[1] and nouns().kinds.get(noun[0]) in ("offices", "people"):
            return at if at == last or words[at + 1].form == "of" else None
        if words[at].is_mark or not (words[at].capital or words[at].form == "of"):
            return None
    return None


def _complemented_head(words: Sequence[Word], last: int) -> int | None:
    """The head noun of a title whose complement ends at ``last``: "minister" of "the minister for inland waters"."""
    for at in range(last, max(0, last - LONGEST_TITLE), -1):
        if words[at].is_mark and words[at].form not in POSSESSIVE:
            return None
        noun = nouns().singular(words[at].form)
        office = noun is not None and not noun[1] and nouns().kinds[noun[0]] in ("offices", "people")
        if office and at < last and words[at + 1].form in COMPLEMENTS:
            return at
    return None


def _complemented_by(words: Sequence[Word], first: int) -> int | None:
    """The head noun whose complement begins at ``first``: "lawyer" of "a lawyer for the director"."""
    if first < 2 or words[first - 1].form not in COMPLEMENTS:
        return None
    noun = nouns().singular(words[first - 2].form)
    office = noun is not None and not noun[1] and nouns().kinds[noun[0]] in ("offices", "people")
    return first - 2 if office else None


def _after_possessor(words: Sequence[Word], first: int, head: int) -> int:
    for at in range(head, first, -1):
        if words[at - 1].form in POSSESSIVE:
            return at
    while first < head and words[first].form in grammar().openings:
        first += 1
    return first


def apposition_after(layout: Layout, end: int, limit: int) -> Title | None:
    """The title after the name that ends at ``end``: Ana Orsk, "the front's spokeswoman" in the south, ..."""
    words = layout.words
    comma = layout.word_at(end)
    if comma >= len(words) or words[comma].form != ",":
        return None
    stop = comma + 1
    while stop < len(words) and stop - comma <= LONGEST_TITLE and words[stop].start < limit:
        if words[stop].form in ",;:.?!()—–" or words[stop].form in ("said", "says", "told"):
            break
        stop += 1
    core = _core_end(words, comma + 1, stop)
    head = core - 1
    noun = nouns().singular(words[head].form) if core > comma + 1 else None
    if noun is None or noun[1] or nouns().kinds[noun[0]] not in ("offices", "people"):
        return None
    described = _extend(layout, head, head)
    if layout.word_at(described.start) > comma + 1 or words[stop - 1].form in grammar().auxiliaries:
        return None
    begin = _after_possessor(words, comma + 1, head)
    return Title(
        words[begin].start, words[stop - 1].end, words[comma + 1].start, described.end, described.phrase
    )


def _core_end(words: Sequence[Word], first: int, stop: int) -> int:
    at = first
    while at < stop and not (
        at > first and (words[at].form in grammar().after_phrase or words[at].form == "of")
    ):
        at += 1
    return at


def apposition_before(layout: Layout, start: int) -> Title | None:
    """The title before a name that a comma parts from it: "The front's spokeswoman", Ana Orsk, said."""
    words = layout.words
    comma = layout.word_at(start) - 1
    while comma > 1 and words[comma].form in (*grammar().honorifics, "."):
        comma -= 1
    if comma < 1 or words[comma].form != ",":
        return None
    head = _title_head(words, comma - 1) or _complemented_head(words, comma - 1)
    if head is None:
        return None
    described = _extend(layout, head, comma - 1)
    outer = _complemented_by(words, layout.word_at(described.start))
    if outer is not None:
        head, described = outer, _extend(layout, outer, comma - 1)
    if described.phrase.determiner is None and not described.phrase.possessed:
        return None
    begin = _after_possessor(words, layout.word_at(described.start), head)
    return Title(words[begin].start, words[comma - 1].end, described.start, described.end, described.phrase)


def describe(layout: Layout, at: int) -> Described | None:
    """The noun phrase whose head is the word ``at``, None where that word is no noun of the list."""
    if nouns().singular(layout.words[at].form) is None:
        return None
    return _extend(layout, at, at)


def _extend(layout: Layout, head: int, last: int) -> Described:
    """The phrase with the head noun ``head``, taken to the left; ``last`` is its last word."""
    words = layout.words
    first = head
    determiner = None
    possessed = False
    while first > 0 and head - first < LONGEST and words[first].start - words[first - 1].end <= 1:
        before = words[first - 1]
        if before.form == "that" and (
            first != head or nouns().singular(words[head].form) != (words[head].form, False)
        ):
            break  # a conjunction: "said that countries"
        if before.form in grammar().openings:
            first -= 1
            determiner = determiner or before.form
            possessed = possessed or before.form in grammar().possessive
            if before.form not in grammar().pairs:
                break
            continue
        if not _modifies(layout, first - 1) and not (first == head and _qualifies(words, first - 1)):
            break
        possessed = possessed or before.form in POSSESSIVE
        first -= 1
    return Described(
        words[first].start, words[last].end, _phrase(words, first, head, last, determiner, possessed)
    )


def _modifies(layout: Layout, at: int) -> bool:
    word = layout.words[at]
    if word.form in POSSESSIVE:
        return at > 0 and (
            layout.words[at - 1].capital or nouns().singular(layout.words[at - 1].form) is not None
        )
    if word.is_mark:
        return False
    if word.form in grammar().never_modify or word.form in grammar().pronouns:
        return False
    if word.capital:
        return True
    noun = nouns().singular(word.form)
    if word.form in grammar().title_modifiers or country_of_demonym(word.form):
        return True
    return (noun is not None and not noun[1]) or layout.words[at + 1].form in POSSESSIVE


def _qualifies(words: Sequence[Word], at: int) -> bool:
    """Whether an unknown word stands between a determiner and the head: "the harbour minister"."""
    word = words[at]
    closed = word.is_mark or word.form in grammar().never_modify or word.form in grammar().pronouns
    if closed or word.form.endswith(("ed", "ly")) or at == 0:
        return False
    return words[at - 1].form in grammar().openings and words[at - 1].form != "that"


def _phrase(
    words: Sequence[Word], first: int, head: int, last: int, determiner: str | None, possessed: bool
) -> Phrase:
    noun, plural = nouns().singular(words[head].form) or (words[head].form, words[head].form.endswith("s"))
    skip = grammar().openings | frozenset(("of", *POSSESSIVE))
    before = words[head - 1].form if head > first else ""
    modifiers = {
        word.form for word in (*words[first:head], *words[head + 1 : last + 1]) if word.form not in skip
    }
    if head > first and words[head - 1].form == "prime" and noun == "minister":
        noun = "prime-minister"
        modifiers.discard("prime")
    return Phrase(
        noun, nouns().kinds.get(noun, "offices"), plural, frozenset(modifiers), determiner, possessed, before
    )


def source_core(layout: Layout, start: int, end: int, inside: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The words of a source span up to its complement: "sources" of "sources familiar with the talks".

    ``inside`` are the names within the span: a complement within a name is part of it. Gives word indices.
    """
    first, stop = layout.word_at(start), layout.word_at(end)
    at = first
    while at < stop:
        word = layout.words[at]
        named = any(s <= word.start < e for s, e in inside)
        ends = word.form in grammar().after_phrase or word.form in ",;:(—–―-" or word.form == "of"
        ends = ends and not _joins_modifiers(layout.words, at, stop)
        if at > first and (ends or _is_participle(layout.words, at)) and not named:
            break
        at += 1
    return first, at


def _joins_modifiers(words: Sequence[Word], at: int, stop: int) -> bool:
    """Whether "and" joins two modifiers of one noun: "civil and human rights groups"."""
    if words[at].form not in ("and", "or") or not 0 < at < stop - 2 or words[at - 1].is_mark:
        return False
    heads = [nouns().singular(word.form) is not None for word in words[at + 1 : at + 4]]
    modifier = nouns().singular(words[at - 1].form) is None and not words[at - 1].form.endswith("s")
    return modifier and not any(heads[:1]) and any(heads[1:])


def _is_participle(words: Sequence[Word], at: int) -> bool:
    """Whether a word opens what is said of the noun before it: "released" in "a poll released on Friday"."""
    form = words[at].form
    noun = nouns().singular(words[at - 1].form) is not None and not words[at - 1].is_mark
    return noun and not words[at].capital and form.endswith(("ed", "ing")) and nouns().singular(form) is None


def circumstance_start(layout: Layout, first: int, stop: int) -> int:
    """The index of the word where a describing phrase's circumstances begin ("during the talks"), else ``stop``.

    What was done to people tells who they are ("people briefed on the talks"), not what was done to a document.
    """
    words = layout.words
    told = False
    for at in range(first + 1, stop):
        if _is_participle(words, at):
            noun = nouns().singular(words[at - 1].form)
            if noun is not None and nouns().kinds[noun[0]] == "documents":
                return at
            told = True
        ends = words[at].form in grammar().circumstances and not (told and words[at].form in TOLD_OF)
        if ends or words[at].form in ",;:(—–―":
            return at
    return stop
