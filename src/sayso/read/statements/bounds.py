"""Attributions kept within what a text's layout allows: paragraphs, sentences and datelines."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.core.span import Span
from sayso.read.entities.layout import Layout
from sayso.read.entities.lexicon import country_named, country_of_capital
from sayso.read.spans import Attribution

SHORTEST = 2  # words of content that a heading's cue must have
LONGEST_DATELINE = 14  # words
DATELINE = frozenset((":", "-", "--", "—", "–"))


def within_bounds(layout: Layout, attribution: Attribution) -> Attribution | None:
    """The attribution with its reported words cut at their paragraph's end and its source in its cue's sentence.

    None for a dateline ("NAIROBI: ..."), and where next to nothing is left of a content that ran over a paragraph.
    """
    if _is_dateline(layout, attribution):
        return None
    content = tuple(_cut(layout, _not_before(layout, attribution)))
    if content != attribution.content and len(layout.words_in(content[0].start, content[-1].end)) < SHORTEST:
        return None
    return replace(attribution, source=_near_cue(layout, attribution), content=content)


def _is_dateline(layout: Layout, attribution: Attribution) -> bool:
    cue = "".join(span.exact for span in attribution.cue)
    source = " ".join(span.exact for span in attribution.source)
    if cue in DATELINE and attribution.source and _opens_report(layout, attribution.source[0]):
        return True
    return cue in DATELINE and bool(country_of_capital(source) or country_named(source))


def _not_before(layout: Layout, attribution: Attribution) -> tuple[Span, ...]:
    """The content without what stands in paragraphs before the cue’s, such as a headline, where some stands in that."""
    if not attribution.cue:
        return attribution.content
    start = layout.paragraphs[layout.paragraph_of(attribution.cue[0].start)][0]
    near = tuple(
        span if span.start >= start else Span.of(layout.text, start, span.end)
        for span in attribution.content
        if span.end > start
    )
    return near or attribution.content


def _cut(layout: Layout, content: Sequence[Span]) -> Iterator[Span]:
    for whole in content:
        span = without_dateline(layout, whole)
        end = layout.paragraphs[layout.paragraph_of(span.start)][1]
        if span.end > end > span.start and layout.quotation_at(span.start) is None:
            yield Span.of(layout.text, span.start, end)
        else:
            yield span


def without_dateline(layout: Layout, span: Span) -> Span:
    """The span without the dateline that it begins with, where its report does: "ORSK HARBOUR, March 4 (NW) — "."""
    words = layout.words_in(span.start, span.end)[:LONGEST_DATELINE]
    start = layout.paragraphs[layout.paragraph_of(span.start)][0]
    if (
        span.start != start
        or not words
        or not words[0].capital
        or not layout.text[start : words[0].end].isupper()
    ):
        return span
    dash = next((at for at, word in enumerate(words[1:], start=1) if word.form in DATELINE - {"-"}), None)
    if dash is None or dash + 1 >= len(words):
        return span
    return Span.of(layout.text, words[dash + 1].start, span.end)


def _opens_report(layout: Layout, span: Span) -> bool:
    """Whether a span in capitals opens its paragraph, as a dateline does."""
    start = layout.paragraphs[layout.paragraph_of(span.start)][0]
    return (
        span.start == start and span.exact.isupper() and layout.text[span.end : span.end + 1] in tuple(":,( ")
    )


def _near_cue(layout: Layout, attribution: Attribution) -> tuple[Span, ...]:
    """The source's spans in the sentence of the cue, where there are any; none for a participle without one there."""
    if not attribution.cue or not attribution.source:
        return attribution.source
    if len(attribution.source) > 1:  # "ORSK: Nine were hurt, the mayor said" has its dateline for a speaker
        source = tuple(span for span in attribution.source if not _opens_report(layout, span))
        attribution = replace(attribution, source=source or attribution.source)
    cue = attribution.cue[0]
    sentence = layout.sentence_of(cue.start)
    near = tuple(span for span in attribution.source if layout.sentence_of(span.start) == sentence)
    hangs = cue.exact.split()[0].lower().endswith("ing")
    return near or (() if hangs else attribution.source)
