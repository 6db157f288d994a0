"""Logistic regression whose weights have the signs that their features' meanings ask."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_STEPS = 60


def fit_signed(
    features: Floats,
    labels: Floats,
    signs: Floats,
    *,
    ridge: float = 1.0,
    counts: Floats | None = None,
) -> Floats:
    """Fit the bias and a weight for each feature, shape (1 + features,).

    ``features`` has shape (pairs, features); ``signs`` is 1 or -1 for each; ``counts`` says for how much each pair
    counts, 1 without it. Features are scaled to unit variance before
    weights are shrunk. One whose weight would come out with the other sign gets 0, the worst first.
    """
    counts = np.ones(len(labels)) if counts is None else counts
    mean = np.average(features, axis=0, weights=counts)
    scale = np.maximum(np.sqrt(np.average((features - mean) ** 2, axis=0, weights=counts)), 1e-9)
    scaled = (features - mean) / scale
    kept = np.arange(features.shape[1])
    while True:
        found = _fit(scaled[:, kept], labels, counts, ridge)
        wrong = signs[kept] * found[1:]
        if not len(kept) or wrong.min() >= 0:
            break
        kept = np.delete(kept, int(wrong.argmin()))
    weights = np.zeros(1 + features.shape[1])
    weights[1 + kept] = found[1:] / scale[kept]
    weights[0] = found[0] - float(weights[1:] @ mean)
    return weights


def _fit(rows: Floats, labels: Floats, counts: Floats, ridge: float) -> Floats:
    """Newton's method; the bias is not shrunk."""
    held = np.hstack([np.ones((len(rows), 1)), rows])
    shrink = np.diag([0.0, *[ridge] * rows.shape[1]])
    weights = np.zeros(held.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(held @ weights, -30, 30)))
        slope = held.T @ (counts * (labels - chance)) - shrink @ weights
        curve = (held * (counts * chance * (1 - chance))[:, None]).T @ held + shrink
        step = np.linalg.solve(curve, slope)
        weights += step
        if float(np.abs(step).max()) < 1e-6:
            break
    return weights
