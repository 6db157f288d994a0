"""A report's text as lineage compares it: words with their places, runs of words, sentences, and what is quoted."""

import re
import zlib
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sayso.collate.lineage.credits import find_credits
from sayso.collate.words import load_background, stem
from sayso.core.lineage import Credit
from sayso.core.read_article import ReadArticle
from sayso.core.sentences import paragraph_bounds, split_sentences
from sayso.core.span import Span
from sayso.read.entities.quotation import find_quotations

RUN = 5  # words; two reports seldom share five in a row by chance
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_MAX_WORDS = 20_000
_MAX_PLACES = 4  # of one run in one text
_MIN_FRAME = 3  # telling stems outside quote marks; "he said" is no sentence of the outlet's own


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence: its words' numbers, the telling stems of what is not quoted, and its vector (unit length or 0)."""

    first: int
    end: int
    stems: frozenset[str]
    weight: float  # of the stems together
    vector: NDArray[np.float32] = field(repr=False)

    @property
    def size(self) -> int:
        """How many words it has."""
        return self.end - self.first

    @property
    def is_framed(self) -> bool:
        """Whether it says enough outside quote marks to tell one writer's sentence from another's."""
        return len(self.stems) >= _MIN_FRAME


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """A report's words, folded, with what tells where it comes from."""

    id: str
    outlet: str | None
    published: str | None
    raw: str = field(repr=False)
    words: tuple[str, ...] = field(repr=False)
    places: tuple[tuple[int, int], ...] = field(repr=False)  # of the words in the text
    quoted: tuple[bool, ...] = field(repr=False)  # by word
    runs: tuple[int, ...] = field(repr=False)  # a hash of each run of words, by its first word
    starts: Mapping[int, tuple[int, ...]] = field(repr=False)  # where each run begins
    sentences: tuple[Sentence, ...] = field(repr=False)
    names: frozenset[str] = field(repr=False)  # capitalised words that open no sentence, and figures
    own_total: int = 0  # words outside quote marks
    credits: tuple[Credit, ...] = ()

    def span(self, first: int, end: int) -> Span:
        """The span of the words from number ``first`` to before ``end``."""
        return Span.of(self.raw, self.places[first][0], self.places[end - 1][1])

    def own_count(self, first: int, end: int) -> int:
        """How many of those words stand outside quote marks."""
        return (end - first) - sum(self.quoted[first:end])


def make_text(read: ReadArticle) -> Text:
    """Make the text of a reading. Linear in its length; words beyond 20,000 are not compared."""
    reading = read.reading
    raw = reading.text
    found = [m for m, _ in zip(_WORD.finditer(raw), range(_MAX_WORDS), strict=False)]
    words = tuple(m.group().lower().replace("’", "'") for m in found)
    places = tuple(m.span() for m in found)
    quoted = _quoted(raw, places)
    runs = tuple(_hash(words[i : i + RUN]) for i in range(len(words) - RUN + 1))
    starts: dict[int, tuple[int, ...]] = {}
    for place, run in enumerate(runs):
        if len(known := starts.get(run, ())) < _MAX_PLACES:
            starts[run] = (*known, place)
    sentences = _sentences(read, words, places, quoted)
    names = frozenset(n for s in sentences for n in _names(raw, places[s.first : s.end]))
    return Text(
        id=reading.id,
        outlet=reading.outlet,
        published=reading.published,
        raw=raw,
        words=words,
        places=places,
        quoted=quoted,
        runs=runs,
        starts=starts,
        sentences=sentences,
        names=names,
        own_total=len(words) - sum(quoted),
        credits=find_credits(reading),
    )


def _names(raw: str, places: Sequence[tuple[int, int]]) -> Iterator[str]:
    for number, (start, end) in enumerate(places):
        word = raw[start:end]
        if word[0].isdigit() or (number and word[0].isupper() and len(word) > 1):
            yield word.lower().replace("’", "'").removesuffix("'s")


def _hash(words: Sequence[str]) -> int:
    return zlib.crc32(" ".join(words).encode("utf-8", "surrogatepass"))


def _quoted(raw: str, places: Sequence[tuple[int, int]]) -> tuple[bool, ...]:
    starts = [start for start, _ in places]
    marks = bytearray(len(places))
    for quotation in find_quotations(raw, paragraph_bounds(raw)):
        first, end = bisect_left(starts, quotation.start), bisect_left(starts, quotation.end)
        marks[first:end] = b"\x01" * (end - first)
    return tuple(map(bool, marks))


def _sentences(
    read: ReadArticle, words: Sequence[str], places: Sequence[tuple[int, int]], quoted: Sequence[bool]
) -> tuple[Sentence, ...]:
    starts = [start for start, _ in places]
    vectors = _sentence_vectors(read)
    made = []
    for span, vector in vectors:
        first, end = bisect_left(starts, span.start), bisect_left(starts, span.end)
        if first < end:
            own = (w for w, inside in zip(words[first:end], quoted[first:end], strict=True) if not inside)
            stems = frozenset(s for w in own if _weigh(s := stem(w)) > 0)
            made.append(Sentence(first, end, stems, sum(map(_weigh, sorted(stems))), vector))
    return tuple(made)


def _sentence_vectors(read: ReadArticle) -> list[tuple[Span, NDArray[np.float32]]]:
    """Give each sentence the mean of its propositions' vectors, each weighed by how much of it lies there."""
    sentences = split_sentences(read.reading.text)
    starts = [s.start for s in sentences]
    sums = np.zeros((len(sentences), 384), np.float32)
    for proposition, vector in zip(read.reading.propositions, read.vectors, strict=True):
        at = max(0, bisect_left(starts, proposition.span.start + 1) - 1)
        while at < len(sentences) and sentences[at].start < proposition.span.end:
            shared = min(proposition.span.end, sentences[at].end) - max(
                proposition.span.start, sentences[at].start
            )
            sums[at] += max(0, shared) * vector
            at += 1
    norms = np.linalg.norm(sums, axis=1, keepdims=True)
    return list(zip(sentences, sums / np.where(norms > 0, norms, 1), strict=True))


@lru_cache(maxsize=1 << 16)
def _weigh(stem_: str) -> float:
    """Return how telling a stem is; 0 for one that stands in most reports."""
    background = load_background()
    return 0.0 if background.is_common(stem_) else background.idf(stem_)


def weigh(stems: frozenset[str]) -> float:
    """Return how telling the stems are together."""
    return sum(map(_weigh, sorted(stems)))


def rare_stems(text: Text, least: float, most: int) -> frozenset[str]:
    """Return the most telling stems of a text, those weighing ``least`` or more."""
    counted = {s for sentence in text.sentences for s in sentence.stems if _weigh(s) >= least}
    return frozenset(sorted(counted, key=lambda s: (-_weigh(s), s))[:most])
