"""A text's candidates as columns of numbers, so that all pairs are measured at once."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from sayso.core.reading import EntityKind, MentionForm
from sayso.read.entities.coreference.candidate import Candidate
from sayso.read.entities.draft import Function
from sayso.read.entities.layout import Layout
from sayso.read.entities.lexicon import grammar

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]

NONE = -1
_CLASSES = (  # the first stands for whatever is no pronoun
    (),
    ("i", "me", "my", "mine", "myself"),
    ("we", "us", "our", "ours", "ourselves"),
    ("you", "your", "yours", "yourself", "yourselves"),
    ("he", "him", "his", "himself"),
    ("she", "her", "hers", "herself"),
    ("they", "them", "their", "theirs", "themselves"),
    ("it", "its", "itself"),
    ("who", "whom", "whose"),
)
CLASS_COUNT = len(_CLASSES)
PRONOUNS = {word: number for number, words in enumerate(_CLASSES) for word in words}
HE, SHE, THEY = (PRONOUNS[word] for word in ("he", "she", "they"))
DETERMINERS = ("", "the", "a", "this", "his", "some")  # each stands for its sort
WORDS = 6  # content words of a mention that are compared
_FORMS, _KINDS, _FUNCTIONS = tuple(MentionForm), tuple(EntityKind), tuple(Function)


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """One entry a candidate in every column; words are numbers, ``NONE`` where there is none."""

    start: Ints
    end: Ints
    sentence: Ints
    paragraph: Ints
    question: Ints  # how many paragraphs that end with a question mark begin before its own does
    asked: Ints  # whether its own paragraph is one
    quotation: Ints
    speaker: Ints  # the record whose words hold it
    bearer: Ints
    answer: Ints
    head: Ints
    phrase: Ints
    words: Ints  # (candidates, WORDS)
    form: Ints
    pronoun: Ints
    kind: Ints
    gender: Ints  # 0 open, 1 m, 2 f, 3 n
    number: Ints  # 0 open, 1 singular, 2 plural
    function: Ints
    depth: Ints  # how many candidates hold it
    own: Floats  # (candidates, features) what each says by itself


def make_table(layout: Layout, candidates: Sequence[Candidate], speakers: Sequence[int]) -> Table:
    """The columns of ``candidates``; ``speakers`` gives the record in whose words each stands, or ``NONE``."""
    numbers: dict[str, int] = {}

    def number_of(word: str) -> int:
        return numbers.setdefault(word, len(numbers)) if word else NONE

    def column(values: Sequence[int]) -> Ints:
        return np.array(values, dtype=np.int64)

    heads = [c.head for c in candidates]
    paragraphs = [layout.paragraph_of(c.start) for c in candidates]
    asked, before = _questions(layout)
    quotations = [q.start if (q := layout.quotation_at(c.start)) else NONE for c in candidates]
    words = np.full((len(candidates), WORDS), NONE, dtype=np.int64)
    for row, head in enumerate(heads):
        for place, word in enumerate(
            sorted(head.words - {head.form}, key=lambda w: (-len(w), w))[: WORDS - 1]
        ):
            words[row, place + 1] = number_of(word)
        words[row, 0] = number_of(head.form) if head.pronoun is None else NONE
    phrases = [" ".join(sorted(h.words)) if h.pronoun is None else "" for h in heads]
    table = Table(
        start=column([c.start for c in candidates]),
        end=column([c.end for c in candidates]),
        sentence=column([layout.sentence_of(c.start) for c in candidates]),
        paragraph=column(paragraphs),
        question=column([before[p] for p in paragraphs]),
        asked=column([asked[p] for p in paragraphs]),
        quotation=column(quotations),
        speaker=column(list(speakers)),
        bearer=column([NONE if c.bearer is None else c.bearer for c in candidates]),
        answer=column([NONE if c.answer is None else c.answer for c in candidates]),
        head=words[:, 0].copy(),
        phrase=column([number_of(f"={phrase}") if phrase else NONE for phrase in phrases]),
        words=words,
        form=column([_FORMS.index(c.form) for c in candidates]),
        pronoun=column([PRONOUNS.get(h.pronoun or "", 0) for h in heads]),
        kind=column([_KINDS.index(c.kind) for c in candidates]),
        gender=column([("m", "f", "n").index(h.gender) + 1 if h.gender else 0 for h in heads]),
        number=column([("singular", "plural").index(h.number) + 1 if h.number else 0 for h in heads]),
        function=column([_FUNCTIONS.index(c.function) for c in candidates]),
        depth=column(_depths(candidates)),
        own=np.zeros((len(candidates), 0), dtype=np.float32),
    )
    return replace(table, own=_own(table, layout, candidates))


def _questions(layout: Layout) -> tuple[list[int], list[int]]:
    asked = [int("?" in layout.text[max(start, end - 3) : end]) for start, end in layout.paragraphs] or [0]
    before = [0]
    for flag in asked[:-1]:
        before.append(before[-1] + flag)
    return asked, before


def _depths(candidates: Sequence[Candidate]) -> list[int]:
    depths, open_ends = [], list[int]()
    for candidate in candidates:
        while open_ends and open_ends[-1] < candidate.end:
            open_ends.pop()
        depths.append(min(3, len(open_ends)))
        open_ends.append(candidate.end)
    return depths


def _own(table: Table, layout: Layout, candidates: Sequence[Candidate]) -> Floats:
    count = len(candidates)
    if not count:
        return np.zeros((0, OWN_WIDTH), dtype=np.float32)
    paragraph_count = 1 + table.paragraph.max()
    first = ((table.pronoun == 1) & (table.quotation == NONE)).sum() / paragraph_count
    second = (table.pronoun == 3).sum() / paragraph_count
    columns = [
        *_one_hot(table.form, 3),
        *_one_hot(table.pronoun, CLASS_COUNT),
        *_one_hot(table.kind, 4),
        *_one_hot(table.gender, 4),
        *_one_hot(table.number, 3),
        *_one_hot(table.function, 4),
        *_one_hot(table.depth, 4),
        *_one_hot(np.array([_determiner_sort(c.head.determiner) for c in candidates]), len(DETERMINERS)),
        table.quotation != NONE,
        table.speaker != NONE,
        table.bearer != NONE,
        table.answer != NONE,
        table.asked,
        np.array([len(c.head.words) for c in candidates]) / 4,
        np.log1p(table.end - table.start) / 4,
        np.log1p(table.sentence) / 4,
        np.log1p(np.arange(count)) / 4,
        np.array([c.tagged for c in candidates]),
        np.array([c.score for c in candidates]),
        np.array([layout.text[c.head.at : c.head.at + 1].isupper() for c in candidates]),
        *_recurrence(table.phrase),
        *_recurrence(table.head),
        *_weight(table),
        np.full(count, min(1.0, float(first))),
        np.full(count, min(1.0, float(second))),
        np.full(count, math.log1p(count) / 5),
    ]
    return np.stack([np.asarray(column, dtype=np.float32) for column in columns], axis=1)


def _weight(table: Table) -> tuple[Floats, Floats]:
    """How often the rules find each candidate's record, and whether it is the person whom they find most often."""
    record = np.where(table.bearer != NONE, table.bearer, table.answer)
    values, places, counts = np.unique(record, return_inverse=True, return_counts=True)
    counts = np.where(values == NONE, 0, counts)
    people = np.zeros(len(values), dtype=np.int64)
    np.add.at(people, places, (table.kind == 0) & (table.bearer != NONE))
    people = np.where(values == NONE, 0, people)
    top = (people == people.max()) & (people > 0)
    return (np.log1p(counts[places]) / 4).astype(np.float32), top[places].astype(np.float32)


def _one_hot(values: Ints, size: int) -> Sequence[NDArray[np.bool_]]:
    return [values == value for value in range(size)]


def _determiner_sort(determiner: str) -> int:
    if determiner in ("", "the"):
        return DETERMINERS.index(determiner)
    if determiner in ("this", "that", "these", "those"):
        return 3
    if determiner in grammar().possessive:
        return 4
    return 2 if determiner in ("a", "an") else 5


def _recurrence(values: Ints) -> tuple[Floats, Floats]:
    """Whether each value, other than ``NONE``, occurs before, and after."""
    seen: dict[int, int] = {}
    before = np.zeros(len(values), dtype=np.float32)
    for at, value in enumerate(values.tolist()):
        before[at] = value in seen and value != NONE
        seen[value] = at
    after = np.array([value != NONE and seen[value] > at for at, value in enumerate(values.tolist())])
    return before, after.astype(np.float32)


OWN_WIDTH = 3 + CLASS_COUNT + 4 + 4 + 3 + 4 + 4 + len(DETERMINERS) + 12 + 4 + 2 + 3
