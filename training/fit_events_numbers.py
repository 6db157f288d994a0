"""The few numbers of ``fillers.yaml``: whether a message reports an attack, and what the encoder's tags add."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.read.encoder.network import Network
from sayso.read.encoder.raw import read_raw
from sayso.read.encoder.weights import TOKENIZER_FILE, Weights
from sayso.read.events.fillers import ROLES, log_odds, weigh_tags
from training.attack_keys import keys_of
from training.data import read_jsonl
from training.fit_events_messages import Message, nominees_of

LENIENCE = 0.4  # log odds
Floats = NDArray[np.float64]


def fit_report(
    topics: Sequence[float], given: Sequence[Floats], messages: Sequence[Message]
) -> dict[str, float]:
    """Log odds that a message reports an attack, and the least ones by F1; misses weigh more than false alarms."""
    tops = [np.log((odds.max(0) if len(odds) else np.zeros(len(ROLES))) + 0.01) for odds in given]
    rows = np.array([[1.0, topic, *top] for topic, top in zip(topics, tops, strict=True)])
    right = np.array([float(m.relevant) for m in messages])
    weights = logistic(rows, right)
    total = rows @ weights
    trials = {
        float(t): 2 * right[total >= t].sum() / ((total >= t).sum() + right.sum()) for t in np.unique(total)
    }
    least = max(trials, key=trials.__getitem__) - LENIENCE
    names = ("all", "topic", *ROLES, "least")
    return {name: round(float(w), 3) for name, w in zip(names, (*weights, least), strict=True)}


def logistic(rows: Floats, right: Floats, given: Floats | float = 0.0) -> Floats:
    """Logistic regression by Newton's method with a small ridge, on top of log odds that are ``given``."""
    weights, ridge = np.zeros(rows.shape[1]), 1e-2
    for _ in range(40):
        odds = 1 / (1 + np.exp(-rows @ weights - given))
        bend = (rows.T * (odds * (1 - odds))) @ rows + ridge * np.eye(len(weights))
        weights = weights + np.linalg.solve(bend, rows.T @ (right - odds) - ridge * weights)
    return np.asarray(weights)


def fit_tags(data: Path, weights: Path, folder: Path) -> None:
    """What a tag adds to the log odds of a party, on messages that neither model was fitted on."""
    files = Weights(weights)
    tokenizer = Tokenizer.from_file(str(files.path(TOKENIZER_FILE)))
    network = Network(files)
    rows, right, given = [], [], []
    for part in ("tst1", "tst2"):
        for record in read_jsonl(data / f"muc4-{part}.jsonl.gz"):
            text, keys = record["text"], keys_of(record["templates"])
            nominees = nominees_of(text)
            for role, words, odds, score in weigh_tags(
                text, nominees, read_raw(text, tokenizer, network).fillers()
            ):
                rows.append([1.0, log_odds(score)])
                right.append(float(any(words in key for key in keys[role])))
                given.append(odds)
    fitted = logistic(np.array(rows), np.array(right), np.array(given))
    print(len(rows), "tags,", int(sum(right)), "right")
    write_numbers(folder, {"tagged": {"all": round(float(fitted[0]), 3), "sure": round(float(fitted[1]), 3)}})


def write_numbers(folder: Path, numbers: dict[str, dict[str, float]]) -> None:
    """Write the numbers that were fitted; the others stay as they are."""
    file = folder / "fillers.yaml"
    kept = yaml.safe_load(file.read_text(encoding="utf-8"))
    file.write_text(
        "# Made by python -m training.fit_events.\n" + yaml.safe_dump({**kept, **numbers}), encoding="utf-8"
    )
