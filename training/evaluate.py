"""Figures on the open development parts while training; the scorers proper run on readings (``make bench``)."""

from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from sayso.read.encoder.decode import Chain, Scores, bio_runs, viterbi
from sayso.read.encoder.labels import ROLES
from training.attacks import attack_documents
from training.batches import Batch, collate_batch, make_batches
from training.crf import Crf
from training.data import Example, attribution_documents, cut_examples, entity_documents
from training.heads import Network, Outputs
from training.mentions import mention_documents

ANCHOR_LOGIT = 0.0


def evaluate(network: Network, tokenizer: Tokenizer, data: Path) -> dict[str, float]:
    """F1 by pieces, of each head.

    Attributions and their parts on polnear-dev, names on conll-dev, mentions on GUM's documents kept for it, an
    attack's fillers and relevant windows on muc4-tst1.
    """
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
        kept = mention_documents(data / "gum-open.jsonl.gz", tokenizer, held_out=True)
        kept += attack_documents(data / "muc4-tst1.jsonl.gz", tokenizer)
        for group in make_batches(cut_examples(kept), 8192):
            _count_mentions(network, group, tally)
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
    outputs: Outputs = network(*batch.inputs)
    found = (outputs.anchors.float() > ANCHOR_LOGIT) & batch.inputs[1].bool()
    rows, places = found.nonzero(as_tuple=True)
    mine = Counter[tuple[object, ...]]()
    if len(rows):
        emissions = network.role_emissions(outputs, rows, places, batch.inputs[1]).float().numpy()
        emissions[np.arange(len(places)), places.numpy(), 1 + 2 * ROLES.index("cue")] += 1e3
        lengths = batch.inputs[1].sum(1)[rows].numpy()
        (labels,) = viterbi([Scores(chain_of(network.role_chain), emissions, lengths)])
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
    outputs: Outputs = network(*batch.inputs)
    _count_runs("entities", network.entity_chain, outputs.entities, batch.entities, batch, tally)


def _count_mentions(network: Network, group: list[Example], tally: Counter[tuple[str, str]]) -> None:
    batch = collate_batch(group)
    outputs: Outputs = network(*batch.inputs)
    if len(rows := batch.mention_rows):
        _count_runs("outer", network.outer_chain, outputs.outer[rows], batch.outer, batch, tally, rows)
        _count_runs("inner", network.inner_chain, outputs.inner[rows], batch.inner, batch, tally, rows)
    if len(rows := batch.filler_rows):
        _count_runs("fillers", network.filler_chain, outputs.fillers[rows], batch.fillers, batch, tally, rows)
        mine = outputs.relevance[rows] > 0
        tally["relevance", "both"] += int((mine & (batch.relevant > 0)).sum())
        tally["relevance", "gold"] += int(batch.relevant.sum())
        tally["relevance", "mine"] += int(mine.sum())


def _count_runs(
    name: str,
    crf: Crf,
    emissions: Tensor,
    gold: Tensor,
    batch: Batch,
    tally: Counter[tuple[str, str]],
    rows: Tensor | None = None,
) -> None:
    lengths = batch.inputs[1].sum(1)
    own = (lengths if rows is None else lengths[rows]).numpy()
    (labels,) = viterbi([Scores(chain_of(crf), emissions.float().numpy(), own)])
    for mine, true in zip(labels, gold.numpy(), strict=True):
        a, b = set(bio_runs(true)), set(bio_runs(mine))
        tally[name, "both"] += len(a & b)
        tally[name, "gold"] += len(a)
        tally[name, "mine"] += len(b)
