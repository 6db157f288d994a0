"""Fits the linear model that gives ``sayso.read.encoder.lexical`` its opinion on names, on CoNLL-2003's training part.

    python -m training.fit_names [--data FOLDER] --out src/sayso/read/encoder/lexical.npz

It does not depend on the encoder, whose own scores on what it has learned are too sure to fit anything beside them.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor, nn

from sayso.core.reading import EntityKind
from sayso.read.encoder.labels import ENTITY_KINDS, ENTITY_LABELS, may_follow
from sayso.read.encoder.lexical import SIZE, features_of
from sayso.read.encoder.pieces import make_pieces
from sayso.read.encoder.weights import TOKENIZER_FILE, Weights, shipped_folder
from training.data import read_jsonl
from training.train import default_data

KINDS = {
    "PER": EntityKind.PERSON,
    "ORG": EntityKind.ORGANISATION,
    "LOC": EntityKind.PLACE,
    "MISC": EntityKind.OTHER,
}
EPOCHS, RATE, BATCH, DROPPED, DECAY = 8, 0.03, 128, 0.3, 3e-6
BARRED = -1e4
LABELS = len(ENTITY_LABELS)


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A sentence's pieces: the rows of weights of each, and its label."""

    rows: list[list[int]]
    labels: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Sentences side by side: the rows of all pieces in one, where each piece's begin, and labels and mask by place."""

    rows: Tensor
    offsets: Tensor
    labels: Tensor  # (sentences, places)
    mask: Tensor  # (sentences, places)


def make_example(record: dict[str, Any], tokenizer: Tokenizer) -> Example:
    """A record of CoNLL-2003 as the model learns from it."""
    text = record["text"]
    pieces = make_pieces(tokenizer, text)
    labels = np.zeros(len(pieces), dtype=np.int64)
    for start, end, kind in record["entities"]:
        inside = np.flatnonzero((pieces.starts < end) & (pieces.ends > start))
        labels[inside] = 2 * ENTITY_KINDS.index(KINDS[kind]) + 2
        labels[inside[:1]] -= 1
    return Example(list(features_of(text, 0, len(text), pieces.starts.tolist())), labels)


class LexicalNet(nn.Module):
    """A linear chain whose emissions are sums of rows of weights."""

    def __init__(self) -> None:
        super().__init__()
        self.weights = nn.EmbeddingBag(SIZE, LABELS, mode="sum")
        nn.init.zeros_(self.weights.weight)
        self.steps, self.first = nn.Parameter(torch.zeros(LABELS, LABELS)), nn.Parameter(torch.zeros(LABELS))
        before = [[may_follow(ENTITY_LABELS, one, other) for other in ENTITY_LABELS] for one in ENTITY_LABELS]
        opening = [may_follow(ENTITY_LABELS, None, label) for label in ENTITY_LABELS]
        self.barred_steps = BARRED * (1 - torch.tensor(before, dtype=torch.float32))
        self.barred_first = BARRED * (1 - torch.tensor(opening, dtype=torch.float32))

    def loss(self, batch: Batch) -> Tensor:
        """Minus the log-probability of the labels, the mean over sentences."""
        kept = (torch.rand(len(batch.rows)) >= DROPPED).float() / (1 - DROPPED)
        emissions = torch.zeros(*batch.labels.shape, LABELS)
        emissions[batch.mask] = self.weights(batch.rows, batch.offsets, per_sample_weights=kept)
        steps, first = self.steps + self.barred_steps, self.first + self.barred_first
        labels, mask = batch.labels, batch.mask.float()
        own = (emissions.gather(2, labels[:, :, None])[:, :, 0] * mask).sum(1)
        gold = own + first[labels[:, 0]] + (steps[labels[:, :-1], labels[:, 1:]] * mask[:, 1:]).sum(1)
        total = first + emissions[:, 0]
        for place in range(1, labels.shape[1]):
            ahead = torch.logsumexp(total[:, :, None] + steps, 1) + emissions[:, place]
            total = torch.where(batch.mask[:, place, None], ahead, total)
        mean: Tensor = (torch.logsumexp(total, 1) - gold).mean()
        return mean + DECAY * self.weights.weight.square().sum()


def make_batches(examples: Sequence[Example]) -> Iterator[Batch]:
    """The examples in batches of like lengths."""
    ordered = sorted((e for e in examples if e.rows), key=lambda example: len(example.rows))
    for at in range(0, len(ordered), BATCH):
        part = ordered[at : at + BATCH]
        widths = [len(example.rows) for example in part]
        labels = np.zeros((len(part), max(widths)), dtype=np.int64)
        for row, example in zip(labels, part, strict=True):
            row[: len(example.labels)] = example.labels
        bags = [rows for example in part for rows in example.rows]
        ends = np.cumsum([len(rows) for rows in bags])
        yield Batch(
            torch.tensor([row for rows in bags for row in rows]),
            torch.tensor([0, *ends[:-1].tolist()]),
            torch.from_numpy(labels),
            torch.arange(max(widths)) < torch.tensor(widths)[:, None],
        )


def fit(examples: Sequence[Example], *, epochs: int = EPOCHS, seed: int = 7) -> LexicalNet:
    """The model fitted to the examples."""
    torch.manual_seed(seed)
    order = np.random.default_rng(seed)
    net, batches = LexicalNet(), list(make_batches(examples))
    optimiser = torch.optim.Adam(net.parameters(), lr=RATE, betas=(0.9, 0.99))
    for epoch in range(epochs):
        for group in optimiser.param_groups:
            group["lr"] = RATE * (1 - epoch / epochs)
        for number in order.permutation(len(batches)):
            loss = net.loss(batches[number])
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimiser.step()
    return net


def main(argv: Sequence[str] | None = None) -> None:
    """Read the command's words and run."""
    parser = argparse.ArgumentParser(prog="python -m training.fit_names", description=__doc__)
    parser.add_argument("--data", type=Path, default=default_data())
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(argv)
    tokenizer = Tokenizer.from_file(str(Weights(shipped_folder()).path(TOKENIZER_FILE)))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    records = read_jsonl(options.data / "conll-train.jsonl.gz")
    write(
        fit([make_example(r, tokenizer) for r in records if not r["text"].startswith("-DOCSTART")]),
        options.out,
    )


def write(net: LexicalNet, path: Path) -> None:
    """The weights as the reader loads them: whole numbers of one byte, times one scale for all."""
    rows = net.weights.weight.detach().numpy()
    scale = np.float32(np.abs(rows).max() / 127)
    np.savez_compressed(
        path,
        rows=np.round(rows / scale).astype(np.int8),
        scale=scale,
    )


if __name__ == "__main__":
    main()
