"""The shapes of the network and the settings of a run, each typed and explained."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class EncoderConfig:
    """MiniLM-L6-H384 (Wang et al., NeurIPS 2020): BERT's architecture, uncased vocabulary."""

    vocab_size: int = 30522
    hidden_width: int = 384
    layer_count: int = 6
    head_count: int = 12
    feed_forward_width: int = 1536
    position_count: int = 512
    norm_epsilon: float = 1e-12
    dropout: float = 0.1


@dataclass(frozen=True, slots=True)
class RunConfig:
    """One training run."""

    data: Path  # the folder of the open corpora
    out: Path  # checkpoints and the log go here
    epochs: int = 5
    resume: Path | None = None  # weights to go on from, instead of the starting weights
    minutes: float | None = None  # stop after so long, the rates falling in step; None: after the epochs
    batch_pieces: int = 3072  # pieces a step, padding included
    encoder_rate: float = 1.2e-4
    head_rate: float = 1e-3
    warmup_share: float = 0.06
    weight_decay: float = 0.01
    entity_weight: float = 0.5
    anchor_weight: float = 1.0
    role_weight: float = 1.0
    meaning_weight: float = 0.5
    mention_weight: float = 0.1
    filler_weight: float = 0.1
    relevance_weight: float = 0.3
    likeness_weight: float = 0.6
    act_weight: float = 0.5
    story_every: int = 2  # steps between batches of marked stories
    news_times: int = (
        2  # how often a marked story from the news comes for each time that an invented one does
    )
    story_count: int | None = None  # marked stories of each kind, for a trial; None: all
    seed: int = 7
