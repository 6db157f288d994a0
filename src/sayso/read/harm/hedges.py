"""Words that leave a figure open or in doubt: "at least ten", "reportedly killed", "are feared dead"."""

from bisect import bisect_left
from dataclasses import replace

from sayso.core.reading import Harm
from sayso.core.span import Span
from sayso.read.harm.lexicon import general_words
from sayso.read.phrases import Tag
from sayso.read.phrases.clauses import Clause

_LONGEST = 60  # tokens of a harm that are looked at
_BEFORE = 5  # tokens before it
_PASSED = (Tag.ADVERB, Tag.AUXILIARY, Tag.HAVE, Tag.BE, Tag.TO, Tag.DETERMINER)


def with_hedge(clause: Clause, harm: Harm) -> Harm:
    """``harm`` with the words that hedge its count, else those that hedge that it happened; as it is without any."""
    first = bisect_left(clause.tokens, harm.span.start, key=lambda token: token.start)
    last = bisect_left(clause.tokens, harm.span.end, key=lambda token: token.start) - 1
    last = min(last, first + _LONGEST, len(clause.tokens) - 1)
    hedge = _of_count(clause, harm, first, last) or _of_telling(clause, first, last)
    return replace(harm, hedge=hedge) if hedge else harm


def _of_count(clause: Clause, harm: Harm, first: int, last: int) -> Span | None:
    """The hedge of the count that the harm took its figures from."""
    found: Span | None = None
    for token in clause.tokens[first : last + 1]:
        if found and harm.who and token.start > harm.who.start:
            break
        quantity = token.quantity
        if quantity and quantity.hedge and (quantity.low, quantity.high) == (harm.low, harm.high):
            found = Span.of(clause.text, *quantity.hedge)
    return found


def _of_telling(clause: Clause, first: int, last: int) -> Span | None:
    """A word of doubt within the harm, or in what leads up to it."""
    start = first
    while start > max(0, first - _BEFORE) and (
        clause.tag(start - 1) in _PASSED or clause.lower(start - 1) == ","
    ):
        start -= 1
    for i in range(max(0, start - 1), last + 1):
        pair = clause.lower(i) in general_words("hedge_with_have") and clause.lower(i + 1) == "have"
        if pair or clause.lower(i) in general_words("hedge"):
            return clause.span(i, i + 1 if pair else i)
    return None
