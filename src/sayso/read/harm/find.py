"""Who came to harm, and how many, in the words of a text.

Each way of saying it is one function that looks at one token of a shallowly parsed sentence: verbs ("killed three
officers", "nine were injured"), states ("four dead", "left two missing"), nouns ("the deaths of nine people", "12
fatalities", "a toll of 31") and casualties. Groups that are named side by side are counted apart, unless the second
belongs to the first ("a woman and her two children" are three). Where a part is given ("10 civilians, including nine
children") the part is a harm of its own whose span lies within the whole's.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from sayso.core.reading import Effect, Harm
from sayso.core.sentences import split_sentences
from sayso.core.span import Span
from sayso.read.harm.counts import Group, groups_of, is_harmable, is_unreal, negates
from sayso.read.harm.lexicon import VerbForm, effects_by_word, general_words, listed_effects, transitive_forms
from sayso.read.numbers import find_quantities
from sayso.read.phrases import Tag, tag_tokens
from sayso.read.phrases.clauses import Clause
from sayso.read.phrases.noun_phrases import NounPhrase

_BE_WORDS = ("got", "get", "getting")


def find_harm(text: str) -> tuple[Harm, ...]:
    """The harm to people that ``text`` tells of, in the order of the text; what is only feared or threatened is left out.

    ``low`` and ``high`` count people; both are None where the words name people without a number ("killing civilians").
    A vague count follows the convention that ``numbers.yaml`` names.
    """
    quantities = find_quantities(text)
    found: dict[tuple[Effect, Span | None, int], Harm] = {}
    for sentence in split_sentences(text):
        inside = [q for q in quantities if sentence.start <= q.start < sentence.end]
        clause = Clause.of(text, tag_tokens(text, sentence, inside))
        for i in range(len(clause.tokens)):
            for rule in _RULES:
                for harm in rule(clause, i):
                    found.setdefault((harm.effect, harm.who, harm.span.start), harm)
    return tuple(_without_repeats(sorted(found.values(), key=lambda h: (h.span.start, h.span.end, h.effect))))


def _without_repeats(harms: Sequence[Harm]) -> Iterator[Harm]:
    """Of two harms that count the same people in overlapping words, the one with a number, else the first."""
    kept: list[Harm] = []
    for harm in harms:
        twin = next((k for k in kept[-6:] if k.effect is harm.effect and _same_people(k, harm)), None)
        if twin is None:
            kept.append(harm)
        elif twin.low is None and twin.high is None:
            kept[kept.index(twin)] = harm
    yield from kept


def _same_people(a: Harm, b: Harm) -> bool:
    if a.who and b.who:
        return a.who.overlaps(b.who)
    return a.span.overlaps(b.span)


def _transitive(clause: Clause, i: int) -> Iterator[Harm]:
    """ "killed three officers", "were injured", "killing nine", "ten were killed and 20 wounded"."""
    for form in transitive_forms().get(clause.lower(i), ()):
        last = _particles(clause, i, form)
        if last is None:
            continue
        acts = "s" in form.roles and clause.tag(last + 1) is Tag.NUMBER  # "wounds 30", as headlines have it
        if clause.tag(i) in (Tag.VERB, Tag.GERUND) or form.words or acts:
            yield from _verb(clause, i, last, form)
        elif i in clause.inside:
            yield from _participle_in_phrase(clause, i, form.effect)
        return


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
    if form.roles == {"ing"} or (clause.tag(i) is Tag.GERUND and not passive):
        yield from _harms(clause, i, last, form.effect, clause.objects(last + 1), negated)
    elif passive and "participle" in form.roles:
        yield from _harms(clause, i, last, form.effect, clause.subject(i), negated, verb=group)
    elif clause.tag(last + 1) is Tag.BE and "participle" in form.roles:  # "also killed were ..."
        yield from _harms(clause, i, last, form.effect, clause.objects(last + 2), negated)
    else:
        objects = clause.objects(last + 1)
        if not objects and "participle" in form.roles and Tag.HAVE not in before:
            if clause.lower(i - 1) not in (",",):
                yield from _harms(clause, i, last, form.effect, clause.subject(i), negated)
        elif not negated and "base" not in form.roles - {"past"} or clause.tag(i - 1) is not Tag.TO:
            yield from _harms(clause, i, last, form.effect, objects, negated)


def _participle_in_phrase(clause: Clause, i: int, effect: Effect) -> Iterator[Harm]:
    """ "three wounded soldiers"."""
    phrase = clause.inside[i]
    if i < phrase.last and clause.lower(i).endswith("ed") and clause.tokens[phrase.first].quantity:
        yield from _harms(clause, i, i, effect, [phrase], False)


def _intransitive(clause: Clause, i: int) -> Iterator[Harm]:
    """ "nine people died", "who disappeared"."""
    effect = effects_by_word("intransitive").get(clause.lower(i))
    if effect and clause.tag(i) in (Tag.VERB, Tag.GERUND) and not is_unreal(clause, i):
        group = clause.group_start(i)
        if clause.lower(i) == "dying" and group == i:
            return
        yield from _harms(clause, i, i, effect, clause.subject(i), negates(clause, group, i), verb=group)


def _state(clause: Clause, i: int) -> Iterator[Harm]:
    """ "four dead", "left two people missing", "was found dead", "20 others hurt"."""
    effect = effects_by_word("state").get(clause.lower(i))
    if not effect or is_unreal(clause, i) or clause.tag(i + 1) is Tag.DETERMINER:
        return
    phrase = clause.inside.get(i)
    if phrase and phrase.last == i and phrase.first < i:
        if clause.tokens[phrase.first].quantity and phrase.core >= i - 2:
            yield from _harms(clause, i, i, effect, [phrase], False)
        return
    group = clause.group_start(i)
    if clause.lower(i) in effects_by_word("state") and group < i and clause.tag(group) in (Tag.BE, Tag.HAVE):
        yield from _harms(clause, i, i, effect, clause.subject(i), negates(clause, group, i), verb=group)
    elif clause.lower(i - 1) in (
        "found",
        "reported",
        "confirmed",
        "went",
        "gone",
        "remain",
        "remained",
        "still",
    ):
        yield from _harms(clause, i, i, effect, clause.subject(i - 1), False)
    elif left := clause.by_last.get(i - 1):
        if left.low is not None or left.high is not None:
            yield from _harms(clause, i, i, effect, [left], False)


def _nominal(clause: Clause, i: int) -> Iterator[Harm]:
    """ "the deaths of nine people", "the minister's murder", "no fatalities"."""
    effect = effects_by_word("nominal").get(clause.lower(i))
    phrase = clause.inside.get(i)
    if not effect or clause.tag(i) in (Tag.VERB, Tag.GERUND) or (phrase and phrase.last != i):
        return
    if is_unreal(clause, phrase.first if phrase else i, verb=False):
        return
    if of := _of_after(clause, i):
        yield from _harms(clause, i, i, effect, clause.objects(of + 1), False)
    elif phrase and Tag.GENITIVE in [t.tag for t in clause.tokens[phrase.first : i]]:
        yield from _genitive(clause, phrase, effect)


def _of_after(clause: Clause, i: int) -> int:
    """The token "of" that belongs to the noun at ``i``, where only a place or time lies between; 0 where none does."""
    if clause.lower(i + 1) == "of":
        return i + 1
    place = clause.by_first.get(i + 2)
    if clause.lower(i + 1) in ("in", "on", "during", "at") and place and clause.lower(place.last + 1) == "of":
        return place.last + 1
    return 0


def _genitive(clause: Clause, phrase: NounPhrase, effect: Effect) -> Iterator[Harm]:
    """ "Orvell's death": one person, unless the owner is a plural."""
    mark = next(j for j in range(phrase.first, phrase.last) if clause.tag(j) is Tag.GENITIVE)
    owner = clause.tokens[mark - 1]
    if phrase.first < mark and owner.lower not in general_words("things") and owner.tag is not Tag.TIME:
        who = clause.span(phrase.first, mark - 1)
        yield Harm(effect, 1, 1, who, clause.span(phrase.first, phrase.last))


def _counted(clause: Clause, i: int) -> Iterator[Harm]:
    """ "12 fatalities", "no deaths", "any civilian casualties" after a negation; casualties are dead or injured."""
    word = clause.lower(i)
    effect = effects_by_word("counted").get(word)
    phrase = clause.inside.get(i)
    if phrase is None or phrase.last != i or is_unreal(clause, phrase.first, verb=False):
        return
    casualty = word in general_words("casualty")
    if not casualty and (effect is None or word in effects_by_word("state")):
        return
    quantity = next((t.quantity for t in clause.tokens[phrase.first : i] if t.quantity), None)
    low, high = (quantity.low, quantity.high) if quantity else (None, None)
    if negates(clause, phrase.first - 4, phrase.first + 1) and quantity is None:
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


def _lives(clause: Clause, i: int) -> Iterator[Harm]:
    """ "claimed 12 lives", "nine people lost their lives", "the loss of 12 lives", "no loss of life"."""
    phrase = clause.inside.get(i)
    if clause.lower(i) not in ("lives", "life") or phrase is None or is_unreal(clause, phrase.first, verb=False):
        return
    verb = phrase.first - 1
    if clause.lower(verb) in general_words("take_life") or clause.lower(verb - 1) == "loss":
        quantity = clause.tokens[phrase.first].quantity
        if quantity:
            yield Harm(Effect.KILLED, quantity.low, quantity.high, None, clause.span(verb, i))
        elif clause.lower(i + 1) == "of":
            yield from _harms(clause, verb, i, Effect.KILLED, clause.objects(i + 2), False)
    elif clause.lower(verb) in general_words("lose") and clause.tag(phrase.first) is Tag.POSSESSIVE:
        yield from _harms(clause, verb, i, Effect.KILLED, clause.subject(verb), False)


def _suffered(clause: Clause, i: int) -> Iterator[Harm]:
    """ "nine soldiers suffered injuries"."""
    effect = effects_by_word("suffered").get(clause.lower(i))
    phrase = clause.inside.get(i)
    if effect and phrase and phrase.last == i and clause.lower(phrase.first - 1) in general_words("suffer"):
        verb = phrase.first - 1
        zero = bool(clause.tokens[phrase.first].quantity and phrase.high == 0)
        yield from _harms(clause, verb, i, effect, clause.subject(verb), zero)


def _fled(clause: Clause, i: int) -> Iterator[Harm]:
    """ "some 1,200 people fled their homes", "forced 300 families to flee"."""
    if clause.lower(i) not in ("fled", "flee") or clause.tag(i) is not Tag.VERB:
        return
    phrase = clause.by_first.get(i + 1)
    if (
        clause.lower(i) == "flee"
        and clause.lower(i - 1) == "to"
        and clause.lower(_forced(clause, i)) == "forced"
    ):
        start = _forced(clause, i)
        yield from _harms(clause, start, i, Effect.DISPLACED, clause.objects(start + 1), False)
    elif phrase and clause.lower(phrase.last) in general_words("home") and not is_unreal(clause, i):
        yield from _harms(clause, i, phrase.last, Effect.DISPLACED, clause.subject(i), False)


def _forced(clause: Clause, i: int) -> int:
    """The token before the phrase that ends before "to flee" at ``i``."""
    phrase = clause.by_last.get(i - 2)
    return phrase.first - 1 if phrase else -1


def _bodies(clause: Clause, i: int) -> Iterator[Harm]:
    """ "the bodies of three peasants"."""
    effect = effects_by_word("bodies").get(clause.lower(i))
    if not effect or clause.lower(i + 1) != "of" or clause.tag(i) is Tag.VERB or clause.lower(i) == "remains":
        return
    bodies = clause.inside.get(i)
    quantity = next((t.quantity for t in clause.tokens[bodies.first : i] if t.quantity), None) if bodies else None
    for harm in _harms(clause, i, i, effect, [p for p in clause.objects(i + 2) if p.is_person or p.low], False):
        yield replace(harm, low=quantity.low, high=quantity.high) if quantity and harm.low is None else harm


def _listed(clause: Clause, i: int) -> Iterator[Harm]:
    """ "the dead include a nurse and two boys", "two guards were among those killed"."""
    effect = listed_effects().get(clause.lower(i))
    if not effect or clause.lower(i - 1) not in ("the", "those", "other"):
        return
    if clause.lower(i + 1) in ("include", "included", "includes", "were", "are", "was", "is"):
        start = i + 3 if clause.lower(i + 2) == ":" else i + 2
        phrases = [p for p in clause.objects(start) if p.is_person or p.is_name or p.low]
        yield from _harms(clause, i, i, effect, phrases, False)
    elif clause.lower(i - 2) == "among" and clause.tag(i - 3) is Tag.BE:
        yield from _harms(clause, i, i, effect, clause.subject(i - 3), False, verb=i - 3)
    elif clause.lower(i - 2) == "among" and clause.tag(i + 1) is Tag.BE:
        yield from _harms(clause, i, i, effect, clause.objects(i + 2), False)


def _toll(clause: Clause, i: int) -> Iterator[Harm]:
    """ "the death toll rose to 31", "a death toll of 31"."""
    if clause.lower(i) != "toll" or clause.lower(i - 1) != "death":
        return
    for j in range(i + 1, min(i + 10, len(clause.tokens))):
        token = clause.tokens[j]
        if token.quantity and clause.lower(j - 1) in (
            "to",
            "at",
            "of",
            "is",
            "was",
            "reached",
            "reaching",
            "hit",
            "past",
        ):
            low = token.quantity.low
            yield Harm(Effect.KILLED, low, token.quantity.high, None, clause.span(i - 1, j))
            return


def _harms(
    clause: Clause,
    i: int,
    last: int,
    effect: Effect,
    phrases: Sequence[NounPhrase],
    negated: bool,
    *,
    verb: int = -1,
) -> Iterator[Harm]:
    """One harm for each group of people among ``phrases``, with the span from the words of harm to those of the group."""
    if not phrases:
        return
    number = (
        {"was": 1, "is": 1, "has": 1}.get(clause.lower(verb)) if verb >= 0 and len(phrases) == 1 else None
    )
    groups = [g for g in groups_of(clause, phrases) if is_harmable(clause, g, effect)]
    parts = _parts(clause, groups[-1].last + 1) if groups else []
    for group in groups:
        end = parts[-1].last if parts and group is groups[-1] else group.last
        yield _harm(clause, i, max(last, end), effect, group, negated, number)
    for part in parts:
        if is_harmable(clause, part, effect):
            yield _harm(clause, part.first, part.last, effect, part, negated, None)


def _parts(clause: Clause, i: int) -> list[Group]:
    """The groups after "including" at token ``i``: parts of the group before it."""
    if clause.lower(i) == ",":
        i += 1
    if clause.lower(i) == "including" or (clause.lower(i), clause.lower(i + 1)) == ("among", "them"):
        start = i + 1 if clause.lower(i) == "including" else i + 2
        return list(groups_of(clause, clause.objects(start)))
    if clause.lower(i) in ("(", "--"):
        parts = list(groups_of(clause, clause.objects(i + 1)))
        return parts if all(p.is_person and p.low is not None for p in parts) else []
    return []


def _harm(
    clause: Clause, i: int, last: int, effect: Effect, group: Group, negated: bool, number: int | None
) -> Harm:
    first, end = min(i, group.first), max(last, group.last)
    low, high = group.low, group.high
    if low is None and high is None and number and not group.is_collective:
        low = high = number
    if negated:
        low = high = 0
    core_end = group.last - 1 if clause.lower(group.last) in effects_by_word("state") else group.last
    core = clause.name_start(group.core, core_end) if group.head == core_end else None
    who = clause.span(core or group.core, core_end) if group.core <= core_end else None
    return Harm(effect, low, high, who, clause.span(first, end))


_RULES: tuple[Callable[[Clause, int], Iterator[Harm]], ...] = (
    _transitive,
    _intransitive,
    _state,
    _nominal,
    _counted,
    _lives,
    _suffered,
    _bodies,
    _listed,
    _fled,
    _toll,
)
