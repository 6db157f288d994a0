"""Speech that the encoder missed where the words said stand before their verb, or are judged in quote marks."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.core.span import Span
from sayso.read.entities.layout import Layout, Word
from sayso.read.entities.lexicon import grammar
from sayso.read.spans import Attribution
from sayso.read.statements.bounds import without_dateline
from sayso.read.statements.lexicon import content_words, cue_words
from sayso.read.statements.reported import LONGEST_CLAUSE, OBJECT, RECOVERED, SHORTEST, is_plain
from sayso.read.statements.subject import subject_after, subject_before

TOLD_TO = frozenset(("reporters", "journalists", "parliament", "lawmakers", "senators", "state"))
JOINS = frozenset(("and", "but", "or"))
BRIEFEST = 2  # words of a clause that surely has a verb
NEAR = 3  # characters between a source and its verb


def find_judged(layout: Layout) -> Iterator[Attribution]:
    """Who "condemned the raid as" or "called it" something in quote marks, or was moved "to condemn" it so."""
    words = layout.words
    for quotation in layout.quotations:
        if not quotation.closed or not layout.text[quotation.start + 1].islower():
            continue  # a name in quote marks, or a sentence of its own
        last = layout.word_at(quotation.start)
        start = layout.word_at(layout.sentences[layout.sentence_of(quotation.start)][0])
        for at in range(last - 1, max(start, last - OBJECT), -1):
            if words[at].is_mark or not is_plain(layout, at):
                break
            if words[at].capital or not _judges(words[at].form):
                continue
            moved = words[at - 1].form == "to"
            source = subject_before(layout, at - moved)
            if (
                source is not None
                and (moved or words[at].form.endswith("ed"))
                and quotation.closed
                and at + 1 < last
            ):
                cue = Span.of(layout.text, words[at - moved].start, words[at].end)
                content = Span.of(layout.text, words[at + 1].start, quotation.end)
                yield Attribution((source,), (cue,), (content,), RECOVERED)
            break


def _judges(form: str) -> bool:
    strong = any(sense.strong for sense in cue_words().senses.get(form, ()))
    return strong or form in content_words().labelling


def find_tagged(layout: Layout) -> Iterator[Attribution]:
    """The port was shut, officials said on Monday; "The port was shut, answered the mayor."."""
    words = layout.words
    for at, word in enumerate(words):
        size = _tag_size(words, at)
        if not size or word.capital or not is_plain(layout, at):
            continue
        found = _subject(layout, at, size)
        if found is None:
            continue
        source, stop = found
        start = _tagged_start(layout, at)
        body = words[start : stop - 1]
        least = BRIEFEST if any(w.form in grammar().auxiliaries for w in body) else SHORTEST
        if words[stop - 1].form != "," or not least < len(body) < LONGEST_CLAUSE:
            continue
        clean = all(is_plain(layout, index) for index in range(start, stop - 1))
        if clean and not any(w.form in cue_words().tags for w in body) and not _lacks_clause(body):
            cue = Span.of(layout.text, word.start, words[at + size - 1].end)
            content = Span.of(layout.text, body[0].start, body[-1].end)
            yield Attribution((source,), (cue,), (content,), RECOVERED)


def _tag_size(words: Sequence[Word], at: int) -> int:
    """How many words the verb has that may stand after what is said; 0 where none begins here."""
    tags, form = cue_words().late_tags, words[at].form
    if form in tags:
        return 1
    return 2 if at + 1 < len(words) and f"{form} {words[at + 1].form}" in tags else 0


def _subject(layout: Layout, at: int, size: int) -> tuple[Span, int] | None:
    """Who is named beside a tag's verb, and the index where the tag begins."""
    words = layout.words
    after = words[at + size] if at + size < len(words) else None
    if at and words[at - 1].form == ",":
        source = subject_after(layout, at + size - 1)
        last = layout.word_at(source.end) if source is not None else 0
        ends = last >= len(words) or words[last].is_mark or words[last].form in grammar().prepositions
        if source is not None:
            return (source, at) if ends and not _is_second(words, at) else None
        if after is not None and not after.is_mark:
            return None
    if not _may_tag(words[at], after):
        return None
    source = subject_before(layout, at)
    return (source, layout.word_at(source.start)) if source is not None else None


def _is_second(words: Sequence[Word], at: int) -> bool:
    """Whether a verb after a comma is one more of its subject's: "He rose, told parliament"."""
    after = words[at + 1]
    return words[at].form == "told" or not (after.capital or after.form in grammar().openings)


def _tagged_start(layout: Layout, at: int) -> int:
    """The index where a tagged clause begins: with its sentence, after its dateline or a semicolon."""
    start = layout.sentences[layout.sentence_of(layout.words[at].start)][0]
    first = layout.word_at(without_dateline(layout, Span.of(layout.text, start, layout.words[at].end)).start)
    for index in range(at - 1, first, -1):
        if layout.words[index].form == ";":
            return index + 1
    return first


def _may_tag(verb: Word, after: Word | None) -> bool:
    """Whether a verb may end what it tags: before a mark, a day, a preposition; "told" before whom."""
    if verb.form == "told":
        return after is not None and (after.capital or after.form in TOLD_TO)
    return after is None or after.is_mark or after.capital or after.form in grammar().prepositions


def _lacks_clause(body: Sequence[Word]) -> bool:
    """Whether words before a tag are a clause or phrase that its verb follows: "In a statement, he said".

    What opens so and has a main clause after a comma was said: "In May, the port was shut, he said".
    """
    if not _opens_clause(body[0].form) or body[0].form == "both":
        return False
    comma = next((at for at, word in enumerate(body) if word.form == ","), len(body))
    if body[0].form not in grammar().prepositions:
        return True
    return not any(word.form in grammar().auxiliaries for word in body[comma:])


def _opens_clause(form: str) -> bool:
    """Whether a sentence begins with a clause or phrase that its main verb follows: "In a statement, he said"."""
    return form in grammar().prepositions or form in grammar().conjunctions or form.endswith("ing")


def with_own_sentence(layout: Layout, attribution: Attribution) -> Attribution:
    """The attribution with the words before its tag, where it ends its sentence but was given what comes after.

    "The port was shut, the mayor said. “It is cold,” Ana Orsk said.": the mayor says that the port was shut.
    """
    if not attribution.cue or not attribution.source:
        return attribution
    source, cue = attribution.source[0], attribution.cue[-1]
    start, end = layout.sentences[layout.sentence_of(cue.start)]
    after = layout.words_in(cue.end, end)
    content = attribution.content[0]
    opening = layout.words_in(content.start, content.end)[:1]
    whole = len(attribution.content) == 1 and any(word.form in JOINS for word in opening)
    late = content.start >= end or (whole and start < content.start < source.start)
    if any(not word.is_mark for word in after) or not late or source.start <= start:
        return attribution
    start = without_dateline(layout, Span.of(layout.text, start, source.start)).start
    first, last = layout.word_at(start), layout.word_at(source.start)
    tag = last > first and layout.words[last - 1].form == "," and attribution.source[-1].end <= cue.start
    near = cue.start - attribution.source[-1].end <= NEAR
    plain = all(is_plain(layout, at) for at in range(first, last))
    if not tag or not near or not plain or not SHORTEST < last - 1 - first < LONGEST_CLAUSE:
        return attribution
    return replace(attribution, content=(Span.of(layout.text, start, layout.words[last - 2].end),))
