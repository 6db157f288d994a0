"""The few numbers of ``fillers.yaml``: least probabilities, what a tag adds, whether a message reports an attack.

They are fitted on messages that neither the encoder nor the models of parties were fitted on, and scored crosswise.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

from sayso.read.encoder.surroundings import surroundings
from sayso.read.events.fillers import ROLES, log_odds, weigh_nominees
from sayso.read.events.nominees import Words
from training.attack_keys import Key, counts, f1, fit_least, keys_of
from training.fit_events_messages import nominees_of
from training.raw_readings import Raw

LENIENCE = 0.4  # log odds
Floats = NDArray[np.float64]
Numbers = dict[str, dict[str, float]]


@dataclass(frozen=True)
class Weighed:
    """A message as the reader weighs it, before these numbers come in."""

    topic: float
    words: list[Words]
    totals: Floats  # (nominees, roles): log odds before tags
    tags: Mapping[Words, Mapping[str, float]]
    keys: dict[str, list[Key]]
    relevant: bool


def weigh(raw: Raw) -> Weighed:
    """A message with the models that stand in the package's folder."""
    record, reading = raw
    text: str = record["text"]
    topic, words, totals, tags = weigh_nominees(
        text, nominees_of(text), reading.fillers, partial(surroundings, reading)
    )
    templates: list[dict[str, Any]] = record["templates"]
    return Weighed(topic, words, totals.astype(np.float64), tags, keys_of(templates), bool(templates))


def fit_numbers(messages: Sequence[Weighed]) -> Numbers:
    """All the numbers, each on those before it."""
    tagged = _fit_tags(messages)
    odds = [_odds(message, tagged) for message in messages]
    least = fit_least([m.words for m in messages], odds, [m.keys for m in messages])
    return {"least": least, "report": _fit_report(messages, odds), "tagged": tagged}


def score(messages: Sequence[Weighed], numbers: Numbers) -> NDArray[np.int64]:
    """(roles, 3): right, chosen and asked for, as the reader chooses with ``numbers``."""
    odds = [_odds(message, numbers["tagged"]) for message in messages]
    report = numbers["report"]
    weights = np.array([report[name] for name in ("all", "topic", *ROLES)])
    told = _signs(messages, odds) @ weights >= report["least"]
    chosen = [line if tells else np.zeros_like(line) for line, tells in zip(odds, told, strict=True)]
    return counts([m.words for m in messages], chosen, [m.keys for m in messages], numbers["least"])


def print_scores(found: Mapping[str, NDArray[np.int64]]) -> None:
    """The F1 of each role and of all, a line for each of ``found``."""
    for name, each in found.items():
        roles = {role: round(f1(n), 3) for role, n in zip(ROLES, each, strict=True)}
        print(name, roles, "all", round(f1(each.sum(0)), 3))


def _odds(message: Weighed, tagged: Mapping[str, float]) -> Floats:
    """(nominees, roles): the probabilities, tags and all."""
    totals = message.totals.copy()
    for row, words in zip(totals, message.words, strict=True):
        for role, score in message.tags.get(words, {}).items():
            row[ROLES.index(role)] += tagged["all"] + tagged["sure"] * log_odds(score)
    return np.asarray(1 / (1 + np.exp(-np.clip(totals, -30, 30))))


def _signs(messages: Sequence[Weighed], odds: Sequence[Floats]) -> Floats:
    """(messages, 2 + roles): constant, topic, and the log probability of each role's likeliest party."""
    tops = [np.log(each.max(0, initial=0.0) + 0.01) for each in odds]
    return np.array([[1.0, message.topic, *top] for message, top in zip(messages, tops, strict=True)])


def _fit_report(messages: Sequence[Weighed], odds: Sequence[Floats]) -> dict[str, float]:
    """Log odds that a message reports an attack, and the least ones by F1; misses weigh more than false alarms."""
    rows, right = _signs(messages, odds), np.array([float(m.relevant) for m in messages])
    weights = logistic(rows, right)
    total = rows @ weights
    trials = {
        float(t): 2 * right[total >= t].sum() / ((total >= t).sum() + right.sum()) for t in np.unique(total)
    }
    least = max(trials, key=trials.__getitem__) - LENIENCE
    names = ("all", "topic", *ROLES, "least")
    return {name: round(float(w), 3) for name, w in zip(names, (*weights, least), strict=True)}


def _fit_tags(messages: Sequence[Weighed]) -> dict[str, float]:
    """What a tag of the encoder's adds to the log odds of a party."""
    rows, right, given = [], [], []
    for message in messages:
        totals = dict(zip(message.words, message.totals, strict=True))
        for words, tags in message.tags.items():
            for role, score in tags.items():
                rows.append([1.0, log_odds(score)])
                right.append(float(any(words in key for key in message.keys[role])))
                given.append(totals[words][ROLES.index(role)])
    fitted = logistic(np.array(rows), np.array(right), np.array(given))
    return {"all": round(float(fitted[0]), 3), "sure": round(float(fitted[1]), 3)}


def logistic(rows: Floats, right: Floats, given: Floats | float = 0.0) -> Floats:
    """Logistic regression by Newton's method with a small ridge, on top of log odds that are ``given``."""
    weights, ridge = np.zeros(rows.shape[1]), 1e-2
    for _ in range(40):
        odds = 1 / (1 + np.exp(-rows @ weights - given))
        bend = (rows.T * (odds * (1 - odds))) @ rows + ridge * np.eye(len(weights))
        weights = weights + np.linalg.solve(bend, rows.T @ (right - odds) - ridge * weights)
    return np.asarray(weights)


def write_numbers(folder: Path, numbers: Numbers) -> None:
    """Write the numbers that were fitted."""
    (folder / "fillers.yaml").write_text(
        "# Made by python -m training.fit_events.\n" + yaml.safe_dump(numbers), encoding="utf-8"
    )
