"""Counts that speak of harm told before: "the toll stands at 19", "put the figure at 20", "seven of them were boys".

By themselves the words do not say what they count, so they are read in the order of the text, after what it tells in
full.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.core.reading import Effect, Harm
from sayso.read.harm.lexicon import general_words
from sayso.read.phrases import Tag
from sayso.read.phrases.clauses import Clause

_NEAR = 2  # sentences within which "them" and "the figure" mean the last harm told
_VERB_REACH = 8  # tokens from "the toll" to the verb that counts it
_COUNT_REACH = 6  # tokens from that verb to the count
_THEM = ("them", "whom", "these")


@dataclass
class Restated:
    """What was last told, as a report is read from its start."""

    _last: Harm | None = None
    _sentence: int = -_NEAR
    _toll: Harm | None = None  # the last of the dead

    def find(self, clause: Clause, number: int, told: Sequence[Harm]) -> Iterator[Harm]:
        """The harm that sentence ``number`` restates; ``told`` is what it tells in full, by where it starts."""
        waiting = list(told)
        for i, token in enumerate(clause.tokens):
            while waiting and waiting[0].span.start <= token.start:
                self._remember(waiting.pop(0), number)
            found = (
                self._part(clause, i, number)
                or self._toll_at(clause, i, number)
                or self._sum(clause, i, number)
            )
            if found and not any(found.span.contains(h.span) and h.effect is found.effect for h in told):
                yield found
        for harm in waiting:
            self._remember(harm, number)

    def _remember(self, harm: Harm, number: int) -> None:
        if harm.low == 0:
            return
        self._last, self._sentence = harm, number
        if harm.effect is Effect.KILLED:
            self._toll = harm

    def _part(self, clause: Clause, i: int, number: int) -> Harm | None:
        """Such as "seven of them were children", "14 people, four of them children"."""
        quantity = clause.tokens[i].quantity
        if quantity is None or self._last is None or number - self._sentence >= _NEAR:
            return None
        if clause.lower(i + 1) != "of" or clause.lower(i + 2) not in _THEM:
            return None
        start = i + 4 if clause.tag(i + 3) is Tag.BE else i + 3
        phrase = clause.by_first.get(start)
        if phrase is None or not phrase.is_person or phrase.low is not None:
            return None
        who = clause.span(phrase.core, phrase.last)
        return replace(
            self._last, low=quantity.low, high=quantity.high, who=who, span=clause.span(i, phrase.last)
        )

    def _sum(self, clause: Clause, i: int, number: int) -> Harm | None:
        """Such as "two more have died, making 21"."""
        quantity = clause.tokens[i].quantity
        if (
            self._last is None
            or number != self._sentence
            or quantity is None
            or clause.lower(i - 1) != "making"
        ):
            return None
        ends = (
            i + 1 == len(clause.tokens)
            or clause.tag(i + 1) is Tag.MARK
            or clause.lower(i + 1) in ("in", "so")
        )
        if not ends or clause.lower(i - 2) != "," or (quantity.low or 0) <= (self._last.low or 0):
            return None
        return replace(self._last, low=quantity.low, high=quantity.high, who=None, span=clause.span(i - 1, i))

    def _toll_at(self, clause: Clause, i: int, number: int) -> Harm | None:
        """Such as "the toll now stands at 19", "an orderly put the figure at nearly two dozen"."""
        word = clause.lower(i)
        if word not in general_words("figure") or clause.lower(i - 1) not in ("the", "that", "this", "its"):
            return None
        told = self._toll if word == "toll" else self._last if number - self._sentence <= _NEAR else None
        if told is None:
            return None
        if clause.lower(i - 2) in general_words("put") and clause.lower(i + 1) == "at":
            return _counted(clause, i - 2, i + 2, told)
        if clause.lower(i - 2) in general_words("bring"):
            to = next(
                (
                    j
                    for j in range(i + 1, min(i + _VERB_REACH, len(clause.tokens)))
                    if clause.tag(j) is Tag.TO
                ),
                0,
            )
            return _counted(clause, i - 2, to + 1, told) if to else None
        for j in range(i + 1, min(i + _VERB_REACH, len(clause.tokens))):
            if clause.lower(j) in general_words("reach"):
                return _counted(clause, i, j + 1, told)
        return None


def _counted(clause: Clause, first: int, start: int, told: Harm) -> Harm | None:
    for j in range(start, min(start + _COUNT_REACH, len(clause.tokens))):
        if quantity := clause.tokens[j].quantity:
            if clause.tag(j + 1) is Tag.TIME:
                return None  # a date
            span = clause.span(first, j)
            return replace(told, low=quantity.low, high=quantity.high, who=None, span=span)
        if clause.tag(j) is Tag.MARK:
            break
    return None
