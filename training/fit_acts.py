"""Fits the weights by which acts are told, and writes them beside the code.

    python -m training.fit_acts [--weights FOLDER] [--folds N] [--keep]

FOLDER holds the encoder, by default the one that ships; its vectors are features, so a new encoder asks for a new fit.
What it is fitted on are the statements of the marked stories and news that the encoder did not learn from, as the
reader finds them, and the passages of ``acts.tsv``; of passages that the encoder has learned from its own word is not
heard.
Prints the share of acts that are right across folds and on the unseen passages, beside what the rules alone tell.
Takes some minutes. ``--keep`` writes nothing.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.core.reading import Act
from sayso.read.encoder.network import Network
from sayso.read.encoder.raw import RawReading, read_raw
from sayso.read.encoder.weights import ENCODER_FILE, TOKENIZER_FILE, Weights, shipped_folder
from sayso.read.entities import find_entities
from sayso.read.spans import Attribution
from sayso.read.statements.act import FEATURES, hold, weigh_signs
from sayso.read.statements.hearing import Hearing
from sayso.read.statements.learned import ACTS, FILE, SCALES, odds_of, passages_of, vectors_of, words_of
from sayso.read.statements.repair import repair_attributions
from training.acts import TRAINING, UNSEEN, Passage, read_passages
from training.marked import Mark, MarkedStory, kept_stories, split
from training.news import kept_news

Floats = NDArray[np.float32]

_RIDGE = 2.0
_STEPS = 250
_LEAST = 3  # passages that a word feature must stand in
_SEED = 7
FIRST = {"passages": 0, "stories": 1_000_000, "news": 2_000_000}  # the number of the first of each


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """One statement as the model sees it."""

    passage: int
    act: Act
    rules: Floats  # (acts,) what the rules weigh
    vectors: Floats  # (parts, width)
    odds: Floats  # (acts,)
    signs: Floats
    words: frozenset[str]


def collect(passages: Sequence[Passage], weights: Weights) -> Iterator[Example]:
    """The examples of the passages, as the encoder in ``weights`` reads them."""
    tokenizer = Tokenizer.from_file(str(weights.path(TOKENIZER_FILE)))
    network = Network(weights, thread_count=1)
    for number, passage in enumerate(passages):
        raw = read_raw(passage.text, tokenizer, network)
        index = find_entities(passage.text, raw.names(), passage.attributions)
        hearing = Hearing(index, passage.attributions)
        learnt = number in split(range(len(passages)))[0]
        for attribution, act in zip(passage.attributions, passage.acts, strict=True):
            yield _example(number, attribution, act, hearing, raw, heard=not learnt)


def collect_stories(stories: Sequence[MarkedStory], weights: Weights, first: int) -> Iterator[Example]:
    """The examples of marked stories, numbered from ``first``: what the reader finds that a mark stands for."""
    tokenizer = Tokenizer.from_file(str(weights.path(TOKENIZER_FILE)))
    network = Network(weights, thread_count=1)
    for number, story in enumerate(stories, start=first):
        for report, text in enumerate(story.reports):
            raw = read_raw(text, tokenizer, network)
            found = repair_attributions(text, raw.attributions())
            index = find_entities(text, raw.names(), found, mentions=raw.mentions(), hidden=raw.hidden)
            hearing = Hearing(index, found)
            marks = [mark for mark in story.marks if mark.report == report and mark.act is not None]
            for attribution in found:
                act = _act_of(attribution, marks)
                if act is not None:
                    yield _example(number, attribution, act, hearing, raw, heard=True)


def _act_of(attribution: Attribution, marks: Sequence[Mark]) -> Act | None:
    """The act of the mark that shares most characters with an attribution's content, and half of either's."""
    said = {at for span in attribution.content for at in range(span.start, span.end)}
    best, act = 0, None
    for mark in marks:
        marked = {at for start, end in mark.spans for at in range(start, end)}
        shared = len(said & marked)
        if shared > best and 2 * shared > max(len(said), len(marked)):
            best, act = shared, mark.act
    return act


def _example(
    passage: int, attribution: Attribution, act: Act, hearing: Hearing, raw: RawReading, *, heard: bool
) -> Example:
    speaker = hearing.index.speaker_of(attribution.source)
    utterance = hearing.utterance(attribution, attribution.content, speaker)
    held = hold(utterance)
    odds = odds_of(attribution.content, raw.act_odds)
    return Example(
        passage,
        act,
        np.array([weigh_signs(utterance, held)[act] for act in ACTS], dtype=np.float32),
        vectors_of(passages_of(attribution, utterance), raw.meanings),
        odds if heard else np.full_like(odds, -np.log(len(ACTS))),
        np.array(held, dtype=np.float32),
        frozenset(words_of(utterance)),
    )


def vocabulary(examples: Sequence[Example]) -> list[str]:
    """The word features that are met often enough."""
    counts = Counter(word for example in examples for word in example.words)
    return sorted(word for word, count in counts.items() if count >= _LEAST)


def design(examples: Sequence[Example], words: Sequence[str]) -> Floats:
    """One row an example: vectors, signs and words, each by its scale."""
    places = {word: place for place, word in enumerate(words)}
    bag = np.zeros((len(examples), len(words)), dtype=np.float32)
    for row, example in enumerate(examples):
        bag[row, [places[word] for word in example.words if word in places]] = SCALES["words"]
    scales = np.array([SCALES["content"], SCALES["sentence"], SCALES["cue"]], dtype=np.float32)
    vectors = np.stack([example.vectors * scales[:, None] for example in examples])
    odds = np.stack([example.odds for example in examples]) * SCALES["odds"]
    signs = np.stack([example.signs for example in examples]) * SCALES["signs"]
    return np.concatenate([vectors.reshape(len(examples), -1), odds, signs, bag], axis=1).astype(np.float32)


def fit(rows: Floats, labels: NDArray[np.int64]) -> tuple[Floats, Floats]:
    """Weights (features, acts) and bias (acts,) of multinomial logistic regression, by Nesterov's method."""
    goal = np.eye(len(ACTS), dtype=np.float32)[labels]
    rate = 1 / (0.5 * _norm(rows) ** 2 + _RIDGE)
    weights = ahead = np.zeros((rows.shape[1], len(ACTS)), dtype=np.float32)
    bias = ahead_bias = np.zeros(len(ACTS), dtype=np.float32)
    pace = 1.0
    for _ in range(_STEPS):
        wrong = _softmax(rows @ ahead + ahead_bias) - goal
        new = ahead - rate * (rows.T @ wrong + _RIDGE * ahead)
        new_bias = ahead_bias - 2 / len(rows) * wrong.sum(0)
        after = (1 + (1 + 4 * pace * pace) ** 0.5) / 2
        ahead = new + (pace - 1) / after * (new - weights)
        ahead_bias = new_bias + (pace - 1) / after * (new_bias - bias)
        weights, bias, pace = new, new_bias, after
    return weights.astype(np.float32), bias.astype(np.float32)


def _norm(rows: Floats) -> float:
    """The largest singular value, from above by a hair."""
    vector = np.ones(rows.shape[1], dtype=np.float32)
    for _ in range(30):
        vector = rows.T @ (rows @ (vector / np.linalg.norm(vector)))
    return float(np.linalg.norm(vector)) ** 0.5 * 1.02


def _softmax(sums: Floats) -> Floats:
    raised = np.exp(sums - sums.max(1, keepdims=True))
    return np.asarray(raised / raised.sum(1, keepdims=True), dtype=np.float32)


def cross_validate(examples: Sequence[Example], folds: int) -> NDArray[np.int64]:
    """The act told of each example by a model fitted on the folds that do not hold its passage."""
    passages = sorted({example.passage for example in examples})
    order = np.random.default_rng(_SEED).integers(folds, size=len(passages))
    of_passage = dict(zip(passages, order.tolist(), strict=True))
    fold_of = np.array([of_passage[example.passage] for example in examples])
    labels = _labels(examples)
    told = np.zeros(len(examples), dtype=np.int64)
    for fold in range(folds):
        train = [e for e, at in zip(examples, fold_of, strict=True) if at != fold]
        test = [e for e, at in zip(examples, fold_of, strict=True) if at == fold]
        words = vocabulary(train)
        weights, bias = fit(design(train, words), labels[fold_of != fold])
        told[fold_of == fold] = (design(test, words) @ weights + bias).argmax(1)
    return told


def _labels(examples: Sequence[Example]) -> NDArray[np.int64]:
    return np.array([ACTS.index(example.act) for example in examples])


def save(path: Path, words: Sequence[str], weights: Floats, bias: Floats, encoder: str) -> None:
    """Write the model, its scales multiplied in; ``encoder`` is the hash of the encoder that it was fitted with."""
    width = (len(weights) - len(ACTS) - len(FEATURES) - len(words)) // 3
    parts = weights[: 3 * width].reshape(3, width, len(ACTS))
    odds, signs, bag = np.split(weights[3 * width :], np.cumsum([len(ACTS), len(FEATURES)]))
    scales = np.array([SCALES["content"], SCALES["sentence"], SCALES["cue"]], dtype=np.float32)
    with path.open("wb") as file:
        np.savez_compressed(
            file,
            bias=bias,
            vectors=(parts * scales[:, None, None]).astype(np.float16),
            odds=(odds * SCALES["odds"]).astype(np.float16),
            signs=(signs * SCALES["signs"]).astype(np.float16),
            words=(bag * SCALES["words"]).astype(np.float16),
            sign_names=np.array("\n".join(feature.name for feature in FEATURES)),
            word_names=np.array("\n".join(words)),
            encoder=np.array(encoder),
        )


def main(argv: Sequence[str] | None = None) -> None:
    """Fit, print and write."""
    parser = argparse.ArgumentParser(prog="python -m training.fit_acts", description=__doc__)
    parser.add_argument("--weights", type=Path, default=shipped_folder())
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--keep", action="store_true")
    options = parser.parse_args(argv)
    folder = Weights(options.weights)
    examples = list(collect(read_passages(TRAINING), folder))
    examples += collect_stories(kept_stories(), folder, FIRST["stories"])
    examples += collect_stories(kept_news(), folder, FIRST["news"])
    unseen = list(collect(read_passages(UNSEEN), folder))
    words, labels = vocabulary(examples), _labels(examples)
    weights, bias = fit(design(examples, words), labels)
    if options.folds > 1:
        told = cross_validate(examples, options.folds)
        kinds = np.searchsorted([*FIRST.values()], [example.passage for example in examples], side="right")
        for number, name in enumerate(FIRST, start=1):
            kept = [example for example, kind in zip(examples, kinds, strict=True) if kind == number]
            _report(f"{name}, across folds", kept, told[kinds == number])
    _report("unseen", unseen, (design(unseen, words) @ weights + bias).argmax(1))
    if not options.keep:
        home = Path(__file__).resolve().parent.parent / "src" / "sayso" / "read" / "statements" / FILE
        save(home, words, weights, bias, folder.settings["sha256"][ENCODER_FILE])


def _report(name: str, examples: Sequence[Example], told: NDArray[np.int64]) -> None:
    labels = _labels(examples)
    if not examples:
        return
    rules = np.mean([example.rules.argmax() == ACTS.index(example.act) for example in examples])
    lines = [
        f"{name}: {np.mean(told == labels):.3f} of {len(examples)} right, by the rules alone {rules:.3f}"
    ]
    for number, act in enumerate(ACTS):
        both = int(((told == number) & (labels == number)).sum())
        lines.append(
            f"  {act:9} recall {both / max(1, (labels == number).sum()):.2f}"
            f" precision {both / max(1, (told == number).sum()):.2f}"
        )
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
