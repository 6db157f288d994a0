"""The network's heads: entities, cues, roles given a cue, and meaning; and the whole that is trained.

Roles are read cue by cue: each cue's first piece is an anchor, and every piece of the window is labelled as source, cue
or content *of that anchor*. So what belongs together is learned, a content split by its cue stays one, and nested
attributions do not overwrite one another.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso.read.encoder.labels import DISTANCE_BOUNDS, DISTANCE_SIZE, ENTITY_LABELS, ROLE_LABELS, may_follow
from training.config import EncoderConfig
from training.crf import Crf
from training.encoder import Encoder

ROLE_WIDTH = 128


@dataclass(frozen=True, slots=True)
class Outputs:
    """One forward pass: each tensor (batch, pieces, ...)."""

    hidden: Tensor  # (..., hidden width)
    entities: Tensor  # (..., entity labels) emissions
    anchors: Tensor  # (...) logits of being a cue's first piece
    members: Tensor  # (..., role width) each piece as a member of an attribution
    cues: Tensor  # (..., 2 * role width) each piece as the anchor of one
    meaning: Tensor  # (..., hidden width) mean over a span, at unit length: its meaning


class RoleHead(nn.Module):
    """Labels the pieces of a window for one anchor: FiLM (Perez et al., AAAI 2018), a convolution, a linear layer."""

    def __init__(self) -> None:
        super().__init__()
        self.distance = nn.Embedding(DISTANCE_SIZE, ROLE_WIDTH)
        self.near = nn.Conv1d(ROLE_WIDTH, ROLE_WIDTH, kernel_size=3, padding=1)
        self.label = nn.Linear(ROLE_WIDTH, len(ROLE_LABELS))
        nn.init.normal_(self.distance.weight, std=0.1)

    def forward(self, members: Tensor, cues: Tensor, distances: Tensor) -> Tensor:
        """Emissions (anchors, pieces, role labels).

        ``members`` (anchors, pieces, width), ``cues`` (anchors, 2 * width), ``distances`` (anchors, pieces): buckets.
        """
        scale, shift = cues[:, None].chunk(2, dim=-1)
        mixed = functional.gelu(members * (1 + scale) + shift + self.distance(distances))
        near = functional.gelu(self.near(mixed.transpose(1, 2)).transpose(1, 2))
        return self.label(mixed + near)  # type: ignore[no-any-return]


def distance_buckets(anchors: Tensor, count: int) -> Tensor:
    """(anchors, pieces): the bucket of each piece's distance from each anchor."""
    distances = torch.arange(count, device=anchors.device)[None] - anchors[:, None]
    bounds = torch.tensor(DISTANCE_BOUNDS, device=anchors.device)
    return torch.bucketize(distances, bounds)


class Network(nn.Module):
    """The encoder and all its heads."""

    def __init__(self, config: EncoderConfig) -> None:
        super().__init__()
        width = config.hidden_width
        self.encoder = Encoder(config)
        self.dropout = self.encoder.dropout
        self.entities = nn.Linear(width, len(ENTITY_LABELS))
        self.anchor = nn.Sequential(nn.Linear(width, ROLE_WIDTH), nn.GELU(), nn.Linear(ROLE_WIDTH, 1))
        self.members = nn.Linear(width, ROLE_WIDTH)
        self.cues = nn.Linear(width, 2 * ROLE_WIDTH)
        self.meaning = nn.Linear(width, width)
        nn.init.eye_(self.meaning.weight)  # at first the starting weights' own sentence vectors
        nn.init.zeros_(self.meaning.bias)
        self.roles = RoleHead()
        self.entity_chain = _bio_chain(ENTITY_LABELS)
        self.role_chain = _bio_chain(ROLE_LABELS)

    def forward(self, ids: Tensor, mask: Tensor, case: Tensor, quotes: Tensor, breaks: Tensor) -> Outputs:
        """See ``Encoder.forward`` for the inputs."""
        hidden = self.encoder(ids, mask, case, quotes, breaks)
        dropped = self.dropout(hidden)
        return Outputs(
            hidden=hidden,
            entities=self.entities(dropped),
            anchors=self.anchor(dropped).squeeze(-1),
            members=self.members(dropped),
            cues=self.cues(dropped),
            meaning=self.meaning(hidden),
        )

    def role_emissions(self, outputs: Outputs, rows: Tensor, anchors: Tensor) -> Tensor:
        """Emissions (anchors, pieces, role labels) for the anchors at piece ``anchors`` of the windows ``rows``."""
        members = outputs.members[rows]
        return self.roles(members, outputs.cues[rows, anchors], distance_buckets(anchors, members.shape[1]))  # type: ignore[no-any-return]


def _bio_chain(labels: tuple[str, ...]) -> Crf:
    steps = torch.tensor([[not may_follow(labels, before, label) for label in labels] for before in labels])
    first = torch.tensor([not may_follow(labels, None, label) for label in labels])
    return Crf(steps, first)
