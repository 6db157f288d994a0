"""A text as word pieces, with the surface features that an uncased vocabulary loses.

The starting weights read lower case only, so the case of the letters, the place within quotation marks and the white
space before a piece go into the network as features of their own.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.read.encoder.quotes import curl_quotes, quote_states

WORDS_KEPT = 20_000  # whose case is remembered: most of any news text
CASE_SIZE = 7
QUOTE_SIZE = 5
BREAK_SIZE = 4

CLS, SEP, PAD = 101, 102, 0
COLON = 1024
STOPS = (999, 1012, COLON, 1029, 1524, 1529)  # ! . : ? ” …

_NEWLINE = re.compile("\n")

# `case` values
LOWER, INITIAL, UPPER, MIXED, DIGIT, OTHER, SPECIAL = range(CASE_SIZE)
# `breaks` values: what stands before a piece
GLUED, SPACE, LINE, PARAGRAPH = range(BREAK_SIZE)


@dataclass(frozen=True, slots=True)
class Pieces:
    """A whole text's word pieces; every array has one entry a piece, without special tokens."""

    ids: NDArray[np.int64]
    starts: NDArray[np.int64]  # character offsets into the text
    ends: NDArray[np.int64]
    case: NDArray[np.int64]
    quotes: NDArray[np.int64]
    breaks: NDArray[np.int64]
    text: str = ""

    def __len__(self) -> int:
        return len(self.ids)


def make_pieces(tokenizer: Tokenizer, text: str) -> Pieces:
    """The word pieces of ``text``; the tokenizer neither cuts nor pads. Offsets count code points."""
    states = quote_states(text)
    encoding = tokenizer.encode(curl_quotes(text, states), add_special_tokens=False)
    offsets = np.asarray(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    keep = offsets[:, 1] > offsets[:, 0]
    ids = np.asarray(encoding.ids, dtype=np.int64)[keep]
    starts, ends = offsets[keep, 0], offsets[keep, 1]
    quotes = np.frombuffer(bytes(states), dtype=np.uint8)
    return Pieces(
        ids=ids,
        starts=starts,
        ends=ends,
        case=_cases(text, starts, ends),
        quotes=quotes[starts].astype(np.int64) if len(starts) else np.zeros(0, dtype=np.int64),
        breaks=_breaks(text, starts, ends),
        text=text,
    )


def _cases(text: str, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.fromiter(
        (_case(text[s:e]) for s, e in zip(starts.tolist(), ends.tolist(), strict=True)), np.int64, len(starts)
    )


@lru_cache(WORDS_KEPT)
def _case(word: str) -> int:
    if word.islower():
        return LOWER
    if word.isupper():
        return UPPER if len(word) > 1 else INITIAL
    if word[0].isupper() and word[1:].islower():
        return INITIAL
    if word[0].isdigit():
        return DIGIT
    return MIXED if word.isalpha() else OTHER


def _breaks(text: str, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> NDArray[np.int64]:
    values = np.full(len(starts), GLUED, dtype=np.int64)
    values[:1] = PARAGRAPH
    apart = np.flatnonzero(starts[1:] > ends[:-1]) + 1
    newlines = np.array([match.start() for match in _NEWLINE.finditer(text)], dtype=np.int64)
    lines = np.searchsorted(newlines, starts[apart]) - np.searchsorted(newlines, ends[apart - 1])
    values[apart] = np.where(lines > 1, PARAGRAPH, np.where(lines == 1, LINE, SPACE))
    return values
