"""Quotations that no attribution holds, given to whoever speaks them."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from sayso.core.span import Span
from sayso.read.entities.layout import Layout
from sayso.read.entities.quotation import Quotation
from sayso.read.spans import Attribution
from sayso.read.statements.cover import Cover
from sayso.read.statements.labelled import label_before
from sayso.read.statements.reported import RECOVERED
from sayso.read.statements.tag import Tag, tag_after, tag_before

JOINING = frozenset((",", "but", "and", "or", "that"))
WORDS_BETWEEN = 6  # a short quotation so near after some content belongs to it: ', but "none of it" helped'
OPENERS = frozenset(("“", '"', "‘"))
WORDS_OF_SPEECH = 4  # a shorter quotation may be a title or an irony


def place_of(attribution: Attribution) -> tuple[int, int]:
    """Where its content begins and ends."""
    return attribution.content[0].start, attribution.content[-1].end


def recover_quotations(layout: Layout, known: list[Attribution]) -> list[Attribution]:
    """The attributions in order, with those of missed quotations; a quotation that goes on joins its first part."""
    covered = Cover([span for attribution in known for span in attribution.content])
    missed = [q for q in layout.quotations if not covered.holds_any(*q.inner)]
    known = [_with_tail(layout, a, missed) for a in known]
    covered = Cover([span for attribution in known for span in attribution.content])
    missed = [q for q in missed if not covered.holds_any(*q.inner) and _is_speech(layout, q)]
    starts = [a.content[0].start for a in known]
    found: list[Attribution] = []
    for quotation in missed:
        span = Span.of(layout.text, quotation.start, quotation.end)
        tag = tag_after(layout, quotation) or tag_before(layout, quotation)
        if tag is not None:
            found.append(_tagged(tag, span))
            continue
        label = label_before(layout, quotation)
        if label is not None:
            found.append(Attribution((label[0],), (label[1],), (span,), RECOVERED))
            continue
        before = known[
            max(0, bisect_left(starts, quotation.start) - 4) : bisect_left(starts, quotation.start)
        ]
        host = _goes_on(layout, [*before, *found[-1:]], quotation)
        if host is not None:
            grown = replace(host, content=(*host.content, span))
            target = known if host in known else found
            target[target.index(host)] = grown
        elif _stands_alone(layout, quotation, [*before, *found[-1:]]) or _follows(layout, quotation, before):
            found.append(Attribution((), (), (span,), RECOVERED))
    return [*known, *found]


def _with_tail(layout: Layout, attribution: Attribution, missed: Sequence[Quotation]) -> Attribution:
    """The attribution, its last span grown by a quotation that its clause goes on to: ', but "none of it" helped'."""
    last = attribution.content[-1]
    at = bisect_left(missed, last.end, key=lambda quotation: quotation.start)
    if at == len(missed) or layout.quotation_at(last.end - 1) is not None:
        return attribution
    quotation = missed[at]
    same = layout.sentence_of(last.start) == layout.sentence_of(quotation.start)
    between = layout.words_in(last.end, quotation.start)
    joins = bool(between) and all(word.form in JOINING for word in between[:2])
    if (
        not same
        or len(between) > WORDS_BETWEEN
        or not joins
        or any(span.start >= last.end for span in attribution.cue)
    ):
        return attribution
    grown = Span.of(layout.text, last.start, quotation.end)
    return replace(attribution, content=(*attribution.content[:-1], grown))


def _tagged(tag: Tag, content: Span) -> Attribution:
    return Attribution(tag.source, (tag.cue,), (content,), RECOVERED)


def _is_speech(layout: Layout, quotation: Quotation) -> bool:
    """Whether a quotation is long enough, and is a sentence or ends like one."""
    start, end = quotation.inner
    words = [word for word in layout.words_in(start, end) if not word.is_mark]
    if len(words) < WORDS_OF_SPEECH:
        return False
    return layout.text[end - 1] in ".,!?…—" or not quotation.closed


def _goes_on(layout: Layout, before: Sequence[Attribution], quotation: Quotation) -> Attribution | None:
    """The attribution whose quotation this one goes on with: its paragraph's, or an unclosed one before it."""
    opens = layout.sentences[layout.sentence_of(quotation.start)][0] == quotation.start
    if not opens:
        return None
    paragraph = layout.paragraph_of(quotation.start)
    for attribution in sorted(before, key=place_of, reverse=True):
        last = attribution.content[-1]
        earlier = layout.quotation_at(last.start)
        if earlier is None:
            continue
        if layout.paragraph_of(last.start) == paragraph and attribution.source:
            return attribution
        if earlier.runs_on and layout.paragraph_of(last.start) == paragraph - 1:
            return attribution
    return None


def _stands_alone(layout: Layout, quotation: Quotation, before: Sequence[Attribution]) -> bool:
    """Whether a quotation is its whole paragraph and the paragraph before it reports somebody's words."""
    paragraph = layout.paragraph_of(quotation.start)
    if layout.paragraphs[paragraph] != (quotation.start, quotation.end):
        return False
    return any(layout.paragraph_of(a.content[-1].start) == paragraph - 1 for a in before)


def _follows(layout: Layout, quotation: Quotation, before: Sequence[Attribution]) -> bool:
    """Whether a quoted sentence comes right after one that reports somebody's words, in its paragraph."""
    number = layout.sentence_of(quotation.start)
    if not number or layout.sentences[number][0] != quotation.start or not quotation.closed:
        return False
    if layout.paragraph_of(layout.sentences[number - 1][0]) != layout.paragraph_of(quotation.start):
        return False
    following = layout.words_in(quotation.end, layout.paragraphs[layout.paragraph_of(quotation.start)][1])[:1]
    opens_anew = not following or following[0].capital or following[0].form in OPENERS
    return opens_anew and any(a.cue and layout.sentence_of(a.cue[0].start) == number - 1 for a in before)
