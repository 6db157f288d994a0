"""Rewrites known by their quotations: all of them, in their order, from one earlier report.

Two reporters in one room choose other sentences, or one of them has a sentence that the other lacks; a report whose
every quoted sentence stands in an earlier one of another outlet, word for word and in the same order, was made from it.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from sayso.collate.lineage.texts import Text

_LEAST_WORDS = 4  # a shorter quotation may be two reporters' choice
_LEAST_SENTENCES = 4
_LEAST_TOTAL = 35  # words
_MOST_SENTENCES = 200


def takes_all_quotations(copy: Text, source: Text) -> bool:
    """Whether each sentence that ``copy`` quotes stands in ``source``, in the same order, and there are enough."""
    if copy.outlet is not None and copy.outlet == source.outlet:
        return False
    sentences = list(_quoted_sentences(copy))[:_MOST_SENTENCES]
    if len(sentences) < _LEAST_SENTENCES or sum(map(len, sentences)) < _LEAST_TOTAL:
        return False
    words = f" {' '.join(source.words)} "
    places = [words.find(f" {' '.join(sentence)} ") for sentence in sentences]
    return min(places) >= 0 and places == sorted(places)


def _quoted_sentences(text: Text) -> Iterator[Sequence[str]]:
    for sentence in text.sentences:
        numbers = range(sentence.first, sentence.end)
        for is_quoted, group in groupby(numbers, key=text.quoted.__getitem__):
            held = list(group)
            if is_quoted and len(held) >= _LEAST_WORDS:
                yield text.words[held[0] : held[-1] + 1]
