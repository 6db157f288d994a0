"""Rewrites: reports that take all their quotations, in their order, from one earlier report and rewrite the rest.

Two reporters in one room choose other sentences, or one of them has a sentence that the other lacks; a report whose
every quoted sentence stands in an earlier one, word for word and in the same order, was made from it.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.collate.words import tokenize
from sayso.core.read_article import ReadArticle

_QUOTED = re.compile(r"“([^“”\n]{15,1500})”|\"([^\"\n]{15,1500})\"|„([^„“”\n]{15,1500})[“”]")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
_LEAST_WORDS = 4  # a shorter quotation may be two reporters' choice
_LEAST_SENTENCES = 4
_LEAST_TOTAL = 35  # words
_MOST_REPORTS = 50  # a sentence that more reports quote tells nothing


@dataclass(frozen=True, slots=True)
class _Quoting:
    id: str
    day: str
    outlet: str | None
    words: str  # all of the text, folded, one space between words
    sentences: tuple[str, ...]  # those that it quotes, folded


def find_rewrites(reads: Sequence[ReadArticle]) -> dict[str, str]:
    """Map each report that takes all its quotations from an earlier one of another outlet to that one."""
    texts = [_quoting(read) for read in sorted(reads, key=lambda r: r.reading.id)]
    quoting: dict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for sentence in set(text.sentences):
            quoting[sentence].append(number)
    found = {}
    for text in texts:
        if len(text.sentences) < _LEAST_SENTENCES:
            continue
        holders = quoting[text.sentences[0]]
        earlier = [texts[i] for i in holders[:_MOST_REPORTS] if _may_be_source(text, texts[i])]
        sources = [other for other in earlier if _takes_all(text, other)]
        if sources:
            found[text.id] = min(sources, key=lambda t: (t.day, t.id)).id
    return found


def _may_be_source(text: _Quoting, other: _Quoting) -> bool:
    if text.id == other.id or not text.day or not other.day or text.day < other.day:
        return False
    same_outlet = text.outlet is not None and text.outlet == other.outlet
    return not same_outlet and text.day != other.day


def _takes_all(text: _Quoting, source: _Quoting) -> bool:
    if sum(len(s.split()) for s in text.sentences) < _LEAST_TOTAL:
        return False
    places = [source.words.find(f" {sentence} ") for sentence in text.sentences]
    return min(places) >= 0 and places == sorted(places)


def _quoting(read: ReadArticle) -> _Quoting:
    reading = read.reading
    pieces = (
        _fold(piece)
        for match in _QUOTED.finditer(reading.text)
        for piece in _SENTENCE_END.split(next(g for g in match.groups() if g))
    )
    sentences = tuple(p for p in pieces if len(p.split()) >= _LEAST_WORDS)
    return _Quoting(
        reading.id, reading.published or "", reading.outlet, f" {_fold(reading.text)} ", sentences
    )


def _fold(words: str) -> str:
    return " ".join(w.lower().replace("’", "'") for w in tokenize(words))
