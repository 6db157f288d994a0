"""Examples to tensors: batches of about the same number of pieces, of similar length."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from sayso.read.encoder.pieces import CLS, PAD, SEP, SPECIAL
from training.data import Example


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch of windows; the first position of a row is CLS, its last SEP."""

    inputs: tuple[
        Tensor, Tensor, Tensor, Tensor, Tensor
    ]  # ids, mask, case, quotes, breaks: (windows, pieces)
    anchors: Tensor  # (windows, pieces): 1 at a cue's first piece
    anchored: Tensor  # (windows,): whether anchors are known there
    rows: Tensor  # (attributions,): the window of each
    places: Tensor  # (attributions,): the position of its anchor
    roles: Tensor  # (attributions, pieces): role labels
    entity_rows: Tensor  # (windows with entities,)
    entities: Tensor  # (windows with entities, pieces): entity labels
    mention_rows: Tensor  # (windows with mentions,)
    outer: Tensor  # (windows with mentions, pieces): mention labels
    inner: Tensor  # the same for mentions within those
    filler_rows: Tensor  # (windows with fillers,)
    fillers: Tensor  # (windows with fillers, pieces): filler labels
    relevant: Tensor  # (windows with fillers,): 1 where the report is on an attack
    units: Tensor  # (passages,): numbers of their vectors
    unit_rows: Tensor  # (passages,)
    unit_bounds: Tensor  # (passages, 2): first and end position


def make_batches(
    examples: list[Example], budget: int, dice: random.Random | None = None
) -> Iterator[list[Example]]:
    """Groups of examples of at most ``budget`` padded pieces; with ``dice`` in random order."""

    def size(example: Example) -> float:
        return len(example) * (1 + (dice.random() * 0.1 if dice else 0.0))

    groups: list[list[Example]] = [[]]
    for example in sorted(examples, key=size):
        widest = max([len(example), *map(len, groups[-1][-1:])]) + 2
        if groups[-1] and widest * (len(groups[-1]) + 1) > budget:
            groups.append([])
        groups[-1].append(example)
    if dice:
        dice.shuffle(groups)
    yield from (group for group in groups if group)


def collate_batch(examples: list[Example]) -> Batch:
    """The tensors of ``examples``."""
    size = max(map(len, examples)) + 2
    ids, mask, case, quotes, breaks = np.zeros((5, len(examples), size), dtype=np.int64)
    ids[:] = PAD
    anchors = np.zeros((len(examples), size), dtype=np.float32)
    rows, places, roles = [], [], []
    entity_rows, entities = [], []
    mention_rows, outer, inner = [], [], []
    filler_rows, fillers, relevant = [], [], []
    units, unit_rows, unit_bounds = [], [], []
    for row, example in enumerate(examples):
        start, end = example.window.start, example.window.end
        stop = end - start + 1
        pieces = example.document.pieces
        ids[row, 0], ids[row, 1:stop], ids[row, stop] = CLS, pieces.ids[start:end], SEP
        mask[row, : stop + 1] = 1
        case[row, 0] = case[row, stop] = SPECIAL
        case[row, 1:stop], quotes[row, 1:stop], breaks[row, 1:stop] = (
            example.case,
            pieces.quotes[start:end],
            example.breaks,
        )
        for place, labels in _role_targets(example, size):
            anchors[row, place] = 1
            rows.append(row)
            places.append(place)
            roles.append(labels)
        if example.document.entities is not None:
            entity_rows.append(row)
            entities.append(_span_labels(example, example.document.entities, size))
        if example.document.mentions is not None:
            mention_rows.append(row)
            outer.append(_span_labels(example, example.document.mentions[0], size))
            inner.append(_span_labels(example, example.document.mentions[1], size))
        if example.document.fillers is not None:
            filler_rows.append(row)
            fillers.append(_span_labels(example, example.document.fillers, size))
            relevant.append(float(example.document.relevant))
        for unit, first, last in example.document.units:
            if start <= first and last <= end:
                units.append(unit)
                unit_rows.append(row)
                unit_bounds.append((first - start + 1, last - start + 1))
    anchored = [example.document.attributions is not None for example in examples]
    return Batch(
        inputs=tuple(map(torch.from_numpy, (ids, mask, case, quotes, breaks))),  # type: ignore[arg-type]
        anchors=torch.from_numpy(anchors),
        anchored=torch.tensor(anchored),
        rows=torch.tensor(rows, dtype=torch.long),
        places=torch.tensor(places, dtype=torch.long),
        roles=_rows(roles, size),
        entity_rows=torch.tensor(entity_rows, dtype=torch.long),
        entities=_rows(entities, size),
        mention_rows=torch.tensor(mention_rows, dtype=torch.long),
        outer=_rows(outer, size),
        inner=_rows(inner, size),
        filler_rows=torch.tensor(filler_rows, dtype=torch.long),
        fillers=_rows(fillers, size),
        relevant=torch.tensor(relevant),
        units=torch.tensor(units, dtype=torch.long),
        unit_rows=torch.tensor(unit_rows, dtype=torch.long),
        unit_bounds=torch.tensor(unit_bounds, dtype=torch.long).reshape(-1, 2),
    )


def _role_targets(example: Example, size: int) -> Iterator[tuple[int, np.ndarray]]:  # type: ignore[type-arg]
    start, end = example.window.start, example.window.end
    for target in example.document.attributions or ():
        if not start <= target.anchor < end:
            continue
        labels = np.zeros(size, dtype=np.int64)
        for role, first, last in target.spans:
            first, last = max(first, start), min(last, end)
            if first < last:
                labels[first - start + 1 : last - start + 1] = 2 * role + 2
                labels[first - start + 1] = 2 * role + 1
        yield target.anchor - start + 1, labels


def _span_labels(example: Example, spans: list[tuple[int, int, int]], size: int) -> np.ndarray:  # type: ignore[type-arg]
    labels = np.zeros(size, dtype=np.int64)
    start, end = example.window.start, example.window.end
    for kind, first, last in spans:
        if start <= first and last <= end:
            labels[first - start + 1 : last - start + 1] = 2 * kind + 2
            labels[first - start + 1] = 2 * kind + 1
    return labels


def _rows(labels: list[np.ndarray], size: int) -> Tensor:  # type: ignore[type-arg]
    return torch.from_numpy(np.array(labels, dtype=np.int64).reshape(len(labels), size))
