"""Tells the act of each statement: what its cue names outright, else what rules and the learned model make of it."""

from sayso.core.reading import Act
from sayso.read.spans import Attribution
from sayso.read.statements.act import first_of, hold, weigh_signs
from sayso.read.statements.learned import (
    ACTS,
    ActModel,
    Meanings,
    Odds,
    act_model,
    odds_of,
    passages_of,
    vectors_of,
)
from sayso.read.statements.utterance import Utterance

RULES = 1.0  # what a rule's weight counts for beside the model's log-odds
ALONE = 2.0  # and where nobody asks a model
TRUST = 0.5  # in the encoder's own word, beyond what the model makes of it
NAMED = 100.0  # settles it
DOUBT = 0.4  # against a denial that no rule sees: collation shows a contest where one side denies
LEAN = (
    -1.0
)  # for assertion: the rules give it a weight in every statement, and the model knows how common it is


class Judge:
    """Tells acts; without what the encoder says by the rules alone."""

    def __init__(self, meanings: Meanings | None = None, odds: Odds | None = None) -> None:
        """``meanings`` gives the encoder's vectors of a report's spans, ``odds`` their acts. Raises WeightsError."""
        self._meanings = meanings
        self._odds = odds
        self._model: ActModel | None = None if meanings is None else act_model()

    def tell(self, attribution: Attribution, utterance: Utterance) -> Act:
        """The act of an attribution, or of the part of it that the utterance holds."""
        return first_of(self.weigh(attribution, utterance))

    def weigh(self, attribution: Attribution, utterance: Utterance) -> dict[Act, float]:
        """How much speaks for each act; of equal sums the first in the order of Act wins."""
        held = hold(utterance)
        rules = weigh_signs(utterance, held)
        if self._model is None or self._meanings is None or self._odds is None:
            return {act: ALONE * weight for act, weight in rules.items()}
        vectors = vectors_of(passages_of(attribution, utterance), self._meanings)
        odds = odds_of(utterance.content, self._odds)
        sums = self._model.weigh(utterance, vectors, odds, held)
        for number, act in enumerate(ACTS):
            sums[act] += RULES * rules[act] + TRUST * float(odds[number])
        sums[Act.ASSERT] += LEAN
        if not rules[Act.DENY]:
            sums[Act.DENY] -= DOUBT
        named = _named(utterance, first_of(rules))
        if named is not None:
            sums[named] += NAMED
        return sums


def _named(utterance: Utterance, told: Act) -> Act | None:
    """The act that the cue names outright, where the rules, which ``told`` is from, find no better one."""
    strong = {sense.act for sense in utterance.cue.senses if sense.strong and sense.act is not Act.ASSERT}
    return told if told in strong and not utterance.cue.negated else None
