"""Speech with its speaker's name before a colon: 'Ana Orsk: “We stay.”', a live blog's "10.31 Orsk: no deal"."""

import re
from collections.abc import Iterator, Sequence

from sayso.core.span import Span
from sayso.read.entities.layout import Layout, Word
from sayso.read.entities.lexicon import grammar, nouns
from sayso.read.entities.quotation import Quotation
from sayso.read.spans import Attribution
from sayso.read.statements.lexicon import cue_words

LONGEST = 7  # words of a label
SCORE = 0.5
TIME = re.compile(r"\W{0,3}\d{1,2}[.:]?\d{2}\s?(?:[ap]\.?m\.?|h|GMT|UTC)?\W{0,4}", re.IGNORECASE)


def label_before(layout: Layout, quotation: Quotation) -> tuple[Span, Span] | None:
    """The speaker and the colon right before a quotation; None where none stands there."""
    colon = layout.word_at(quotation.start) - 1
    if colon < 1 or layout.words[colon].form != ":" or quotation.start - layout.words[colon].end > 1:
        return None
    start = layout.sentences[layout.sentence_of(layout.words[colon].start)][0]
    return _labelled(layout, _after_time(layout.text, start), colon)


def find_labelled(layout: Layout) -> Iterator[Attribution]:
    """Each paragraph of a live blog that begins with a time and a speaker: to its end, or to that of its quotation."""
    for start, end in layout.paragraphs:
        first = _after_time(layout.text, start)
        if first == start:
            continue
        at = layout.word_at(first)
        stop = min(len(layout.words), at + LONGEST + 1)
        colon = next((i for i in range(at, stop) if layout.words[i].form == ":"), None)
        found = _labelled(layout, first, colon) if colon is not None else None
        content = layout.words_in(found[1].end, end) if found is not None else ()
        if found is None or not content or layout.quotation_at(content[0].start) is not None:
            continue
        stop = layout.sentences[layout.sentence_of(content[0].start)][1]
        yield Attribution(
            (found[0],), (found[1],), (Span.of(layout.text, content[0].start, min(stop, end)),), SCORE
        )


def _after_time(text: str, start: int) -> int:
    """Where the words begin after the time that opens a live blog's entry."""
    time = TIME.match(text, start)
    return time.end() if time is not None else start


def _labelled(layout: Layout, start: int, colon: int) -> tuple[Span, Span] | None:
    words = layout.words[layout.word_at(start) : colon]
    mark = layout.words[colon]
    if not 0 < len(words) <= LONGEST or not is_speaker(words):
        return None
    source = Span.of(layout.text, words[0].start, words[-1].end)
    return source, Span.of(layout.text, mark.start, mark.end)


def is_speaker(words: Sequence[Word]) -> bool:
    """Whether words are a name or a noun phrase for somebody, without a verb of saying (those are found elsewhere)."""
    head = words[-1]
    known = nouns().singular(head.form)
    speaks = head.capital or (known is not None and nouns().kinds[known[0]] not in ("documents", "places"))
    marks = any(word.is_mark and word.form not in ".-’'&" for word in words)
    closed = head.form in grammar().never_modify or head.form in grammar().pronouns
    verbal = any(
        word.form in grammar().auxiliaries or (not word.capital and cue_words().is_saying(word.form))
        for word in words
    )
    return speaks and not marks and not closed and not verbal
