"""The cue of a statement: its verb or noun of saying, and the verb that governs it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.core.span import Span
from sayso.read.entities.layout import Layout, Word
from sayso.read.entities.lexicon import grammar
from sayso.read.entities.phrases import POSSESSIVE
from sayso.read.statements.lexicon import LONGEST, Sense, cue_words

REACH = 80  # words back to the verb that governs a participle
NEGATIONS = ("not", "n’t", "n't", "never", "declined", "refused", "without", "didn’t", "didn't")

BACKSHIFTED = ("had", "would", "could")  # such a verb is itself reported: "noting that both had urged calm"


@dataclass(frozen=True, slots=True)
class Cue:
    """What a cue's words say: senses of its verbs, and how it stands."""

    words: tuple[str, ...]
    senses: tuple[Sense, ...]
    negated: bool
    participle: bool  # "saying", "adding": hangs on a main verb
    unfolding: bool  # "calling", "saying": unfolds what the main verb does


def read_cue(layout: Layout, cue: Sequence[Span]) -> Cue:
    """The cue's verb with its particle, also where the particle stands just after the span ("called" on)."""
    if not cue:
        return Cue((), (), negated=False, participle=False, unfolding=False)
    first, last = layout.word_at(cue[0].start), layout.word_at(cue[-1].end)
    words = layout.words[first:last]
    reach = layout.words[first : last + 2]
    senses = tuple(sense for _, found in _verbs(reach, len(words)) for sense in found) or _nouns(
        layout, first, words
    )
    forms = tuple(word.form for word in words)
    participle = (
        bool(forms) and any(form.endswith("ing") for form in forms[:2]) and not _is_finite(layout, first)
    )
    return Cue(
        forms,
        senses,
        any(form in NEGATIONS for form in forms),
        participle,
        participle and bool(cue_words().unfolding.intersection(forms)),
    )


def _is_finite(layout: Layout, first: int) -> bool:
    """Whether an auxiliary before or in the cue makes an -ing form finite: "is calling for"."""
    near = {word.form for word in layout.words[max(0, first - 1) : first + 1]}
    return bool(near & {"is", "are", "was", "were", "been", "be", "am"})


def _verbs(words: Sequence[Word], stop: int) -> Iterator[tuple[int, tuple[Sense, ...]]]:
    """The verbs of saying that begin within the first ``stop`` words, the longest at each place."""
    at = 0
    senses = cue_words().senses
    while at < stop:
        for length in range(min(LONGEST, len(words) - at), 0, -1):
            form = " ".join(word.form for word in words[at : at + length])
            if form in senses:
                yield at, senses[form]
                at += length - 1
                break
        at += 1


def _nouns(layout: Layout, first: int, words: Sequence[Word]) -> tuple[Sense, ...]:
    """The senses of nouns: of a word that is a verb as well, only after a possessor or a determiner ("its calls")."""
    table = cue_words()
    before = [layout.words[first - 1].form if first else "", *(word.form for word in words)]
    return tuple(
        Sense(table.nouns[word.form], strong=True)
        for at, word in enumerate(words)
        if word.form in table.nouns
        and (word.form not in table.both or before[at] in grammar().openings or before[at] in POSSESSIVE)
    )


def governing(layout: Layout, cue: Sequence[Span]) -> tuple[Sense, ...]:
    """The senses of the nearest finite verb of saying before a participle cue in its sentence, outside quotations."""
    start = layout.sentences[layout.sentence_of(cue[0].start)][0]
    words = [
        word
        for word in layout.words_in(start, cue[0].start)[-REACH:]
        if layout.quotation_at(word.start) is None
    ]
    found: tuple[Sense, ...] = ()
    for at, senses in _verbs(words, len(words)):
        if at and words[at - 1].form in BACKSHIFTED:
            continue
        if words[at].form.endswith(("ed", "s")) or words[at].form in ("told", "said", "wrote"):
            found = senses
    return found
