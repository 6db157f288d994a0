"""The learned part of telling an act: multinomial logistic regression over what a statement means, says and shows.

1. The encoder's vectors (``RawReading.meanings``) of the content, of the cue's sentence and of the cue; and what its
   own head says of the content's act (``RawReading.act_odds``).
2. The words: of the content alone and in pairs, those at its head, the cue's, those around it.
3. The signs of ``act.FEATURES``, which know the report's quarrel and the word lists.

``python -m training.fit_acts`` fits it; the numbers lie in ``acts.npz`` beside this file.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import log2
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.core.reading import Act
from sayso.core.span import Span
from sayso.read.arrays import load_arrays, remedy_of
from sayso.read.spans import Attribution
from sayso.read.statements.act import FEATURES
from sayso.read.statements.utterance import Utterance

Floats = NDArray[np.float32]
Meanings = Callable[[Sequence[Span]], Floats]  # spans to their unit vectors, (spans, width)
Odds = Callable[[Sequence[Span]], Floats]  # spans to the log-probabilities of their acts, (spans, acts)

ACTS = tuple(Act)
PARTS = ("content", "sentence", "cue")
SCALES = {"content": 4.0, "sentence": 2.0, "cue": 2.0, "signs": 1.0, "words": 0.5, "odds": 1.0}
LONGEST = 300  # words of a content that are looked at
HEAD = 4  # words whose place is told
FILE = "acts.npz"
NUMBERS = ("bias", "vectors", "odds", "signs", "words")


def words_of(utterance: Utterance) -> Iterator[str]:
    """The names of the word features that a statement has; some come more than once."""
    words = [
        word.form for word in utterance.words()[:LONGEST] if word.form[0].isalnum() or word.form in "?!,"
    ]
    yield from (f"w:{word}" for word in words)
    yield from (f"b:{one} {other}" for one, other in pairwise(words))
    head = [word.form for word in utterance.first_sentence()[:LONGEST] if word.form[0].isalnum()][:HEAD]
    yield from (f"p{place}:{word}" for place, word in enumerate(head))
    yield from (f"P:{word}" for word in head[:3])
    yield from (f"c:{word}" for word in utterance.cue.words)
    yield from (f"a:{word.form}" for word in utterance.around())
    yield f"length {min(6, int(log2(len(words) + 1)))}"
    if utterance.is_quoted:
        yield "quoted"


def passages_of(
    attribution: Attribution, utterance: Utterance
) -> tuple[Sequence[Span], Sequence[Span], Sequence[Span]]:
    """The spans whose vectors count: of the content, of the sentence that the cue stands in, of the cue."""
    layout = utterance.layout
    at = (*attribution.cue, *utterance.content)[0].start
    sentence = Span.of(layout.text, *layout.sentences[layout.sentence_of(at)])
    return utterance.content, (sentence,), attribution.cue


def vectors_of(passages: Sequence[Sequence[Span]], meanings: Meanings) -> Floats:
    """One unit vector for each list of spans, (lists, width): the mean of theirs; zeros for an empty list."""
    found = meanings([span for spans in passages for span in spans])
    rows = np.zeros((len(passages), found.shape[1]), dtype=np.float32)
    at = 0
    for row, spans in zip(rows, passages, strict=True):
        if spans:
            np.add.reduce(found[at : at + len(spans)], axis=0, out=row)
            row /= np.float32(len(spans))
            row /= max(1e-6, float(np.sqrt(row.dot(row))))
        at += len(spans)
    return rows


def odds_of(content: Sequence[Span], odds: Odds) -> Floats:
    """The mean log-probabilities of the acts over a content's spans, the longer counting for more, (acts,)."""
    lengths = np.array([span.end - span.start for span in content], dtype=np.float32)
    return np.asarray(lengths / lengths.sum() @ odds(content), dtype=np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class ActModel:
    """The fitted weights; every table has one column an act, in the order of ``ACTS``."""

    bias: Floats  # (acts,)
    vectors: Floats  # (parts, width, acts)
    odds: Floats  # (acts told by the encoder, acts)
    signs: Mapping[str, Floats]  # by the name of a feature
    words: Mapping[str, Floats]  # by the name of a word feature

    def weigh(
        self, utterance: Utterance, vectors: Floats, odds: Floats, held: Sequence[float]
    ) -> dict[Act, float]:
        """The log-odds of each act, up to a constant.

        ``vectors``: (parts, width), see ``vectors_of``; ``odds``: (acts,), see ``odds_of``; ``held``: what each of
        FEATURES has, see ``act.hold``.
        """
        sums = self.bias + np.einsum("pw,pwa->a", vectors, self.vectors) + odds @ self.odds
        for feature, value in zip(FEATURES, held, strict=True):
            if value and feature.name in self.signs:
                sums = sums + value * self.signs[feature.name]
        known = self.words.keys() & set(words_of(utterance))
        for name in sorted(known):  # in one order, so that sums round alike on every run
            sums = sums + self.words[name]
        return dict(zip(ACTS, sums.tolist(), strict=True))


@cache
def act_model() -> ActModel:
    """The fitted model that ships. Raises WeightsError where its file is missing or damaged."""
    return load_model(Path(str(files("sayso.read.statements") / FILE)))


def load_model(path: Path) -> ActModel:
    """The model in a file. Raises WeightsError where it is missing or damaged."""
    named = ("sign_names", "word_names")
    table = load_arrays(path, "acts", remedy=remedy_of("training.fit_acts"), needs=(*NUMBERS, *named))
    numbers = {name: table[name].astype(np.float32) for name in NUMBERS}
    signs, words = (str(table[name]).split("\n") for name in named)
    return ActModel(
        numbers["bias"],
        numbers["vectors"],
        numbers["odds"],
        dict(zip(signs, numbers["signs"], strict=True)),
        dict(zip(words, numbers["words"], strict=True)),
    )
