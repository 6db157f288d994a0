"""The training loop: one network, eight tasks and a memory of what it knew."""

import json
import os
import random
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from training.acts import TRAINING, read_passages
from training.attacks import attack_documents, lower_words
from training.batches import Batch, collate_batch, make_batches
from training.config import EncoderConfig, RunConfig
from training.data import (
    Document,
    Example,
    Noise,
    attribution_documents,
    cut_examples,
    entity_documents,
    read_jsonl,
)
from training.evaluate import evaluate
from training.heads import Network, Outputs
from training.likeness import StoryBatch, StoryCorpus, act_loss, likeness_loss, stories_of_acts
from training.marked import MarkedStory, learnt_stories, split
from training.mentions import mention_documents
from training.news import learnt_news
from training.teacher import Units, load_units
from training.tokens import load_tokenizer
from training.weights import load_starting_weights

AVERAGE_DECAY = 0.995
REPORT_STEPS = 50


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
        """All of PolNeAR, GUM and MUC's attacks, CoNLL one and a half times, a quarter of MUC's other messages."""
        half = dice.sample(self.single, len(self.single) // 2)
        messages = [dice.choice(pair) for pair in self.attacks if pair[0].relevant or dice.random() < 0.25]
        return [*self.attributed, *self.packed, *half, *self.mentioned, *messages]


class Run:
    """One training run: the network, its average, the optimizer and the clock."""

    def __init__(self, config: RunConfig) -> None:
        torch.manual_seed(config.seed)
        config.out.mkdir(parents=True, exist_ok=True)
        self.config = config
        self.dice = random.Random(config.seed)  # noqa: S311 (not for secrets)
        self.tokenizer = load_tokenizer()
        records = list(read_jsonl(config.data / "polnear-train.jsonl.gz"))
        units = load_units(records, self.tokenizer, config.out)
        self.vectors = torch.from_numpy(units.vectors.astype(np.float32))
        self.corpora = Corpora(config.data, self.tokenizer, units)
        self.noise = Noise(self.tokenizer, config.seed)
        marked = stories_to_learn(config.news_times, config.story_count)
        self.stories = StoryCorpus(marked, self.tokenizer).batches(self.dice)
        self.network = starting_network(config.resume)
        self.average = torch.optim.swa_utils.AveragedModel(
            self.network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(AVERAGE_DECAY)
        )
        self.optimizer = _optimizer(self.network, config)
        self.step_count = config.epochs * len(list(self.batches()))
        self.step = 0
        self.began = time.monotonic()

    def batches(self) -> Iterator[list[Example]]:
        """An epoch's batches, cut and altered anew."""
        examples = cut_examples(self.corpora.epoch(self.dice), self.noise)
        return make_batches(examples, self.config.batch_pieces, self.dice)

    @property
    def spent(self) -> float:
        """The share of the time that has been spent; 0 where there is no limit."""
        minutes = (time.monotonic() - self.began) / 60
        return minutes / self.config.minutes if self.config.minutes else 0.0

    def epoch(self, number: int) -> None:
        """One pass over the corpora, or what the time allows of it."""
        losses: list[list[float]] = []
        for group in self.batches():
            if self.spent >= 1:
                break
            _set_rates(self.optimizer, max(self.spent, self.step / self.step_count), self.config)
            stories = next(self.stories) if self.step % self.config.story_every == 0 else None
            losses.append(_step(self, collate_batch(group), stories))
            self.average.update_parameters(self.network)
            self.step += 1
            if len(losses) % REPORT_STEPS == 0:
                recent = np.nanmean(losses[-REPORT_STEPS:], axis=0).round(3)
                print(f"{number} {len(losses)} {time.monotonic() - self.began:.0f}s", recent, flush=True)

    def keep(self, number: int) -> Path:
        """Write the averaged weights after an epoch, with their figures in the log; the path of the weights."""
        path = self.config.out / f"epoch-{number}.pt"
        torch.save(self.average.module.state_dict(), path)
        figures = evaluate(self.average.module, self.tokenizer, self.config.data)
        with (self.config.out / "log.jsonl").open("a") as log:
            log.write(json.dumps({"epoch": number, **figures}) + "\n")
        print(number, figures, flush=True)
        return path


def train(config: RunConfig) -> Path:
    """Train, evaluate after each epoch, and keep every epoch's averaged weights; the path of the last."""
    run = Run(config)
    for number in range(config.epochs):
        run.epoch(number)
        path = run.keep(number)
        if run.spent >= 1:
            break
    return path


def stories_to_learn(news_times: int, count: int | None = None) -> list[MarkedStory]:
    """Invented stories, those from the news so many times over, passages of acts; of each the first ``count``."""
    acts = stories_of_acts(split(read_passages(TRAINING))[0])
    return [*learnt_stories()[:count], *news_times * learnt_news()[:count], *acts[:count]]


def starting_network(resume: Path | None) -> Network:
    """The network with the starting weights, or with those of a checkpoint; heads that it lacks begin anew."""
    network = Network(EncoderConfig())
    if resume is None:
        load_starting_weights(network.encoder)
    else:
        network.load_state_dict(torch.load(resume, weights_only=True), strict=False)
    return network


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


def _step(run: Run, batch: Batch, stories: StoryBatch | None) -> list[float]:
    """One step on a batch, and on some stories where it is their turn; the losses."""
    network, config = run.network, run.config
    network.train()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        outputs = network(*batch.inputs)
        mask = batch.inputs[1]
        roles = network.role_emissions(outputs, batch.rows, batch.places, mask) if len(batch.rows) else None
    parts = losses_of(network, outputs, roles, batch, run.vectors)
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
    run.optimizer.zero_grad(set_to_none=True)
    loss.backward()  # type: ignore[no-untyped-call]
    told = _learn_stories(network, stories, config) if stories else (float("nan"), float("nan"))
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    run.optimizer.step()
    return [*(float(part.detach()) for part in parts), *told]


def _learn_stories(network: Network, stories: StoryBatch, config: RunConfig) -> tuple[float, float]:
    """Add the gradients of some stories; their losses of likeness and acts."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        outputs = network(*stories.batch.inputs)
    likeness, act = likeness_loss(outputs.meaning, stories), act_loss(outputs.acts, stories)
    (config.likeness_weight * likeness + config.act_weight * act).backward()  # type: ignore[no-untyped-call]
    return float(likeness.detach()), float(act.detach())


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
    """Where the open corpora lie unless told otherwise: under ``SAYSO_DATA``, else beside the repository."""
    beside = Path(__file__).resolve().parents[2] / "shared"
    return Path(os.environ.get("SAYSO_DATA") or beside) / "data"
