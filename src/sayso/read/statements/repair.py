"""Mends the encoder's attributions by the text's own marks, and recovers quotations that it missed.

1. Of contents that the encoder holds nearly equally likely one is chosen (see ``rivals``).
   Spans outside the text are dropped, white space at the ends too; an attribution without content goes. Reported words
   end with their paragraph, a source stands in its cue's sentence, and a dateline speaks no words.
2. A content span that all but fills a quotation takes its quote marks in, and a quotation that it opens to its end.
3. A cue without a source gets the subject before its verb; "according to" gets the words after it. Of two attributions
   with one cue and much the same content the more confident stays. What a cue’s clause cuts off its sentence joins it.
4. Reported speech that was missed is recovered where its words leave no doubt (see ``reported``).
5. A quotation that no attribution holds is given to the words beside it: after it ("...," the mayor said), before it
   (The mayor added, "..."), to the quotation that it goes on with, or, alone in a paragraph, to whoever spoke last.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.core.span import Span
from sayso.read.entities.layout import Layout, lay_out
from sayso.read.spans import Attribution
from sayso.read.statements.bounds import within_bounds
from sayso.read.statements.colons import find_colons
from sayso.read.statements.cover import Cover
from sayso.read.statements.fronted import with_fronted, without_stray_marks
from sayso.read.statements.host import with_hosts
from sayso.read.statements.labelled import find_labelled
from sayso.read.statements.objects import find_objects
from sayso.read.statements.parts import parted, says_something, with_gerunds
from sayso.read.statements.recover import place_of, recover_quotations
from sayso.read.statements.reported import find_owned, find_reported
from sayso.read.statements.rivals import with_chosen
from sayso.read.statements.sources import is_asked, with_sources
from sayso.read.statements.tails import find_judged, find_tagged, with_own_sentence

NEAR = 2  # characters by which a content span may miss a quote mark


def repair_attributions(text: str, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions mended, with missed quotations recovered, in the order of their content.

    Repairing again changes nothing. Linear in the text's length for attributions that overlap little.
    """
    layout = lay_out(text)
    mended = [m for a in with_chosen(layout, attributions) if (m := _mend(layout, a)) is not None]
    mended = [b for a in mended if (b := within_bounds(layout, with_own_sentence(layout, a))) is not None]
    mended = [
        part
        for a in mended
        for part in parted(layout, with_gerunds(layout, a))
        if says_something(layout, part)
    ]
    mended = with_sources(layout, _unshared(layout, _distinct(mended)))
    mended = with_hosts(layout, [*mended, *_missed(layout, mended)])
    mended = [replace(a, source=()) if a.cue and is_asked(layout, a.cue[0]) else a for a in mended]
    covered = Cover([span for attribution in mended for span in attribution.content])
    mended = [with_fronted(layout, a, covered) for a in mended]
    covered = Cover([span for attribution in mended for span in attribution.content])
    mended = [replace(a, content=_to_marks(layout, a.content, covered)) for a in mended]
    mended = recover_quotations(layout, sorted(mended, key=place_of))
    return tuple(sorted(mended, key=place_of))


def _distinct(attributions: Sequence[Attribution]) -> list[Attribution]:
    """One attribution for each cue and place: of several the most confident, with a source if any has one."""
    kept: dict[tuple[int, int], Attribution] = {}
    for attribution in sorted(attributions, key=lambda a: (not a.source, -a.score, a.content)):
        cue = attribution.cue[-1].end if attribution.cue else -1
        rival = next(
            (kept[key] for key in ((cue, s.start) for s in attribution.content) if key in kept), None
        )
        if rival is None or cue < 0:
            kept[cue, attribution.content[0].start] = attribution
    return sorted(kept.values(), key=place_of)


def _unshared(layout: Layout, attributions: Sequence[Attribution]) -> list[Attribution]:
    """Each quotation with the attribution that has its cue in the sentence, where two lay claim to it."""
    beside: dict[int, Attribution] = {}
    for attribution in attributions:
        for span in attribution.content:
            if _is_beside(layout, attribution, span):
                beside.setdefault(span.start, attribution)
    kept = []
    for attribution in attributions:
        content = tuple(
            span for span in attribution.content if beside.get(span.start, attribution) is attribution
        )
        kept.append(replace(attribution, content=content or attribution.content))
    return kept


def _is_beside(layout: Layout, attribution: Attribution, span: Span) -> bool:
    """Whether a span stands right after its cue, or is quoted and shares its sentence."""
    if attribution.cue and 0 <= span.start - attribution.cue[-1].end <= NEAR:
        return True
    if not attribution.cue or layout.quotation_at(span.start) is None:
        return False
    cue = layout.sentence_of(attribution.cue[0].start)
    return cue in (layout.sentence_of(span.start), layout.sentence_of(max(span.start, span.end - 1)))


def _missed(layout: Layout, known: Sequence[Attribution]) -> Iterator[Attribution]:
    cues = Cover([span for attribution in known for span in attribution.cue])
    contents = Cover([span for attribution in known for span in attribution.content])
    end = -1
    finders = (find_reported, find_tagged, find_judged, find_labelled, find_objects)
    for candidate in sorted([found for find in finders for found in find(layout)], key=place_of):
        cue, content = candidate.cue[0], candidate.content[0]
        if cue.start < end:
            continue  # within what another one says
        if cues.holds_any(cue.start, cue.end) or contents.holds_any(cue.start, cue.end):
            continue
        if not contents.holds_any(content.start, content.end):
            end = content.end
            yield candidate
    for candidate in find_colons(layout):  # these may share their cue with what stands before the colon
        content = candidate.content[0]
        if not contents.holds_any(content.start, content.end):
            yield candidate
    for candidate in find_owned(layout):  # these may stand within what another one says
        cue, content = candidate.cue[0], candidate.content[0]
        if not cues.holds_any(cue.start, cue.end) and contents.holds_all_or_none(content.start, content.end):
            yield candidate


def _mend(layout: Layout, attribution: Attribution) -> Attribution | None:
    source, cue, content = (
        tuple(sorted(dict.fromkeys(_valid(layout, spans))))
        for spans in (attribution.source, attribution.cue, attribution.content)
    )
    content = tuple(_apart(content))
    if not content:
        return None
    return without_stray_marks(layout, replace(attribution, source=source, cue=cue, content=content))


def _valid(layout: Layout, spans: Sequence[Span]) -> Iterator[Span]:
    """The spans that lie in the text and hold the start of a word, without white space at their ends."""
    text = layout.text
    for span in spans:
        if not 0 <= span.start < span.end <= len(text) or not text[span.start : span.end].strip():
            continue
        trimmed = Span.of(text, span.start, span.end)
        if layout.words_in(trimmed.start, trimmed.end):
            yield trimmed


def _apart(spans: Sequence[Span]) -> Iterator[Span]:
    """Spans in order without those that overlap an earlier one."""
    end = -1
    for span in spans:
        if span.start >= end:
            yield span
            end = span.end


def _to_marks(layout: Layout, content: Sequence[Span], covered: Cover) -> tuple[Span, ...]:
    spans: list[Span] = []
    for span in content:
        start, end = span.start, span.end
        opening = layout.quotation_at(start) or layout.quotation_at(min(start + 1, end - 1))
        if opening is not None and abs(start - opening.start) <= NEAR and end > opening.start + NEAR:
            start = min(start, opening.start) if not covered.holds_any(opening.start, span.start) else start
            if end < opening.end and not covered.holds_any(end, opening.end):
                end = opening.end
        closing = layout.quotation_at(end - 1) or (
            layout.quotation_at(end) if end < len(layout.text) else None
        )
        if closing is not None and 0 < closing.end - end <= NEAR and start < closing.end - NEAR:
            end = closing.end
        if spans and start < spans[-1].end:
            start = spans[-1].end
        if start < end and layout.text[start:end].strip():
            spans.append(Span.of(layout.text, start, end))
    return tuple(spans) or tuple(content)
