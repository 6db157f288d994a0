"""What a statement does: a list of weighted features, each with its act and its reason; the highest sum wins.

Acts follow speech act theory (Searle 1975); the cue's verb names most of them, the content's grammar the rest.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.core.reading import Act
from sayso.read.statements import signs
from sayso.read.statements.utterance import Utterance

ORDER = tuple(Act)  # of equal sums the first wins: assert, the least that a statement does


@dataclass(frozen=True, slots=True)
class Feature:
    """A sign of an act; ``holds`` says how much of it there is, mostly 0 or 1."""

    name: str
    act: Act
    weight: float
    reason: str
    holds: Callable[[Utterance], float]


STRONG = tuple(
    Feature(f"cue {act}", act, 4.0, "the cue names the act", signs.cue(act, strong=True))
    for act in Act
    if act is not Act.ASSERT
)
WEAK = tuple(
    Feature(f"cue leans to {act}", act, 1.5, "the cue leans to the act", signs.cue(act, strong=False))
    for act in Act
)
GOVERNED = tuple(
    Feature(
        f"main verb {act}",
        act,
        2.5,
        "the cue unfolds what its sentence's main verb names",
        signs.governed(act),
    )
    for act in (Act.ACCUSE, Act.DENY, Act.DEMAND, Act.THREATEN, Act.PROMISE, Act.PRAISE)
)
CONTENT = (
    Feature("topic", Act.ASSERT, 8.0, "the cue names only what is spoken of", signs.names_topic),
    Feature("said", Act.ASSERT, 1.0, "every statement asserts, unless it does more", signs.always),
    Feature(
        "question mark",
        Act.QUESTION,
        5.0,
        "the content's first sentence ends with a question mark",
        signs.asks,
    ),
    Feature("later question", Act.QUESTION, 0.8, "a later sentence of the content asks", signs.asks_later),
    Feature("asked whether", Act.QUESTION, 3.0, "a question is reported", signs.asks_indirectly),
    Feature("asked to", Act.DEMAND, 2.5, "somebody is asked to do something", signs.asks_for),
    Feature(
        "must",
        Act.DEMAND,
        2.5,
        "another party must or should do something, or a condition is set",
        signs.demands,
    ),
    Feature("imperative", Act.DEMAND, 2.0, "the quoted words are an order", signs.orders),
    Feature("threat", Act.THREATEN, 3.0, "what will befall the other side is named", signs.threatens),
    Feature("if", Act.THREATEN, 1.0, "and it hangs on what the other side does", signs.threatens_if),
    Feature(
        "warned",
        Act.THREATEN,
        1.5,
        "what the other side must not do is named, and what will follow",
        signs.warns_of,
    ),
    Feature("vowed harm", Act.THREATEN, 4.5, "what is vowed is retaliation", signs.vows_harm),
    Feature(
        "hazard", Act.ASSERT, 3.5, "a warning of a danger that nobody wills asserts it", signs.names_hazard
    ),
    Feature("wrong", Act.ACCUSE, 2.5, "another party is said to do wrong", signs.wrongs),
    Feature("wrongs named", Act.ACCUSE, 0.6, "wrongs are named, and another party", signs.names_wrongs),
    Feature("blame", Act.ACCUSE, 1.5, "another party is named as the cause", signs.blames),
    Feature("label", Act.ACCUSE, 2.0, "somebody is given the name of a wrong", signs.labels),
    Feature("answers", Act.DENY, 3.0, "it negates an allegation that stands before it", signs.answers),
    Feature("false", Act.DENY, 3.0, "an allegation is called false", signs.calls_false),
    Feature("will do", Act.PROMISE, 1.5, "the speaker says what he will do", signs.promises),
    Feature("thanks", Act.PRAISE, 1.5, "somebody is thanked or praised, first of all", signs.praises),
)
FEATURES: Sequence[Feature] = (*STRONG, *WEAK, *GOVERNED, *CONTENT)


def tell_act(utterance: Utterance) -> Act:
    """The act with the highest sum of features; assertion where nothing speaks for another."""
    sums = _sum(utterance)
    return max(ORDER, key=lambda act: (sums[act], -ORDER.index(act)))


def explain(utterance: Utterance) -> list[tuple[str, Act, float, str]]:
    """Each feature that bears on the act: its name, act, what it adds, and its reason."""
    rows = [(f.name, f.act, f.weight * f.holds(utterance), f.reason) for f in FEATURES]
    return [row for row in rows if row[2]]


def _sum(utterance: Utterance) -> dict[Act, float]:
    sums: dict[Act, float] = defaultdict(float)
    for feature in FEATURES:
        sums[feature.act] += feature.weight * feature.holds(utterance)
    return sums
