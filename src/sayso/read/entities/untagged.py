"""Names that stand as sources but were not tagged: a speaker written with capitals is a name all the same."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sayso.core.reading import EntityKind
from sayso.core.span import Span
from sayso.read.entities.layout import Layout, Word
from sayso.read.entities.lexicon import country_of_demonym, grammar, nouns
from sayso.read.entities.phrases import POSSESSIVE, source_core, title_before
from sayso.read.spans import NamedSpan

SCORE = 0.5
LONGEST_SOURCE = 300
ACRONYM_LETTERS = 5


def find_untagged(layout: Layout, named: Sequence[Span], sources: Sequence[Span]) -> Iterator[NamedSpan]:
    """For each source whose head is written with capitals and is no name yet: the name that it holds."""
    ends = sorted(span.end for span in named)
    starts = sorted(span.start for span in named)
    for source in dict.fromkeys(sources):
        end = min(source.end, source.start + LONGEST_SOURCE)
        first, stop = source_core(layout, source.start, end, ())
        while stop > first and layout.words[stop - 1].form in POSSESSIVE:
            stop -= 1
        run = _capital_run(layout.words, first, stop)
        if run == stop:
            continue
        begin, finish = layout.words[run].start, layout.words[stop - 1].end
        overlap = bisect_left(starts, finish) - bisect_left(ends, begin + 1)
        if overlap == 0 and not _is_common(layout.words, run, stop):
            exact = layout.text[begin:finish]
            yield NamedSpan(Span(begin, finish, exact), _kind(layout, first, run, stop), SCORE)


def _capital_run(words: Sequence[Word], first: int, stop: int) -> int:
    """The index from which the core's words are capitals to its end; ``stop`` where its last word is none."""
    run = stop
    while run > first and words[run - 1].capital and words[run - 1].form not in grammar().determiners:
        if nouns().singular(words[run - 1].form) and run < stop:
            break
        run -= 1
    while run < stop and words[run].form in grammar().honorifics and run + 1 < stop:
        run += 1
    return run


def _is_common(words: Sequence[Word], run: int, stop: int) -> bool:
    """Whether the capitals are a noun, pronoun or adjective at a sentence's start rather than a name."""
    last = words[stop - 1].form
    if nouns().singular(last) or last in grammar().pronouns or country_of_demonym(last):
        return True
    return stop - run == 1 and (last in grammar().never_modify or last in grammar().determiners)


def _kind(layout: Layout, first: int, run: int, stop: int) -> EntityKind:
    words = layout.words
    if title_before(layout, words[run].start) or (
        run and words[run - 1].form in (".", *grammar().honorifics)
    ):
        return EntityKind.PERSON
    exact = layout.text[words[run].start : words[stop - 1].end]
    after_the = run > 0 and words[run - 1].form == "the"
    if after_the or (exact.isupper() and len(exact) <= ACRONYM_LETTERS):
        return EntityKind.ORGANISATION
    return EntityKind.PERSON
