"""Harm told by a noun: deaths, casualties, lives, bodies, a toll; each rule looks at one token."""

from collections.abc import Iterator
from dataclasses import replace

from sayso.core.reading import Effect, Harm
from sayso.core.span import Span
from sayso.read.harm.build import harms_of
from sayso.read.harm.counts import is_unreal, is_year
from sayso.read.harm.lexicon import effects_by_word, general_words, listed_effects
from sayso.read.phrases import NounPhrase, Tag, is_kind
from sayso.read.phrases.clauses import Clause
from sayso.read.phrases.words import is_title

_OF_REACH = 9  # tokens from "murder" to "of"
_TOLL_NEAR = 10  # tokens from "death toll" to its count
_TOLL_REACH = 30  # the same where a verb like "rose to" leads to it
_TOLL_WORDS = 5  # tokens of "number of people killed"


def by_event_noun(clause: Clause, i: int) -> Iterator[Harm]:
    """Such as "the deaths of nine people", "the minister's murder", "no fatalities"."""
    effect = effects_by_word("nominal").get(clause.lower(i))
    phrase = clause.inside.get(i)
    if not effect or clause.tag(i) in (Tag.VERB, Tag.GERUND, Tag.NAME) or (phrase and phrase.last != i):
        return
    if is_unreal(clause, phrase.first if phrase else i, verb=False):
        return
    if of := _of_after(clause, i):
        yield from harms_of(clause, i, i, effect, clause.objects(of + 1), False)
    elif phrase and Tag.GENITIVE in [t.tag for t in clause.tokens[phrase.first : i]]:
        yield from _genitive(clause, phrase, effect)


def _of_after(clause: Clause, i: int) -> int:
    """The token "of" that belongs to the noun at ``i``; 0 where none does.

    Where a place or time lies between ("the murder in Orsk of two nuns") people must follow.
    """
    if clause.lower(i + 1) == "of":
        return i + 1
    if clause.lower(i + 1) not in ("in", "on", "during", "at", "last", "this"):
        return 0
    for j in range(i + 2, i + _OF_REACH):
        people = clause.by_first.get(j + 1)
        if clause.lower(j) == "of" and people and _are_people(clause, people):
            return j
        if j not in clause.inside and clause.tag(j) not in (Tag.TIME, Tag.PREPOSITION):
            return 0
    return 0


def _are_people(clause: Clause, phrase: NounPhrase) -> bool:
    """Whether the phrase means people by its words, and not only as a name may."""
    return is_title(clause.lower(phrase.first)) or (
        not phrase.is_name and (phrase.is_person or phrase.low is not None)
    )


def _genitive(clause: Clause, phrase: NounPhrase, effect: Effect) -> Iterator[Harm]:
    """Such as "Orvell's death": one person, unless the owner is a plural."""
    mark = next(j for j in range(phrase.first, phrase.last) if clause.tag(j) is Tag.GENITIVE)
    owner = clause.tokens[mark - 1]
    if clause.lower(phrase.last) in general_words("deeds") or is_kind(owner.lower, "group"):
        return  # the killer's: "the gang's murders"
    if phrase.first < mark and owner.lower not in general_words("things") and owner.tag is not Tag.TIME:
        who = clause.span(phrase.first, mark - 1)
        yield Harm(effect, 1, 1, who, clause.span(phrase.first, phrase.last))


def by_counted_noun(clause: Clause, i: int) -> Iterator[Harm]:
    """Such as "12 fatalities", "no deaths", "any civilian casualties" after a negation (dead or injured)."""
    word = clause.lower(i)
    effect = effects_by_word("counted").get(word)
    phrase = clause.inside.get(i)
    if phrase is None or phrase.last != i or is_unreal(clause, phrase.first, verb=False):
        return
    casualty = word in general_words("casualty")
    if not casualty and (effect is None or word in effects_by_word("state")):
        return
    counts = (j for j in range(phrase.first, i) if clause.tokens[j].quantity and not is_year(clause, j))
    quantity = clause.tokens[count].quantity if (count := next(counts, None)) is not None else None
    low, high = (quantity.low, quantity.high) if quantity else (None, None)
    if quantity is None and _is_none(clause, phrase):
        low, high = 0, 0
    if low is None and high is None:
        return
    who = clause.span(phrase.core, i - 1) if phrase.core < i else None
    for each in (Effect.KILLED, Effect.INJURED) if casualty else (effect,):
        if each and not casualty:
            yield Harm(each, low, high, who, clause.span(phrase.first, i))
        elif each:  # of five casualties none or all may be dead
            first = clause.tokens[phrase.first].start
            yield Harm(
                each, 0 if high == 0 else None, high, who, Span.of(clause.text, first, clause.tokens[i].end)
            )


def _is_none(clause: Clause, phrase: NounPhrase) -> bool:
    """Whether a negation before the phrase denies it: "nor any casualties", "without causing casualties"."""
    first = phrase.first
    for j in range(first, max(-1, first - 5), -1):
        if is_kind(clause.lower(j), "negation"):
            neither = clause.lower(j) in ("neither", "nor") and _took_place(clause, phrase.last)
            return clause.lower(first) != "the" or neither
        if clause.tag(j) is Tag.PREPOSITION and clause.lower(j) != "of":
            return False
    return False


def _took_place(clause: Clause, i: int) -> bool:
    """Whether the sentence goes on to say that what it names took place, or not."""
    after = range(i + 1, min(i + 1 + _TOLL_NEAR, len(clause.tokens)))
    return any(clause.lower(j) in general_words("happened") for j in after)


def by_lives(clause: Clause, i: int) -> Iterator[Harm]:
    """Such as "claimed 12 lives", "nine people lost their lives", "the loss of 12 lives", "no loss of life"."""
    phrase = clause.inside.get(i)
    if (
        clause.lower(i) not in ("lives", "life")
        or phrase is None
        or is_unreal(clause, phrase.first, verb=False)
    ):
        return
    verb = phrase.first - 1
    if clause.lower(verb) in general_words("take_life") or clause.lower(verb - 1) == "loss":
        quantity = clause.tokens[phrase.first].quantity
        if quantity:
            yield Harm(Effect.KILLED, quantity.low, quantity.high, None, clause.span(verb, i))
        elif clause.lower(i + 1) == "of":
            yield from harms_of(clause, verb, i, Effect.KILLED, clause.objects(i + 2), False)
    elif clause.lower(verb) in general_words("lose") and clause.tag(phrase.first) is Tag.POSSESSIVE:
        yield from harms_of(clause, verb, i, Effect.KILLED, clause.subject(verb), False)


def by_bodies(clause: Clause, i: int) -> Iterator[Harm]:
    """Such as "the bodies of three peasants"."""
    effect = effects_by_word("bodies").get(clause.lower(i))
    if effect and clause.lower(i + 1) != "of" and clause.tag(i - 1) is Tag.NUMBER:
        yield from _counted_bodies(clause, i, effect)
    if not effect or clause.lower(i + 1) != "of" or clause.tag(i) is Tag.VERB or clause.lower(i) == "remains":
        return
    if clause.lower(i) == "body" and any((p.low or 1) > 1 for p in clause.objects(i + 2)[:1]):
        return  # "a body of ten engineers"
    bodies = clause.inside.get(i)
    quantity = (
        next((t.quantity for t in clause.tokens[bodies.first : i] if t.quantity), None) if bodies else None
    )
    for harm in harms_of(
        clause, i, i, effect, [p for p in clause.objects(i + 2) if p.is_person or p.low], False
    ):
        yield replace(harm, low=quantity.low, high=quantity.high) if quantity and harm.low is None else harm


def _counted_bodies(clause: Clause, i: int, effect: Effect) -> Iterator[Harm]:
    """Such as "rescuers recovered nine bodies", "14 bodies were found"."""
    quantity, verb = clause.tokens[i - 1].quantity, clause.group_start(i - 1) - 1
    found = general_words("recover")
    after = clause.tag(i + 1) is Tag.BE or clause.tag(i + 1) is Tag.HAVE
    told = clause.lower(verb) in found or clause.lower(i + 1) in found
    if after:
        told = told or any(clause.lower(j) in found for j in range(i + 2, i + 5))
    if quantity and told and not is_unreal(clause, i - 1, verb=False):
        yield Harm(effect, quantity.low, quantity.high, None, clause.span(i - 1, i))


def by_list(clause: Clause, i: int) -> Iterator[Harm]:
    """Such as "the dead include a nurse and two boys", "two guards were among those killed"."""
    effect = listed_effects().get(clause.lower(i))
    lead = i - 2 if clause.tag(i - 1) is Tag.NUMBER else i - 1
    if not effect or clause.lower(lead) not in ("the", "those", "other"):
        return
    if clause.lower(i + 1) in ("include", "included", "includes", "were", "are", "was", "is"):
        start = i + 3 if clause.lower(i + 2) == ":" else i + 2
        phrases = [p for p in clause.objects(start) if p.is_person or p.is_name or p.low]
        yield from harms_of(clause, i, i, effect, phrases, False)
    elif clause.lower(lead - 1) == "among" and clause.tag(lead - 2) is Tag.BE:
        yield from harms_of(clause, i, i, effect, clause.subject(lead - 2), False, verb=lead - 2)
    elif clause.lower(lead - 1) == "among" and clause.tag(i + 1) is Tag.BE:
        yield from harms_of(clause, i, i, effect, clause.objects(i + 2), False)


def by_toll(clause: Clause, i: int) -> Iterator[Harm]:
    """Such as "the death toll rose to 31", "the number of people killed in the fire rose to 31"."""
    first, effect = _toll(clause, i)
    if effect is None:
        return
    reached = False
    for j in range(i + 1, min(i + _TOLL_REACH, len(clause.tokens))):
        token = clause.tokens[j]
        reached = reached or token.lower in general_words("reach")
        near = j < i + _TOLL_NEAR or (reached and clause.lower(j - 1) in ("to", "at"))
        risen = clause.lower(j - 1) == "from" and reached
        if near and token.quantity and (risen or clause.lower(j - 1) in general_words("counting")):
            low, high = token.quantity.low, token.quantity.high
            if risen and low != high:  # "rose from 12 to 15"
                yield Harm(effect, high, high, None, clause.span(first, j))
            elif not risen:
                yield Harm(effect, low, high, None, clause.span(first, j))
            if not risen or low != high:
                return


def _toll(clause: Clause, i: int) -> tuple[int, Effect | None]:
    """Where the words for a count of those harmed begin that token ``i`` ends, and what harmed them; else None."""
    if clause.lower(i) == "toll" and clause.lower(i - 1) == "death":
        return i - 1, Effect.KILLED
    effect = listed_effects().get(clause.lower(i)) or effects_by_word("counted").get(clause.lower(i))
    if effect is None:
        return i, None
    for j in range(i - 1, max(-1, i - _TOLL_WORDS), -1):
        if clause.lower(j) in ("number", "count", "tally", "toll") and clause.lower(j + 1) == "of":
            return j, effect
    return i, None
