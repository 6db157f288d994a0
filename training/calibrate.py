"""``python -m training.calibrate``: make the confidence of attributions a probability, on articles kept from training.

Platt scaling (Platt, 1999) on the anchor's logit and the log-probability of its labels; an attribution is right where
the scorer's relaxed measure says so: the cues overlap, and source and content share at least half of their words.
The fit is on polnear-dev; the figures that it prints are cross-validated over its articles.
"""

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.core.span import Span
from sayso.read.encoder.network import Network
from sayso.read.encoder.raw import read_raw
from sayso.read.encoder.weights import SETTINGS_FILE, TOKENIZER_FILE, Weights, shipped_folder
from sayso.read.spans import Attribution
from training.data import read_jsonl
from training.train import default_data

FOLDS = 5
WORD = re.compile(r"\w+|[^\w\s]")
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sample:
    """The attributions of one article: features (attributions, 3) and whether each is right (attributions,)."""

    features: Floats
    right: Floats


class Recorder(Network):
    """A network that gives, instead of the confidence, what it is made of."""

    def _confidence(self, anchors: Any, likely: Any) -> Any:
        return np.stack([np.ones_like(anchors), anchors, likely], axis=-1)


def samples(folder: Path, data: Path) -> Iterator[Sample]:
    """One sample an article of polnear-dev."""
    weights = Weights(folder)
    tokenizer = Tokenizer.from_file(str(weights.path(TOKENIZER_FILE)))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    network = Recorder(weights)
    for record in read_jsonl(data / "polnear-dev.jsonl.gz"):
        raw = read_raw(record["text"], tokenizer, network)
        found = list(raw.scored())
        right = judge(record["text"], record["attributions"], [attribution for attribution, _ in found])
        features = np.array([score for _, score in found], dtype=np.float64).reshape(-1, 3)
        yield Sample(features, np.array(right, dtype=np.float64))


def judge(text: str, gold: Sequence[dict[str, Any]], found: Sequence[Attribution]) -> list[bool]:
    """Whether each attribution is right by the relaxed measure; a gold attribution serves once."""
    words = [match.span() for match in WORD.finditer(text)]

    def tokens(spans: Sequence[tuple[int, int]]) -> set[int]:
        return {i for i, (a, b) in enumerate(words) for start, end in spans if a < end and b > start}

    def bounds(spans: Sequence[Span]) -> list[tuple[int, int]]:
        return [(span.start, span.end) for span in spans]

    names = ("source", "cue", "content")
    theirs = [{name: tokens([(s, e) for s, e in g[name]]) for name in names} for g in gold]
    mine = [{name: tokens(bounds(getattr(a, name))) for name in names} for a in found]
    right, free = [], list(theirs)
    for one in mine:
        same = next((g for g in free if _alike(g, one)), None)
        right.append(same is not None)
        if same is not None:
            free.remove(same)
    return right


def _alike(a: dict[str, set[int]], b: dict[str, set[int]]) -> bool:
    cues = bool(a["cue"] & b["cue"]) or not (a["cue"] or b["cue"])
    return cues and all(_near(a[name], b[name]) for name in ("source", "content"))


def _near(a: set[int], b: set[int]) -> bool:
    return not (a or b) or len(a & b) >= 0.5 * len(a | b)


def fit(features: Floats, right: Floats, *, steps: int = 50) -> Floats:
    """The weights of a logistic regression, (features,), by Newton's method with a weak ridge."""
    weights = np.zeros(features.shape[1])
    for _ in range(steps):
        share = probabilities(features, weights)
        gradient = features.T @ (share - right) + 1e-2 * weights
        curvature = (features * (share * (1 - share))[:, None]).T @ features + 1e-2 * np.eye(len(weights))
        weights = weights - np.linalg.solve(curvature, gradient)
    return weights


def probabilities(features: Floats, weights: Floats) -> Floats:
    """(attributions,) between 0 and 1."""
    return np.asarray(1 / (1 + np.exp(-features @ weights)))


def error(share: Floats, right: Floats, *, bins: int = 10) -> float:
    """Expected calibration error over equally filled bins (Naeini et al., AAAI 2015)."""
    parts = np.array_split(np.argsort(share), bins)
    gaps = [abs(share[part].mean() - right[part].mean()) * len(part) for part in parts if len(part)]
    return float(sum(gaps) / len(share))


def cross_validated(found: Sequence[Sample]) -> Floats:
    """Each attribution's probability under weights fitted without its article."""
    shares = []
    for i, sample in enumerate(found):
        rest = [other for j, other in enumerate(found) if j % FOLDS != i % FOLDS]
        weights = fit(np.concatenate([s.features for s in rest]), np.concatenate([s.right for s in rest]))
        shares.append(probabilities(sample.features, weights))
    return np.concatenate(shares)


def main() -> None:
    """Fit, print how well calibrated the fit is, and write it into the weights' settings."""
    parser = argparse.ArgumentParser(prog="python -m training.calibrate", description=main.__doc__)
    parser.add_argument("--weights", type=Path, default=shipped_folder())
    parser.add_argument("--data", type=Path, default=default_data())
    words = parser.parse_args()
    found = list(samples(words.weights, words.data))
    features, right = (np.concatenate([getattr(s, name) for s in found]) for name in ("features", "right"))
    share = cross_validated(found)
    print(f"{len(right)} attributions, {right.mean():.3f} right; cross-validated:")
    print(f"calibration error {error(share, right):.3f}")
    for part in np.array_split(np.argsort(share), 10):
        print(f"  said {share[part].mean():.2f}, right {right[part].mean():.2f} of {len(part)}")
    path = words.weights / SETTINGS_FILE
    settings = json.loads(path.read_text(encoding="utf-8"))
    settings["confidence"] = [round(float(weight), 4) for weight in fit(features, right)]
    path.write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    print("confidence:", settings["confidence"])


if __name__ == "__main__":
    main()
