"""How a text is laid out: words, sentences, paragraphs and quotations. One pass each; no step looks back far.

Invariant: words, sentences and paragraphs are in order and do not overlap; a sentence lies within one paragraph.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.read.entities.lexicon import grammar
from sayso.read.entities.quotation import Quotation, find_quotations

# A possessive ending is a word of its own; inner hyphens, ampersands and apostrophes join.
WORD = re.compile(r"['’]s\b|\w+(?:[-&]\w+|['’](?!s\b)\w+)*|[^\w\s]")
LINE = re.compile(r"[^\n\r\u2028\u2029]+")
POSSESSIVE_ENDINGS = ("'s", "’s")
WRAPPED_GAP = 4  # white space between two lines of one paragraph
SHORT_LINE = 50  # a shorter line is a heading, or a paragraph's last
STOPS = frozenset(".!?…")
CLOSING = frozenset("”\"’'»)]")
OPENING = frozenset("“\"‘'«([")


@dataclass(
    slots=True, unsafe_hash=True
)  # one for each word of a text: frozen, they would take four times as long
class Word:
    """A word or mark: ``form`` is its letters in lower case. Nobody changes it."""

    start: int
    end: int
    form: str
    capital: bool  # whether it begins with a capital letter
    is_mark: bool  # whether it is a mark and no word


@dataclass(frozen=True, slots=True)
class Layout:
    """A text's words, sentences, paragraphs (as offset pairs) and quotations."""

    text: str
    words: tuple[Word, ...]
    sentences: tuple[tuple[int, int], ...]
    paragraphs: tuple[tuple[int, int], ...]
    quotations: tuple[Quotation, ...]
    word_starts: tuple[int, ...]
    sentence_starts: tuple[int, ...]
    paragraph_starts: tuple[int, ...]
    quotation_starts: tuple[int, ...]
    turns: tuple[int, ...]  # for each sentence: how many up to it are not wholly within a quotation

    def words_in(self, start: int, end: int) -> Sequence[Word]:
        """The words that begin within ``start:end``."""
        return self.words[self.word_at(start) : self.word_at(end)]

    def word_at(self, offset: int) -> int:
        """The index of the first word that begins at or after ``offset``."""
        return bisect_right(self.word_starts, offset - 1)

    def sentence_of(self, offset: int) -> int:
        """The index of the sentence that holds ``offset`` (the one before it where none does)."""
        return max(0, bisect_right(self.sentence_starts, offset) - 1)

    def paragraph_of(self, offset: int) -> int:
        """The index of the paragraph that holds ``offset``."""
        return max(0, bisect_right(self.paragraph_starts, offset) - 1)

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation whose marks or words hold ``offset``."""
        at = bisect_right(self.quotation_starts, offset) - 1
        if at >= 0 and self.quotations[at].start <= offset < self.quotations[at].end:
            return self.quotations[at]
        return None


@lru_cache(maxsize=1)  # the parts of the reader ask for the same text's one after the other
def lay_out(text: str) -> Layout:
    """The layout of a text, in time linear in its length."""
    words = tuple(map(_word, WORD.finditer(text)))
    paragraphs = tuple(_paragraphs(text))
    sentences = tuple(_split(words, paragraphs))
    quotations = find_quotations(text, paragraphs)
    return Layout(
        text,
        words,
        sentences,
        paragraphs,
        quotations,
        tuple(word.start for word in words),
        tuple(start for start, _ in sentences),
        tuple(start for start, _ in paragraphs),
        tuple(quotation.start for quotation in quotations),
        tuple(_count_turns(sentences, quotations)),
    )


def _word(match: re.Match[str]) -> Word:
    exact = match.group()
    form = exact.lower()
    mark = not form[0].isalnum() and form not in POSSESSIVE_ENDINGS
    return Word(match.start(), match.end(), form, exact[0].isupper(), mark)


def _count_turns(sentences: Sequence[tuple[int, int]], quotations: Sequence[Quotation]) -> Iterator[int]:
    turn = at = 0
    for start, end in sentences:
        while at < len(quotations) and quotations[at].end < end:
            at += 1
        within = at < len(quotations) and quotations[at].start <= start and end <= quotations[at].end
        turn += not within
        yield turn


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The lines that hold something, lines that were only wrapped taken together."""
    shouted = text.isupper()
    last: tuple[int, int] | None = None
    for match in LINE.finditer(text):
        line = match.group()
        if line.isspace():
            continue
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if last is not None and start - last[1] <= WRAPPED_GAP and _is_wrapped(text, last, start, shouted):
            last = last[0], end
            continue
        if last is not None:
            yield last
        last = start, end
    if last is not None:
        yield last


def _is_wrapped(text: str, line: tuple[int, int], start: int, shouted: bool) -> bool:
    """Whether the line at ``start`` goes on with one: in small letters, or after a long line in capitals."""
    if text.count("\n", line[1], start) > 1 or text[line[1] - 1] in '.!?:”"':
        return False
    return text[start].islower() or (shouted and line[1] - text.rfind("\n", 0, line[1]) > SHORT_LINE)


def _split(words: Sequence[Word], paragraphs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    at = 0
    for start, end in paragraphs:
        begin = start
        while at < len(words) and words[at].start < end:
            after = _sentence_end(words, at, end)
            if after is not None:
                yield begin, words[after - 1].end
                begin = words[after].start if after < len(words) and words[after].start < end else end
            at = at + 1 if after is None else after
        if begin < end:
            yield begin, end


def _sentence_end(words: Sequence[Word], at: int, limit: int) -> int | None:
    """The index of the word that begins the next sentence, where the word ``at`` ends one."""
    if words[at].form not in STOPS or _is_abbreviation(words, at):
        return None
    after = at + 1
    while (
        after < len(words)
        and words[after].start == words[after - 1].end
        and words[after].form in STOPS | CLOSING
    ):
        after += 1
    if after == len(words) or words[after].start >= limit:
        return after
    word = words[after]
    if word.start == words[after - 1].end:
        return None
    return after if word.capital or word.form[0].isdigit() or word.form in OPENING else None


def _is_abbreviation(words: Sequence[Word], at: int) -> bool:
    if words[at].form != "." or at == 0 or words[at - 1].end != words[at].start:
        return False
    before = words[at - 1]
    return (len(before.form) == 1 and before.capital) or before.form in grammar().abbreviations
