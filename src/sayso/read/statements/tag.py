"""The words beside a quotation that say who speaks: '"...," the mayor said', 'Ana Orsk added: "..."'."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.core.span import Span
from sayso.read.entities.layout import Layout, Word
from sayso.read.entities.lexicon import grammar
from sayso.read.entities.quotation import Quotation
from sayso.read.statements.lexicon import cue_words

REACH = 12  # words of a tag


@dataclass(frozen=True, slots=True)
class Tag:
    """A verb of saying and, where it is named beside it, who speaks."""

    source: tuple[Span, ...]
    cue: Span


def tag_after(layout: Layout, quotation: Quotation) -> Tag | None:
    """The tag after a quotation, in the same sentence: subject and verb, or verb and subject."""
    first = layout.word_at(quotation.end)
    words = _until_mark(layout.words[first : first + REACH])
    if (
        not words
        or words[0].start - quotation.end > 1
        or (words[0].capital and _ends_sentence(layout, quotation))
    ):
        return None
    verb = next((at for at, word in enumerate(words) if _is_saying(word)), None)
    if verb is None:
        return None
    subject = words[:verb] if verb else _inverted(words[1:])
    if not subject and not words[verb].form.endswith("ing"):
        return None
    return Tag(_span(layout, subject), Span.of(layout.text, words[verb].start, words[verb].end))


def _ends_sentence(layout: Layout, quotation: Quotation) -> bool:
    """Whether a full stop closes the quotation, so that what follows is a sentence of its own."""
    return layout.text[quotation.inner[1] - 1] == "."


def _inverted(words: Sequence[Word]) -> Sequence[Word]:
    """The subject after its verb: as far as a preposition, a conjunction or a time."""
    for at, word in enumerate(words):
        if word.form in grammar().prepositions | grammar().conjunctions and word.form != "of":
            return words[:at]
        if word.form.endswith("day") and word.capital:
            return words[:at]
    return words


def tag_before(layout: Layout, quotation: Quotation) -> Tag | None:
    """The tag before a quotation: its verb ends there, with a comma, a colon or an addressee after it."""
    last = layout.word_at(quotation.start)
    sentence = layout.sentence_of(max(0, quotation.start - 1))
    start = layout.sentences[sentence][0] if sentence < len(layout.sentences) else 0
    words = list(layout.words_in(max(start, quotation.start - 400), quotation.start))[-REACH * 2 :]
    if not words or (layout.words[last - 1].form not in (",", ":") and not _is_saying(words[-1])):
        return None
    verb = next(
        (at for at in range(len(words) - 1, max(-1, len(words) - 8), -1) if _is_saying(words[at])), None
    )
    if verb is None or any(word.form in (",", ";") for word in words[verb + 1 : -1]):
        return None
    cue = Span.of(layout.text, words[verb].start, words[verb].end)
    if words[verb].form.endswith("ing"):
        return Tag((), cue)
    subject = _subject(words[:verb])
    return Tag(_span(layout, subject), cue) if subject else None


def _subject(words: Sequence[Word]) -> Sequence[Word]:
    """The last words before a verb, back to a mark or conjunction, without its auxiliaries."""
    while words and words[-1].form in grammar().auxiliaries:
        words = words[:-1]
    for at in range(len(words) - 1, -1, -1):
        if words[at].is_mark or words[at].form in grammar().conjunctions:
            return words[at + 1 :]
    return words


def _until_mark(words: Sequence[Word]) -> list[Word]:
    kept: list[Word] = []
    for word in words:
        if word.form == "," and not kept:
            continue
        if word.is_mark and word.form not in ("-", "."):
            break
        if word.form == "." and not (kept and kept[-1].form in grammar().abbreviations):
            break
        kept.append(word)
    return kept


def _is_saying(word: Word) -> bool:
    """Whether a word is a finite verb of saying or its participle; base forms are nouns as often ("a remark")."""
    return cue_words().is_saying(word.form) and word.form.endswith(
        ("ed", "said", "told", "wrote", "s", "ing", "put")
    )


def _span(layout: Layout, words: Sequence[Word]) -> tuple[Span, ...]:
    return (Span.of(layout.text, words[0].start, words[-1].end),) if words else ()
