"""Pairs of a mention and a candidate antecedent, and what each pair says."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.read.entities.coreference.table import CLASS_COUNT, NONE, Floats, Ints, Table
from sayso.read.entities.layout import Layout

NEAR = 30  # mentions before a mention that are candidates: keeps the work linear
ALIKE = 4  # and of those further back with the same head, words, bearer or pronoun
_FAR = 12  # characters between two mentions that may be in apposition
_COPULAS = frozenset(("is", "was", "are", "were", "became", "as", "am"))
_COMMA, _COPULA, _BRACKET, _TOUCHING = range(4)


def make_pairs(table: Table) -> tuple[Ints, Ints]:
    """The indices of each pair's mention and antecedent, in the order of the mentions."""
    mentions, antecedents = [], []
    alike: dict[tuple[int, int], list[int]] = defaultdict(list)
    spoken = np.where(table.pronoun > 0, table.pronoun, NONE)
    columns = [c.tolist() for c in (table.head, table.phrase, table.bearer, table.answer, spoken)]
    for at in range(len(table.start)):
        near = max(0, at - NEAR)
        far: set[int] = set()
        keys = [(sort, column[at]) for sort, column in enumerate(columns) if column[at] != NONE]
        for key in keys:
            same = alike[key]
            if same and same[max(0, len(same) - ALIKE)] < near:
                far.update(other for other in same[-ALIKE:] if other < near)
            same.append(at)
        mentions += [at] * (len(far) + at - near)
        antecedents += sorted(far)
        antecedents += range(near, at)
    return np.array(mentions, dtype=np.int64), np.array(antecedents, dtype=np.int64)


def pair_classes(table: Table, mentions: Ints, antecedents: Ints) -> Ints:
    """The pronoun classes of both as one number."""
    return table.pronoun[mentions] * CLASS_COUNT + table.pronoun[antecedents]


def measure_pairs(layout: Layout, table: Table, mentions: Ints, antecedents: Ints) -> Floats:
    """What each pair says: (pairs, PAIR_WIDTH)."""
    t, m, a = table, mentions, antecedents
    columns: list[NDArray[np.generic]] = [
        *_distances(t, m, a),
        *_words(t, m, a),
        *_agreement(t, m, a),
        *_nesting(layout, t, m, a),
        *_speech(t, m, a),
    ]
    if not len(m):
        return np.zeros((0, len(columns)), dtype=np.float32)
    return np.stack([np.asarray(column, dtype=np.float32) for column in columns], axis=1)


def _distances(t: Table, m: Ints, a: Ints) -> Sequence[NDArray[np.generic]]:
    sentences = t.sentence[m] - t.sentence[a]
    paragraphs = t.paragraph[m] - t.paragraph[a]
    between = [_count_before(t.pronoun == value) for value in range(CLASS_COUNT)]
    counts = np.stack(between)  # (classes, candidates + 1)
    same = counts[t.pronoun[a], m] - counts[t.pronoun[a], a + 1]
    as_mention = counts[t.pronoun[m], m] - counts[t.pronoun[m], a + 1]
    return [
        np.log1p(m - a) / 3,
        np.log1p(np.maximum(0, sentences)) / 3,
        sentences == 0,
        sentences == 1,
        sentences == 2,
        sentences > 5,
        paragraphs == 0,
        paragraphs == 1,
        np.log1p(same) / 3,
        same == 0,
        np.log1p(as_mention) / 3,
        as_mention == 0,
    ]


def _count_before(flags: NDArray[np.bool_]) -> Ints:
    return np.concatenate([[0], np.cumsum(flags)])


def _words(t: Table, m: Ints, a: Ints) -> Sequence[NDArray[np.generic]]:
    told = (t.words != NONE).sum(1)
    mine, other = told[m], told[a]
    ones, others = (
        t.words.T[:, m],
        t.words.T[:, a],
    )  # rows as long as there are pairs: far quicker than short ones
    shared = np.zeros(len(m), dtype=np.int64)
    for word in ones:
        shared += _is_among(word, others)
    head = (t.head[m] == t.head[a]) & (t.head[m] != NONE)
    phrase = (t.phrase[m] == t.phrase[a]) & (t.phrase[m] != NONE)
    both_named = (t.form[m] == 0) & (t.form[a] == 0)
    head_within, head_holds = _is_among(t.head[m], others), _is_among(t.head[a], ones)
    return [
        phrase,
        head,
        head & both_named,
        head & (shared == mine),
        head & (shared == other),
        head_within,
        head_holds,
        shared > 0,
        (shared == mine) & (mine > 0),
        (shared == other) & (other > 0),
        shared / np.maximum(1, mine + other - shared),
        both_named,
        both_named & (shared == 0),
    ]


def _is_among(word: Ints, words: Ints) -> NDArray[np.bool_]:
    """Whether each pair's ``word`` (pairs,) is one of its ``words`` (words, pairs), and is any at all."""
    found = np.zeros(len(word), dtype=np.bool_)
    for other in words:
        found |= word == other
    found &= word != NONE
    return found


def _agreement(t: Table, m: Ints, a: Ints) -> Sequence[NDArray[np.generic]]:
    columns: list[NDArray[np.generic]] = []
    for values in (t.gender, t.number):
        known = (values[m] > 0) & (values[a] > 0)
        columns += [known & (values[m] == values[a]), known & (values[m] != values[a])]
    for values in (t.bearer, t.answer):
        known = (values[m] != NONE) & (values[a] != NONE)
        columns += [known & (values[m] == values[a]), known & (values[m] != values[a])]
    named = np.where(t.bearer[a] != NONE, t.bearer[a], t.answer[a])
    columns += [
        (t.answer[m] != NONE) & (t.answer[m] == named),
        t.kind[m] == t.kind[a],
        (t.kind[m] == 0) != (t.kind[a] == 0),
        t.form[m] == t.form[a],
        t.function[m] == t.function[a],
        (t.function[m] == 0) & (t.function[a] == 0),
    ]
    return columns


def _nesting(layout: Layout, t: Table, m: Ints, a: Ints) -> Sequence[NDArray[np.generic]]:
    holds = t.end[a] >= t.end[m]
    overlaps = t.end[a] > t.start[m]
    gap = t.start[m] - t.end[a]
    ties = np.zeros((4, len(m)), dtype=np.float32)
    for row in np.flatnonzero((gap >= 0) & (gap <= _FAR)).tolist():
        tie = _tie(layout.text[int(t.end[a[row]]) : int(t.start[m[row]])])
        if tie is not None:
            ties[tie, row] = 1
    same_start = holds & (t.start[a] == t.start[m])
    same_end = holds & (t.end[a] == t.end[m])
    return [holds, overlaps & ~holds, same_start, same_end, *ties, t.depth[m] == t.depth[a]]


def _tie(between: str) -> int | None:
    words = between.lower().split()
    if not words:
        return _TOUCHING
    if words == [","]:
        return _COMMA
    if words[0] in ("(", "[", "-", "--", "—", "–", ":"):
        return _BRACKET
    return _COPULA if words[0] in _COPULAS or words[0] in ("'s", "’s", "'m", "’m") else None


def _speech(t: Table, m: Ints, a: Ints) -> Sequence[NDArray[np.generic]]:
    quoted, before = t.quotation[m] != NONE, t.quotation[a] != NONE
    named = np.where(t.bearer[a] != NONE, t.bearer[a], t.answer[a])
    spoken = (t.speaker[m] != NONE) & (t.speaker[a] != NONE)
    turns = t.question[m] - t.question[a]
    return [
        quoted & (t.quotation[m] == t.quotation[a]),
        quoted & ~before,
        before & ~quoted,
        (t.speaker[m] != NONE) & (t.speaker[m] == named),
        spoken & (t.speaker[m] == t.speaker[a]),
        spoken & (t.speaker[m] != t.speaker[a]),
        (t.speaker[m] != NONE) & (t.speaker[a] == NONE),
        t.asked[m] == t.asked[a],
        (t.asked[m] == 1) & (t.asked[a] == 0),
        turns == 0,
        turns == 1,
        np.log1p(np.maximum(0, turns)) / 2,
    ]


PAIR_WIDTH = 12 + 13 + 14 + 9 + 12
