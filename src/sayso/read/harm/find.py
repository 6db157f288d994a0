"""Who came to harm, and how many, in the words of a text.

Each way of saying it is one function that looks at one token of a shallowly parsed sentence: verbs ("killed three
officers", "nine were injured"), states ("four dead", "left two missing"), nouns ("the deaths of nine people", "12
fatalities", "a toll of 31") and casualties. Groups that are named side by side are counted apart, unless the second
belongs to the first ("a woman and her two children" are three). Where a part is given ("10 civilians, including nine
children") the part is a harm of its own whose span lies within the whole's.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from sayso.core.reading import Effect, Harm
from sayso.core.span import Span
from sayso.read.harm import nouns, verbs
from sayso.read.harm.hedges import with_hedge
from sayso.read.harm.lexicon import sentence_words, trigger_words
from sayso.read.harm.restated import Restated
from sayso.read.phrases.clauses import Clause
from sayso.read.phrases.parse import parse

_PIECE = re.compile(r"\w+")
_Rule = Callable[[Clause, int], Iterator[Harm]]
_RULES: tuple[_Rule, ...] = (
    verbs.by_verb,
    verbs.by_intransitive_verb,
    verbs.by_state,
    nouns.by_event_noun,
    nouns.by_counted_noun,
    nouns.by_lives,
    verbs.by_injuries,
    nouns.by_bodies,
    nouns.by_list,
    verbs.by_flight,
    verbs.by_loss_of_home,
    verbs.by_search,
    nouns.by_toll,
)


def find_harm(text: str) -> tuple[Harm, ...]:
    """The harm to people that ``text`` tells of, in the order of the text; what is only planned or averted is left out.

    ``low`` and ``high`` count people; both are None where the words name people without a number ("killing civilians").
    A vague count follows the convention that ``numbers.yaml`` names; ``hedge`` holds the words that leave a figure open
    ("at least") or in doubt ("reportedly").
    """
    parsed = parse(text)
    found: dict[tuple[Effect, Span | None, int], Harm] = {}
    restated = Restated()
    for number, sentence in enumerate(parsed.sentences):
        if sentence_words().isdisjoint(_PIECE.findall(sentence.exact.lower())):
            continue
        clause = parsed.clause(number)
        triggers = [i for i, token in enumerate(clause.tokens) if token.lower in trigger_words()]
        told = [harm for i in triggers for rule in _RULES for harm in rule(clause, i)]
        told.sort(key=_order)
        for harm in (*told, *restated.find(clause, number, told)):
            found.setdefault((harm.effect, harm.who, harm.span.start), with_hedge(clause, harm))
    return tuple(_without_repeats(sorted(found.values(), key=_order)))


def _order(harm: Harm) -> tuple[int, int, str]:
    return harm.span.start, harm.span.end, harm.effect


def _without_repeats(harms: Sequence[Harm]) -> Iterator[Harm]:
    """Of two harms that count the same people in overlapping words, the one with a number, else the first."""
    kept: list[Harm] = []
    for harm in harms:
        twin = next((k for k in kept[-6:] if k.effect is harm.effect and _same_people(k, harm)), None)
        if twin is None:
            kept.append(harm)
        elif twin.low is None and twin.high is None:
            place = next(i for i in range(len(kept) - 1, -1, -1) if kept[i] is twin)
            kept[place] = harm
    yield from kept


def _same_people(a: Harm, b: Harm) -> bool:
    if a.who and b.who:
        return a.who.overlaps(b.who)
    if None not in (a.low, b.low) and a.low != b.low:
        return False  # a part: "a nurse was among the 12 killed"
    return a.span.overlaps(b.span)
