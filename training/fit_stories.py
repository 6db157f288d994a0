"""Fits the weights by which reports are joined into affairs and stories.

    python -m training.fit_stories [--data FOLDER] [--folds N] [--readings FOLDER] [--write]

It reads `ecb-open`, `basil-open` and the invented affairs of ``training/affairs`` (once for each release of the
encoder's weights; readings are kept in ``runs/readings``), fits one setting for all, and prints the ``affair`` and
``event`` sections of ``collate/weights.yaml`` with B-cubed F1 on each corpus, cross-validated by topic: each topic's
reports are placed by weights fitted without it, among all other reports. The affairs that are kept are never fitted
on, and each is a collection by itself, as people gather them. ``--write`` puts the weights into the file. Reading takes
some five minutes on two cores, the rest two or three. To be run again after the encoder: its vectors are among the
features.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.collate.linkage import link
from sayso.collate.stories.affairs import find_affairs, find_circles
from sayso.collate.stories.candidates import find_earlier
from sayso.collate.stories.events import AGAINST, FEATURES, compare_sketches, days_costs, measure_events
from sayso.collate.stories.profiles import Profile, profile
from sayso.collate.stories.sketches import AFFAIR_FEATURES, CEILING, FLOOR, Sketch, make_sketch, measure_with
from sayso.collate.weights import load_weights
from training.affairs import affair_records, kept_records
from training.logistic import fit_signed
from training.readings import KEPT, Read, read_corpus, read_records

CORPORA = ("basil-open.jsonl.gz", "ecb-open.jsonl.gz")
INVENTED = "affairs"  # its topics are affairs, and its collections are small
FOLDS = 6
RIDGE = 3.0
_CLIP = 6.0
_SMALL = 6  # reports of an affair that is as small as most are
_DRAWS, _FEW_DRAWS = 6, 3  # smaller affairs drawn from a large one, and from a small one
_SMALL_WEIGHT = 2.0  # how much more pairs of invented affairs weigh

Floats = NDArray[np.float64]
Pairs = NDArray[np.int64]


@dataclass(frozen=True)
class Corpus:
    """A corpus with its pairs of reports that are compared; topics hold stories that are easily confused."""

    name: str
    profiles: Sequence[Profile]
    sketches: Sequence[Sketch]
    stories: NDArray[np.int64]
    topics: NDArray[np.int64]
    pairs: Pairs  # shape (pairs, 2)
    features: Floats  # shape (pairs, affair features)


@dataclass(frozen=True)
class Weights:
    """A bias and a weight for each feature of the two scorers."""

    affair: Floats
    event: Floats


def load_corpora(data: Path, readings: Path) -> list[Corpus]:
    """Read the corpora that are fitted on and measure their pairs."""
    found = {path.partition(".")[0]: read_corpus(data / path, folder=readings) for path in CORPORA}
    found[INVENTED] = read_records(INVENTED, affair_records(), folder=readings)
    return [_measure(name, reads) for name, reads in found.items()]


def load_kept(readings: Path) -> list[Corpus]:
    """Read the affairs that are kept, each a corpus by itself."""
    found: dict[str, list[Read]] = {}
    for record, read in read_records("kept", kept_records(), folder=readings):
        found.setdefault(record["topic"], []).append((record, read))
    return [_measure(topic, reads) for topic, reads in found.items()]


def _measure(name: str, reads: Sequence[Read]) -> Corpus:
    by_id = {read.reading.id: (record, read) for record, read in reads}
    found = [by_id[own] for own in sorted(by_id)]
    profiles = [profile(read) for _, read in found]
    sketches = [make_sketch(p) for p in profiles]
    stories = [str(record["story"]) for record, _ in found]
    topics = [str(record.get("topic", record["story"])) for record, _ in found]
    pairs, features = [], []
    for place, earlier in enumerate(find_earlier(sketches)):
        measured = measure_with(sketches[place], [sketches[i] for i in earlier])
        pairs += [(int(i), place) for i in earlier]
        features.append(np.stack([measured[name] for name in AFFAIR_FEATURES], axis=1))
    return Corpus(
        name,
        profiles,
        sketches,
        _number(stories),
        _number(topics),
        np.array(pairs),
        np.concatenate(features),
    )


def _number(names: Sequence[str]) -> NDArray[np.int64]:
    return np.unique(names, return_inverse=True)[1].astype(np.int64)


def fit(corpora: Sequence[Corpus], left_out: Mapping[str, Collection[int]]) -> Weights:
    """Fit on all corpora but the topics that are left out of each."""
    affair = _fit_affair(corpora, left_out)
    rows, labels, counts = [], [], []
    for corpus in corpora:
        out = np.isin(corpus.topics, list(left_out.get(corpus.name, ())))
        for members, factor in _groups_to_fit(corpus, affair):
            found = measure_group(corpus, members, affair)
            a, b = np.triu_indices(len(members), 1)
            kept = ~out[members[a]] & ~out[members[b]]
            rows.append(found[a, b][kept])
            labels.append((corpus.stories[members[a]] == corpus.stories[members[b]])[kept].astype(float))
            # Pairs of one affair tell much the same, so that an affair weighs the root of their number.
            counts.append(np.full(len(labels[-1]), factor / np.sqrt(max(1, len(a)))))
    signs = np.array([-1.0 if name in AGAINST else 1.0 for name in FEATURES])
    event = fit_signed(
        np.concatenate(rows), np.concatenate(labels), signs, ridge=RIDGE, counts=np.concatenate(counts)
    )
    return Weights(affair, event)


def _groups_to_fit(corpus: Corpus, affair: Floats) -> list[tuple[NDArray[np.int64], float]]:
    """Return affairs and what is drawn from them, with how much each weighs; an invented topic is an affair."""
    groups, copied, weight = find_groups(corpus, affair), [], 1.0
    if corpus.name == INVENTED:
        groups = [np.flatnonzero(corpus.topics == topic) for topic in np.unique(corpus.topics)]
        copied = [few for group in groups for few in with_copies(group)]
        weight = _SMALL_WEIGHT
    drawn = [few for group in groups for few in draw_small(group, corpus.stories)]
    return [*((group, weight) for group in [*groups, *drawn]), *((group, weight / 2) for group in copied)]


def _fit_affair(corpora: Sequence[Corpus], left_out: Mapping[str, Collection[int]]) -> Floats:
    rows, labels = [], []
    for corpus in corpora:
        a, b = corpus.pairs.T
        same = corpus.stories[a] == corpus.stories[b]
        topic = corpus.topics[a] == corpus.topics[b]
        out = np.isin(corpus.topics, list(left_out.get(corpus.name, ())))
        # Of the open corpora nobody has said whether two stories of one topic are of one affair.
        same, told = (topic, topic | ~topic) if corpus.name == INVENTED else (same, same | ~topic)
        kept = ~out[a] & ~out[b] & told
        rows.append(corpus.features[kept])
        labels.append(same[kept].astype(float))
    return fit_signed(np.concatenate(rows), np.concatenate(labels), np.ones(len(AFFAIR_FEATURES)))


def find_groups(corpus: Corpus, weights: Floats) -> list[NDArray[np.int64]]:
    """Return the affairs of a corpus, each the places of its reports."""
    place = {sketch.id: i for i, sketch in enumerate(corpus.sketches)}
    near: dict[str, dict[str, float]] = {own: {} for own in place}
    scores = np.clip(np.round(weights[0] + corpus.features @ weights[1:], 6), FLOOR, CEILING)
    ids = list(place)
    for (a, b), score in zip(corpus.pairs.tolist(), scores.tolist(), strict=True):
        if score > FLOOR:
            near[ids[a]][ids[b]] = near[ids[b]][ids[a]] = score
    circles = find_circles(ids, near.__getitem__)
    affairs = [affair for circle in circles for affair in find_affairs(circle, near.__getitem__)]
    return [np.array([place[own] for own in affair]) for affair in affairs]


def draw_small(members: NDArray[np.int64], stories: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    """Return small affairs drawn from one: a few reports of a story, and a few of others where there are any.

    What is rare within an affair of five tells less than within one of thirty, and most affairs are small.
    """
    draw = np.random.default_rng(len(members))
    found: list[NDArray[np.int64]] = []
    if len(set(stories[members].tolist())) == 1 and len(members) <= _SMALL:
        return found
    for _ in range(_DRAWS if len(members) > _SMALL else _FEW_DRAWS):
        own = stories[members] == stories[draw.choice(members)]
        held = draw.permutation(members[own])[: draw.integers(1, 6)]
        others = draw.permutation(members[~own])[: draw.integers(0, 4)]
        if len(held) + len(others) > 1:
            found.append(np.sort(np.concatenate([held, others])))
    return found


def with_copies(members: NDArray[np.int64]) -> list[NDArray[np.int64]]:
    """Return a small affair with some reports printed more than once: copies must not make the others strangers."""
    if not 2 < len(members) <= _SMALL:
        return []
    order = np.random.default_rng(len(members)).permutation(members)
    return [np.array([order[0], *order[:1].repeat(2), order[1]]), np.array([order[0], *order])]


def measure_group(corpus: Corpus, members: NDArray[np.int64], weights: Floats) -> Floats:
    """Measure the pairs of an affair, shape (reports, reports, event features)."""
    table = dict(zip(("bias", *AFFAIR_FEATURES), weights.tolist(), strict=True))
    likeness = compare_sketches([corpus.sketches[i] for i in members], table)
    found = measure_events([corpus.profiles[i] for i in members], likeness)
    return np.stack([found[name] for name in FEATURES], axis=2)


def cluster(corpus: Corpus, weights: Weights) -> NDArray[np.int64]:
    """Return the number of each report's story."""
    numbers = np.zeros(len(corpus.profiles), np.int64)
    count = 0
    for members in find_groups(corpus, weights.affair):
        scores = weights.event[0] + measure_group(corpus, members, weights.affair) @ weights.event[1:]
        costs = days_costs([corpus.profiles[i] for i in members])
        scores = np.round(scores - costs, 6).clip(-_CLIP, _CLIP)
        pairs = {(a, b): float(scores[a, b]) for b in range(len(members)) for a in range(b)}
        groups, _ = link(len(members), pairs, cut=load_weights("story")["event_cut"], floor=-_CLIP)
        for group in groups:
            numbers[members[list(group)]] = count
            count += 1
    return numbers


def count_kept(kept: Sequence[Corpus], weights: Weights) -> str:
    """Tell how many kept affairs are parted rightly, and how many of their pairs of reports."""
    whole, right, pairs = 0, 0, 0
    for corpus in kept:
        gold, found = corpus.stories, cluster(corpus, weights)
        a, b = np.triu_indices(len(gold), 1)
        same = (gold[a] == gold[b]) == (found[a] == found[b])
        whole, right, pairs = whole + bool(same.all()), right + int(same.sum()), pairs + len(a)
    return f"kept: {whole} of {len(kept)} affairs, {right} of {pairs} pairs of reports"


def bcubed(gold: Sequence[int], found: Sequence[int]) -> tuple[float, float, float]:
    """Return B-cubed precision, recall and F1 (Bagga and Baldwin 1998)."""
    whole, parts, both = Counter(gold), Counter(found), Counter(zip(gold, found, strict=True))
    precision = sum(n * n / parts[f] for (_, f), n in both.items()) / len(gold)
    recall = sum(n * n / whole[g] for (g, _), n in both.items()) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def cross_validate(corpora: Sequence[Corpus], folds: int) -> dict[str, tuple[float, float, float]]:
    """Return B-cubed figures on each corpus, each topic's reports placed by weights fitted without it."""
    found = {c.name: np.zeros(len(c.profiles), np.int64) for c in corpora}
    for fold in range(folds):
        out = {c.name: sorted(set(c.topics.tolist()))[fold::folds] for c in corpora}
        weights = fit(corpora, out)
        for corpus in corpora:
            held = np.isin(corpus.topics, out[corpus.name])
            numbers = cluster(corpus, weights)
            found[corpus.name][held] = numbers[held] * folds + fold
    return {c.name: bcubed(c.stories.tolist(), found[c.name].tolist()) for c in corpora}


def write(weights: Weights, path: Path) -> None:
    """Put weights in place of those in the file, comments kept."""
    text = path.read_text("utf-8")
    for section, names, values in (
        ("affair", AFFAIR_FEATURES, weights.affair),
        ("event", FEATURES, weights.event),
    ):
        found = re.search(rf"^{section}:\n(?:[ #].*\n|\n(?=[ ]))+", text, re.MULTILINE)
        if found is None:
            raise SystemExit(f"{path} has no section {section}")
        block = found.group()
        for name, value in zip(("bias", *names), values, strict=True):
            block, count = re.subn(rf"^(  {name}:) +\S+", rf"\g<1> {value:.2f}", block, flags=re.MULTILINE)
            if count != 1:
                raise SystemExit(f"{path} has no weight {name} in {section}")
        text = text[: found.start()] + block + text[found.end() :]
    path.write_text(text, "utf-8")


def main(argv: Sequence[str] | None = None) -> None:
    """Fit, print, and write where wanted."""
    parser = argparse.ArgumentParser(prog="python -m training.fit_stories", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(__file__).resolve().parents[2] / "shared" / "data")
    parser.add_argument("--folds", type=int, default=FOLDS, help="0: no cross-validation")
    parser.add_argument("--readings", type=Path, default=KEPT, help="where readings are kept")
    parser.add_argument("--write", action="store_true", help="put the weights into collate/weights.yaml")
    options = parser.parse_args(argv)
    corpora = load_corpora(options.data, options.readings)
    for name, figures in (cross_validate(corpora, options.folds) if options.folds else {}).items():
        _say(f"{name}: B-cubed p {figures[0]:.3f} r {figures[1]:.3f} f1 {figures[2]:.3f}, cross-validated")
    weights = fit(corpora, {})
    for corpus in corpora:
        figures = bcubed(corpus.stories.tolist(), cluster(corpus, weights).tolist())
        _say(
            f"{corpus.name}: B-cubed p {figures[0]:.3f} r {figures[1]:.3f} f1 {figures[2]:.3f}, fitted on it"
        )
    _say(count_kept(load_kept(options.readings), weights))
    for section, names, values in (
        ("affair", AFFAIR_FEATURES, weights.affair),
        ("event", FEATURES, weights.event),
    ):
        _say(
            "\n".join(
                [f"{section}:", *(f"  {n}: {v:.2f}" for n, v in zip(("bias", *names), values, strict=True))]
            )
        )
    if options.write:
        write(weights, Path(str(files("sayso.collate") / "weights.yaml")))


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
