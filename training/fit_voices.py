"""Fits whose words a proposition is that no statement holds, on marked stories (``training/stories``).

    python -m training.fit_voices [--weights FOLDER] [--write]

FOLDER holds the encoder, by default the one that ships. Learns from the stories that the encoder learns from, and
prints on those kept (``wire``) how many of the passages given to somebody are his, and how many of them are found.
``--write`` makes ``read/statements/told.npz``. Takes some minutes on one core.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.core.reading import Proposition, Voice
from sayso.read.entities.layout import lay_out
from sayso.read.reader import Reader
from sayso.read.statements.telling import describe, make_scene
from sayso.read.statements.told import FILE, LIKELY
from training.claim_stories import _article
from training.marked import Mark, MarkedStory, kept_stories, learnt_stories
from training.news import kept_news, learnt_news

Floats = NDArray[np.float64]

TOLD = Path(__file__).parents[1] / "src" / "sayso" / "read" / "statements" / FILE
LEAST_SHARE = 0.5  # of a mark or of a passage that both must share
LEAST_WORD = 8  # passages that a word must be in
LEAST_SIGN = 5
RIDGE = 2.0
UNMARKED = 0.1  # what a passage without a mark counts, as the outlet's own: most are
CAREFUL = 1.0  # by how much the outlet's own must be the less likely: what is put in a mouth should be said
STEPS = 300


@dataclass(frozen=True, slots=True)
class Example:
    """A passage that no statement holds: what is seen of it, whether somebody says it (None: not marked)."""

    seen: Mapping[str, float]
    is_told: bool | None


def collect(stories: Sequence[MarkedStory], reader: Reader) -> Iterator[Example]:
    """The passages of stories, as the reader leaves them without a statement."""
    for story in stories:
        for number, text in enumerate(story.reports):
            reading = reader.read_one(_article(f"{story.name}-{number}", text)).reading
            scene = make_scene(lay_out(text), reading.statements, reading.mentions)
            marks = [mark for mark in story.marks if mark.report == number]
            for proposition in reading.propositions:
                if proposition.statement is None:
                    mark = _mark_of(proposition, marks)
                    told = None if mark is None else mark.voice is not Voice.OWN
                    yield Example(describe(scene, proposition), told)


def _mark_of(proposition: Proposition, marks: Sequence[Mark]) -> Mark | None:
    """The mark that shares most with a passage, if that is half of either."""
    best, most = None, 0
    for mark in marks:
        span = proposition.span
        shared = sum(max(0, min(span.end, end) - max(span.start, start)) for start, end in mark.spans)
        least = min(span.end - span.start, sum(end - start for start, end in mark.spans))
        if shared > most and shared >= LEAST_SHARE * least:
            best, most = mark, shared
    return best


def choose_names(seen: Sequence[Mapping[str, float]]) -> list[str]:
    """The names of what is seen often enough, in order."""
    counts = Counter(name for one in seen for name in one)
    return sorted(n for n, c in counts.items() if c >= (LEAST_WORD if n.startswith("w ") else LEAST_SIGN))


def tabulate(seen: Sequence[Mapping[str, float]], names: Sequence[str]) -> Floats:
    """What is seen of each example, (examples, names)."""
    place = {name: at for at, name in enumerate(names)}
    table = np.zeros((len(seen), len(names)))
    for row, one in zip(table, seen, strict=True):
        for name, value in one.items():
            if name in place:
                row[place[name]] = value
    return table


def fit(table: Floats, told: Floats, counts: Floats) -> tuple[float, Floats]:
    """Logistic regression by Newton's method with halved steps, the bias not shrunk: the bias and the weights."""
    rows = np.hstack([np.ones((len(table), 1)), table])
    shrink = np.diag([0.0, *[RIDGE] * table.shape[1]])
    weights = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (counts * (told - chance)) - shrink @ weights
        curve = (rows * (counts * chance * (1 - chance))[:, None]).T @ rows + shrink
        step = np.linalg.solve(curve + 1e-6 * np.eye(len(curve)), slope)
        weights += step
        if float(np.abs(step).max()) < 1e-5:
            break
    return float(weights[0]), weights[1:]


def learn(examples: Sequence[Example]) -> tuple[float, dict[str, float]]:
    """The bias and the weights by name."""
    seen = [example.seen for example in examples]
    names = choose_names(seen)
    told = np.array([float(bool(example.is_told)) for example in examples])
    counts = np.array([UNMARKED if example.is_told is None else 1.0 for example in examples])
    bias, weights = fit(tabulate(seen, names), told, counts)
    return bias - CAREFUL, dict(zip(names, weights.round(3).tolist(), strict=True))


def report(bias: float, weights: Mapping[str, float], examples: Sequence[Example]) -> str:
    """How examples that were not learned from come out."""
    sums = [bias + sum(weights.get(n, 0.0) * v for n, v in e.seen.items()) for e in examples]
    given = [1 / (1 + np.exp(-s)) >= LIKELY for s in sums]
    right = sum(g and bool(e.is_told) for g, e in zip(given, examples, strict=True))
    wrong = sum(g and e.is_told is False for g, e in zip(given, examples, strict=True))
    loose = sum(g and e.is_told is None for g, e in zip(given, examples, strict=True))
    told = sum(bool(e.is_told) for e in examples)
    own = sum(e.is_told is False for e in examples)
    return (
        f"somebody's: {right} of {told} given to him; the outlet's: {wrong} of {own}; "
        f"unmarked: {loose} of {len(examples) - told - own}"
    )


def main(argv: Sequence[str] | None = None) -> None:
    """Fit, measure, and write where asked to."""
    parser = argparse.ArgumentParser(prog="python -m training.fit_voices", description=__doc__)
    parser.add_argument("--weights", type=Path, help="the encoder's folder, by default the one that ships")
    parser.add_argument("--write", action="store_true", help=f"make {FILE}")
    options = parser.parse_args(argv)
    reader = Reader.load(options.weights)
    bias, weights = learn(list(collect([*learnt_stories(), *learnt_news()], reader)))
    sys.stdout.write(f"{len(weights)} weights\n")
    for name, stories in (("kept stories", kept_stories()), ("kept news", kept_news())):
        sys.stdout.write(f"{name}: {report(bias, weights, list(collect(stories, reader)))}\n")
    if options.write:
        write(TOLD, bias, weights)


def write(path: Path, bias: float, weights: Mapping[str, float]) -> None:
    """Write the weights where the reader looks for them."""
    numbers = np.array(list(weights.values()), dtype=np.float32)
    np.savez_compressed(path, names=np.array("\n".join(weights)), weights=numbers, bias=np.float32(bias))


if __name__ == "__main__":
    main()
