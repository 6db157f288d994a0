"""A statement under judgement: its words, who says them, and what stood before."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.core.reading import EntityKind, Mention
from sayso.core.span import Span
from sayso.read.entities.index import EntityIndex
from sayso.read.entities.layout import Layout, Word
from sayso.read.entities.lexicon import fold
from sayso.read.entities.phrases import POSSESSIVE
from sayso.read.statements.cue import Cue
from sayso.read.statements.lexicon import Sense, content_words

CONTEXT_SENTENCES = 2  # how far back an allegation may stand that a denial answers
CONTEXT_WORDS = 250  # words of context at most: keeps a text without full stops linear
LONGEST_CLAUSE = 12  # words from a subject to its verb
STEM = 6  # letters by which words of an allegation and its denial are compared
PARTIES = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE)
BREAKS = frozenset(
    (",", ";", ":", "—", "–", ".", "?", "!", "that", "but", "while", "although", "because", "who", "which")
)


@dataclass(frozen=True, slots=True)
class Utterance:
    """What the features of an act see."""

    index: EntityIndex
    mention_starts: Sequence[int]
    cue: Cue
    governing: tuple[Sense, ...]
    cue_start: int | None
    content: Sequence[Span]
    speaker: str | None
    own: frozenset[str]  # folded names of the speaker, and of whom he speaks for

    @property
    def layout(self) -> Layout:
        """The layout of the text."""
        return self.index.layout

    @property
    def text(self) -> str:
        """The content's words."""
        return " ".join(span.exact for span in self.content)

    def words(self) -> list[Word]:
        """The content's words and marks."""
        return [word for span in self.content for word in self.layout.words_in(span.start, span.end)]

    def first_sentence(self) -> list[Word]:
        """The words of the content's first sentence."""
        end = self.layout.sentences[self.layout.sentence_of(self.content[0].start)][1]
        return [word for word in self.words() if word.start < end]

    def before(self) -> list[Word]:
        """The words of the sentence around the content and of those just before it, the content left out."""
        first = self.layout.sentence_of(self.content[0].start)
        last = self.layout.sentence_of(max(self.content[0].start, self.cue_start or 0))
        start = self.layout.sentences[max(0, first - CONTEXT_SENTENCES)][0]
        end = self.layout.sentences[min(last, first + 12)][1]
        return [
            w
            for w in self.layout.words_in(start, end)[-CONTEXT_WORDS:]
            if not any(s.start <= w.start < s.end for s in self.content)
        ]

    def around(self) -> list[Word]:
        """The words of the cue's sentence, the content left out."""
        at = self.content[0].start if self.cue_start is None else self.cue_start
        start, end = self.layout.sentences[self.layout.sentence_of(at)]
        return [
            w
            for w in self.layout.words_in(start, end)[-CONTEXT_WORDS:]
            if not any(s.start <= w.start < s.end for s in self.content)
        ]

    def after_cue(self) -> Sequence[Word]:
        """The words just after the cue."""
        if self.cue_start is None:
            return ()
        at = self.layout.word_at(self.cue_start) + len(self.cue.words)
        return self.layout.words[at : at + 3]

    def parties(self) -> Iterator[Mention]:
        """The people, bodies and countries that the content mentions."""
        mentions = self.index.parties
        for span in self.content:
            at = bisect_left(self.mention_starts, span.start)
            while at < len(mentions) and mentions[at].span.start < span.end:
                if mentions[at].kind in PARTIES:
                    yield mentions[at]
                at += 1

    def is_other(self, mention: Mention) -> bool:
        """Whether a party is neither the speaker nor on his side."""
        form = mention.span.exact.lower()
        if form in ("i", "we", "us", "me", "our", "my", "you", "your"):
            return form.startswith("you")
        if mention.entity is not None and mention.entity == self.speaker:
            return False
        sides = self.index.sides.get(mention.entity or "", frozenset())
        return not ({fold(mention.span.exact)} | sides) & self.own

    def others(self) -> Iterator[Mention]:
        """The parties of the content that are not on the speaker's side."""
        return (mention for mention in self.parties() if self.is_other(mention))

    def other_subjects(self) -> Iterator[list[Word]]:
        """For each other party that is a subject in the content: the words of its clause after it."""
        opens = {span.start for span in self.content}
        for mention in self.others():
            at = self.layout.word_at(mention.span.end)
            owns = at < len(self.layout.words) and self.layout.words[at].form in POSSESSIVE
            if not owns and (mention.span.start in self.index.subjects or mention.span.start in opens):
                yield _clause(self.layout.words[at : at + 3 * LONGEST_CLAUSE])

    def negates(self) -> bool:
        """Whether the content's first sentence denies something."""
        found = content_words().negations
        return any(w.form in found or w.form.endswith(("n’t", "n't")) for w in self.first_sentence())


def _clause(words: Sequence[Word]) -> list[Word]:
    kept: list[Word] = []
    if words and words[0].form == ",":  # something is put in: "the group, aware of its weakness, ..."
        words = words[next((at + 1 for at, word in enumerate(words) if at and word.form == ","), 1) :]
    for word in words[:LONGEST_CLAUSE]:
        if word.form in BREAKS and kept:
            break
        kept.append(word)
    return kept


def stems(words: Sequence[Word]) -> set[str]:
    """The longer words by their first letters; no names, which an allegation and its denial share anyway."""
    before = [None, *words]
    return {
        word.form[:STEM]
        for word, last in zip(words, before, strict=False)
        if len(word.form) >= STEM and (not word.capital or last is None or last.is_mark)
    }
