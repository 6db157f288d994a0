"""Sources that the encoder missed: a cue's subject, whom "according to" names, whoever is prompted to speak."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.core.reading import Act
from sayso.core.span import Span
from sayso.read.entities.layout import Layout
from sayso.read.entities.lexicon import grammar
from sayso.read.spans import Attribution
from sayso.read.statements.lexicon import cue_words
from sayso.read.statements.reported import according
from sayso.read.statements.subject import named_after, subject_after, subject_before

ANSWERING = frozenset({"responding", "responded", "replying", "answering", "answered", "reacting"})
QUESTIONS = frozenset({"question", "questions", "query", "queries"})  # their content is the interviewer's
ASKED_AFTER = frozenset(("when", "if", "being", "was", "were", "been"))
BEING = frozenset(("is", "are", "was", "were", "be", "been"))
TOLD = frozenset(
    ("told", "asked", "urged", "ordered", "warned", "advised", "informed", "invited", "instructed")
)
PROMPTING = ("prompt", "forc", "leading", "led", "caus", "spur", "push", "driv", "drawing", "drew")
LONGEST_PROMPTED = 8  # words of who is prompted


def with_sources(layout: Layout, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions; those without a source get the subject of their cue, where one stands before or after it."""
    opening = {a.cue[0].start: a for a in according(layout)}
    found = []
    for attribution in attributions:
        known = opening.get(attribution.cue[0].start) if attribution.cue else None
        if known is not None:  # its words stand in a fixed order
            attribution = replace(known, score=attribution.score)
        elif attribution.cue and not attribution.source:
            attribution = _prompted(layout, attribution) or _with_subject(layout, attribution)
        elif attribution.cue and _is_led(layout, attribution):
            attribution = _with_subject(layout, attribution)
        elif attribution.cue and (_is_accused(layout, attribution) or _is_told(layout, attribution)):
            attribution = replace(attribution, source=())
        if attribution.cue and is_asked(layout, attribution.cue[0]):
            attribution = replace(attribution, source=())
        found.append(attribution)
    return found


def _is_led(layout: Layout, attribution: Attribution) -> bool:
    """Whether the source is but the leader of the body that speaks: "the bureau, led by Orsk, said"."""
    first = layout.word_at(attribution.source[0].start)
    led = [word.form for word in layout.words[max(0, first - 2) : first]]
    return len(led) == 2 and led[1] == "by" and led[0] in grammar().led


def _is_accused(layout: Layout, attribution: Attribution) -> bool:
    """Whether the source is who is accused: "the Front has been blamed for the raid"."""
    forms = [word.form for word in layout.words_in(attribution.cue[0].start, attribution.cue[0].end)]
    passive = any(a in BEING and _accuses(b) for a, b in pairwise(forms))
    return passive and attribution.source[-1].end <= attribution.cue[0].start


def _is_told(layout: Layout, attribution: Attribution) -> bool:
    """Whether the source is who was told: "residents have been told to leave"."""
    cue = attribution.cue[0]
    forms = [word.form for word in layout.words_in(cue.start, cue.end)]
    told = any(a in BEING and b in TOLD for a, b in pairwise(forms))
    return told and attribution.source[-1].end <= cue.start


def is_asked(layout: Layout, cue: Span) -> bool:
    """Whether somebody was asked: "Asked when it opens, she said", "when asked about it", "answering questions"."""
    at = layout.word_at(cue.start)
    forms = {word.form for word in layout.words_in(cue.start, cue.end)}
    if forms & ANSWERING and forms & QUESTIONS:
        return True
    if at == len(layout.words) or layout.words[at].form != "asked":
        return False
    before = layout.words[at - 1].form if at else "."
    opens = layout.sentences[layout.sentence_of(cue.start)][0] == cue.start
    return opens or before in ASKED_AFTER


def _accuses(form: str) -> bool:
    return any(sense.act is Act.ACCUSE and sense.strong for sense in cue_words().senses.get(form, ()))


def _prompted(layout: Layout, attribution: Attribution) -> Attribution | None:
    """What "prompting the mayor to condemn the raid" says of the mayor; None where the cue prompts nobody."""
    first = attribution.content[0]
    words = layout.words_in(first.start, first.end)
    if not attribution.cue[0].exact.lower().startswith(PROMPTING):
        return None
    for at in range(1, min(len(words) - 2, LONGEST_PROMPTED)):
        if words[at].form == "to" and cue_words().is_saying(words[at + 1].form):
            source = Span.of(layout.text, first.start, words[at - 1].end)
            cue = Span.of(layout.text, words[at].start, words[at + 1].end)
            content = Span.of(layout.text, words[at + 2].start, first.end)
            return replace(
                attribution, source=(source,), cue=(cue,), content=(content, *attribution.content[1:])
            )
    return None


def _has_no_subject(forms: Sequence[str]) -> bool:
    """Whether a cue names nobody before it: a participle, or a passive ("has been blamed")."""
    passive = any(a in BEING and b.endswith("ed") for a, b in pairwise(forms))
    return forms[0].endswith("ing") or forms[0] in BEING or passive


def _with_subject(layout: Layout, attribution: Attribution) -> Attribution:
    cue = attribution.cue[0]
    verb = layout.word_at(cue.start)
    forms = [word.form for word in layout.words_in(cue.start, cue.end)]
    if not forms or _has_no_subject(forms):
        return attribution
    if cue.exact.lower().startswith("according to"):
        return _sourced(attribution, named_after(layout, cue))
    quoted = layout.quotation_at(layout.words[verb - 1].start) if verb else None
    subject = subject_before(layout, verb) if quoted is None else subject_after(layout, verb)
    return _sourced(attribution, subject)


def _sourced(attribution: Attribution, subject: Span | None) -> Attribution:
    if subject is None or any(span.overlaps(subject) for span in attribution.content):
        return attribution
    return replace(attribution, source=(subject,))
