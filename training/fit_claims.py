"""Fits the weights by which collation joins propositions into claims, on stories whose claims are marked.

    python -m training.fit_claims [--weights FOLDER] [--shared FOLDER] [--write]

FOLDER holds the encoder, by default the one that ships; run it after its weights have changed. The stories are those of
``training/stories``, invented and from the news, that the encoder did not learn from, read by the whole reader, so that
a pair's features are what collation meets. How readily claims are joined is chosen on those and on the stories of
``bench/stories`` that are for developing (``DEVELOPED``), and SHARED/story where it is there. Prints precision and
recall of pairs across folds of stories, and how claims come out on all these and on the other stories of
``bench/stories``, before and after.
``--write`` changes ``collate/weights.yaml``. Takes some minutes on one core.
"""

import argparse
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.collate.claims.features import AGAINST, FEATURES
from sayso.collate.claims.links import Link
from sayso.collate.claims.make import Group
from sayso.collate.claims.pairs import measure_pairs
from sayso.collate.weights import load_weights
from sayso.read.reader import Reader
from training.claim_scores import Scores, Trial, Tried
from training.claim_stories import LEAST_OVERLAP, GoldStory, overlap, read_gold, read_marked
from training.marked import kept_stories
from training.news import kept_news

Floats = NDArray[np.float64]

ROOT = Path(__file__).parents[1]
WEIGHTS = ROOT / "src" / "sayso" / "collate" / "weights.yaml"
DEVELOPED = (
    "border-shooting",
    "ceasefire-at-sea",
    "dam-collapse",
    "gas-interview",
    "hostage-deal",
    "mine-strike",
    "party-ban",
    "run-off-protest",
    "vaccine-recall",
)
CUTS = (-3.0, -2.75, -2.5, -2.25, -2.0, -1.75)
ALONE = {"two_cut": 1.0, "two_own_cut": 2.25}  # above the cut: what two that nobody joins must score
_RIDGE = 1.0
_STEPS = 50
_FOLDS = 5
_STEP = 0.5  # of the way from the weights that are there: fits on other stories part by more than they score
_LEAST_PRECISION = 0.8  # of links: below it, precision is asked for
_WORTH = {"f1": 1.0, "precision": 0.5, "contests": 0.4, "voice": 0.3}


def fit(features: Floats, labels: Floats, *, ridge: float = _RIDGE) -> Floats:
    """Logistic regression, each feature's weight of the sign that its meaning asks: the bias, then the weights.

    A feature whose weight would come out with the other sign is left out, the worst first, and the rest fitted anew.
    """
    signs = np.array([-1.0 if name in AGAINST else 1.0 for name in FEATURES])
    kept = np.arange(features.shape[1])
    while True:
        weights = fit_logistic(features[:, kept], labels, ridge)
        wrong = signs[kept] * weights[1:]
        if not len(kept) or wrong.min() >= 0:
            break
        kept = np.delete(kept, int(wrong.argmin()))
    found = np.zeros(features.shape[1] + 1)
    found[0], found[kept + 1] = weights[0], weights[1:]
    return found


def fit_logistic(features: Floats, labels: Floats, ridge: float) -> Floats:
    """Logistic regression by Newton's method; the bias is not shrunk."""
    rows = np.hstack([np.ones((len(features), 1)), features])
    shrink = np.diag([0.0, *[ridge] * features.shape[1]])
    weights = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (labels - chance) - shrink @ weights
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + shrink
        step = np.linalg.solve(curve, slope)
        weights += step
        if float(np.abs(step).max()) < 1e-6:
            break
    return weights


def collect(story: GoldStory) -> tuple[Floats, Floats]:
    """The features (pairs, FEATURES) of a story's measured pairs, and 1 where both carry one claim, else 0."""
    measured = measure_pairs(story.units)
    carried = [
        frozenset(g.claim for g in story.claims if stands_for(u.span.exact, u.article, g.words, g.article))
        for u in story.units
    ]
    labels = [float(bool(carried[a] & carried[b])) for a, b in measured]
    return np.array([*measured.values()]).reshape(-1, len(FEATURES)), np.array(labels)


def stands_for(found: str, article: str, gold: str, gold_article: str) -> bool:
    """Whether a passage that was found is what gold marks."""
    return article == gold_article and overlap(gold, found) >= LEAST_OVERLAP


def cross_validate(pairs: Sequence[tuple[Floats, Floats]]) -> Mapping[str, float]:
    """Precision, recall and F1 of pairs in folds that share no story."""
    right = made = wanted = 0.0
    for fold in range(_FOLDS):
        train = [pair for at, pair in enumerate(pairs) if at % _FOLDS != fold]
        weights = fit(*_joined(train))
        for features, labels in pairs[fold::_FOLDS]:
            joined = weights[0] + features @ weights[1:] > 0
            right += float((joined & (labels > 0)).sum())
            made += float(joined.sum())
            wanted += float(labels.sum())
    return {
        "precision": right / max(1.0, made),
        "recall": right / max(1.0, wanted),
        "f1": 2 * right / max(1.0, made + wanted),
    }


def _joined(pairs: Sequence[tuple[Floats, Floats]]) -> tuple[Floats, Floats]:
    return np.concatenate([f for f, _ in pairs]), np.concatenate([y for _, y in pairs])


def search(trials: Sequence[Trial], weights: Mapping[str, float]) -> dict[str, Mapping[str, float]]:
    """The cuts by which claims come out best on average over the trials, with the weights of pairs."""
    tries = [
        {"claim": weights, "claims": {"cut": cut, **{name: cut + more for name, more in ALONE.items()}}}
        for cut in CUTS
    ]
    return max(tries, key=lambda tried: sum(objective(trial.score(tried)) for trial in trials))


def calibrate(marked: Sequence[Trial], sampled: Trial, tried: Tried) -> tuple[dict[str, float], str]:
    """The weights of ``link``, and how predicted and observed shares agree across folds of stories, in fifths.

    In ``marked`` stories every claim is marked, but the invented ones are told as differently as can be; in ``sampled``
    ones gold holds some readings, and only those are judged. All sets count alike.
    """
    sets = [*(_rows(trial, tried, whole=True) for trial in marked), _rows(sampled, tried, whole=False)]
    sets = [rows for rows in sets if len(rows)]
    most = max(len(rows) for rows in sets)
    rows = np.concatenate([rows for rows in sets for _ in range(max(1, round(most / len(rows))))])
    features, goal, fold = rows[:, :2], rows[:, 2], rows[:, 3]
    chance = np.zeros(len(goal))
    for number in range(_FOLDS):
        weights = fit_logistic(features[fold != number], goal[fold != number], _RIDGE)
        chance[fold == number] = 1 / (1 + np.exp(-(weights[0] + features[fold == number] @ weights[1:])))
    order = np.array_split(np.argsort(chance, kind="stable"), 5)
    shown = ", ".join(f"{chance[part].mean():.2f}: {goal[part].mean():.2f}" for part in order)
    found = fit_logistic(features, goal, _RIDGE).round(3).tolist()
    error = sum(len(part) * abs(chance[part].mean() - goal[part].mean()) for part in order) / len(goal)
    return dict(zip(("shift", "likeness", "tied"), found, strict=True)), f"{shown}; error {error:.3f}"


def _rows(trial: Trial, tried: Tried, *, whole: bool) -> Floats:
    """Likeness, whether tied, whether right, and the fold of each judged link: (links, 4)."""
    return np.array(
        [
            (link.likeness, float(link.is_tied), float(is_right), float(number % _FOLDS))
            for number, (story, groups) in enumerate(trial.groups(tried))
            for link, is_right in _judged(story, groups, whole=whole)
        ]
    ).reshape(-1, 4)


def _judged(story: GoldStory, groups: Sequence[Group], *, whole: bool) -> Iterator[tuple[Link, bool]]:
    """The links of readings in groups, and whether each says what at least half of the group's others say.

    Where gold is not ``whole``, readings that it does not hold are passed over.
    """
    for group in groups:
        carried = [
            {g.claim for g in story.claims if stands_for(unit.span.exact, unit.article, g.words, g.article)}
            for unit in group.units
        ]
        told = [n for n, claims in enumerate(carried) if whole or claims]
        for number in told if group.links else ():
            link, others = group.links[number], [carried[n] for n in told if n != number]
            if link is not None and others:
                shared = sum(bool(carried[number] & other) for other in others)
                yield link, 2 * shared >= len(others)


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


def rewrite(text: str, tried: Tried) -> str:
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


def read_bench(shared: Path, reader: Reader) -> tuple[list[GoldStory], list[GoldStory]]:
    """The stories with gold that may be developed on, and those that nothing is fitted on."""
    folders = sorted(p.parent for p in (ROOT / "bench" / "stories").glob("*/gold.json"))
    real = [shared / "story"] if (shared / "story" / "gold.json").exists() else []
    seen = [folder for folder in folders if folder.name in DEVELOPED] + real
    rest = [folder for folder in folders if folder.name not in DEVELOPED]
    return [read_gold(f, reader) for f in seen], [read_gold(f, reader) for f in rest]


def main(argv: Sequence[str] | None = None) -> None:
    """Fit, measure, print, and write where asked to."""
    parser = argparse.ArgumentParser(prog="python -m training.fit_claims", description=__doc__)
    parser.add_argument("--weights", type=Path, help="the encoder's folder, by default the one that ships")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder that holds story")
    parser.add_argument("--write", action="store_true", help="change collate/weights.yaml")
    options = parser.parse_args(argv)
    reader = Reader.load(options.weights)
    invented, news = (list(read_marked(marked, reader)) for marked in (kept_stories(), kept_news()))
    stories = [*invented, *news]
    pairs = [collect(story) for story in stories]
    features, labels = _joined(pairs)
    start = np.array([load_weights("claim")[name] for name in ("bias", *FEATURES)])
    found = (start + _STEP * (fit(features, labels) - start)).round(2).tolist()
    scores = {name: round(value, 3) for name, value in cross_validate(pairs).items()}
    _say(
        f"{len(labels)} pairs of {len(stories)} stories, {int(labels.sum())} the same; across folds {scores}"
    )
    seen, rest = read_bench(options.shared, reader)
    kinds = {"invented": invented, "news": news, "developed on": seen, "unseen": rest}
    trials = {kind: Trial(held) for kind, held in kinds.items() if held}
    marked = [trials[kind] for kind in ("invented", "news") if kind in trials]
    tried = search([*marked, trials["developed on"]], dict(zip(("bias", *FEATURES), found, strict=True)))
    tried["link"], reliability = calibrate(marked, trials["developed on"], tried)
    _say(f"links, predicted and observed across folds: {reliability}")
    for label, trial in trials.items():
        _report(f"{label}, before", trial.score({}))
        _report(f"{label}, after", trial.score(tried))
    for section, weights in tried.items():
        _say(f"{section}: " + ", ".join(f"{name} {value:g}" for name, value in weights.items()))
    if options.write:
        WEIGHTS.write_text(rewrite(WEIGHTS.read_text("utf-8"), tried), "utf-8")


def _report(label: str, scores: Sequence[Scores]) -> None:
    columns = ("link_f1", "precision", "contest_f1", "voice")
    means = (f"{c} {np.mean([getattr(s, c) for s in scores]):.3f}" for c in columns)
    each = " ".join(f"{s.link_f1:.2f}" for s in scores)
    _say(f"{label}: " + "; ".join(means) + f"; links of each {each}")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
