"""Mentions that follow from others: pronouns by their words, names' whole phrases, and the parts of long phrases.

The encoder marks two layers of mentions; what lies deeper, or what it took too wide, is found here. Who is not
mentioned elsewhere is not listed, so a span too many does little harm.
"""

from collections.abc import Iterator, Sequence

from sayso.core.reading import EntityKind
from sayso.core.span import Span
from sayso.read.entities.coreference.heads import core_stop
from sayso.read.entities.draft import Draft, Sort
from sayso.read.entities.layout import Layout
from sayso.read.entities.lexicon import grammar
from sayso.read.entities.phrases import POSSESSIVE, title_before
from sayso.read.spans import NamedSpan

LONGEST = 100  # characters of a name's noun phrase
LONGEST_PARTED = 500  # characters of a phrase that is parted: keeps hostile input linear
SCORE = 0.5
RELATIVE = ("who", "whom", "whose")


def derive_mentions(
    layout: Layout, drafts: Sequence[Draft], mentions: Sequence[NamedSpan]
) -> Iterator[NamedSpan]:
    """What follows from the rules' names and the encoder's mentions; the latter's parts only where it marked any."""
    names = [(d.start, d.end) for d in drafts if d.sort is Sort.NAME]
    taken = frozenset(names)
    yield from (
        mention for mention in _pronouns(layout) if (mention.span.start, mention.span.end) not in taken
    )
    if mentions:
        yield from _names(layout, drafts)
        yield from _possessives(layout, mentions)
    for mention in mentions:
        yield from _parts(layout, mention, names)


def _pronouns(layout: Layout) -> Iterator[NamedSpan]:
    for word in layout.words:
        if word.form in grammar().personal and word.form not in RELATIVE:
            kind = EntityKind.OTHER if word.form in ("it", "its", "itself") else EntityKind.PERSON
            yield _marked(layout, word.start, word.end, kind)


def _names(layout: Layout, drafts: Sequence[Draft]) -> Iterator[NamedSpan]:
    """The noun phrases of names: with title or article, and possessive ending."""
    for draft in drafts:
        if draft.sort is not Sort.NAME:
            continue
        title = title_before(layout, draft.start) if draft.kind is EntityKind.PERSON else None
        start, end = title.whole if title is not None else draft.start, draft.end
        before, after = layout.word_at(draft.start) - 1, layout.word_at(draft.end)
        if title is None and before >= 0 and layout.words[before].form == "the":
            start = layout.words[before].start
        end = _possessive_end(layout, after) or end
        if (start, end) != (draft.start, draft.end) and end - start < LONGEST:
            yield _marked(layout, start, end, draft.kind)


def _possessive_end(layout: Layout, after: int) -> int | None:
    """Where the possessive ending stops that is the word ``after`` a phrase: "'s", or "'" between an "s" and a word."""
    words = layout.words
    if not 0 < after < len(words) or words[after].form not in POSSESSIVE:
        return None
    if words[after].form not in POSSESSIVE[:2]:
        owned = after + 1 < len(words) and not words[after + 1].is_mark
        if not (owned and words[after - 1].form.endswith("s")):
            return None
    return words[after].end


def _possessives(layout: Layout, mentions: Sequence[NamedSpan]) -> Iterator[NamedSpan]:
    """The encoder's mentions with the possessive ending that it left out."""
    for mention in mentions:
        end = _possessive_end(layout, layout.word_at(mention.span.end))
        if end is not None and mention.span.end < end < mention.span.start + LONGEST:
            yield _marked(layout, mention.span.start, end, mention.kind)


def _parts(layout: Layout, mention: NamedSpan, names: Sequence[tuple[int, int]]) -> Iterator[NamedSpan]:
    """A phrase up to its complement, and what stands in apposition after its first comma."""
    if len(mention.span.exact) > LONGEST_PARTED:
        return
    words = layout.words_in(mention.span.start, mention.span.end)
    stop = core_stop(words, names, mention.span.start, mention.span.end)
    if 0 < stop < len(words):
        yield _marked(layout, mention.span.start, words[stop - 1].end, mention.kind)
    comma = next((at for at, word in enumerate(words) if word.form == ","), len(words))
    if comma + 1 < len(words):
        yield _marked(layout, words[comma + 1].start, mention.span.end, mention.kind)


def _marked(layout: Layout, start: int, end: int, kind: EntityKind) -> NamedSpan:
    return NamedSpan(Span(start, end, layout.text[start:end]), kind, SCORE)
