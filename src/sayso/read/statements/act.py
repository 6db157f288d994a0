"""What a statement does: a list of weighted features, each with its act and its reason; the highest sum wins.

Acts follow speech act theory (Searle 1975); the cue's verb names most of them, the content's grammar the rest.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.core.reading import Act
from sayso.read.entities.layout import Word
from sayso.read.statements.lexicon import content_words, cue_words
from sayso.read.statements.utterance import Utterance, stems

NEGATED = frozenset(("not", "never", "n’t", "n't", "neither", "nor", "cannot"))
PASSIVE = frozenset(("is", "are", "was", "were", "be", "been", "being", "get", "got"))
ORDER = tuple(Act)  # of equal sums the first wins: assert, the least that a statement does


@dataclass(frozen=True, slots=True)
class Feature:
    """A sign of an act; ``holds`` says how much of it there is, mostly 0 or 1."""

    name: str
    act: Act
    weight: float
    reason: str
    holds: Callable[[Utterance], float]


def tell_act(utterance: Utterance) -> Act:
    """The act with the highest sum of features; assertion where nothing speaks for another."""
    sums = _sum(utterance)
    return max(ORDER, key=lambda act: (sums[act], -ORDER.index(act)))


def is_marked(utterance: Utterance) -> bool:
    """Whether the content by itself, whatever the cue, does more than assert."""
    return any(f.holds(utterance) for f in FEATURES if f.act is not Act.ASSERT and f.name not in CUE_FEATURES)


def explain(utterance: Utterance) -> list[tuple[str, Act, float, str]]:
    """Each feature that bears on the act: its name, act, what it adds, and its reason."""
    rows = [(f.name, f.act, f.weight * f.holds(utterance), f.reason) for f in FEATURES]
    return [row for row in rows if row[2]]


def _sum(utterance: Utterance) -> dict[Act, float]:
    sums: dict[Act, float] = defaultdict(float)
    for feature in FEATURES:
        sums[feature.act] += feature.weight * feature.holds(utterance)
    return sums


def _always(_: Utterance) -> float:
    return 1.0


def _cue(act: Act, *, strong: bool) -> Callable[[Utterance], float]:
    def holds(utterance: Utterance) -> float:
        if utterance.cue.negated:
            return 0.0
        return float(any(s.act is act and s.strong is strong for s in utterance.cue.senses))

    return holds


def _governed(act: Act) -> Callable[[Utterance], float]:
    def holds(utterance: Utterance) -> float:
        if not utterance.cue.unfolding or not any(s.act is act and s.strong for s in utterance.governing):
            return 0.0
        return float(act is not Act.DENY or _has_allegation(utterance.around()))

    return holds


def _asks(utterance: Utterance) -> float:
    return float(any(word.form == "?" for word in utterance.first_sentence()[-4:]))


def _asks_later(utterance: Utterance) -> float:
    return float("?" in utterance.text) - _asks(utterance)


def _asks_indirectly(utterance: Utterance) -> float:
    if not {"ask", "asks", "asked", "asking", "questioned", "questioning", "challenged"} & set(
        utterance.cue.words
    ):
        return 0.0
    near = {word.form for word in (*utterance.words()[:2], *utterance.after_cue()[:2])}
    return float(bool({"whether", "if", "what", "which", "why", "how", "who", "when", "where"} & near))


def _asks_for(utterance: Utterance) -> float:
    asks = {"ask", "asks", "asked", "asking", "told", "tell", "telling", "tells"} & set(utterance.cue.words)
    forms = [word.form for word in utterance.first_sentence()]
    return float(bool(asks) and "to" in forms[:6] and "?" not in forms)


def _demands(utterance: Utterance) -> float:
    if content_words().demands.search(utterance.text):
        return 1.0
    modals = content_words().demand_modals
    clauses = [{word.form for word in clause[:3]} for clause in utterance.other_subjects()]
    return float(
        any(forms & modals and not ("not" in forms and forms & {"need", "needs"}) for forms in clauses)
    )


def _orders(utterance: Utterance) -> float:
    words = [word for word in utterance.first_sentence() if not word.is_mark]
    quoted = bool(words) and utterance.layout.quotation_at(words[0].start) is not None
    return float(quoted and words[0].capital and words[0].form in content_words().imperatives)


def _threatens(utterance: Utterance) -> float:
    return float(content_words().threats.search(utterance.text) is not None)


def _warns_of(utterance: Utterance) -> float:
    return float(content_words().warned_of.search(utterance.text) is not None and any(utterance.others()))


def _threatens_if(utterance: Utterance) -> float:
    forms = {word.form for word in utterance.words()}
    return float(bool(forms & content_words().conditions)) * _threatens(utterance)


def _names_hazard(utterance: Utterance) -> float:
    return float(any(word.form in content_words().hazards for word in utterance.words()))


def _wrongs(utterance: Utterance) -> float:
    """Another party is the subject of a verb of wrongdoing, or is given the name of a wrong."""
    table = content_words()
    for clause in utterance.other_subjects():
        forms = {word.form for word in clause}
        if forms & NEGATED:
            continue
        words = " ".join(word.form for word in clause)
        if _does(clause, table.wrong_verbs) or forms & table.wrong_words or table.wrong_phrases.search(words):
            return 1.0
    return 0.0


def _does(clause: Sequence[Word], verbs: frozenset[str]) -> bool:
    """Whether a clause has one of the verbs, and not in the passive: who is killed does no wrong."""
    forms = [word.form for word in clause]
    return any(
        form in verbs and (form.endswith("ing") or not PASSIVE.intersection(forms[max(0, at - 2) : at]))
        for at, form in enumerate(forms)
    )


def _names_wrongs(utterance: Utterance) -> float:
    """How many wrongs are named where another party is, three at most."""
    table = content_words()
    words = {word.form for word in utterance.words()} & table.wrong_words
    count = len(words) + (table.wrong_phrases.search(utterance.text) is not None)
    return float(min(3, count)) if any(utterance.others()) else 0.0


def _blames(utterance: Utterance) -> float:
    """Another party is named as the cause."""
    for span in utterance.content:
        for phrase in content_words().blames.finditer(span.exact):
            after = span.start + phrase.end()
            if any(0 <= party.span.start - after <= len(" the ") for party in utterance.others()):
                return 1.0
    return 0.0


def _labels(utterance: Utterance) -> float:
    """A cue that gives a name, and the name is a wrong."""
    table = content_words()
    words = {word.form for word in utterance.words()}
    return float(bool(table.labelling.intersection(utterance.cue.words)) and bool(words & table.wrong_words))


def _has_allegation(words: Sequence[Word]) -> bool:
    return any(word.form in content_words().allegations for word in words)


def _speaks_of_allegation(utterance: Utterance) -> float:
    return float(_has_allegation([*utterance.before(), *utterance.words()]))


def _answers(utterance: Utterance) -> float:
    """An allegation stands before, and the content negates it: in its own words, or pointing to it."""
    before = utterance.before()
    if not _has_allegation(before) or _asks(utterance):
        return 0.0
    words = utterance.words()
    if not utterance.negates():
        return 0.0
    points = any(word.form in content_words().anaphoric for word in utterance.first_sentence()[:3])
    return float(points or bool(stems(before) & stems(words)))


def _calls_false(utterance: Utterance) -> float:
    words = {word.form for word in utterance.words()}
    return float(bool(words & content_words().false_words)) * _speaks_of_allegation(utterance)


def _promises(utterance: Utterance) -> float:
    promise = content_words().promises.search(utterance.text) is not None
    return float(promise and not _threatens(utterance))


def _praises(utterance: Utterance) -> float:
    first = utterance.first_sentence()
    text = utterance.layout.text[first[0].start : first[-1].end] if first else ""
    return float(content_words().praises.search(text) is not None)


def _vows_harm(utterance: Utterance) -> float:
    promising = any(sense.act is Act.PROMISE for sense in utterance.cue.senses)
    return float(promising) * max(_threatens(utterance), _retaliates(utterance))


def _retaliates(utterance: Utterance) -> float:
    harm = {
        "retaliate",
        "retaliation",
        "respond",
        "revenge",
        "avenge",
        "punish",
        "destroy",
        "crush",
        "defeat",
        "attack",
        "strike",
        "response",
    }
    return float(any(word.form in harm for word in utterance.words()))


STRONG = tuple(
    Feature(f"cue {act}", act, 4.0, "the cue names the act", _cue(act, strong=True))
    for act in Act
    if act is not Act.ASSERT
)
WEAK = tuple(
    Feature(f"cue leans to {act}", act, 1.5, "the cue leans to the act", _cue(act, strong=False))
    for act in Act
)
GOVERNED = tuple(
    Feature(
        f"main verb {act}", act, 2.5, "the cue unfolds what its sentence's main verb names", _governed(act)
    )
    for act in (Act.ACCUSE, Act.DENY, Act.DEMAND, Act.THREATEN, Act.PROMISE, Act.PRAISE)
)
CONTENT = (
    Feature("said", Act.ASSERT, 1.0, "every statement asserts, unless it does more", _always),
    Feature(
        "question mark", Act.QUESTION, 5.0, "the content's first sentence ends with a question mark", _asks
    ),
    Feature("later question", Act.QUESTION, 0.8, "a later sentence of the content asks", _asks_later),
    Feature("asked whether", Act.QUESTION, 3.0, "a question is reported", _asks_indirectly),
    Feature("asked to", Act.DEMAND, 2.5, "somebody is asked to do something", _asks_for),
    Feature(
        "must", Act.DEMAND, 2.5, "another party must or should do something, or a condition is set", _demands
    ),
    Feature("imperative", Act.DEMAND, 2.0, "the quoted words are an order", _orders),
    Feature("threat", Act.THREATEN, 3.0, "what will befall the other side is named", _threatens),
    Feature("if", Act.THREATEN, 1.0, "and it hangs on what the other side does", _threatens_if),
    Feature(
        "warned",
        Act.THREATEN,
        1.5,
        "what the other side must not do is named, and what will follow",
        _warns_of,
    ),
    Feature("vowed harm", Act.THREATEN, 4.5, "what is vowed is retaliation", _vows_harm),
    Feature("hazard", Act.ASSERT, 3.5, "a warning of a danger that nobody wills asserts it", _names_hazard),
    Feature("wrong", Act.ACCUSE, 2.5, "another party is said to do wrong", _wrongs),
    Feature("wrongs named", Act.ACCUSE, 0.6, "wrongs are named, and another party", _names_wrongs),
    Feature("blame", Act.ACCUSE, 1.5, "another party is named as the cause", _blames),
    Feature("label", Act.ACCUSE, 2.0, "somebody is given the name of a wrong", _labels),
    Feature("answers", Act.DENY, 3.0, "it negates an allegation that stands before it", _answers),
    Feature("false", Act.DENY, 3.0, "an allegation is called false", _calls_false),
    Feature("will do", Act.PROMISE, 1.5, "the speaker says what he will do", _promises),
    Feature("thanks", Act.PRAISE, 1.5, "somebody is thanked or praised, first of all", _praises),
)
FEATURES: Sequence[Feature] = (*STRONG, *WEAK, *GOVERNED, *CONTENT)
CUE_FEATURES = frozenset(feature.name for feature in (*STRONG, *WEAK, *GOVERNED))


def is_verb_of_saying(words: str) -> bool:
    """Whether the words are a form of a verb of saying."""
    return cue_words().is_saying(words)
