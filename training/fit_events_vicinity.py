"""The layer over the encoder's vectors that shifts a nominee's odds (``sayso.read.events.vicinity``): its fit."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from sayso.read.encoder.surroundings import SURROUNDINGS_WIDTH
from sayso.read.events.fillers import ROLES
from sayso.read.events.vicinity import HOPELESS
from training.fit_events_messages import Message, places_of_message

UNITS = 64
MODELS = 3  # from different beginnings; the mean of their log odds stands
EPOCHS = 6
DROPOUT = 0.5  # of units
INPUT_DROPOUT = 0.3
RATE = 2e-3
DECAY = 1e-2
GROUP = 16  # messages a step
Floats = NDArray[np.float64]
Halves = NDArray[np.float16]


@dataclass(frozen=True)
class _Sample:
    """A message's hopeful nominees: vectors of their places, whose those are, what is known without, what is right."""

    rows: Tensor  # (places, SURROUNDINGS_WIDTH), scaled
    owners: Tensor  # (places,)
    known: Tensor  # (nominees, roles + 3)
    right: Tensor  # (nominees, roles)


class VicinityModel(nn.Module):
    """Log odds of each role from the places' vectors and what is known without them."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = nn.Linear(SURROUNDINGS_WIDTH, UNITS)
        self.outside = nn.Linear(UNITS, len(ROLES), bias=False)
        nn.init.zeros_(self.outside.weight)
        self.mix = nn.Parameter(torch.eye(len(ROLES) + 3, len(ROLES)))
        self.drop, self.drop_input = nn.Dropout(DROPOUT), nn.Dropout(INPUT_DROPOUT)

    def units(self, sample: _Sample) -> Tensor:
        """(nominees, UNITS)."""
        seen = self.drop(torch.relu(self.inside(self.drop_input(sample.rows))))
        empty = torch.zeros(len(sample.known), UNITS)
        index = sample.owners[:, None].expand(-1, UNITS)
        return empty.scatter_reduce(0, index, seen, "mean", include_self=False)

    def forward(self, sample: _Sample) -> Tensor:
        """(nominees, roles)."""
        return sample.known @ self.mix + self.outside(self.units(sample))  # type: ignore[no-any-return]


def fit_vicinity(
    messages: Sequence[Message], topics: Sequence[float], plain: Sequence[Floats]
) -> dict[str, NDArray[np.floating]]:
    """The arrays of ``Vicinity`` by their names in the file; ``plain`` are the messages' log odds without vectors."""
    some = np.concatenate([m.rows for m in messages[::5]]).astype(np.float32)
    mean, scale = some.mean(0), some.std(0) + 1e-2
    samples = [_sample(m, t, p, mean, scale) for m, t, p in zip(messages, topics, plain, strict=True)]
    samples = [sample for sample in samples if len(sample.known)]
    return _arrays([_fit(samples, seed) for seed in range(MODELS)], mean, scale)


def _fit(samples: Sequence[_Sample], seed: int) -> VicinityModel:
    torch.manual_seed(seed)
    dice = np.random.default_rng(seed)
    model = VicinityModel()
    optimizer = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * (len(samples) // GROUP)
    falling = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: max(0.0, 1 - step / steps))
    for _ in range(EPOCHS):
        order = dice.permutation(len(samples))
        for at in range(0, len(order) - GROUP + 1, GROUP):
            group = _joined([samples[i] for i in order[at : at + GROUP]])
            loss = functional.binary_cross_entropy_with_logits(model(group), group.right, reduction="sum")
            optimizer.zero_grad()
            (loss / 100).backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            falling.step()
    return model


def _sample(
    message: Message, topic: float, plain: Floats, mean: NDArray[np.float32], scale: NDArray[np.float32]
) -> _Sample:
    hopeful = np.flatnonzero(plain.max(1, initial=-np.inf) > HOPELESS)
    numbers = np.full(len(plain), -1)
    numbers[hopeful] = np.arange(len(hopeful))
    owners = numbers[places_of_message(message)]
    rows = (message.rows[owners >= 0].astype(np.float32) - mean) / scale
    often = np.log(np.array([message.often[i] for i in hopeful], dtype=np.float64))
    ones = np.ones(len(hopeful))
    known = np.column_stack([plain[hopeful], topic * ones, often, ones])
    right = [[any(message.words[i] in key for key in message.keys[role]) for role in ROLES] for i in hopeful]
    return _Sample(
        torch.from_numpy(rows),
        torch.from_numpy(owners[owners >= 0]),
        torch.from_numpy(known).float(),
        torch.tensor(right).float().reshape(-1, len(ROLES)),
    )


def _joined(samples: Sequence[_Sample]) -> _Sample:
    starts = np.cumsum([0, *(len(s.known) for s in samples)]).tolist()
    return _Sample(
        torch.cat([s.rows for s in samples]),
        torch.cat([s.owners + start for s, start in zip(samples, starts, strict=False)]),
        torch.cat([s.known for s in samples]),
        torch.cat([s.right for s in samples]),
    )


def _arrays(
    models: Sequence[VicinityModel], mean: NDArray[np.float32], scale: NDArray[np.float32]
) -> dict[str, NDArray[np.floating]]:
    """The models side by side; the scaling of vectors is taken into the layer's weights."""
    inside = np.concatenate([m.inside.weight.detach().numpy().T for m in models], axis=1) / scale[:, None]
    bias = np.concatenate([m.inside.bias.detach().numpy() for m in models])
    return {
        "inside": inside.astype(np.float16),
        "bias": bias - mean @ inside,
        "outside": np.concatenate([m.outside.weight.detach().numpy().T for m in models]) / len(models),
        "mix": np.mean([m.mix.detach().numpy() for m in models], axis=0),
    }
