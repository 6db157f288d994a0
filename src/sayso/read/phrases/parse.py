"""A text's sentences with their shallow parse, made once for all parts of the reader that look at it."""

from functools import lru_cache

from sayso.core.sentences import split_sentences
from sayso.read.numbers import find_quantities
from sayso.read.phrases.clauses import Clause
from sayso.read.phrases.tokens import tag_tokens
from sayso.read.phrases.within import starting_within


class Parse:
    """The sentences and counts of one text; a sentence is parsed when it is first asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.sentences = split_sentences(text)
        self.quantities = find_quantities(text)
        self._clauses: dict[int, Clause] = {}

    def clause(self, number: int) -> Clause:
        """The parse of the sentence ``number``."""
        known = self._clauses.get(number)
        if known is None:
            sentence = self.sentences[number]
            inside = starting_within(self.quantities, sentence, lambda quantity: quantity.start)
            known = Clause.of(self.text, tag_tokens(self.text, sentence, inside))
            self._clauses[number] = known
        return known


@lru_cache(maxsize=1)  # harm, events and propositions ask for the same text's one after the other
def parse(text: str) -> Parse:
    """The parse of ``text``."""
    return Parse(text)
