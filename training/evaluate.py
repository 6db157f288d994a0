"""Figures on the open development parts while training; the scorers proper run on readings (``make bench``)."""

from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer

from sayso.read.encoder.decode import Chain, bio_runs, viterbi
from sayso.read.encoder.labels import ROLES
from training.batches import collate_batch, make_batches
from training.crf import Crf
from training.data import Example, attribution_documents, cut_examples, entity_documents
from training.heads import Network

ANCHOR_LOGIT = 0.0


def evaluate(network: Network, tokenizer: Tokenizer, data: Path) -> dict[str, float]:
    """F1 of anchors, of each role and of whole attributions on polnear-dev, and of entities on conll-dev, by pieces."""
    network.eval()
    tally: Counter[tuple[str, str]] = Counter()
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        for group in make_batches(
            cut_examples(attribution_documents(data / "polnear-dev.jsonl.gz", tokenizer)), 8192
        ):
            _count_attributions(network, group, tally)
        documents = entity_documents(data / "conll-dev.jsonl.gz", tokenizer, packed=False)
        for group in make_batches(cut_examples(documents), 8192):
            _count_entities(network, group, tally)
    names = sorted({name for name, _ in tally})
    return {
        name: round(2 * tally[name, "both"] / max(1, tally[name, "gold"] + tally[name, "mine"]), 4)
        for name in names
    }


def chain_of(crf: Crf) -> Chain:
    """The chain's scores for ``viterbi``."""
    return Chain(crf.step_scores().detach().float().numpy(), crf.first_scores().detach().float().numpy())


def _count_attributions(network: Network, group: list[Example], tally: Counter[tuple[str, str]]) -> None:
    batch = collate_batch(group)
    outputs = network(*batch.inputs)
    found = (outputs.anchors.float() > ANCHOR_LOGIT) & batch.inputs[1].bool()
    rows, places = found.nonzero(as_tuple=True)
    mine = Counter[tuple[object, ...]]()
    if len(rows):
        emissions = network.role_emissions(outputs, rows, places).float().numpy()
        emissions[np.arange(len(places)), places.numpy(), 1 + 2 * ROLES.index("cue")] += 1e3
        lengths = batch.inputs[1].sum(1)[rows].numpy()
        labels = viterbi(chain_of(network.role_chain), emissions, lengths)
        for row, place, line in zip(rows.tolist(), places.tolist(), labels, strict=True):
            mine[_whole(group[row], row, place, line)] += 1
    gold = Counter(
        _whole(group[row], row, place, line)
        for row, place, line in zip(
            batch.rows.tolist(), batch.places.tolist(), batch.roles.numpy(), strict=True
        )
    )
    mine.pop((), None)
    gold.pop((), None)
    for name, a, b in _views(gold, mine):
        tally[name, "both"] += sum((a & b).values())
        tally[name, "gold"] += sum(a.values())
        tally[name, "mine"] += sum(b.values())


def _whole(example: Example, row: int, place: int, labels: np.ndarray) -> tuple[object, ...]:  # type: ignore[type-arg]
    """(window, anchor, source, cue, content), or () where another window owns the anchor."""
    if not example.window.own_start <= example.window.start + place - 1 < example.window.own_end:
        return ()
    runs = list(bio_runs(labels))
    return (row, place, *(tuple((a, b) for kind, a, b in runs if kind == role) for role in range(len(ROLES))))


def _views(
    gold: Counter[tuple[object, ...]], mine: Counter[tuple[object, ...]]
) -> list[tuple[str, Counter[Any], Counter[Any]]]:
    views: list[tuple[str, Counter[Any], Counter[Any]]] = [("whole", Counter(gold), Counter(mine))]
    views.append(("anchor", Counter(w[:2] for w in gold), Counter(w[:2] for w in mine)))
    for role, name in enumerate(ROLES):
        parts = [Counter({(w[0], w[2 + role]) for w in side if w[2 + role]}) for side in (gold, mine)]
        views.append((name, parts[0], parts[1]))
    return views


def _count_entities(network: Network, group: list[Example], tally: Counter[tuple[str, str]]) -> None:
    batch = collate_batch(group)
    emissions = network(*batch.inputs).entities.float().numpy()
    labels = viterbi(chain_of(network.entity_chain), emissions, batch.inputs[1].sum(1).numpy())
    for mine, gold in zip(labels, batch.entities.numpy(), strict=True):
        a, b = set(bio_runs(gold)), set(bio_runs(mine))
        tally["entities", "both"] += len(a & b)
        tally["entities", "gold"] += len(a)
        tally["entities", "mine"] += len(b)
