"""What a statement does: a list of weighted features, each with its act and its reason; the highest sum wins.

Acts follow speech act theory (Searle 1975); the cue's verb names most of them, the content's grammar the rest.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sayso.core.reading import Act
from sayso.read.statements import accusing, denying, signs, undertaking
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
    Feature("left open", Act.ASSERT, 2.0, "it is not known, or not yet so", signs.leaves_open),
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
    Feature("threat", Act.THREATEN, 3.0, "what will befall the other side is named", undertaking.threatens),
    Feature("if", Act.THREATEN, 1.0, "and it hangs on what the other side does", undertaking.threatens_if),
    Feature(
        "warned",
        Act.THREATEN,
        1.5,
        "what the other side must not do is named, and what will follow",
        undertaking.warns_of,
    ),
    Feature("vowed harm", Act.THREATEN, 4.5, "what is vowed is retaliation", undertaking.vows_harm),
    Feature(
        "hazard",
        Act.ASSERT,
        3.5,
        "a warning of a danger that nobody wills asserts it",
        undertaking.names_hazard,
    ),
    Feature("wrong", Act.ACCUSE, 2.5, "another party is said to do wrong", accusing.wrongs),
    Feature("wrongs named", Act.ACCUSE, 0.6, "wrongs are named, and another party", accusing.names_wrongs),
    Feature("blame", Act.ACCUSE, 1.5, "another party is named as the cause", accusing.blames),
    Feature(
        "arms turned", Act.ACCUSE, 2.5, "another party’s arms are turned on somebody", accusing.turns_arms
    ),
    Feature(
        "arms", Act.ACCUSE, 1.5, "arms were used, and who tells it accuses somebody", accusing.tells_of_arms
    ),
    Feature("deed", Act.ACCUSE, 1.3, "one side of a quarrel tells what the other did", accusing.opposes),
    Feature("foretold", Act.ACCUSE, 2.0, "a party to the quarrel had been told or warned", accusing.was_told),
    Feature("neglect", Act.ACCUSE, 1.3, "neglect is named", accusing.names_neglect),
    Feature("suffered", Act.ACCUSE, 1.5, "wrongs were suffered", accusing.suffered),
    Feature("left undone", Act.ACCUSE, 1.3, "another party has not done its duty", accusing.left_undone),
    Feature("no wrong", Act.DENY, 2.5, "the speaker’s side has done no such wrong", denying.negates_wrong),
    Feature("contradicts", Act.DENY, 1.4, "who is accused negates what others told", denying.contradicts),
    Feature("as it should", Act.DENY, 1.4, "who is accused says that rules were kept", denying.keeps_rules),
    Feature("undertaken", Act.PROMISE, 1.3, "an office says what will be done", undertaking.undertakes),
    Feature(
        "unless", Act.THREATEN, 3.0, "harm is announced if others do not yield", undertaking.threatens_unless
    ),
    Feature("intent", Act.ACCUSE, 1.3, "who accuses calls it deliberate", accusing.names_intent),
    Feature("called a wrong", Act.ACCUSE, 1.5, "something is called a wrong", accusing.is_wrong),
    Feature("some do wrong", Act.ACCUSE, 1.3, "somebody unnamed does wrong", accusing.wrongs_of_some),
    Feature("no harm", Act.DENY, 4.0, "who is accused says that it did not take place", denying.negates_harm),
    Feature("none", Act.DENY, 2.0, "who denies says that there was none of it", denying.negates_existence),
    Feature("disclaims", Act.DENY, 3.0, "the speaker did not do what others speak of", denying.disclaims),
    Feature("clears", Act.DENY, 2.5, "all is said to have been right", denying.clears),
    Feature(
        "own side will", Act.PROMISE, 1.5, "the speaker’s side says what it will do", undertaking.will_do
    ),
    Feature("spares", Act.PROMISE, 1.5, "nobody will have to suffer something", undertaking.spares),
    Feature("whoever", Act.THREATEN, 4.0, "whoever does it will answer for it", undertaking.threatens_any),
    Feature("label", Act.ACCUSE, 2.0, "somebody is given the name of a wrong", accusing.labels),
    Feature("answers", Act.DENY, 3.0, "it negates an allegation that stands before it", denying.answers),
    Feature("false", Act.DENY, 3.0, "an allegation is called false", denying.calls_false),
    Feature("will do", Act.PROMISE, 1.5, "the speaker says what he will do", undertaking.promises),
    Feature("thanks", Act.PRAISE, 1.5, "somebody is thanked or praised, first of all", signs.praises),
)
FEATURES: Sequence[Feature] = (*STRONG, *WEAK, *GOVERNED, *CONTENT)
BY_CAMPS = frozenset(  # what looks at who stands against whom in the report
    (
        f"main verb {Act.ACCUSE}",
        *("wrong", "arms", "deed", "foretold", "intent"),
        *("no wrong", "contradicts", "as it should", "no harm", "none", "disclaims", "answers"),
    )
)
STEADY = tuple(feature for feature in FEATURES if feature.name not in BY_CAMPS)
LOOKS_AT_CAMPS = tuple(feature.holds if feature.name in BY_CAMPS else None for feature in FEATURES)


def hold(utterance: Utterance) -> Sequence[float]:
    """How much of each of FEATURES a statement has, in their order.

    A statement is looked at again when more is known of the camps; what does not hang on them is kept with it.
    """
    kept, held = utterance.kept_signs, utterance.held
    if not kept:
        kept += [feature.holds(utterance) for feature in STEADY]
    if not held:
        steady = iter(kept)
        held += [holds(utterance) if holds else next(steady) for holds in LOOKS_AT_CAMPS]
    return held


def tell_act(utterance: Utterance) -> Act:
    """The act with the highest sum of features; assertion where nothing speaks for another."""
    return first_of(weigh_signs(utterance, hold(utterance)))


def first_of(sums: Mapping[Act, float]) -> Act:
    """The act with the highest sum; of equal ones the first in the order of Act."""
    return max(ORDER, key=lambda act: sums.get(act, 0.0))


def explain(utterance: Utterance) -> list[tuple[str, Act, float, str]]:
    """Each feature that bears on the act: its name, act, what it adds, and its reason."""
    held = zip(FEATURES, hold(utterance), strict=True)
    return [(f.name, f.act, f.weight * value, f.reason) for f, value in held if value]


def weigh_signs(utterance: Utterance, held: Sequence[float]) -> dict[Act, float]:
    """The sum of features of each act; ``held`` is what ``hold`` gives."""
    sums = dict.fromkeys(ORDER, 0.0)
    rejects = any(s.act is Act.DENY and s.strong for s in utterance.cue.senses) and not utterance.cue.negated
    for feature, value in zip(FEATURES, held, strict=True):
        if value and not (rejects and feature.act is Act.ACCUSE and feature in CONTENT):
            sums[feature.act] += feature.weight * value  # what is denied is what somebody else says
    return sums
