"""Fits when a report itself vouches for what a statement holds, on marked stories and marked news.

    python -m training.fit_vouching [--weights FOLDER] [--write]

FOLDER holds the encoder, by default the one that ships. What is marked as the outlet's own voice counts as vouched for;
a statement that nobody marked counts a little as such. Prints how it holds across folds of stories.
``--write`` makes ``read/statements/vouched.npz``. Takes some minutes on one core.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sayso.core.reading import Reading, Statement, Voice
from sayso.read.entities.layout import lay_out
from sayso.read.reader import Reader
from sayso.read.statements.vouched import FILE, LIKELY
from sayso.read.statements.vouching import describe
from training.claim_stories import _article
from training.fit_voices import TOLD, choose_names, fit, tabulate, write
from training.marked import Mark, MarkedStory, kept_stories
from training.news import kept_news, learnt_news

VOUCHED = TOLD.with_name(FILE)
LEAST_SHARE = 0.5  # of a mark or of a content that both must share
UNMARKED = 0.2  # what a statement without a mark counts as vouched for
_FOLDS = 5


@dataclass(frozen=True, slots=True)
class Example:
    """A statement: its story, what is seen of it, whether the report vouches for it (None: not marked)."""

    story: str
    seen: Mapping[str, float]
    is_told: bool | None


def examples_of(story: MarkedStory, readings: Sequence[Reading]) -> Iterator[Example]:
    """The statements of a story's reports as read."""
    for number, reading in enumerate(readings):
        layout = lay_out(reading.text)
        marks = [mark for mark in story.marks if mark.report == number]
        for statement in reading.statements:
            mark = _mark_of(statement, marks)
            is_own = None if mark is None else mark.voice is Voice.OWN
            yield Example(story.name, describe(layout, statement), is_own)


def _mark_of(statement: Statement, marks: Sequence[Mark]) -> Mark | None:
    """The mark that shares most with a statement's content, if that is half of either."""
    best, most = None, 0.0
    size = sum(len(span.exact) for span in statement.content)
    for mark in marks:
        shared = sum(
            max(0, min(span.end, end) - max(span.start, start))
            for span in statement.content
            for start, end in mark.spans
        )
        least = min(size, sum(end - start for start, end in mark.spans))
        worth = shared + 0.5 * (mark.voice is not Voice.OWN)
        if shared >= LEAST_SHARE * least and worth > most:
            best, most = mark, worth
    return best


def learn(examples: Sequence[Example]) -> tuple[float, dict[str, float]]:
    """The bias and the weights by name."""
    seen = [example.seen for example in examples]
    names = choose_names(seen)
    told = np.array([float(example.is_told is not False) for example in examples])
    counts = np.array([UNMARKED if example.is_told is None else 1.0 for example in examples])
    bias, weights = fit(tabulate(seen, names), told, counts)
    return bias, dict(zip(names, weights.round(3).tolist(), strict=True))


def report(bias: float, weights: Mapping[str, float], examples: Sequence[Example]) -> tuple[int, ...]:
    """Of examples not learned from: the outlet's, found and all; somebody's, taken and all; unmarked likewise."""
    sums = [bias + sum(weights.get(n, 0.0) * v for n, v in e.seen.items()) for e in examples]
    given = [1 / (1 + np.exp(-s)) >= LIKELY for s in sums]
    pairs = list(zip(given, examples, strict=True))
    return (
        sum(bool(g) for g, e in pairs if e.is_told),
        sum(bool(e.is_told) for e in examples),
        sum(bool(g) for g, e in pairs if e.is_told is False),
        sum(e.is_told is False for e in examples),
        sum(bool(g) for g, e in pairs if e.is_told is None),
        sum(e.is_told is None for e in examples),
    )


def cross_validate(examples: Sequence[Example]) -> list[int]:
    """What ``report`` tells, over folds that share no story."""
    stories = sorted({e.story for e in examples})
    sums = [0] * 6
    for fold in range(_FOLDS):
        held = set(stories[fold::_FOLDS])
        bias, weights = learn([e for e in examples if e.story not in held])
        found = report(bias, weights, [e for e in examples if e.story in held])
        sums = [a + b for a, b in zip(sums, found, strict=True)]
    return sums


def main(argv: Sequence[str] | None = None) -> None:
    """Fit, measure, and write where asked to."""
    parser = argparse.ArgumentParser(prog="python -m training.fit_vouching", description=__doc__)
    parser.add_argument("--weights", type=Path, help="the encoder's folder, by default the one that ships")
    parser.add_argument("--write", action="store_true", help=f"make {FILE}")
    options = parser.parse_args(argv)
    reader = Reader.load(options.weights)
    examples: list[Example] = []
    for story in [*kept_stories(), *learnt_news(), *kept_news()]:
        readings = [
            reader.read_one(_article(f"{story.name}-{number}", text)).reading
            for number, text in enumerate(story.reports)
        ]
        examples += examples_of(story, readings)
    found, own, taken, said, loose, unmarked = cross_validate(examples)
    sys.stdout.write(
        f"the outlet's: {found} of {own} found; somebody's: {taken} of {said} taken; unmarked: {loose} of {unmarked}\n"
    )
    bias, weights = learn(examples)
    if options.write:
        write(VOUCHED, bias, weights)


if __name__ == "__main__":
    main()
