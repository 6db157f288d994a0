"""``python -m training.fit_events``: the model that chooses the parties of attacks (``fillers.npz``, ``fillers.yaml``).

Fits on MUC-4's development messages, from their text alone: the topic by ridge regression on words, in two folds so
that the parties' model sees it as it will be; the parties by logistic regression on hashed features with dropout
(Adagrad); whether a message reports an attack, and the least probability of each role, on what the other fold's models
say. What the encoder's tags add (``tagged``) is kept as it stands, since the encoder has seen these messages: for it
``--tags WEIGHTS`` fits nothing else, on the test messages, with the encoder in that folder.
"""

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.read.events.fillers import ROLES
from training.attack_keys import counts, f1, fit_least
from training.data import read_jsonl
from training.fit_events_messages import Message, make_message
from training.fit_events_models import PartyModel, fit_parties, fit_topic, likely, topic_of
from training.fit_events_numbers import fit_report, fit_tags, write_numbers
from training.train import default_data

FOLDS = 2
Floats = NDArray[np.float64]


def main() -> None:
    """Read the command's words, fit, print what the folds give, and write the model."""
    parser = argparse.ArgumentParser(prog="python -m training.fit_events", description=main.__doc__)
    parser.add_argument("--data", type=Path, default=default_data())
    parser.add_argument("--out", type=Path, default=Path("src/sayso/read/events"))
    parser.add_argument(
        "--tags", type=Path, metavar="WEIGHTS", help="fit only what the tags of this encoder add"
    )
    words = parser.parse_args()
    if words.tags:
        fit_tags(words.data, words.tags, words.out)
        return
    messages = [make_message(record) for record in read_jsonl(words.data / "muc4-dev.jsonl.gz")]
    topics, given = crossed(messages)
    names, keys = [m.words for m in messages], [m.keys for m in messages]
    least = fit_least(names, given, keys)
    found = counts(names, given, keys, least)
    print({role: round(f1(n), 3) for role, n in zip(ROLES, found, strict=True)}, round(f1(found.sum(0)), 3))
    numbers = {"least": least, "report": fit_report(topics, given, messages)}
    save(words.out, fit_parties(messages, topics), fit_topic(messages), numbers)


def crossed(messages: Sequence[Message]) -> tuple[list[float], list[Floats]]:
    """Each message's topic and probabilities by the models of the other fold."""
    folds = [i // 5 % FOLDS for i in range(len(messages))]
    topics, given = [0.0] * len(messages), [np.zeros((0, len(ROLES)))] * len(messages)
    for fold in range(FOLDS):
        weights = fit_topic([m for m, f in zip(messages, folds, strict=True) if f != fold])
        for i in _members(folds, fold):
            topics[i] = topic_of(messages[i], weights)
    for fold in range(FOLDS):
        others = [i for i in range(len(messages)) if folds[i] != fold]
        model = fit_parties([messages[i] for i in others], [topics[i] for i in others])
        for i in _members(folds, fold):
            given[i] = likely(model, messages[i], topics[i])
    return topics, given


def _members(folds: Sequence[int], fold: int) -> Iterable[int]:
    return (i for i, f in enumerate(folds) if f == fold)


def save(folder: Path, model: PartyModel, topic: Floats, numbers: dict[str, dict[str, float]]) -> None:
    """Write the model beside the code that reads it."""
    np.savez_compressed(
        folder / "fillers.npz",
        table=model.table.weight.detach().numpy().astype(np.float16),
        shape=model.shape.detach().numpy().astype(np.float32),
        topic=topic.astype(np.float16),
    )
    write_numbers(folder, numbers)


if __name__ == "__main__":
    main()
