"""What stands between quote marks in statements, sentence by sentence: the units in which quotations are collated."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from sayso.collate.parsing import sentences_of
from sayso.collate.words import load_background, stem
from sayso.core.ledger import LedgerStatement
from sayso.core.read_article import ReadArticle
from sayso.core.reading import Form
from sayso.core.sentences import paragraph_bounds
from sayso.core.span import Span
from sayso.read.entities.quotation import find_quotations

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_LEAST_WORDS = 3
_MOST_WORDS = 200


@dataclass(frozen=True, slots=True, eq=False)
class Utterance:
    """A quoted sentence, or the part of one that is quoted."""

    article: str
    statement: str  # a ledger statement
    speaker: str | None
    span: Span
    quote: int  # the number of the quotation in its article: sentences of one stand between one pair of marks
    words: tuple[str, ...] = field(repr=False)  # folded
    places: tuple[tuple[int, int], ...] = field(repr=False)  # of the words in the article
    stems: frozenset[str] = field(repr=False)
    vector: NDArray[np.float32] = field(repr=False)  # unit length, or 0 where nothing of it was read

    @property
    def key(self) -> tuple[str, Span]:
        """A key that orders utterances the same whatever the order of the reports."""
        return self.article, self.span


def find_utterances(read: ReadArticle, statements: Sequence[LedgerStatement]) -> list[Utterance]:
    """Return what the statements of one report quote, in the order of the text; ``statements`` are the ledger's."""
    text = read.reading.text
    quotes = [q.inner for q in find_quotations(text, paragraph_bounds(text))]
    if not quotes:
        return []
    sentences = sentences_of(text)
    starts, ends = [s.start for s in sentences], [end for _, end in quotes]
    found: dict[Span, Utterance] = {}
    for statement in statements:
        if statement.form is Form.INDIRECT:
            continue
        for content in statement.content:
            for number in range(bisect_right(ends, content.start), len(quotes)):
                start, end = max(quotes[number][0], content.start), min(quotes[number][1], content.end)
                if quotes[number][0] >= content.end:
                    break
                for span in _sentences(text, (start, end), sentences, starts):
                    made = _make(read, statement, span, number)
                    if made:
                        found.setdefault(span, made)
    return sorted(found.values(), key=lambda u: u.key)


def _sentences(
    text: str, bounds: tuple[int, int], sentences: Sequence[Span], starts: Sequence[int]
) -> Iterator[Span]:
    """Cut a quotation at the ends of sentences."""
    first = max(0, bisect_right(starts, bounds[0]) - 1)
    last = bisect_left(starts, bounds[1])
    for sentence in sentences[first:last]:
        start, end = max(sentence.start, bounds[0]), min(sentence.end, bounds[1])
        if start < end and text[start:end].strip():
            yield Span.of(text, start, end)


def _make(read: ReadArticle, statement: LedgerStatement, span: Span, number: int) -> Utterance | None:
    reading = read.reading
    matches = list(_WORD.finditer(reading.text, span.start, span.end))[:_MOST_WORDS]
    if len(matches) < _LEAST_WORDS:
        return None
    words = tuple(m.group().lower().replace("’", "'") for m in matches)
    background = load_background()
    return Utterance(
        article=reading.id,
        statement=statement.id,
        speaker=statement.speaker,
        span=Span(
            matches[0].start(), matches[-1].end(), reading.text[matches[0].start() : matches[-1].end()]
        ),
        quote=number,
        words=words,
        places=tuple(m.span() for m in matches),
        stems=frozenset(s for w in words if not background.is_common(s := stem(w))),
        vector=_vector(read, span),
    )


def _vector(read: ReadArticle, span: Span) -> NDArray[np.float32]:
    """Return the mean of the vectors of the propositions that lie there, each weighed by how much of it does."""
    total = np.zeros(read.vectors.shape[1], np.float32)
    for proposition, vector in zip(read.reading.propositions, read.vectors, strict=True):
        if proposition.span.overlaps(span):
            shared = min(proposition.span.end, span.end) - max(proposition.span.start, span.start)
            total += shared * vector
    norm = float(np.linalg.norm(total))
    return total / norm if norm else total
