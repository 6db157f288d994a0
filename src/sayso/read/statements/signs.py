"""Signs of an act: in the cue, in the content's grammar, in what stood before. Each gives 0 where it is absent."""

from collections.abc import Callable
from itertools import pairwise

from sayso.core.reading import Act
from sayso.read.statements.accusing import counts_harm
from sayso.read.statements.denying import has_allegation
from sayso.read.statements.lexicon import content_patterns, content_words, cue_words
from sayso.read.statements.utterance import Utterance

LATER = 0.7  # what praise counts for in a later sentence
TOLD_TO = 6  # and for "told", which mostly tells
ASKED_TO = 14  # words of content among which the "to" stands: "asked the engineers of the dam to look"


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
        if act is Act.ACCUSE:
            return 1.0 - counts_harm(utterance)
        return float(act is not Act.DENY or has_allegation(utterance.around()))

    return holds


def leaves_open(utterance: Utterance) -> float:
    """It is said not to be known, or not yet so: that denies nothing."""
    return float(content_patterns().left_open.search(utterance.text) is not None)


def asks(utterance: Utterance) -> float:
    """The content's first sentence is a question."""
    return float(utterance.asks)


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
    words = utterance.first_sentence()
    forms = [word.form for word in words]
    if not words or "?" in forms or utterance.layout.quotation_at(words[0].start) is not None:
        return 0.0
    if {"ask", "asks", "asked", "asking"} & set(utterance.cue.words):
        return float("to" in forms[:ASKED_TO])
    return float(
        bool({"told", "tell", "telling", "tells"} & set(utterance.cue.words)) and "to" in forms[:TOLD_TO]
    )


def demands(utterance: Utterance) -> float:
    """Another party must do something, or a condition is set."""
    whether = any(word.form == "whether" for word in utterance.first_sentence())
    if not whether and content_patterns().demands.search(utterance.text):
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


def praises(utterance: Utterance) -> float:
    """The first sentence thanks or praises."""
    first = utterance.first_sentence()
    text = utterance.layout.text[first[0].start : first[-1].end] if first else ""
    if content_patterns().praises.search(text) is not None:
        return 1.0
    return LATER if content_patterns().praises.search(utterance.text) is not None else 0.0
