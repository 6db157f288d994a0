"""A report's text as lineage compares it: words with their places, runs of words, sentences, and what is quoted."""

import re
import zlib
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from sys import intern

import numpy as np
from numpy.typing import NDArray

from sayso.collate.lineage.credits import find_credits
from sayso.collate.parsing import sentences_of
from sayso.collate.words import load_background, stem
from sayso.core.lineage import Credit
from sayso.core.read_article import ReadArticle
from sayso.core.sentences import paragraph_bounds
from sayso.core.span import Span
from sayso.read.entities.quotation import find_quotations

RUN = 5  # words; two reports seldom share five in a row by chance
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_MAX_WORDS = 20_000
_KEPT = 256  # texts whose runs are remembered, which are large
_VECTORS_KEPT = 4096  # and those whose sentences' vectors are, some 40 kB each
_MAX_PLACES = 4  # of one run in one text
_MIN_FRAME = 3  # telling stems outside quote marks; "he said" is no sentence of the outlet's own


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence: its words' numbers, and the telling stems of what is not quoted."""

    first: int
    end: int
    stems: frozenset[str]
    weight: float  # of the stems together
    number: int  # among all sentences of the report

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
    read: ReadArticle = field(repr=False)
    words: tuple[str, ...] = field(repr=False)
    places: NDArray[np.uint32] = field(repr=False)  # shape (words, 2): where they begin and end in the text
    quoted: bytes = field(repr=False)  # by word, 1 within quote marks
    runs: NDArray[np.uint32] = field(repr=False)  # a hash of each run of words, by its first word
    sentences: tuple[Sentence, ...] = field(repr=False)
    names: frozenset[str] = field(repr=False)  # capitalised words that open no sentence, and figures
    own_total: int = 0  # words outside quote marks
    credits: tuple[Credit, ...] = ()

    @property
    def raw(self) -> str:
        """The report's text."""
        return self.read.reading.text

    def span(self, first: int, end: int) -> Span:
        """The span of the words from number ``first`` to before ``end``."""
        return Span.of(self.raw, int(self.places[first, 0]), int(self.places[end - 1, 1]))

    def own_count(self, first: int, end: int) -> int:
        """How many of those words stand outside quote marks."""
        return (end - first) - sum(self.quoted[first:end])


def make_text(read: ReadArticle) -> Text:
    """Make the text of a reading. Linear in its length; words beyond 20,000 are not compared."""
    reading = read.reading
    raw = reading.text
    found = [m for m, _ in zip(_WORD.finditer(raw), range(_MAX_WORDS), strict=False)]
    words = tuple(intern(m.group().lower().replace("’", "'")) for m in found)
    places = np.array([m.span() for m in found], np.uint32).reshape(len(found), 2)
    quoted = _quoted(raw, places)
    runs = np.array([_hash(words[i : i + RUN]) for i in range(len(words) - RUN + 1)], np.uint32)
    sentences = _sentences(raw, words, places, quoted)
    names = frozenset(n for s in sentences for n in _names(raw, places[s.first : s.end]))
    return Text(
        id=reading.id,
        outlet=reading.outlet,
        published=reading.published,
        read=read,
        words=words,
        places=places,
        quoted=quoted,
        runs=runs,
        sentences=sentences,
        names=names,
        own_total=len(words) - sum(quoted),
        credits=find_credits(reading),
    )


def _names(raw: str, places: NDArray[np.uint32]) -> Iterator[str]:
    for number, (start, end) in enumerate(places.tolist()):
        word = raw[start:end]
        if word[0].isdigit() or (number and word[0].isupper() and len(word) > 1):
            yield word.lower().replace("’", "'").removesuffix("'s")


def _hash(words: Sequence[str]) -> int:
    return zlib.crc32(" ".join(words).encode("utf-8", "surrogatepass"))


def _quoted(raw: str, places: NDArray[np.uint32]) -> bytes:
    starts = places[:, 0].tolist()
    marks = bytearray(len(places))
    for quotation in find_quotations(raw, paragraph_bounds(raw)):
        first, end = bisect_left(starts, quotation.start), bisect_left(starts, quotation.end)
        marks[first:end] = b"\x01" * (end - first)
    return bytes(marks)


def _sentences(
    raw: str, words: Sequence[str], places: NDArray[np.uint32], quoted: bytes
) -> tuple[Sentence, ...]:
    starts = places[:, 0].tolist()
    made = []
    for number, span in enumerate(sentences_of(raw)):
        first, end = bisect_left(starts, span.start), bisect_left(starts, span.end)
        if first < end:
            own = (w for w, inside in zip(words[first:end], quoted[first:end], strict=True) if not inside)
            stems = frozenset(s for w in own if _weigh(s := stem(w)) > 0)
            made.append(Sentence(first, end, stems, sum(map(_weigh, sorted(stems))), number))
    return tuple(made)


@lru_cache(maxsize=_KEPT)
def starts_of(text: Text) -> Mapping[int, tuple[int, ...]]:
    """Return where each run of words begins, four places of each at most; the last texts asked for are remembered."""
    starts: dict[int, tuple[int, ...]] = {}
    for place, run in enumerate(text.runs.tolist()):
        if len(known := starts.get(run, ())) < _MAX_PLACES:
            starts[run] = (*known, place)
    return starts


@lru_cache(maxsize=_VECTORS_KEPT)
def vectors_of(text: Text) -> NDArray[np.float32]:
    """Return the sentences' vectors, shape (sentences, 384), each of unit length or 0; as above remembered.

    A sentence's vector is the mean of its propositions' vectors, each weighed by how much of it lies there.
    """
    reading, sentences = text.read.reading, sentences_of(text.raw)
    starts = [s.start for s in sentences]
    sums = np.zeros((len(sentences), text.read.vectors.shape[1]), np.float32)
    for proposition, vector in zip(reading.propositions, text.read.vectors, strict=True):
        first, end = proposition.span.start, proposition.span.end
        at = max(0, bisect_left(starts, first + 1) - 1)
        while at < len(sentences) and sentences[at].start < end:
            sums[at] += max(0, min(end, sentences[at].end) - max(first, sentences[at].start)) * vector
            at += 1
    kept = sums[[s.number for s in text.sentences]]
    norms = np.linalg.norm(kept, axis=1, keepdims=True)
    return np.asarray(kept / np.where(norms > 0, norms, 1), np.float32)


def forget_texts() -> None:
    """Let go of the runs and vectors that are remembered."""
    starts_of.cache_clear()
    vectors_of.cache_clear()


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
