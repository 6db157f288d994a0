"""The head of a mention: the word that says what it is, with what its form tells of gender and number."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.read.entities.layout import Layout, Word
from sayso.read.entities.lexicon import country_of_demonym, first_names, grammar, nouns
from sayso.read.entities.phrases import POSSESSIVE

REACH = 40  # words of a mention that are looked at
JOINING = ("and", "or", "&")


@dataclass(slots=True, unsafe_hash=True)  # never changed; frozen, they would take four times as long
class Head:
    """What a mention's words say; ``gender`` is m, f or n, ``number`` singular or plural, None where open."""

    form: str  # the head word, a common noun in the singular
    at: int  # its offset
    determiner: str  # the first word where it is a determiner or possessive, else ""
    words: frozenset[str]  # its content words
    pronoun: str | None  # the pronoun that it is
    name: tuple[int, int] | None  # the offsets of the name that ends where its core ends
    gender: str | None
    number: str | None


def find_head(layout: Layout, start: int, end: int, names: Sequence[tuple[int, int]]) -> Head | None:
    """The head of the words ``start:end``; ``names`` are in order and do not overlap. None where there is no word."""
    first = layout.word_at(start)
    words = layout.words[first : min(layout.word_at(end), first + REACH)]
    if all(word.is_mark for word in words):
        return None
    named = _names_within(names, start, end)
    if len(words) == 1 and words[0].form in grammar().personal and not named:
        return _of_pronoun(words[0])
    stop = _stop(words, named)
    while stop > 1 and words[stop - 1].form in POSSESSIVE:
        stop -= 1
    core_end = words[stop - 1].end
    name = next((n for n in named if n[1] == core_end), None)
    several = _is_coordinated(words, named)
    return _of_phrase(words, stop, None if several else name, several=several)


def _names_within(names: Sequence[tuple[int, int]], start: int, end: int) -> Sequence[tuple[int, int]]:
    first = bisect_left(names, (start, start))
    return names[first : bisect_left(names, (end, end))]


def core_stop(words: Sequence[Word], names: Sequence[tuple[int, int]], start: int, end: int) -> int:
    """The number of ``words``, those of ``start:end``, that stand before a complement."""
    return _stop(words, _names_within(names, start, end))


def _stop(words: Sequence[Word], named: Sequence[tuple[int, int]]) -> int:
    """The number of words before a complement; one within a name is part of the name."""
    after = grammar().after_phrase
    for at, word in enumerate(words):
        ends = word.form in after or word.form == "of" or (word.is_mark and word.form not in ".-")
        if at and ends and not any(s <= word.start < e for s, e in named):
            return at
    return len(words)


def _is_coordinated(words: Sequence[Word], named: Sequence[tuple[int, int]]) -> bool:
    """Whether several are named: "Ana Orsk and her brother", not "the mayor of Orsk and Tarn"."""
    for at, word in enumerate(words):
        if word.form == "of":
            return False
        if at and word.form in JOINING and not any(s <= word.start < e for s, e in named):
            return True
    return False


def _of_pronoun(word: Word) -> Head:
    known = grammar().pronouns.get(word.form)
    gender = known.gender if known is not None else None
    number = known.number if known is not None and known.number != "any" else None
    return Head(word.form, word.start, "", frozenset(), word.form, None, gender, number)


def _of_phrase(words: Sequence[Word], stop: int, name: tuple[int, int] | None, *, several: bool) -> Head:
    head = words[stop - 1]
    noun = nouns().singular(head.form)
    form = noun[0] if noun is not None and name is None else head.form
    opening = words[0].form if words[0].form in grammar().openings else ""
    skip = grammar().openings
    content = frozenset(w.form for w in words[:stop] if w.form[0].isalnum() and w.form not in skip)
    number = "plural" if several else _number(head.form, opening, noun, is_name=name is not None)
    gender = None if several else _gender(words[:stop], form, is_name=name is not None)
    return Head(form, head.start, opening, content, None, name, gender, number)


def _number(form: str, opening: str, noun: tuple[str, bool] | None, *, is_name: bool) -> str | None:
    if is_name:
        return "singular"
    if noun is not None:
        return "plural" if noun[1] else "singular"
    if opening in ("a", "an", "this", "that"):
        return "singular"
    if opening in ("these", "those", "many", "several", "both"):
        return "plural"
    return "plural" if form.endswith("s") and not form.endswith(("ss", "us", "is")) else None


def _gender(words: Sequence[Word], form: str, *, is_name: bool) -> str | None:
    if form in nouns().gender:
        return nouns().gender[form]
    for word in words[:-1]:
        if word.capital and grammar().honorifics.get(word.form):
            return grammar().honorifics[word.form]
        if word.form in nouns().gender:
            return nouns().gender[word.form]
    if is_name and len(words) > 1:
        return next((first_names()[w.form] for w in words[:-1] if w.form in first_names()), None)
    if country_of_demonym(form) is not None:
        return None
    return None
