"""When a statement was made: the date that stands by its cue."""

from bisect import bisect_left
from collections.abc import Sequence

from sayso.core.span import Date, Grain, Span
from sayso.read.entities.layout import Layout

WORDS_FROM_CUE = 7
RELATIVE = frozenset(("who", "whom", "whose", "which"))
NO_DATES = (Grain.DURATION, Grain.SET, Grain.VAGUE)


def date_of_saying(
    layout: Layout, cue: Sequence[Span], content: Sequence[Span], dates: Sequence[Date]
) -> Date | None:
    """The date nearest to the cue in its sentence, outside what is said; None where none is near.

    ``dates`` are in the order of the text. A date at the sentence's start counts however far the cue is.
    """
    if not cue:
        return None
    start, end = layout.sentences[layout.sentence_of(cue[0].start)]
    at = bisect_left(dates, start, key=lambda date: date.span.start)
    near: list[tuple[int, Date]] = []
    while at < len(dates) and dates[at].span.start < end:
        date = dates[at]
        at += 1
        if date.grain in NO_DATES or any(span.overlaps(date.span) for span in content):
            continue
        if layout.quotation_at(date.span.start) is not None:
            continue
        if _is_relative(layout, start, cue[0], date.span):
            continue
        distance = _words_between(layout, cue[0], date.span)
        if distance <= WORDS_FROM_CUE or date.span.start - start <= 3:
            near.append((distance, date))
    return min(near, key=lambda row: row[0])[1] if near else None


def _is_relative(layout: Layout, start: int, cue: Span, date: Span) -> bool:
    """Whether a date stands in a relative clause: "Orsk, who fled on Monday, said", "said Orsk, who fled on Monday"."""
    if date.start >= cue.end:
        return any(word.form in RELATIVE for word in layout.words_in(cue.end, date.start))
    between = layout.words_in(date.end, cue.start)
    before = layout.words_in(start, date.start)
    return any(w.form == "," for w in between) and any(w.form in RELATIVE for w in before)


def _words_between(layout: Layout, cue: Span, date: Span) -> int:
    if cue.overlaps(date):
        return 0
    first, last = (cue.end, date.start) if cue.end <= date.start else (date.end, cue.start)
    return layout.word_at(last) - layout.word_at(first)
