"""``python -m training.fit_events``: the model that chooses the parties of attacks (``fillers.npz``, ``fillers.yaml``).

Fits on MUC-4's development messages, from their text alone: the topic by ridge regression on words, in two folds so
that the parties' model sees it as it will be; the parties by logistic regression on hashed features with dropout
(Adagrad); whether a message reports an attack, and the least probability of each role, on what the other fold's models
say. What the encoder's tags add (``tagged``) is kept as it stands, since the encoder has seen these messages: for it
``--tags WEIGHTS`` fits nothing else, on the test messages, with the encoder in that folder.
"""

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import torch
import yaml
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from sayso.read.encoder.network import Network
from sayso.read.encoder.raw import read_raw
from sayso.read.encoder.weights import TOKENIZER_FILE, Weights
from sayso.read.events.contents import Contents
from sayso.read.events.fillers import ROLES, TOPIC_BITS, log_odds, topic_rows, weigh_tags
from sayso.read.events.find import gather_events
from sayso.read.events.nominees import HASH_BITS, Nominees, Words
from training.attack_keys import Key, counts, f1, fit_least, keys_of
from training.data import read_jsonl
from training.train import default_data

TOPIC_SCALE = 3.0
TOPIC_RIDGE = 0.3
EPOCHS = 14
DROPOUT = 0.5
RATE = 0.2
LENIENCE = 0.4  # log odds
GROUP = 8  # messages a step
FOLDS = 2
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Message:
    """A message's nominees (words, feature rows, occurrences), its topic rows, and the fillers of its key by role."""

    words: list[Words]
    features: list[list[int]]
    often: list[int]
    topic: list[int]
    keys: dict[str, list[Key]]
    relevant: bool


def make_message(record: dict[str, Any]) -> Message:
    """A message as the fit sees it: text and key, nothing of the encoder's."""
    text = record["text"]
    found = nominees_of(text).by_words
    return Message(
        list(found),
        [sorted(n.features) for n in found.values()],
        [len(n.spans) for n in found.values()],
        topic_rows(text),
        keys_of(record["templates"]),
        bool(record["templates"]),
    )


def nominees_of(text: str) -> Nominees:
    """The nominees of a text by itself."""
    nominees = Nominees(text)
    gather_events(text, Contents(()), (), (), (), nominees)
    return nominees


def fit_topic(messages: Sequence[Message]) -> Floats:
    """The weights of topic rows: ridge regression in its dual form on relevant (1) and other (-1) messages."""
    rows = np.zeros((len(messages), 1 << TOPIC_BITS), dtype=np.float32)
    for row, message in zip(rows, messages, strict=True):
        row[message.topic] = 1 / np.sqrt(max(1, len(message.topic)))
    sides = np.array([1.0 if m.relevant else -1.0 for m in messages])
    dual = np.linalg.solve(rows @ rows.T + TOPIC_RIDGE * np.eye(len(rows)), sides)
    return np.asarray(TOPIC_SCALE * (rows.T @ dual))


def topic_of(message: Message, weights: Floats) -> float:
    """A message's topic: see ``fillers.topic_of``."""
    return float(weights[message.topic].sum() / np.sqrt(max(1, len(message.topic))))


class PartyModel(nn.Module):
    """Log odds of each role: the sum of the features' weights, and the shape of recurrence and topic."""

    def __init__(self) -> None:
        super().__init__()
        self.table = nn.EmbeddingBag(1 << HASH_BITS, len(ROLES), mode="sum")
        nn.init.zeros_(self.table.weight)
        start = torch.tensor([-4.0, 0.0, 0.3, 0.0])
        self.shape = nn.Parameter(start[:, None].repeat(1, len(ROLES)))

    def forward(self, messages: Sequence[Message], topics: Sequence[float]) -> Tensor:
        """(nominees of all messages, roles)."""
        lists = [rows for message in messages for rows in message.features]
        rows = torch.from_numpy(np.fromiter(chain.from_iterable(lists), dtype=np.int64))
        starts = torch.from_numpy(np.cumsum([0, *map(len, lists)])[:-1])
        keep = (torch.rand(len(rows)) > DROPOUT).float() / (1 - DROPOUT) if self.training else None
        often = torch.log(torch.tensor([float(n) for m in messages for n in m.often]))[:, None]
        counts = torch.tensor([len(m.words) for m in messages])
        topic = torch.tensor(topics, dtype=torch.float32).repeat_interleave(counts)[:, None]
        shape = self.shape[0] + self.shape[1] * often + (self.shape[2] + self.shape[3] * often) * topic
        return self.table(rows, starts, per_sample_weights=keep) + shape  # type: ignore[no-any-return]


def fit_parties(messages: Sequence[Message], topics: Sequence[float]) -> PartyModel:
    """The model of ``messages`` whose topics are ``topics``."""
    torch.manual_seed(0)
    dice = np.random.default_rng(0)
    model = PartyModel()
    optimizer = torch.optim.Adagrad(model.parameters(), lr=RATE, initial_accumulator_value=1e-2)
    known = [(m, t, _targets(m)) for m, t in zip(messages, topics, strict=True) if m.words]
    for _ in range(EPOCHS):
        order = dice.permutation(len(known))
        for at in range(0, len(order), GROUP):
            group, their, right = zip(*(known[i] for i in order[at : at + GROUP]), strict=True)
            odds = model(group, their)
            loss = functional.binary_cross_entropy_with_logits(odds, torch.cat(right), reduction="sum") / 100
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
    return model.eval()


def _targets(message: Message) -> Tensor:
    rows = [[any(w in key for key in message.keys[role]) for role in ROLES] for w in message.words]
    return torch.tensor(rows).float()


def likely(model: PartyModel, message: Message, topic: float) -> Floats:
    """(nominees, roles): the probabilities."""
    if not message.words:
        return np.zeros((0, len(ROLES)))
    with torch.inference_mode():
        return np.asarray(torch.sigmoid(model([message], [topic])).double().numpy())


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


def write_numbers(folder: Path, numbers: dict[str, dict[str, float]]) -> None:
    """Write the numbers that were fitted; the others stay as they are."""
    file = folder / "fillers.yaml"
    kept = yaml.safe_load(file.read_text(encoding="utf-8"))
    file.write_text(
        "# Made by python -m training.fit_events.\n" + yaml.safe_dump({**kept, **numbers}), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
