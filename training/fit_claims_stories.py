"""Fits how readily claims are joined, on whole stories whose claims are known, and says what it measures.

    python -m training.fit_claims_stories [--shared FOLDER] [--weights FOLDER] [--write]

Run it after the encoder's weights have changed. A weight is moved only where the stories that may be learnt from
(``training/stories``, three of ``bench/stories``, and FOLDER/story where it is there) gain clearly: few stories teach
little, and what they teach beyond the scale of the vectors did not hold on others when it was tried. The other stories
of ``bench/stories`` are scored before and after, and decide nothing but whether ``--write`` may change
``collate/weights.yaml``: it does not where they lose. Takes a few minutes on one core.
"""

import argparse
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from sayso.collate.weights import load_weights
from sayso.read.reader import Reader
from training.claim_scores import Scores, Trial, Tried
from training.claim_stories import GoldStory, read_gold, read_marked

ROOT = Path(__file__).parents[1]
WEIGHTS = ROOT / "src" / "sayso" / "collate" / "weights.yaml"
LEARNT = ("dam-collapse", "border-shooting", "vaccine-recall")
STEPS: tuple[tuple[str, str, tuple[float, ...]], ...] = (
    ("claims", "cut", (0.5, -0.5, 1.0)),
    ("claim", "bias", (0.5, -0.5)),
    ("claim", "meaning", (1.0, -0.4, 2.0)),
    ("claim", "nearest", (1.5, -1.5)),
    ("claim", "margin", (2.0, -1.5)),
    ("claim", "mutual", (0.6, -0.6)),
    ("claim", "covered_words", (1.0, -1.0)),
    ("claim", "same_toll", (0.8, -0.8)),
    ("claims", "own_cut", (0.7, -0.7)),
)
_LEAST_GAIN = 0.012  # of the objective: less is chance
_LEAST_PRECISION = 0.8  # of links: below it, precision is asked for
_CHANCE = 0.01  # how much the stories that decide nothing may lose
_WORTH = {"f1": 1.0, "precision": 1.0, "contests": 0.4, "voice": 0.3}


def main(argv: Sequence[str] | None = None) -> None:
    """Fit, measure and print."""
    parser = argparse.ArgumentParser(prog="python -m training.fit_claims_stories", description=__doc__)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder that holds story")
    parser.add_argument("--weights", type=Path, help="the encoder's folder, by default the one that ships")
    parser.add_argument("--write", action="store_true", help="change collate/weights.yaml")
    options = parser.parse_args(argv)
    learnt, rest = load_stories(options.shared, Reader.load(options.weights))
    short, whole, unseen = (Trial(stories) for stories in (*learnt, rest))
    _report("before", {}, short, whole, unseen)
    tried = search(short, whole)
    _report("after", tried, short, whole, unseen)
    for section, weights in tried.items():
        _say(f"{section}: " + ", ".join(f"{name} {value:g}" for name, value in weights.items()))
    lost = objective(unseen.score({})) - objective(unseen.score(tried))
    if not options.write or not tried:
        return
    if lost > _CHANCE:
        _say(f"not written: the unseen stories lose {lost:.3f}")
        return
    WEIGHTS.write_text(rewrite(WEIGHTS.read_text("utf-8"), tried), "utf-8")
    _say("written")


def load_stories(
    shared: Path, reader: Reader
) -> tuple[tuple[list[GoldStory], list[GoldStory]], list[GoldStory]]:
    """The short and the whole stories that may be learnt from, and those that may not."""
    short = list(read_marked(ROOT / "training" / "stories" / "claims.txt", reader))
    folders = sorted(p.parent for p in (ROOT / "bench" / "stories").glob("*/gold.json"))
    whole = [read_gold(folder, reader) for folder in folders if folder.name in LEARNT]
    if (shared / "story" / "gold.json").exists():
        whole.append(read_gold(shared / "story", reader))
    return (short, whole), [read_gold(folder, reader) for folder in folders if folder.name not in LEARNT]


def search(short: Trial, whole: Trial) -> dict[str, dict[str, float]]:
    """The weights that gain clearly when moved one by one, in one pass."""
    tried: dict[str, dict[str, float]] = {}

    def value(trial: Tried) -> float:
        return objective(whole.score(trial)) + objective(short.score(trial)) / 2

    best = value(tried)
    for section, name, steps in STEPS:
        old = load_weights(section)[name]
        for step in steps:
            moved = {**tried, section: {**tried.get(section, {}), name: round(old + step, 3)}}
            if section == "claim" and name != "bias" and old + step < 0:
                continue
            found = value(moved)
            if found > best + _LEAST_GAIN:
                best, tried = found, moved
    return tried


def objective(scores: Sequence[Scores]) -> float:
    """What is to be raised: links above all, their precision where it is low, contests, voices; mean of the stories."""
    return float(
        np.mean(
            [
                _WORTH["f1"] * s.link_f1
                + _WORTH["precision"] * min(s.precision, _LEAST_PRECISION)
                + _WORTH["contests"] * s.contest_f1
                + _WORTH["voice"] * s.voice
                for s in scores
            ]
        )
    )


def rewrite(text: str, tried: Mapping[str, Mapping[str, float]]) -> str:
    """The weights' file with other numbers, its comments kept."""
    for section, weights in tried.items():
        start = re.search(rf"^{section}:\n", text, re.MULTILINE)
        if start is None:
            raise ValueError(f"no section {section!r}")
        end = text.find("\n\n", start.end())
        part = text[start.end() : end]
        for name, value in weights.items():
            part = re.sub(rf"^(  {name}: )\S+", rf"\g<1>{value:g}", part, flags=re.MULTILINE)
        text = text[: start.end()] + part + text[end:]
    return text


def _report(label: str, tried: Tried, short: Trial, whole: Trial, unseen: Trial) -> None:
    for name, trial in (("short", short), ("learnt from", whole), ("unseen", unseen)):
        scores = trial.score(tried)
        columns = ("link_f1", "precision", "contest_f1", "voice")
        means = (f"{c} {np.mean([getattr(s, c) for s in scores]):.3f}" for c in columns)
        _say(f"{label}, {len(scores)} stories {name}: " + "; ".join(means))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
