"""What is said on both sides of its cue: "The pier, the mayor said, is closed". PolNeAR marks both parts.

The first part is the sentence's words before the cue's clause, without a conjunction that opens it; where a whole
quoted sentence follows ("On Monday, she said, “It is over.”") the words before the clause are the report's own.
"""

from collections.abc import Sequence
from dataclasses import replace

from sayso.core.span import Span
from sayso.read.entities.layout import Layout, Word
from sayso.read.entities.lexicon import grammar
from sayso.read.spans import Attribution
from sayso.read.statements.cover import Cover
from sayso.read.statements.lexicon import cue_words
from sayso.read.statements.reported import is_plain

OPENING = frozenset(("but", "and", "yet", "so", "or", "nor", "still", "however"))
PROMPTED = frozenset(("asked", "when", "speaking", "responding", "replying", "pressed", "questioned", "as"))
RELATIVE = frozenset(("who", "which"))
LONGEST = 40  # words of a fronted part
INSERTED = 6  # words between a cue and the comma after it: "he told me on Friday,"
BARE = 4  # words of a fronted part that is a subject without its verb
JOINED = 3  # characters between a source and its cue
MARKS = "\"“”'‘’ \t"


def with_fronted(layout: Layout, attribution: Attribution, others: Cover) -> Attribution:
    """The attribution with the part of its content that the cue's clause cuts off. ``others``: all contents."""
    around = _clause(layout, attribution)
    if around is None or len(attribution.content) != 1:
        return attribution
    before, after = around
    content = attribution.content[0]
    part = Span.of(layout.text, before[0].start, before[-1].end)
    if content.start == after[0].start and not others.holds_any(part.start, part.end):
        return replace(attribution, content=(part, content))
    if (content.start, content.end) == (part.start, part.end) and _lacks_verb(before, after[0]):
        end = after[-2].end if after[-1].form == "." and len(after) > 1 else after[-1].end
        if not others.holds_any(after[0].start, end):
            return replace(attribution, content=(content, Span.of(layout.text, after[0].start, end)))
    return attribution


def _clause(layout: Layout, attribution: Attribution) -> tuple[Sequence[Word], Sequence[Word]] | None:
    """The words before and after a clause between commas that holds source and cue; None where it is no such clause."""
    if len(attribution.source) != 1 or len(attribution.cue) != 1:
        return None
    one, other = sorted((attribution.source[0], attribution.cue[0]))
    start, end = layout.sentences[layout.sentence_of(one.start)]
    first, last = layout.word_at(one.start), layout.word_at(other.end)
    if (
        not start < one.start <= other.end < end
        or other.start - one.end > JOINED
        or not is_plain(layout, first)
    ):
        return None
    words = layout.words
    stop = layout.word_at(end)
    comma = next((at for at in range(last, min(stop, last + INSERTED + 1)) if words[at].is_mark), stop)
    first -= words[first - 1].form == "as"
    if words[first - 1].form != "," or comma + 1 >= stop or words[comma].form != ",":
        return None
    before = _without_opening(words[max(layout.word_at(start), first - 1 - LONGEST) : first - 1])
    after = words[comma + 1 : stop]
    if (
        not before
        or before[0].form in PROMPTED
        or before[0].form.endswith("ing")
        or _quotes_anew(layout, after[0])
    ):
        return None
    whole = layout.word_at(start) >= first - 1 - LONGEST
    plain = all(is_plain(layout, layout.word_at(word.start)) for word in before)
    says = any(word.form in cue_words().tags for word in before)
    return (before, after) if whole and plain and not says else None


def _without_opening(words: Sequence[Word]) -> Sequence[Word]:
    """The words without a conjunction, and its comma, at their head."""
    if words and words[0].form in OPENING:
        words = words[1:]
        if words and words[0].form == ",":
            words = words[1:]
    if words and words[-1].form in RELATIVE:
        return words[-1:]  # "Mr Orsk, who, she said, has left"
    return words if len(words) > 1 or (words and words[0].form not in grammar().conjunctions) else ()


def _quotes_anew(layout: Layout, word: Word) -> bool:
    """Whether a quotation begins here that is a sentence of its own."""
    quotation = layout.quotation_at(word.start)
    if quotation is None or quotation.start != word.start:
        return False
    inside = [w for w in layout.words_in(*quotation.inner)[:2] if not w.is_mark]
    return bool(inside) and inside[0].capital


def _lacks_verb(before: Sequence[Word], following: Word) -> bool:
    """Whether a short fronted part is a subject whose verb follows the clause."""
    verbal = following.form in grammar().auxiliaries or following.form.endswith(("ed", "s"))
    return len(before) <= BARE and verbal and not any(w.form in grammar().auxiliaries for w in before)


def without_stray_marks(layout: Layout, attribution: Attribution) -> Attribution:
    """The attribution without quote marks at the ends of its content that a line break parts from the rest."""
    content = tuple(_stripped(layout.text, span) for span in attribution.content)
    return attribution if content == attribution.content else replace(attribution, content=content)


def _stripped(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    head = start
    while head < end and text[head] in MARKS:
        head += 1
    tail = end
    while tail > head and text[tail - 1] in MARKS:
        tail -= 1
    if not text[head:tail].strip():
        return span
    if text[head] == "\n":
        start = head
    if text[tail - 1] == "\n":
        end = tail
    return span if (start, end) == (span.start, span.end) else Span.of(text, start, end)
