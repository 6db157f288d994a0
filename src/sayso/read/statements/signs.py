"""Signs of an act: in the cue, in the content's grammar, in what stood before. Each gives 0 where it is absent."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from sayso.core.reading import Act
from sayso.read.entities.layout import Word
from sayso.read.statements.lexicon import content_words, cue_words
from sayso.read.statements.utterance import Utterance, stems

NEGATED = frozenset(("not", "never", "n’t", "n't", "neither", "nor", "cannot"))
PASSIVE = frozenset(("is", "are", "was", "were", "be", "been", "being", "get", "got"))


def always(_: Utterance) -> float:
    """Every statement has it."""
    return 1.0


def names_topic(utterance: Utterance) -> float:
    """The cue names only what is spoken of: "responding to the warning"."""
    words = utterance.cue.words
    return float(
        any(" ".join(pair) in cue_words().topics for pair in pairwise(words))
        or bool(set(words) & cue_words().topics)
    )


def cue(act: Act, *, strong: bool) -> Callable[[Utterance], float]:
    """The test whether the cue names the act, strongly or weakly."""

    def holds(utterance: Utterance) -> float:
        if utterance.cue.negated:
            return 0.0
        return float(any(s.act is act and s.strong is strong for s in utterance.cue.senses))

    return holds


def governed(act: Act) -> Callable[[Utterance], float]:
    """The test whether the verb names the act that an unfolding participle hangs on."""

    def holds(utterance: Utterance) -> float:
        if not utterance.cue.unfolding or not any(s.act is act and s.strong for s in utterance.governing):
            return 0.0
        return float(act is not Act.DENY or _has_allegation(utterance.around()))

    return holds


def asks(utterance: Utterance) -> float:
    """The content's first sentence is a question."""
    return float(any(word.form == "?" for word in utterance.first_sentence()[-4:]))


def asks_later(utterance: Utterance) -> float:
    """A later sentence of the content is a question."""
    return float("?" in utterance.text) - asks(utterance)


def asks_indirectly(utterance: Utterance) -> float:
    """A verb of asking with a word of question after it."""
    if not {"ask", "asks", "asked", "asking", "questioned", "questioning", "challenged"} & set(
        utterance.cue.words
    ):
        return 0.0
    near = {word.form for word in (*utterance.words()[:2], *utterance.after_cue()[:2])}
    return float(bool({"whether", "if", "what", "which", "why", "how", "who", "when", "where"} & near))


def asks_for(utterance: Utterance) -> float:
    """A verb of asking with what somebody is to do."""
    asks = {"ask", "asks", "asked", "asking", "told", "tell", "telling", "tells"} & set(utterance.cue.words)
    forms = [word.form for word in utterance.first_sentence()]
    return float(bool(asks) and "to" in forms[:6] and "?" not in forms)


def demands(utterance: Utterance) -> float:
    """Another party must do something, or a condition is set."""
    if content_words().demands.search(utterance.text):
        return 1.0
    modals = content_words().demand_modals
    clauses = [{word.form for word in clause[:3]} for clause in utterance.other_subjects()]
    return float(
        any(forms & modals and not ("not" in forms and forms & {"need", "needs"}) for forms in clauses)
    )


def orders(utterance: Utterance) -> float:
    """The quoted words begin with an imperative."""
    words = [word for word in utterance.first_sentence() if not word.is_mark]
    quoted = bool(words) and utterance.layout.quotation_at(words[0].start) is not None
    return float(quoted and words[0].capital and words[0].form in content_words().imperatives)


def threatens(utterance: Utterance) -> float:
    """The content has a phrase of threat."""
    return float(content_words().threats.search(utterance.text) is not None)


def warns_of(utterance: Utterance) -> float:
    """What another party must not do is named, and what follows."""
    return float(content_words().warned_of.search(utterance.text) is not None and any(utterance.others()))


def threatens_if(utterance: Utterance) -> float:
    """A threat that hangs on a condition."""
    forms = {word.form for word in utterance.words()}
    return float(bool(forms & content_words().conditions)) * threatens(utterance)


def names_hazard(utterance: Utterance) -> float:
    """A danger is named that nobody wills."""
    return float(any(word.form in content_words().hazards for word in utterance.words()))


def wrongs(utterance: Utterance) -> float:
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


def names_wrongs(utterance: Utterance) -> float:
    """How many wrongs are named where another party is, three at most."""
    table = content_words()
    words = {word.form for word in utterance.words()} & table.wrong_words
    count = len(words) + (table.wrong_phrases.search(utterance.text) is not None)
    return float(min(3, count)) if any(utterance.others()) else 0.0


def blames(utterance: Utterance) -> float:
    """Another party is named as the cause."""
    for span in utterance.content:
        for phrase in content_words().blames.finditer(span.exact):
            after = span.start + phrase.end()
            if any(0 <= party.span.start - after <= len(" the ") for party in utterance.others()):
                return 1.0
    return 0.0


def labels(utterance: Utterance) -> float:
    """A cue that gives a name, and the name is a wrong."""
    table = content_words()
    words = {word.form for word in utterance.words()}
    return float(bool(table.labelling.intersection(utterance.cue.words)) and bool(words & table.wrong_words))


def _has_allegation(words: Sequence[Word]) -> bool:
    return any(word.form in content_words().allegations for word in words)


def _speaks_of_allegation(utterance: Utterance) -> float:
    return float(_has_allegation([*utterance.before(), *utterance.words()]))


def answers(utterance: Utterance) -> float:
    """An allegation stands before, and the content negates it: in its own words, or pointing to it."""
    before = utterance.before()
    if not _has_allegation(before) or asks(utterance):
        return 0.0
    words = utterance.words()
    if not utterance.negates():
        return 0.0
    points = any(word.form in content_words().anaphoric for word in utterance.first_sentence()[:3])
    return float(points or bool(stems(before) & stems(words)))


def calls_false(utterance: Utterance) -> float:
    """An allegation is called false."""
    words = {word.form for word in utterance.words()}
    return float(bool(words & content_words().false_words)) * _speaks_of_allegation(utterance)


def promises(utterance: Utterance) -> float:
    """The first person will do something, and it is no threat."""
    promise = content_words().promises.search(utterance.text) is not None
    return float(promise and not threatens(utterance))


def praises(utterance: Utterance) -> float:
    """The first sentence thanks or praises."""
    first = utterance.first_sentence()
    text = utterance.layout.text[first[0].start : first[-1].end] if first else ""
    return float(content_words().praises.search(text) is not None)


def vows_harm(utterance: Utterance) -> float:
    """What is vowed is harm."""
    promising = any(sense.act is Act.PROMISE for sense in utterance.cue.senses)
    return float(promising) * max(threatens(utterance), _retaliates(utterance))


def _retaliates(utterance: Utterance) -> float:
    return float(any(word.form in content_words().retaliation for word in utterance.words()))
