"""Cues that hang on another verb: "he said ..., adding that ...", "she welcomed ... and urged ...".

Their source is that verb's subject, as PolNeAR marks it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.core.span import Span
from sayso.read.entities.layout import Layout
from sayso.read.entities.lexicon import grammar
from sayso.read.spans import Attribution
from sayso.read.statements.subject import subject_of_sentence

JOINS = frozenset(("and", "but", "then", "also", ","))
EMBEDS = frozenset(("that", "which", "who", "as", "whether", "how"))


def with_hosts(layout: Layout, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, in the order of their cues; those that hang on another verb with that verb's source."""
    ordered = sorted(attributions, key=lambda a: (a.cue or a.content)[0])
    hosts: dict[int, Attribution] = {}  # by sentence: the last main clause so far
    done: list[Attribution] = []
    for attribution in ordered:
        if not attribution.cue:
            done.append(attribution)
            continue
        sentence = layout.sentence_of(attribution.cue[0].start)
        host = hosts.get(sentence)
        if not attribution.source and _hangs(layout, attribution.cue[0]):
            source = host.source if host is not None else _sentence_subject(layout, attribution)
            attribution = replace(attribution, source=source)
        done.append(attribution)
        embedded = host is not None and any(span.contains(attribution.cue[0]) for span in host.content)
        if (
            attribution.source
            and not embedded
            and not _is_embedded(layout, attribution)
            and not _owns(attribution)
        ):
            hosts.setdefault(-sentence - 1, attribution)  # the first one, for what opens the sentence
            hosts[sentence] = attribution
    return [_opening(layout, attribution, hosts) for attribution in done]


def _opening(layout: Layout, attribution: Attribution, hosts: Mapping[int, Attribution]) -> Attribution:
    """A participle that opens its sentence has the source of the main clause: "Responding to the claim, she said"."""
    if attribution.source or not attribution.cue:
        return attribution
    cue = attribution.cue[0]
    sentence = layout.sentence_of(cue.start)
    host = hosts.get(-sentence - 1)
    opens = layout.sentences[sentence][0] == cue.start and layout.words[
        layout.word_at(cue.start)
    ].form.endswith("ing")
    if host is None or not opens or any(a.overlaps(b) for a in host.source for b in attribution.content):
        return attribution
    return replace(attribution, source=host.source)


def _hangs(layout: Layout, cue: Span) -> bool:
    first = layout.word_at(cue.start)
    before = layout.words[first - 1].form if first else ""
    return before in JOINS or layout.words[first].form.endswith("ing") or layout.words[first].form in JOINS


def _sentence_subject(layout: Layout, attribution: Attribution) -> tuple[Span, ...]:
    subject = subject_of_sentence(layout, layout.word_at(attribution.cue[0].start))
    if subject is None or any(span.overlaps(subject) for span in attribution.content):
        return ()
    return (subject,)


def _owns(attribution: Attribution) -> bool:
    """Whether the source owns a noun ("the Front's warning"): such a clause hosts no other."""
    last = attribution.source[-1].exact.lower()
    return last.endswith(("’s", "'s", "s’", "s'")) or last in grammar().possessive


def _is_embedded(layout: Layout, attribution: Attribution) -> bool:
    """Whether a clause is part of what somebody else says: "noting that both had urged calm"."""
    first = layout.word_at((*attribution.source, *attribution.cue)[0].start)
    return first > 0 and layout.words[first - 1].form in EMBEDS
