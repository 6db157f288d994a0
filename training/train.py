"""The training loop: one network, six tasks and a memory of what it knew."""

import json
import random
import time
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from training.attacks import attack_documents, lower_words
from training.batches import Batch, collate_batch, make_batches
from training.config import EncoderConfig, RunConfig
from training.data import Document, Noise, attribution_documents, cut_examples, entity_documents, read_jsonl
from training.evaluate import evaluate
from training.heads import Network, Outputs
from training.mentions import mention_documents
from training.teacher import Units, load_units
from training.tokens import load_tokenizer
from training.weights import load_starting_weights

AVERAGE_DECAY = 0.995


class Corpora:
    """The open corpora, and what an epoch takes of each."""

    def __init__(self, data: Path, tokenizer: Tokenizer, units: Units) -> None:
        polnear, conll = data / "polnear-train.jsonl.gz", data / "conll-train.jsonl.gz"
        gum, muc = data / "gum-open.jsonl.gz", data / "muc4-dev.jsonl.gz"
        self.attributed = attribution_documents(polnear, tokenizer, units)
        self.single = entity_documents(conll, tokenizer, packed=False)
        self.packed = entity_documents(conll, tokenizer, packed=True)
        self.mentioned = mention_documents(gum, tokenizer, held_out=False)
        known = lower_words(record["text"] for path in (polnear, conll, gum) for record in read_jsonl(path))
        self.attacks = list(
            zip(attack_documents(muc, tokenizer), attack_documents(muc, tokenizer, known), strict=True)
        )

    def epoch(self, dice: random.Random) -> list[Document]:
        """All of PolNeAR and of MUC's attacks, GUM twice, CoNLL one and a half times, half of MUC's other messages."""
        half = dice.sample(self.single, len(self.single) // 2)
        messages = [dice.choice(pair) for pair in self.attacks if pair[0].relevant or dice.random() < 0.5]
        return [*self.attributed, *self.packed, *half, *self.mentioned, *self.mentioned, *messages]


def train(config: RunConfig) -> None:
    """Train, evaluate after each epoch, and keep every epoch's averaged weights under ``config.out``."""
    torch.manual_seed(config.seed)
    dice = random.Random(config.seed)  # noqa: S311 (not for secrets)
    config.out.mkdir(parents=True, exist_ok=True)
    tokenizer = load_tokenizer()
    units = load_units(list(read_jsonl(config.data / "polnear-train.jsonl.gz")), tokenizer, config.out)
    vectors = torch.from_numpy(units.vectors.astype(np.float32))
    corpora = Corpora(config.data, tokenizer, units)
    network = Network(EncoderConfig())
    load_starting_weights(network.encoder)
    if config.resume:  # heads that the earlier weights lack begin anew
        network.load_state_dict(torch.load(config.resume, weights_only=True), strict=False)
    average = torch.optim.swa_utils.AveragedModel(
        network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(AVERAGE_DECAY)
    )
    noise = Noise(tokenizer, config.seed)
    step_count = config.epochs * len(
        list(make_batches(cut_examples(corpora.epoch(dice), noise), config.batch_pieces))
    )
    optimizer = _optimizer(network, config)
    began = time.monotonic()
    step = 0
    for epoch in range(config.epochs):
        batches = make_batches(cut_examples(corpora.epoch(dice), noise), config.batch_pieces, dice)
        losses: list[list[float]] = []
        for group in batches:
            spent = (time.monotonic() - began) / 60 / config.minutes if config.minutes else 0.0
            _set_rates(optimizer, max(spent, step / step_count), config)
            losses.append(_step(network, collate_batch(group), vectors, config, optimizer))
            step += 1
            if spent >= 1:
                break
            average.update_parameters(network)
            if len(losses) % 50 == 0:
                seconds = time.monotonic() - began
                print(
                    f"{epoch} {len(losses)} {seconds:.0f}s",
                    np.mean(losses[-50:], axis=0).round(3),
                    flush=True,
                )
        torch.save(average.module.state_dict(), config.out / f"epoch-{epoch}.pt")
        figures = evaluate(average.module, tokenizer, config.data)
        with (config.out / "log.jsonl").open("a") as log:
            log.write(json.dumps({"epoch": epoch, **figures}) + "\n")
        print(epoch, figures, flush=True)
        if config.minutes and time.monotonic() - began > 60 * config.minutes:
            break


def _optimizer(network: Network, config: RunConfig) -> torch.optim.AdamW:
    body = list(network.encoder.parameters())
    mine = {id(p) for p in body}
    heads = [p for p in network.parameters() if id(p) not in mine]
    groups = [{"params": body, "peak": config.encoder_rate}, {"params": heads, "peak": config.head_rate}]
    return torch.optim.AdamW(groups, weight_decay=config.weight_decay, betas=(0.9, 0.98), fused=True)


def _set_rates(optimizer: torch.optim.Optimizer, progress: float, config: RunConfig) -> None:
    """A linear climb to each group's peak rate, then a linear descent; ``progress`` runs from 0 to 1."""
    warmup = config.warmup_share
    share = progress / warmup if progress < warmup else max(0.02, (1 - progress) / (1 - warmup))
    for group in optimizer.param_groups:
        group["lr"] = group["peak"] * max(share, 0.002)


def _step(
    network: Network, batch: Batch, vectors: Tensor, config: RunConfig, optimizer: torch.optim.Optimizer
) -> list[float]:
    network.train()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        outputs = network(*batch.inputs)
        mask = batch.inputs[1]
        roles = network.role_emissions(outputs, batch.rows, batch.places, mask) if len(batch.rows) else None
    parts = losses_of(network, outputs, roles, batch, vectors)
    weights = (
        config.entity_weight,
        config.anchor_weight,
        config.role_weight,
        config.meaning_weight,
        config.mention_weight,
        config.filler_weight,
        config.relevance_weight,
    )
    loss = torch.stack([part * weight for part, weight in zip(parts, weights, strict=True)]).sum()
    optimizer.zero_grad(set_to_none=True)
    loss.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    return [float(part.detach()) for part in parts]


def losses_of(
    network: Network, outputs: Outputs, roles: Tensor | None, batch: Batch, vectors: Tensor
) -> tuple[Tensor, ...]:
    """The losses of entities, anchors, roles, meaning, mentions, fillers and relevance, each a scalar.

    A loss is zero where the batch has no target for it.
    """
    mask = batch.inputs[1].bool()
    zero = torch.zeros(())
    entity = anchor = role = meaning = mention = filler = relevance = zero
    if len(batch.entity_rows):
        rows = batch.entity_rows
        entity = network.entity_chain.loss(outputs.entities[rows].float(), batch.entities, mask[rows])
    known = mask & batch.anchored[:, None]
    if known.any():
        anchor = 20 * functional.binary_cross_entropy_with_logits(
            outputs.anchors.float()[known], batch.anchors[known]
        )
    if roles is not None:
        role = 0.15 * network.role_chain.loss(roles.float(), batch.roles, mask[batch.rows])
    if len(batch.units):
        meaning = meaning_loss(outputs.meaning, batch, vectors[batch.units])
    if len(batch.mention_rows):
        rows = batch.mention_rows
        mention = network.outer_chain.loss(outputs.outer[rows].float(), batch.outer, mask[rows])
        mention = mention + network.inner_chain.loss(outputs.inner[rows].float(), batch.inner, mask[rows])
        mention = mention * len(rows) / len(mask)  # few windows of a batch weigh little
    if len(batch.filler_rows):
        rows = batch.filler_rows
        filler = network.filler_chain.loss(outputs.fillers[rows].float(), batch.fillers, mask[rows])
        filler = filler * len(rows) / len(mask)
        relevance = functional.binary_cross_entropy_with_logits(
            outputs.relevance[rows].float(), batch.relevant
        )
    return entity, anchor, role, meaning, mention, filler, relevance


def meaning_loss(meaning: Tensor, batch: Batch, targets: Tensor) -> Tensor:
    """One minus the cosine to the teacher's vectors, and how far the passages' likenesses to one another differ."""
    rows, (first, end) = batch.unit_rows, batch.unit_bounds.T
    total = torch.cat([torch.zeros_like(meaning[:, :1]), meaning.float().cumsum(1)], dim=1)
    means = (total[rows, end] - total[rows, first]) / (end - first)[:, None]
    means = functional.normalize(means, dim=1)
    own = 1 - (means * targets).sum(1).mean()
    return own + 4 * functional.mse_loss(means @ means.T, targets @ targets.T)


def default_data() -> Path:
    """Where the open corpora lie unless told otherwise."""
    return Path(__file__).resolve().parents[2] / "shared" / "data"
