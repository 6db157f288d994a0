"""Trains the heads of acts and of meaning alone, over the encoder as it stands: after a mean of several weights.

    python -m training.polish CHECKPOINT OUT [--passes N]

The marked stories are few and their windows are encoded once, so many passes cost a minute or two. The head of meaning
has one pass: it need only find its place again, and more teach it nothing that holds on other stories.
"""

import argparse
import random
import sys
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

from training.heads import Network
from training.likeness import StoryBatch, StoryCorpus, act_loss, likeness_loss
from training.tokens import load_tokenizer
from training.train import starting_network, stories_to_learn

PASSES = 20
RATE = 6e-4
MEANING_RATE = 1e-4
SEED = 7


def polish(network: Network, *, passes: int = PASSES, story_count: int | None = None) -> Network:
    """Train the two heads on the marked stories and the passages of acts; the encoder and all else stay.

    ``story_count``: see ``stories_to_learn``.
    """
    torch.manual_seed(SEED)
    dice = random.Random(SEED)  # noqa: S311 (not for secrets)
    stories = stories_to_learn(1, story_count)
    encoded = [_encode(network, batch) for batch in StoryCorpus(stories, load_tokenizer()).once()]
    network.train()
    optimizer = torch.optim.AdamW(network.acts.parameters(), lr=RATE, weight_decay=0.02)
    meaning = torch.optim.AdamW(network.meaning.parameters(), lr=MEANING_RATE)
    for at in dice.sample(range(len(encoded)), len(encoded)):
        batch, hidden = encoded[at]
        _descend(meaning, likeness_loss(network.meaning(hidden.clone().float()), batch))
    for number in range(passes):
        for group in optimizer.param_groups:
            group["lr"] = RATE * (1 - number / passes)
        order = dice.sample(range(len(encoded)), len(encoded))
        losses = [_learn_act(network, optimizer, *encoded[at]) for at in order]
        sys.stdout.write(f"pass {number}: {sum(losses) / len(losses):.3f}\n")
    return network.eval()


def _encode(network: Network, stories: StoryBatch) -> tuple[StoryBatch, Tensor]:
    network.eval()
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        return stories, network.encoder(*stories.batch.inputs).to(torch.bfloat16)


def _learn_act(
    network: Network, optimizer: torch.optim.Optimizer, stories: StoryBatch, hidden: Tensor
) -> float:
    loss = act_loss(network.acts(network.dropout(hidden.clone().float())), stories)
    _descend(optimizer, loss)
    return float(loss.detach())


def _descend(optimizer: torch.optim.Optimizer, loss: Tensor) -> None:
    """One step, where the stories have anything to teach."""
    if loss.requires_grad:
        optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()


def main(argv: Sequence[str] | None = None) -> None:
    """Read a checkpoint, polish it, write it."""
    parser = argparse.ArgumentParser(prog="python -m training.polish", description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--passes", type=int, default=PASSES)
    options = parser.parse_args(argv)
    network = polish(starting_network(options.checkpoint), passes=options.passes)
    torch.save(network.state_dict(), options.out)


if __name__ == "__main__":
    main()
