"""Fits how the content of an attribution is chosen among its rivals, on articles kept from training.

    python -m training.fit_contents [--weights FOLDER] [--write]

FOLDER holds the encoder, by default the one that ships. A log-linear model over the contents of each attribution of
polnear-dev (McFadden, 1974), towards those that make the whole attribution right to the letter; half of the articles
is chosen by weights of the other half for the figures that it prints. ``--write`` makes
``read/statements/rivals.yaml``. On articles that the encoder learned from its odds are too sure to learn from.
"""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray
from tokenizers import Tokenizer

from bench.relaxed import ROLES
from sayso.read.encoder.network import Network
from sayso.read.encoder.raw import read_raw
from sayso.read.encoder.weights import TOKENIZER_FILE, Weights, shipped_folder
from sayso.read.entities.layout import lay_out
from sayso.read.spans import Attribution
from sayso.read.statements.rivals import describe_all
from training.data import read_jsonl
from training.train import default_data

OUT = Path(__file__).parents[1] / "src" / "sayso" / "read" / "statements" / "rivals.yaml"
RIDGE = 60.0
STEPS = 40
LEAST_SEEN = 2  # attributions in which a sign must tell contents apart
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Choice:
    """The contents of one attribution: what is seen of each, and which are right."""

    seen: Sequence[Mapping[str, float]]
    right: Sequence[bool]


def choices(folder: Path, data: Path) -> Iterator[list[Choice]]:
    """Those of each article of polnear-dev."""
    weights = Weights(folder)
    tokenizer = Tokenizer.from_file(str(weights.path(TOKENIZER_FILE)))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    network = Network(weights)
    for record in read_jsonl(data / "polnear-dev.jsonl.gz"):
        found = read_raw(record["text"], tokenizer, network).attributions()
        layout = lay_out(record["text"])
        gold = {_bounds(record["text"], attribution) for attribution in record["attributions"]}
        yield [
            Choice(describe_all(layout, found, at), _right(attribution, gold))
            for at, attribution in enumerate(found)
        ]


def _bounds(text: str, attribution: Mapping[str, Any]) -> tuple[tuple[tuple[int, int], ...], ...]:
    return tuple(tuple(sorted(_trim(text, *span) for span in attribution[role])) for role in ROLES)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    exact = text[start:end]
    return start + len(exact) - len(exact.lstrip()), end - len(exact) + len(exact.rstrip())


def _right(attribution: Attribution, gold: set[tuple[tuple[tuple[int, int], ...], ...]]) -> list[bool]:
    contents = [attribution.content, *(rival.content for rival in attribution.rivals)]
    found = ((attribution.source, attribution.cue, content) for content in contents)
    return [
        tuple(tuple(sorted((span.start, span.end) for span in spans)) for spans in parts) in gold
        for parts in found
    ]


def fit(found: Sequence[Choice]) -> dict[str, float]:
    """The weight of each sign, and of the encoder's odds, which shrinks towards one."""
    told = [choice for choice in found if any(choice.right) and not all(choice.right)]
    names = _names(told)
    rows = np.array([[seen.get(name, 0.0) for name in names] for choice in told for seen in choice.seen])
    right = np.array([mark for choice in told for mark in choice.right], dtype=np.float64)
    sizes = [len(choice.seen) for choice in told]
    starts, of = np.cumsum([0, *sizes[:-1]]), np.repeat(np.arange(len(told)), sizes)
    scale = np.where(np.array(names) == "odds", 1.0, rows.std(0) + 1e-9)
    rows, prior = rows / scale, (np.array(names) == "odds").astype(np.float64)

    weights = prior
    for _ in range(STEPS):  # Newton's method, with the curvature of the sum over all contents
        sums = rows @ weights
        parts = np.exp(sums - np.maximum.reduceat(sums, starts)[of])
        share = parts / np.add.reduceat(parts, starts)[of]
        good = parts * right / np.add.reduceat(parts * right, starts)[of]
        mean = np.add.reduceat(share[:, None] * rows, starts)
        curve = (share[:, None] * rows).T @ rows - mean.T @ mean + RIDGE * np.eye(len(names))
        weights = weights - np.linalg.solve(curve, rows.T @ (share - good) + RIDGE * (weights - prior))
    return {name: round(float(weight), 3) for name, weight in zip(names, weights / scale, strict=True)}


def _names(told: Sequence[Choice]) -> list[str]:
    names = sorted({name for choice in told for seen in choice.seen for name in seen})
    tells = {
        name: sum(len({seen.get(name, 0.0) for seen in choice.seen}) > 1 for choice in told) for name in names
    }
    return [name for name in names if tells[name] >= LEAST_SEEN]


def count_right(found: Sequence[Choice], weights: Mapping[str, float]) -> tuple[int, int]:
    """How many contents that are chosen are right, and how many first ones."""
    chosen = 0
    for choice in found:
        sums = [sum(weights.get(name, 0.0) * value for name, value in seen.items()) for seen in choice.seen]
        chosen += choice.right[int(np.argmax(sums))]
    return chosen, sum(choice.right[0] for choice in found)


def main() -> None:
    """Fit, print how much is won across halves, and write."""
    parser = argparse.ArgumentParser(prog="python -m training.fit_contents", description=main.__doc__)
    parser.add_argument("--weights", type=Path, default=shipped_folder())
    parser.add_argument("--data", type=Path, default=default_data())
    parser.add_argument("--write", action="store_true")
    words = parser.parse_args()
    found = list(choices(words.weights, words.data))
    halves = [[choice for article in found[half::2] for choice in article] for half in (0, 1)]
    for half in (0, 1):
        chosen, first = count_right(halves[half], fit(halves[1 - half]))
        print(f"half {half}: {chosen} right, {first} without, of {len(halves[half])}")
    weights = fit([*halves[0], *halves[1]])
    print(weights)
    if words.write:
        head = "# Made by python -m training.fit_contents.\n"
        OUT.write_text(head + yaml.safe_dump(weights), encoding="utf-8")


if __name__ == "__main__":
    main()
