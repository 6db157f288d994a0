"""The subject of a verb of saying, from the words before it: who is named as speaking.

The head is the last word that can speak; the noun phrase is taken to its left, with complements ("a spokesman for the
ministry"), one name joined to it by "and", and an apposition between commas after it, whose last comma belongs to the
source as PolNeAR marks sources.
"""

from collections.abc import Sequence

from sayso.core.span import Span
from sayso.read.entities.layout import Layout, Word
from sayso.read.entities.lexicon import country_of_demonym, grammar, nouns
from sayso.read.phrases.words import word_lists
from sayso.read.statements.lexicon import cue_words

LONGEST = 24  # words of a subject with what stands in apposition
LONGEST_PHRASE = 7  # words of a noun phrase to the left of its head
SEVERAL = frozenset(
    (
        "some",
        "several",
        "many",
        "most",
        "all",
        "dozen",
        "dozens",
        "hundreds",
        "both",
        "few",
        "a",
        "two",
        "three",
    )
)
LINKS = frozenset(("of", "for", "at", "in", "from", "with", "to"))
SPEAKING_PRONOUNS = frozenset(("he", "she", "they", "it", "who", "i", "we"))
ASIDES = frozenset(("however", "too", "though", "meanwhile", "also", "instead"))


def subject_before(layout: Layout, verb: int) -> Span | None:
    """The subject that ends just before the word ``verb``, with an apposition between commas.

    None where the words before are no person, body or pronoun, or stand within a quotation.
    """
    words = layout.words
    limit = max(_sentence_start(layout, verb), verb - LONGEST)
    end = _before_adverbs(words, verb, limit)
    if end <= limit or layout.quotation_at(words[end - 1].start) is not None:
        return None
    core = end
    if words[end - 1].form == ",":
        core = _apposed(words, end - 1, limit) or limit
        if core > limit and _is_aside(words[core + 1 : end - 1]):
            end = core
        elif core <= limit or not _can_speak(words[core - 1]):
            core = end = end - 1  # an opening phrase stands before the first comma
    several = _several_of(words, core, limit)
    if several is not None:
        return Span.of(layout.text, words[several].start, words[core - 1].end)
    if core > limit and not _can_speak(words[core - 1]):
        last = words[core - 1].form
        closed = last in grammar().never_modify or last in grammar().openings
        core = limit if closed else _before_complement(words, core, limit)
    if core <= limit or not _can_speak(words[core - 1]):
        return None
    start = _phrase_start(layout, core, limit)
    return Span.of(layout.text, words[start].start, words[end - 1].end)


def _several_of(words: Sequence[Word], core: int, limit: int) -> int | None:
    """Where "several of them" begins that ends at ``core``; None where no such words stand there."""
    if core - 3 < limit or words[core - 1].form not in ("them", "us") or words[core - 2].form != "of":
        return None
    at = core - 2
    while at > limit and words[at - 1].form in SEVERAL:
        at -= 1
    return at if at < core - 2 else None


def subject_after(layout: Layout, verb: int) -> Span | None:
    """The subject that follows its verb where a quotation stands before: "...," summarised the mayor."""
    words = layout.words[verb + 1 : verb + 1 + LONGEST]
    stop = 0
    while (
        stop < len(words)
        and not words[stop].is_mark
        and words[stop].form not in grammar().never_modify - {"of"}
    ):
        day = words[stop].capital and words[stop].form.endswith("day")
        if day or (stop and words[stop].form in grammar().pronouns):
            break
        stop += 1
    while (
        stop + 1 < len(words) and words[stop].form == "." and words[stop - 1].form in grammar().abbreviations
    ):
        stop += 2
    if stop == 0 or not _can_speak(words[stop - 1]):
        return None
    return Span.of(layout.text, words[0].start, words[stop - 1].end)


def named_after(layout: Layout, cue: Span) -> Span | None:
    """Whom "according to" names: the words after it to the next mark, where the last of them can speak."""
    first = layout.word_at(cue.end)
    stop = first
    while stop < min(len(layout.words), first + LONGEST) and not layout.words[stop].is_mark:
        stop += 1
    while (
        stop + 1 < len(layout.words) and layout.words[stop].form == "." and _abbreviated(layout.words, stop)
    ):
        stop += 2
    if stop <= first or layout.words[first].form in grammar().never_modify:
        return None
    return Span.of(layout.text, layout.words[first].start, layout.words[stop - 1].end)


def _abbreviated(words: Sequence[Word], at: int) -> bool:
    return words[at - 1].form in grammar().abbreviations


def subject_of_sentence(layout: Layout, before: int) -> Span | None:
    """The subject of the first finite verb in the sentence of the word ``before``, if that stands before it."""
    words = layout.words
    start = _sentence_start(layout, before)
    for at in range(start + 1, min(before, start + LONGEST)):
        form = words[at].form
        past = form.endswith("ed") or form in word_lists()["irregular_past"]
        finite = form in grammar().auxiliaries or (past and words[at - 1].form not in grammar().auxiliaries)
        if finite and not words[at].capital and layout.quotation_at(words[at].start) is None:
            return subject_before(layout, at)
    return None


def _before_complement(words: Sequence[Word], core: int, limit: int) -> int:
    """The index after the noun that a complement follows: "people briefed on the matter", "the aide in the room"."""
    for at in range(core - 2, max(limit - 1, core - LONGEST_PHRASE - 3), -1):
        if words[at].is_mark or words[at].form in grammar().auxiliaries:
            return limit
        after = words[at + 1].form
        follows = (
            after in LINKS or after.endswith("ed") or after in ("familiar", "close", "on", "about", "with")
        )
        if follows and _can_speak(words[at]) and words[at].form not in grammar().pronouns:
            return at + 1
    return limit


def _sentence_start(layout: Layout, at: int) -> int:
    return layout.word_at(layout.sentences[layout.sentence_of(layout.words[at].start)][0])


def _before_adverbs(words: Sequence[Word], verb: int, limit: int) -> int:
    """The index before the verb's auxiliaries and adverbs and a day between it and its subject."""
    end = verb
    while end > limit + 1:
        before = words[end - 1]
        day = before.capital and before.form.endswith("day") and len(before.form) > 5
        adverb = before.form.endswith("ly") and not before.capital and nouns().singular(before.form) is None
        if before.form in grammar().auxiliaries or adverb:
            end -= 1
        elif day:
            end -= 2 if words[end - 2].form == "on" else 1
        else:
            break
    return end


def _is_aside(words: Sequence[Word]) -> bool:
    """Whether what stands between commas is no apposition: "at a rally", "speaking to reporters", "however"."""
    if not words:
        return True
    first = words[0]
    return first.form in grammar().prepositions or first.form in ASIDES or first.form.endswith("ing")


def _apposed(words: Sequence[Word], stop: int, limit: int) -> int | None:
    """The index just after the head where something follows it between commas: "Orsk, the mayor, said"."""
    for at in range(stop - 1, limit, -1):
        if words[at].form == ",":
            if words[at - 1].form == ")":
                return next((i for i in range(at - 1, limit, -1) if words[i].form == "("), None)
            again = None if words[at - 1].capital or at - 1 <= limit else _apposed(words, at, limit)
            return again if again is not None and _can_speak(words[again - 1]) else at
        if words[at].form in '“”";:':
            return None
    return None


def _can_speak(word: Word) -> bool:
    if word.form in grammar().pronouns:
        return word.form in SPEAKING_PRONOUNS
    if word.form in ("’s", "'s") or word.is_mark or word.form in grammar().never_modify:
        return False
    return word.capital or nouns().singular(word.form) is not None


def _phrase_start(layout: Layout, core: int, limit: int) -> int:
    """Where the noun phrase begins whose head ends at ``core``, with what it is a complement of."""
    words = layout.words
    start = _chunk_start(layout, core, limit)
    while start - 2 >= limit and words[core - 1].form not in grammar().pronouns:
        link, before = words[start - 1].form, words[start - 2]
        head = nouns().singular(before.form) is not None or (before.capital and link == "of")
        if (link in LINKS and head and not before.is_mark) or (
            link == "and"
            and before.capital
            and words[start].capital
            and before.form not in grammar().never_modify
        ):
            start = _chunk_start(layout, start - 1, limit)
        else:
            break
    return start


def _chunk_start(layout: Layout, core: int, limit: int) -> int:
    """Where the words begin that modify the head before ``core``: back to a determiner, or as far as they are known."""
    words = layout.words
    start = at = core - 1
    if words[at].form in grammar().pronouns:
        return at
    known = True
    while at > limit and core - at <= LONGEST_PHRASE:
        before = words[at - 1]
        if before.form in grammar().openings and before.form != "that":
            return at - 1
        if _breaks(words, at - 1) or layout.quotation_at(before.start) is not None:
            break
        known = (known and _is_known(before)) or before.form in ("’s", "'s")  # an owner’s phrase is whole
        at -= 1
        start = at if known else start
    return start


def _breaks(words: Sequence[Word], at: int) -> bool:
    """Whether a word ends a noun phrase to its left: a mark, a verb, a preposition or a conjunction."""
    word = words[at]
    if word.is_mark:
        joined = word.form in ("-", "&", "’", "'") or (
            word.form == "." and words[at - 1].form in grammar().abbreviations
        )
        return not (joined or (word.form == "." and word.end == words[at + 1].start))
    if word.form in grammar().title_modifiers and word.form != "and":
        return False
    stops = word.form in grammar().never_modify or word.form in grammar().pronouns
    return stops or (not word.capital and cue_words().is_saying(word.form))


def _is_known(word: Word) -> bool:
    if word.capital or word.is_mark or word.form in ("’s", "'s") or word.form[0].isdigit():
        return True
    return (
        word.form in grammar().title_modifiers
        or nouns().singular(word.form) is not None
        or (country_of_demonym(word.form) is not None)
    )
