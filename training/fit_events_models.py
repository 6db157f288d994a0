"""The models of attack parties: how much a message is on an attack (ridge regression), and who fills which role."""

from collections.abc import Sequence
from itertools import chain

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from sayso.read.events.fillers import ROLES, TOPIC_BITS
from sayso.read.events.nominees import HASH_BITS
from training.fit_events_messages import Message

TOPIC_SCALE = 3.0
TOPIC_RIDGE = 0.3
EPOCHS = 14
DROPOUT = 0.5
RATE = 0.2
GROUP = 8  # messages a step
Floats = NDArray[np.float64]


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


def log_odds_of(model: PartyModel, message: Message, topic: float) -> Floats:
    """(nominees, roles): the log odds."""
    if not message.words:
        return np.zeros((0, len(ROLES)))
    with torch.inference_mode():
        return np.asarray(model([message], [topic]).double().numpy())
