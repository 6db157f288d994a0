"""Harm told by a verb, or by a state that a verb leaves people in; each rule looks at one token."""

from collections.abc import Iterator
from dataclasses import replace

from sayso.core.reading import Effect, Harm
from sayso.read.harm.build import harms_of
from sayso.read.harm.counts import is_unreal, negates
from sayso.read.harm.lexicon import VerbForm, effects_by_word, general_words, transitive_forms
from sayso.read.phrases import NounPhrase, Tag
from sayso.read.phrases.clauses import Clause

_ALONG = 20  # tokens from "was killed" to "along with"
_CAUSE = 12  # tokens from "died" to what of
_INFINITIVE = 10  # tokens from "to kill" to "and wound"
_BE_WORDS = ("got", "get", "getting")
_AGENTS = ("he", "she", "they", "we", "i")  # "whom she killed"


def by_verb(clause: Clause, i: int) -> Iterator[Harm]:
    """Such as "killed three officers", "were injured", "killing nine", "ten were killed and 20 wounded"."""
    for form in transitive_forms().get(clause.lower(i), ()):
        last = _particles(clause, i, form)
        if last is None:
            continue
        acts = "s" in form.roles and clause.tag(last + 1) is Tag.NUMBER  # "wounds 30", as headlines have it
        if clause.tag(i) in (Tag.VERB, Tag.GERUND) or form.words or acts:
            yield from _verb(clause, i, last, form)
        elif _follows_infinitive(clause, i) and "base" in form.roles:
            yield from harms_of(clause, i, last, form.effect, clause.objects(last + 1), False)
        elif i in clause.inside:
            yield from _participle_in_phrase(clause, i, form.effect)
        return


def _follows_infinitive(clause: Clause, i: int) -> bool:
    """Whether "wound" at ``i`` goes on from a verb that was done: "managed to kill one and wound 12 others"."""
    if clause.lower(i - 1) != "and" or clause.tag(i + 1) not in (Tag.NUMBER, Tag.DETERMINER):
        return False
    for j in range(i - 2, max(0, i - _INFINITIVE), -1):
        if clause.tag(j) is Tag.VERB and clause.tag(j - 1) is Tag.TO:
            return not is_unreal(clause, j)
    return False


def _particles(clause: Clause, i: int, form: VerbForm) -> int | None:
    """The last token of the form that begins at ``i``, None where its particles do not follow."""
    words = tuple(clause.lower(j) for j in range(i + 1, i + 1 + len(form.words)))
    return i + len(form.words) if words == form.words else None


def _verb(clause: Clause, i: int, last: int, form: VerbForm) -> Iterator[Harm]:
    if is_unreal(clause, i):
        return
    group = clause.group_start(i)
    before = [clause.tag(j) for j in range(group, i)]
    passive = Tag.BE in before or clause.lower(group - 1) in _BE_WORDS
    negated = negates(clause, group, i)
    if clause.lower(last + 1) == "her" and last + 1 not in clause.inside and not passive:
        if not negated:  # "wounding her in the arm"
            yield Harm(form.effect, 1, 1, clause.span(last + 1, last + 1), clause.span(i, last + 1))
    elif form.roles == {"ing"} or (clause.tag(i) is Tag.GERUND and not passive):
        yield from harms_of(clause, i, last, form.effect, clause.objects(last + 1), negated)
    elif passive and "participle" in form.roles:
        yield from harms_of(clause, i, last, form.effect, clause.subject(i), negated, verb=group)
        if (start := _along(clause, last)) and not negated:
            yield from harms_of(clause, start, start, form.effect, clause.objects(start), False)
    elif clause.tag(last + 1) is Tag.BE and "participle" in form.roles:  # "also killed were ..."
        yield from harms_of(clause, i, last, form.effect, clause.objects(last + 2), negated)
    else:
        objects = (
            [] if clause.lower(last + 1) == "off" else clause.objects(last + 1)
        )  # "shot dead off the coast"
        if not objects and "participle" in form.roles and Tag.HAVE not in before:
            if clause.lower(i - 1) != "," and clause.lower(i - 1) not in _AGENTS:
                yield from harms_of(clause, i, last, form.effect, _left(clause, i), negated)
        else:
            counted = any(p.low is not None or p.high is not None for p in objects)
            if counted or not clause.lower(i).startswith("hurt"):  # "the tariffs hurt farmers"
                yield from harms_of(clause, i, last, form.effect, objects, negated)


def _left(clause: Clause, i: int) -> list[NounPhrase]:
    """The subject of the bare participle at ``i``: "four children injured", "it left four children injured"."""
    before = clause.by_last.get(i - 1)
    if before and clause.lower(before.first - 1) in ("left", "leaving", "leaves", "leave", "with"):
        return [before]
    return clause.subject(i)


def _along(clause: Clause, i: int) -> int:
    """Where those begin who came to harm with the subject: "was killed in Orsk along with two guards"; 0 for none."""
    for j in range(i + 1, min(i + _ALONG, len(clause.tokens) - 2)):
        if clause.lower(j) in ("along", "together") and clause.lower(j + 1) == "with":
            return j + 2
        if clause.tag(j) in (Tag.VERB, Tag.BE, Tag.RELATIVE) or clause.lower(j) in (";", "while"):
            break
    return 0


def _participle_in_phrase(clause: Clause, i: int, effect: Effect) -> Iterator[Harm]:
    """Such as "three wounded soldiers"."""
    phrase = clause.inside[i]
    if i == phrase.first and i < phrase.last and clause.lower(i).endswith("ing"):
        if clause.tag(i - 1) is Tag.PREPOSITION and not is_unreal(
            clause, i, verb=False
        ):  # "of killing Luz Arroyo"
            rest = replace(phrase, first=i + 1, core=max(phrase.core, i + 1))
            yield from harms_of(clause, i, i, effect, [rest], False)
    elif i < phrase.last and clause.lower(i).endswith("ed") and clause.tokens[phrase.first].quantity:
        yield from harms_of(clause, i, i, effect, [phrase], False)


def by_intransitive_verb(clause: Clause, i: int) -> Iterator[Harm]:
    """Such as "nine people died", "who disappeared"."""
    effect = effects_by_word("intransitive").get(clause.lower(i))
    if effect and clause.tag(i) in (Tag.VERB, Tag.GERUND) and not is_unreal(clause, i):
        group = clause.group_start(i)
        if clause.lower(i) == "dying" and group == i:
            return
        if _is_natural(clause, i):
            return
        yield from harms_of(clause, i, i, effect, clause.subject(i), negates(clause, group, i), verb=group)


def _owner(clause: Clause, phrase: NounPhrase) -> NounPhrase | None:
    """The person of whom a bare count is said: the mother of "mother of two dead"."""
    before = clause.by_last.get(phrase.first - 2)
    bare = clause.tag(phrase.first) is Tag.NUMBER and clause.lower(phrase.first - 1) == "of"
    return before if bare and before and before.is_person and before.high == 1 else None


def _is_natural(clause: Clause, i: int) -> bool:
    """Whether the words behind "died" at ``i`` tell of age or illness."""
    for j in range(i + 1, min(i + _CAUSE, len(clause.tokens))):
        if clause.lower(j) in general_words("natural"):
            return True
        if clause.lower(j) == "heart" and clause.lower(j + 1) in general_words("of_heart"):
            return True
        if clause.tag(j) in (Tag.VERB, Tag.BE, Tag.RELATIVE) or clause.lower(j) in (";", "while"):
            break
    return False


def by_state(clause: Clause, i: int) -> Iterator[Harm]:
    """Such as "four dead", "left two people missing", "was found dead", "20 others hurt"."""
    effect = effects_by_word("state").get(clause.lower(i))
    if not effect or clause.tag(i + 1) in (Tag.DETERMINER, Tag.WORD):
        return  # "missing the point", "dead wrong"
    if is_unreal(clause, i) and clause.lower(i - 1) not in general_words("thought"):
        return
    phrase = clause.inside.get(i)
    if phrase and phrase.last == i and phrase.first < i:
        if _is_one_of(clause, phrase):
            return
        if clause.tokens[phrase.first].quantity and phrase.core >= i - 2:
            owner = _owner(clause, phrase)
            yield from harms_of(clause, i, i, effect, [owner or phrase], False)
        return
    group = clause.group_start(i)
    if clause.lower(i) in effects_by_word("state") and group < i and clause.tag(group) in (Tag.BE, Tag.HAVE):
        yield from harms_of(clause, i, i, effect, clause.subject(i), negates(clause, group, i), verb=group)
    elif clause.lower(i - 1) in general_words("found") or clause.lower(i - 1) in general_words("thought"):
        yield from harms_of(clause, i, i, effect, clause.subject(i - 1), False)
    elif (left := clause.by_last.get(i - 1)) and (left.low is not None or left.high is not None):
        left = _owner(clause, left) or left
        yield from harms_of(clause, i, i, effect, [left], False)


def _is_one_of(clause: Clause, phrase: NounPhrase) -> bool:
    """Whether the words only point somebody out: "one of the dead"."""
    return clause.lower(phrase.first) == "one" and clause.lower(phrase.first + 1) == "of"


def by_injuries(clause: Clause, i: int) -> Iterator[Harm]:
    """Such as "nine soldiers suffered injuries"."""
    effect = effects_by_word("suffered").get(clause.lower(i))
    phrase = clause.inside.get(i)
    if effect and phrase and phrase.last == i and clause.lower(phrase.first - 1) in general_words("suffer"):
        verb = phrase.first - 1
        zero = bool(clause.tokens[phrase.first].quantity and phrase.high == 0)
        yield from harms_of(clause, verb, i, effect, clause.subject(verb), zero)


def by_flight(clause: Clause, i: int) -> Iterator[Harm]:
    """Such as "some 1,200 people fled their homes", "forced 300 families to flee"."""
    if clause.lower(i) not in ("fled", "flee") or clause.tag(i) is not Tag.VERB:
        return
    phrase = clause.by_first.get(i + 1)
    if (
        clause.lower(i) == "flee"
        and clause.lower(i - 1) == "to"
        and clause.lower(_forced(clause, i)) == "forced"
    ):
        start = _forced(clause, i)
        yield from harms_of(clause, start, i, Effect.DISPLACED, clause.objects(start + 1), False)
    elif phrase and clause.lower(phrase.last) in general_words("home") and not is_unreal(clause, i):
        yield from harms_of(clause, i, phrase.last, Effect.DISPLACED, clause.subject(i), False)


def by_loss_of_home(clause: Clause, i: int) -> Iterator[Harm]:
    """Such as "some 400 villagers have lost their homes"."""
    phrase = clause.by_first.get(i + 1)
    if clause.lower(i) not in general_words("lose") or phrase is None or is_unreal(clause, i):
        return
    if clause.tag(phrase.first) is Tag.POSSESSIVE and clause.lower(phrase.last) in general_words("home"):
        for harm in harms_of(clause, i, phrase.last, Effect.DISPLACED, clause.subject(i), False):
            if harm.low is not None or harm.high is not None:  # "those who lost their homes" counts nobody
                yield harm


def by_search(clause: Clause, i: int) -> Iterator[Harm]:
    """Such as "three others have not been found"."""
    if clause.lower(i) not in general_words("sought") or clause.tag(i) is not Tag.VERB:
        return
    group = clause.group_start(i)
    words = [clause.lower(j) for j in range(group, i)]
    if "been" in words and negates(clause, group, i):
        yield from harms_of(clause, i, i, Effect.MISSING, clause.subject(i), False, verb=group)


def _forced(clause: Clause, i: int) -> int:
    """The token before the phrase that ends before "to flee" at ``i``."""
    phrase = clause.by_last.get(i - 2)
    return phrase.first - 1 if phrase else -1
