"""``python -m training.calibrate``: make the confidence of attributions a probability, on articles kept from training.

Platt scaling (Platt, 1999) on the anchor's logit and the log-probability of its labels; an attribution is right where
the scorer's relaxed measure says so: the cues overlap, and source and content share at least half of their words.
The fit is on polnear-dev; the figures that it prints are cross-validated over its articles.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from bench.confidence import calibration_error
from bench.relaxed import ROLES, judge
from sayso.read.encoder.network import Network
from sayso.read.encoder.raw import read_raw
from sayso.read.encoder.weights import SETTINGS_FILE, TOKENIZER_FILE, Weights, shipped_folder
from sayso.read.spans import Attribution
from training.data import read_jsonl
from training.train import default_data

FOLDS = 5
# Least confidence of an attribution that is given. On polnear-dev whole attributions to the letter are best at .35 to
# .5, relaxed at .35 to .4; what was not said misleads more than what is missed, so the upper end is taken.
LEAST = 0.4
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sample:
    """The attributions of one article: features (attributions, 3) and whether each is right (attributions,)."""

    features: Floats
    right: Floats


class Recorder(Network):
    """A network that tries every anchor and gives, instead of the confidence, what it is made of."""

    def _least_logit(self) -> float:
        return -np.inf

    def _confidence(self, anchors: Any, likely: Any) -> Any:
        return np.stack([np.ones_like(anchors), anchors, likely], axis=-1)

    def _doubtful(self, sure: Any, likely: Any) -> Any:
        return np.zeros(len(likely), dtype=bool)


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
        right = judge(record["text"], record["attributions"], [_bounds(a) for a, _ in found])
        features = np.array([score for _, score in found], dtype=np.float64).reshape(-1, 3)
        yield Sample(features, np.array(right, dtype=np.float64))


def _bounds(attribution: Attribution) -> dict[str, list[tuple[int, int]]]:
    return {role: [(span.start, span.end) for span in getattr(attribution, role)] for role in ROLES}


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


def cross_validated(found: Sequence[Sample]) -> Floats:
    """Each attribution's probability under weights fitted without its article."""
    shares = []
    for i, sample in enumerate(found):
        rest = [other for j, other in enumerate(found) if j % FOLDS != i % FOLDS]
        weights = fit(np.concatenate([s.features for s in rest]), np.concatenate([s.right for s in rest]))
        shares.append(probabilities(sample.features, weights))
    return np.concatenate(shares)


def calibrate(folder: Path, data: Path) -> None:
    """Fit, print how well calibrated the fit is, and write it into the weights' settings."""
    found = list(samples(folder, data))
    features, right = (np.concatenate([getattr(s, name) for s in found]) for name in ("features", "right"))
    share = cross_validated(found)
    print(f"{len(right)} attributions, {right.mean():.3f} right; cross-validated:")
    print(f"calibration error {calibration_error(share, right):.3f}")
    for part in np.array_split(np.argsort(share), 10):
        print(f"  said {share[part].mean():.2f}, right {right[part].mean():.2f} of {len(part)}")
    path = folder / SETTINGS_FILE
    settings = json.loads(path.read_text(encoding="utf-8"))
    settings["confidence"] = [round(float(weight), 4) for weight in fit(features, right)]
    settings["least_confidence"] = LEAST
    path.write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    print("confidence:", settings["confidence"])


def main() -> None:
    """Calibrate the weights in a folder."""
    parser = argparse.ArgumentParser(prog="python -m training.calibrate", description=main.__doc__)
    parser.add_argument("--weights", type=Path, default=shipped_folder())
    parser.add_argument("--data", type=Path, default=default_data())
    words = parser.parse_args()
    calibrate(words.weights, words.data)


if __name__ == "__main__":
    main()
