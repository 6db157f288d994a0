"""Speech after a colon without quote marks, and headlines that name their speaker.

"The ministry denied it: no shell had been fired", "He rejected the charge that the house was unsafe: it had been
inspected in May", "The claim was dismissed by the union: nobody had been paid", "Foreign minister: visas stay
suspended", "Talks ‘are over’: Orsk".
"""

from collections.abc import Iterator, Sequence

from sayso.core.reading import Act
from sayso.core.span import Span
from sayso.read.entities.layout import Layout, Word
from sayso.read.entities.lexicon import nouns
from sayso.read.spans import Attribution
from sayso.read.statements.labelled import SCORE, is_speaker
from sayso.read.statements.lexicon import cue_words
from sayso.read.statements.reported import FINITE, LONGEST_CLAUSE, SHORTEST, is_plain
from sayso.read.statements.subject import subject_after, subject_before

LONGEST_LEAD = 40  # words before the colon
NAMED = 3  # words of the name at a headline's end
ANSWERS = frozenset((Act.DENY, Act.ACCUSE, Act.THREATEN))
TELLS = frozenset(
    ("explained", "explains", "replied", "replies", "answered", "answers", "countered", "retorted")
)
PASSIVE = frozenset(("was", "were", "is", "are", "been", "be", "being"))
STOPS = frozenset(".!?")


def find_colons(layout: Layout) -> Iterator[Attribution]:
    """Each statement that a colon opens, in the order of the text; they may repeat what is known already."""
    for start, end in layout.sentences:
        first, limit = layout.word_at(start), min(layout.word_at(end), layout.word_at(start) + LONGEST_CLAUSE)
        colon = next((at for at in range(first + 1, limit - 1) if _is_colon(layout, at)), None)
        if colon is None:
            continue
        if _is_headline(layout, start, end):
            found = _headline(layout, first, colon, layout.word_at(end))
        else:
            found = _answer(layout, first, colon, end) if colon - first < LONGEST_LEAD else None
        if found is not None:
            yield found


def _is_colon(layout: Layout, at: int) -> bool:
    word = layout.words[at]
    return word.form == ":" and layout.text[word.end : word.end + 1].isspace() and is_plain(layout, at)


def _is_headline(layout: Layout, start: int, end: int) -> bool:
    """Whether a sentence is the report's first line and ends without a full stop."""
    return layout.paragraphs[0] == (start, end) and layout.text[end - 1] not in STOPS


def _headline(layout: Layout, first: int, colon: int, stop: int) -> Attribution | None:
    words = layout.words
    mark = Span.of(layout.text, words[colon].start, words[colon].end)
    before, after = words[first:colon], words[colon + 1 : stop]
    if len(after) >= SHORTEST and is_speaker(before) and _is_person(before[-1]):
        return Attribution((_span(layout, before),), (mark,), (_span(layout, after),), SCORE)
    named = 0 < len(after) <= NAMED and all(word.capital for word in after) and is_speaker(after)
    if named and len(before) >= SHORTEST and not _is_person(before[-1]):
        return Attribution((_span(layout, after),), (mark,), (_span(layout, before),), SCORE)
    return None


def _is_person(word: Word) -> bool:
    known = nouns().singular(word.form)
    return known is not None and nouns().kinds[known[0]] not in ("documents", "places")


def _answer(layout: Layout, first: int, colon: int, end: int) -> Attribution | None:
    """What somebody says who denied, rejected or replied before the colon: his own words on it follow."""
    words = layout.words
    after = words[colon + 1 : layout.word_at(end)]
    if len(after) < SHORTEST or not is_plain(layout, colon + 1):
        return None
    for at in range(first, colon):
        if not _answers(words[at]) or words[at].capital or not is_plain(layout, at):
            continue
        source = _whose(layout, at, colon)
        if source is not None:
            cue = Span.of(layout.text, words[at].start, words[at].end)
            return Attribution((source,), (cue,), (_span(layout, after),), SCORE)
    return None


def _answers(word: Word) -> bool:
    if not word.form.endswith(FINITE) and word.form not in cue_words().plural_verbs:
        return False
    senses = cue_words().senses.get(word.form, ())
    return word.form in TELLS or any(sense.strong and sense.act in ANSWERS for sense in senses)


def _whose(layout: Layout, verb: int, colon: int) -> Span | None:
    """The verb's subject, or who stands after "by" where it is passive."""
    words = layout.words
    passive = verb > 0 and words[verb - 1].form in PASSIVE
    if not passive:
        return subject_before(layout, verb)
    by = next((at for at in range(verb + 1, min(colon, verb + 3)) if words[at].form == "by"), None)
    return subject_after(layout, by) if by is not None else None


def _span(layout: Layout, words: Sequence[Word]) -> Span:
    kept = list(words)
    while len(kept) > 1 and kept[-1].form in STOPS:
        kept.pop()
    return Span.of(layout.text, kept[0].start, kept[-1].end)
