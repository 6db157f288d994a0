"""A statement under judgement: its words, who says them, and what stood before."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from itertools import pairwise

from sayso.core.reading import EntityKind, Mention
from sayso.core.span import Span
from sayso.read.entities.index import EntityIndex
from sayso.read.entities.layout import Layout, Word
from sayso.read.entities.lexicon import fold, grammar
from sayso.read.entities.phrases import POSSESSIVE
from sayso.read.statements.camps import Camps
from sayso.read.statements.clause import LONGEST_CLAUSE, Subject, clause_after, head_of, is_negation
from sayso.read.statements.cue import Cue
from sayso.read.statements.lexicon import Sense, content_words

CONTEXT_SENTENCES = 2  # how far back an allegation may stand that a denial answers
CONTEXT_WORDS = 250  # words of context at most: keeps a text without full stops linear
PARTIES = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE)


FIRST_PERSON = frozenset(("i", "we", "us", "me", "our", "my", "ours", "mine"))
OPENING = frozenset(
    ("that", "and", "but", ".", ",", ";", ":", "“", "‘", '"', "?", "!", "while", "because", "then")
)
NONE: frozenset[str] = frozenset()
SMALL = frozenset(
    ("the", "a", "an", "two", "three", "four", "five", "six", "several", "both", "some", "many")
)


@dataclass(frozen=True)
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
    camps: Camps
    names: Mapping[str, frozenset[str]]  # the folded names of each entity
    kind: EntityKind | None  # the speaker's
    official: bool = False  # whether the speaker holds an office or is a body

    def heard_among(self, camps: Camps) -> "Utterance":
        """The same among other camps of the same names; what the names alone decide is not worked out again."""
        if camps is self.camps:
            return self
        other = replace(self, camps=camps)
        own = {"held", *(field.name for field in fields(self))}
        other.__dict__.update({name: value for name, value in self.__dict__.items() if name not in own})
        return other

    @property
    def layout(self) -> Layout:
        """The layout of the text."""
        return self.index.layout

    @cached_property
    def kept_signs(self) -> list[float]:
        """What signs that hang on no camps have been found to be: ``act.hold`` adds to it."""
        return []

    @cached_property
    def held(self) -> list[float]:
        """What all signs have been found to be among these camps: ``act.hold`` adds to it."""
        return []

    @cached_property
    def text(self) -> str:
        """The content's words."""
        return " ".join(span.exact for span in self.content)

    def words(self) -> Sequence[Word]:
        """The content's words and marks."""
        return self._words

    @cached_property
    def _words(self) -> Sequence[Word]:
        return [word for span in self.content for word in self.layout.words_in(span.start, span.end)]

    def first_sentence(self) -> Sequence[Word]:
        """The words of the content's first sentence."""
        return self._first_sentence

    @cached_property
    def _first_sentence(self) -> Sequence[Word]:
        end = self.layout.sentences[self.layout.sentence_of(self.content[0].start)][1]
        return [word for word in self.words() if word.start < end]

    def before(self) -> Sequence[Word]:
        """The words of the sentence around the content and of those just before it, the content left out."""
        return self._before

    @cached_property
    def _before(self) -> Sequence[Word]:
        first = self.layout.sentence_of(self.content[0].start)
        last = self.layout.sentence_of(max(self.content[0].start, self.cue_start or 0))
        start = self.layout.sentences[max(0, first - CONTEXT_SENTENCES)][0]
        end = self.layout.sentences[min(last, first + 12)][1]
        return self._outside(start, end)

    def around(self) -> list[Word]:
        """The words of the cue's sentence, the content left out."""
        at = self.content[0].start if self.cue_start is None else self.cue_start
        return self._outside(*self.layout.sentences[self.layout.sentence_of(at)])

    def _outside(self, start: int, end: int) -> list[Word]:
        """The last words that begin within ``start:end``, those of the content left out."""
        said = {word.start for word in self.words()}
        return [word for word in self.layout.words_in(start, end)[-CONTEXT_WORDS:] if word.start not in said]

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
                if mentions[at].kind in PARTIES or mentions[at].span.start in self.index.adjectives:
                    yield mentions[at]
                at += 1

    def is_other(self, mention: Mention) -> bool:
        """Whether a party is neither the speaker nor on his side."""
        form = mention.span.exact.lower()
        if form.split()[0] in grammar().possessive and self._owns(mention):
            return False
        if form in FIRST_PERSON or form in ("you", "your"):
            return form.startswith("you")
        if mention.entity is not None and mention.entity == self.speaker:
            return False
        keys = self.keys(mention)
        named = keys & self.camps.names
        return not (named & self.own if named else keys & self.own)

    def _owns(self, mention: Mention) -> bool:
        """Whether a description begins with a pronoun that means the speaker: "her country"."""
        at = bisect_left(self.mention_starts, mention.span.start)
        near = self.index.parties[at : at + 2]
        return any(m.span.start == mention.span.start and m.entity == self.speaker for m in near)

    def keys(self, mention: Mention) -> frozenset[str]:
        """What a party is known by: its words, its entity, its side."""
        words = fold(mention.span.exact)
        tokens = {self.index.peoples.get(word, word) for word in words.split()}
        sides = self.index.sides.get(mention.entity or "", frozenset())
        return frozenset(
            {words, mention.entity or words} | tokens | sides | self.names.get(mention.entity or "", NONE)
        )

    def is_embattled(self, mention: Mention) -> bool:
        """Whether a party accuses, is accused or denies in this report."""
        return bool(self.keys(mention) & self.camps.embattled)

    @property
    def takes_part(self) -> bool:
        """Whether the speaker, or whom he speaks for, accuses, is accused or denies in this report."""
        return bool(self.known & self.camps.embattled)

    @property
    def accuses(self) -> bool:
        """Whether the speaker, or whom he speaks for, accuses somebody in this report."""
        return bool(self.known & self.camps.accusers)

    @property
    def denies(self) -> bool:
        """Whether the speaker, or whom he speaks for, is accused of something or denies it in this report."""
        return bool(self.known & self.camps.accused)

    @cached_property
    def known(self) -> frozenset[str]:
        """What the speaker's side is known by: his entity, names that it bears."""
        return frozenset({self.speaker or ""}) | (self.own & self.camps.names)

    def others(self) -> Sequence[Mention]:
        """The parties of the content that are not on the speaker's side."""
        return self._others

    @cached_property
    def _others(self) -> Sequence[Mention]:
        return [mention for mention in self.parties() if self.is_other(mention)]

    def subjects(self) -> Sequence[Subject]:
        """The parties that are subjects in the content, each with the words of its clause after it."""
        return self._subjects

    @cached_property
    def _subjects(self) -> Sequence[Subject]:
        return list(self._find_subjects())

    def _find_subjects(self) -> Iterator[Subject]:
        for mention in self.parties():
            at = self.layout.word_at(mention.span.end)
            words = self.layout.words[at : at + 3 * LONGEST_CLAUSE]
            owns = bool(words) and words[0].form in POSSESSIVE
            adjective = mention.span.start in self.index.adjectives
            head = head_of(words[owns:], capital=adjective) if owns or adjective else 0
            if (owns or adjective) and not head:
                continue
            forces = bool(head) and words[owns + head - 1].form in content_words().forces
            if (owns and not forces) or not (
                mention.span.start in self.index.subjects or self._opens(mention)
            ):
                continue
            yield Subject(mention, self.is_other(mention), clause_after(words[owns + head :]), forces)

    def _opens(self, mention: Mention) -> bool:
        """Whether a mention stands at the head of a content span or sentence, or after small words only."""
        at = first = self.layout.word_at(mention.span.start)
        while first - at < 4 and at > 0 and self.layout.words[at - 1].form in SMALL:
            at -= 1
        start = self.layout.words[at].start if at < len(self.layout.words) else mention.span.start
        before = self.layout.words[at - 1].form if at else "."
        opens = any(span.start <= start <= span.start + 1 for span in self.content)
        return opens or before in OPENING

    def unnamed_forces(self) -> Iterator[list[Word]]:
        """The clauses whose subject is somebody’s guns, troops or boats, without a word of whose: "the gunboats"."""
        words = self.words()
        for at, word in enumerate(words[1:], start=1):
            if word.form in content_words().forces and words[at - 1].form in SMALL:
                yield clause_after(words[at + 1 : at + 1 + LONGEST_CLAUSE])

    @property
    def has_land(self) -> bool:
        """Whether it is known for which country or body the speaker speaks."""
        return bool(self.own & self.camps.names)

    def other_subjects(self) -> Iterator[list[Word]]:
        """For each other party that is a subject in the content: the words of its clause after it."""
        return (subject.clause for subject in self.subjects() if subject.other)

    @cached_property
    def asks(self) -> bool:
        """Whether the content's first sentence is a question."""
        return any(word.form == "?" for word in self.first_sentence()[-4:])

    @property
    def is_quoted(self) -> bool:
        """Whether the content begins in quote marks."""
        return self.layout.quotation_at(self.content[0].start) is not None

    @cached_property
    def asserted_text(self) -> str:
        """The content's words, those that a contrast leaves out excepted, on one line."""
        return " ".join(word.form for word in self.words())

    def negates(self) -> bool:
        """Whether the content's first sentence denies something."""
        return self._negates

    @cached_property
    def _negates(self) -> bool:
        return any(is_negation(word) for word in self._asserted())

    def _asserted(self) -> Sequence[Word]:
        """The first sentence without what a contrast leaves out: "they came with a bill, not with a proposal"."""
        words = self.first_sentence()
        ends = (at for at, (a, b) in enumerate(pairwise(words)) if a.form == "," and b.form == "not")
        return words[: next(ends, len(words))]
