"""Tells the act of each statement: what its cue names outright, else what rules and the learned model make of it."""

from sayso.core.reading import Act
from sayso.read.spans import Attribution
from sayso.read.statements.act import tell_act, weigh_signs
from sayso.read.statements.learned import ActModel, Meanings, act_model, passages_of, vectors_of
from sayso.read.statements.utterance import Utterance

RULES = 2.0  # what a rule's weight counts for beside the model's log-odds
LEAN = 0.6  # for assertion: what a report tells is more often plain than the sentences that the model was fitted on


class Judge:
    """Tells acts; without ``meanings`` by the rules alone."""

    def __init__(self, meanings: Meanings | None = None) -> None:
        """``meanings`` gives the encoder's vectors of a report's spans. Raises WeightsError."""
        self._meanings = meanings
        self._model: ActModel | None = None if meanings is None else act_model()

    def tell(self, attribution: Attribution, utterance: Utterance) -> Act:
        """The act of an attribution, or of the part of it that the utterance holds."""
        if self._model is None or self._meanings is None:
            return tell_act(utterance)
        named = _named(utterance)
        if named is not None:
            return named
        vectors = vectors_of(passages_of(attribution, utterance), self._meanings)
        sums = self._model.weigh(utterance, vectors)
        rules = weigh_signs(utterance)
        sums[Act.ASSERT] += LEAN
        return max(sums, key=lambda act: sums[act] + RULES * rules.get(act, 0.0))


def _named(utterance: Utterance) -> Act | None:
    """The act that the cue names outright, where the rules find no better one."""
    strong = {sense.act for sense in utterance.cue.senses if sense.strong and sense.act is not Act.ASSERT}
    if utterance.cue.negated or not strong:
        return None
    told = tell_act(utterance)
    return told if told in strong else None
