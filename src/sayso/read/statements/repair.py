"""Mends the encoder's attributions by the text's own marks, and recovers quotations that it missed.

1. Spans outside the text are dropped, white space at the ends too; an attribution without content goes.
2. A content span that all but fills a quotation takes its quote marks in, and a quotation that it opens to its end.
3. A cue without a source gets the subject before its verb; "according to" gets the words after it. Of two attributions
   with one cue and much the same content the more confident stays.
4. Reported speech that was missed is recovered where its words leave no doubt (see ``reported``).
5. A quotation that no attribution holds is given to the words beside it: after it ("...," the mayor said), before it
   (The mayor added, "..."), to the quotation that it goes on with, or, alone in a paragraph, to whoever spoke last.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.core.span import Span
from sayso.read.entities.layout import Layout, lay_out
from sayso.read.entities.quotation import Quotation
from sayso.read.spans import Attribution
from sayso.read.statements.host import with_hosts
from sayso.read.statements.lexicon import cue_words
from sayso.read.statements.reported import RECOVERED, according, find_owned, find_reported
from sayso.read.statements.subject import named_after, subject_after, subject_before
from sayso.read.statements.tag import Tag, tag_after, tag_before

NEAR = 2  # characters by which a content span may miss a quote mark
JOINING = frozenset((",", "but", "and", "or", "that"))
WORDS_OF_SPEECH = 4  # a shorter quotation may be a title or an irony
PROMPTING = ("prompt", "forc", "leading", "led", "caus", "spur", "push", "driv", "drawing", "drew")
LONGEST_PROMPTED = 8  # words of who is prompted
WORDS_BETWEEN = 6  # a short quotation so near after some content belongs to it: ', but "none of it" helped'


def repair_attributions(text: str, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions mended, with missed quotations recovered, in the order of their content.

    Repairing again changes nothing. Linear in the text's length for attributions that overlap little.
    """
    layout = lay_out(text)
    mended = [m for a in attributions if (m := _mend(layout, a)) is not None]
    mended = _with_sources(layout, _distinct(mended))
    mended = with_hosts(layout, [*mended, *_missed(layout, mended)])
    covered = _Cover([span for attribution in mended for span in attribution.content])
    mended = [replace(a, content=_to_marks(layout, a.content, covered)) for a in mended]
    mended = _recover(layout, sorted(mended, key=_place))
    return tuple(sorted(mended, key=_place))


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
    return sorted(kept.values(), key=_place)


def _with_sources(layout: Layout, attributions: Sequence[Attribution]) -> list[Attribution]:
    opening = {a.cue[0].start: a for a in according(layout)}
    found = []
    for attribution in attributions:
        if attribution.cue and not attribution.source:
            known = opening.get(attribution.cue[0].start)
            attribution = known or _prompted(layout, attribution) or _with_subject(layout, attribution)
        found.append(attribution)
    return found


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


def _has_no_subject(form: str) -> bool:
    """Whether a cue that begins so names nobody before it: a participle, or a passive."""
    return form.endswith("ing") or form in ("is", "are", "was", "were", "be", "been")


def _with_subject(layout: Layout, attribution: Attribution) -> Attribution:
    cue = attribution.cue[0]
    verb = layout.word_at(cue.start)
    if verb >= len(layout.words) or _has_no_subject(layout.words[verb].form):
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


def _missed(layout: Layout, known: Sequence[Attribution]) -> Iterator[Attribution]:
    cues = _Cover([span for attribution in known for span in attribution.cue])
    contents = _Cover([span for attribution in known for span in attribution.content])
    end = -1
    for candidate in sorted(find_reported(layout), key=_place):
        cue, content = candidate.cue[0], candidate.content[0]
        if cue.start < end:
            continue  # within what another one says
        if cues.holds_any(cue.start, cue.end) or contents.holds_any(cue.start, cue.end):
            continue
        if not contents.holds_any(content.start, content.end):
            end = content.end
            yield candidate
    for candidate in find_owned(layout):  # these may stand within what another one says
        cue, content = candidate.cue[0], candidate.content[0]
        if not cues.holds_any(cue.start, cue.end) and contents.holds_all_or_none(content.start, content.end):
            yield candidate


def _place(attribution: Attribution) -> tuple[int, int]:
    return attribution.content[0].start, attribution.content[-1].end


def _mend(layout: Layout, attribution: Attribution) -> Attribution | None:
    source, cue, content = (
        tuple(sorted(dict.fromkeys(_valid(layout.text, spans))))
        for spans in (attribution.source, attribution.cue, attribution.content)
    )
    content = tuple(_apart(content))
    return replace(attribution, source=source, cue=cue, content=content) if content else None


def _valid(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    for span in spans:
        if 0 <= span.start < span.end <= len(text) and text[span.start : span.end].strip():
            yield Span.of(text, span.start, span.end)


def _apart(spans: Sequence[Span]) -> Iterator[Span]:
    """Spans in order without those that overlap an earlier one."""
    end = -1
    for span in spans:
        if span.start >= end:
            yield span
            end = span.end


class _Cover:
    """Which offsets some content holds."""

    def __init__(self, spans: Sequence[Span]) -> None:
        merged: list[list[int]] = []
        for span in sorted(spans):
            if merged and span.start <= merged[-1][1]:
                merged[-1][1] = max(merged[-1][1], span.end)
            else:
                merged.append([span.start, span.end])
        self.starts = [start for start, _ in merged]
        self.ends = [end for _, end in merged]

    def holds_any(self, start: int, end: int) -> bool:
        """Whether some content overlaps ``start:end``."""
        at = bisect_right(self.ends, start)
        return at < len(self.starts) and self.starts[at] < end

    def holds_all_or_none(self, start: int, end: int) -> bool:
        """Whether the contents hold ``start:end`` whole, or nothing of it."""
        at = bisect_right(self.ends, start)
        return not self.holds_any(start, end) or (self.starts[at] <= start and end <= self.ends[at])


def _to_marks(layout: Layout, content: Sequence[Span], covered: _Cover) -> tuple[Span, ...]:
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


def _recover(layout: Layout, known: list[Attribution]) -> list[Attribution]:
    covered = _Cover([span for attribution in known for span in attribution.content])
    missed = [q for q in layout.quotations if not covered.holds_any(*q.inner)]
    known = [_with_tail(layout, a, missed) for a in known]
    covered = _Cover([span for attribution in known for span in attribution.content])
    missed = [q for q in missed if not covered.holds_any(*q.inner) and _is_speech(layout, q)]
    starts = [a.content[0].start for a in known]
    found: list[Attribution] = []
    for quotation in missed:
        span = Span.of(layout.text, quotation.start, quotation.end)
        tag = tag_after(layout, quotation) or tag_before(layout, quotation)
        if tag is not None:
            found.append(_tagged(tag, span))
            continue
        before = known[
            max(0, bisect_left(starts, quotation.start) - 4) : bisect_left(starts, quotation.start)
        ]
        host = _goes_on(layout, [*before, *found[-1:]], quotation)
        if host is not None:
            grown = replace(host, content=(*host.content, span))
            target = known if host in known else found
            target[target.index(host)] = grown
        elif _stands_alone(layout, quotation, [*before, *found[-1:]]):
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
    for attribution in sorted(before, key=_place, reverse=True):
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
