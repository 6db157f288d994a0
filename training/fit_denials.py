"""Fits the weights by which collation tells who denies a claim, on stories whose readings are marked.

    python -m training.fit_denials [--weights FOLDER] [--shared FOLDER] [--write]

The stories are those of ``training/stories`` that the encoder did not learn from, those from the news counted three
times: there denials are rarer. Run it after ``fit_claims``, since a reading is looked at among those that collation
joins with it. Prints how many of the readings of others' words have the right voice across folds of stories, by the
rules and by the weights, and contests and voices on the stories of ``bench/stories``. ``--write`` changes
``collate/weights.yaml``. Takes some minutes on one core.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from sayso.collate.claims import make
from sayso.collate.claims.make import Group
from sayso.collate.claims.voices import FEATURES, measure_denial
from sayso.core.reading import Voice
from sayso.read.reader import Reader
from training.claim_scores import Scores, Trial
from training.claim_stories import GoldStory, read_marked
from training.fit_claims import ROOT, WEIGHTS, fit_logistic, read_bench, rewrite, stands_for
from training.marked import kept_stories
from training.news import kept_news

Floats = NDArray[np.float64]

_FOLDS = 5
_RIDGE = 3.0
NEWS_TIMES = 3


def collect(story: GoldStory, groups: Sequence[Group]) -> tuple[Floats, Floats]:
    """The features (readings, FEATURES) of a story's readings of others' words, and 1 for those marked as denials."""
    rows, labels = [], []
    for group in groups:
        for number, unit in enumerate(group.units):
            voices = {
                g.voice for g in story.claims if stands_for(unit.span.exact, unit.article, g.words, g.article)
            }
            if unit.statement is None or len(group.units) < 2 or len(voices) != 1 or Voice.OWN in voices:
                continue
            others = [other for at, other in enumerate(group.units) if at != number]
            by_rule = group.voices[number] is Voice.DENIED
            rows.append(measure_denial(unit, others, story.sides, is_by_rule=by_rule))
            labels.append(float(voices == {Voice.DENIED}))
    return np.array(rows).reshape(-1, len(FEATURES)), np.array(labels)


def cross_validate(stories: Sequence[tuple[Floats, Floats]]) -> tuple[float, float]:
    """The share of readings with the right voice in folds that share no story: by the rules, by the weights."""
    by_rule, right = [], []
    for fold in range(_FOLDS):
        rows, labels = joined([s for at, s in enumerate(stories) if at % _FOLDS != fold])
        weights = fit_logistic(rows, labels, _RIDGE)
        rows, labels = joined(stories[fold::_FOLDS])
        by_rule += list((rows[:, 0] > 0) == (labels > 0))
        right += list((weights[0] + rows @ weights[1:] > 0) == (labels > 0))
    return float(np.mean(by_rule)), float(np.mean(right))


def joined(stories: Sequence[tuple[Floats, Floats]]) -> tuple[Floats, Floats]:
    """All stories' rows and labels, one below the other."""
    return np.concatenate([rows for rows, _ in stories]), np.concatenate([labels for _, labels in stories])


def by_rules(stories: Sequence[GoldStory]) -> Iterator[tuple[GoldStory, list[Group]]]:
    """Stories as collation joins their readings, with the voices that the rules give."""
    with patch.object(make, "settle_voices", lambda _units, voices, _sides: dict(voices)):
        yield from Trial(stories).groups({})


def main(argv: Sequence[str] | None = None) -> None:
    """Fit, measure, print, and write where asked to."""
    parser = argparse.ArgumentParser(prog="python -m training.fit_denials", description=__doc__)
    parser.add_argument("--weights", type=Path, help="the encoder's folder, by default the one that ships")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder that holds story")
    parser.add_argument("--write", action="store_true", help="change collate/weights.yaml")
    options = parser.parse_args(argv)
    reader = Reader.load(options.weights)
    stories: list[tuple[Floats, Floats]] = []
    for kind, marked, times in (("invented", kept_stories(), 1), ("news", kept_news(), NEWS_TIMES)):
        held = [collect(*told) for told in by_rules(list(read_marked(marked, reader)))]
        stories += held * times
        if held:
            _say_how(kind, held)
    rows, labels = joined(stories)
    found = dict(zip(("bias", *FEATURES), fit_logistic(rows, labels, _RIDGE).round(2).tolist(), strict=True))
    for name, gold in zip(("developed on", "unseen"), read_bench(options.shared, reader), strict=True):
        with patch.object(make, "settle_voices", lambda _units, voices, _sides: dict(voices)):
            _report(f"{name}, rules", Trial(gold).score({}))
        _report(f"{name}, weights", Trial(gold).score({"denied": found}))
    sys.stdout.write("".join(f"  {name}: {value:g}\n" for name, value in found.items()))
    if options.write:
        WEIGHTS.write_text(rewrite(WEIGHTS.read_text("utf-8"), {"denied": found}), "utf-8")


def _say_how(kind: str, stories: Sequence[tuple[Floats, Floats]]) -> None:
    """Print how rules and weights fitted on stories of this kind alone hold across their folds."""
    labels = joined(stories)[1]
    before, after = cross_validate(stories)
    sys.stdout.write(
        f"{kind}: {len(labels)} readings, {int(labels.sum())} denials; "
        f"right by rules {before:.3f}, by weights {after:.3f}\n"
    )


def _report(label: str, scores: Sequence[Scores]) -> None:
    means = (f"{c} {np.mean([getattr(s, c) for s in scores]):.3f}" for c in ("contest_f1", "voice"))
    sys.stdout.write(f"{label}: {'; '.join(means)}\n")


if __name__ == "__main__":
    main()
