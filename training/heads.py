"""The network's heads: names, mentions, cues, roles given a cue, an attack's roles, and meaning; and the whole.

Roles are read cue by cue: each cue's first piece is an anchor, and every piece of the window is labelled as source, cue
or content *of that anchor*. So what belongs together is learned, a content split by its cue stays one, and nested
attributions do not overwrite one another.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso.core.reading import Act
from sayso.read.encoder.labels import (
    DISTANCE_BOUNDS,
    DISTANCE_SIZE,
    ENTITY_LABELS,
    FILLER_LABELS,
    MENTION_LABELS,
    ROLE_LABELS,
    may_follow,
)
from training.config import EncoderConfig
from training.crf import Crf
from training.encoder import Encoder

ROLE_WIDTH = 128
ROLE_HEADS = 4
ROLE_LAYERS = 2


@dataclass(frozen=True, slots=True)
class Outputs:
    """One forward pass: each tensor (batch, pieces, ...)."""

    hidden: Tensor  # (..., hidden width)
    entities: Tensor  # (..., entity labels) emissions
    anchors: Tensor  # (...) logits of being a cue's first piece
    members: Tensor  # (..., role width) each piece as a member of an attribution
    cues: Tensor  # (..., 2 * role width) each piece as the anchor of one
    meaning: Tensor  # (..., hidden width) mean over a span, at unit length: its meaning
    outer: Tensor  # (..., mention labels) emissions of mentions that no other holds
    inner: Tensor  # (..., mention labels) emissions of mentions within those
    fillers: Tensor  # (..., filler labels) emissions of an attack's roles
    relevance: Tensor  # (batch,) logit that the window stands in a report on an attack
    acts: Tensor  # (..., acts) mean over what is said: the logits of its act


class RoleLayer(nn.Module):
    """One pre-norm transformer layer over a window as one anchor sees it; at first it changes nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.norm, self.widen_norm = nn.LayerNorm(ROLE_WIDTH), nn.LayerNorm(ROLE_WIDTH)
        self.mix = nn.Linear(ROLE_WIDTH, 3 * ROLE_WIDTH)
        self.mixed = nn.Linear(ROLE_WIDTH, ROLE_WIDTH)
        self.widen = nn.Linear(ROLE_WIDTH, 2 * ROLE_WIDTH)
        self.narrow = nn.Linear(2 * ROLE_WIDTH, ROLE_WIDTH)
        for last in (self.mixed, self.narrow):
            nn.init.zeros_(last.weight)
            nn.init.zeros_(last.bias)

    def forward(self, hidden: Tensor, bias: Tensor) -> Tensor:
        """``hidden`` (anchors, pieces, width) and ``bias`` (anchors, 1, 1, pieces) give (anchors, pieces, width)."""
        count, size, width = hidden.shape
        shape = (count, size, ROLE_HEADS, width // ROLE_HEADS)
        query, key, value = (
            part.reshape(shape).transpose(1, 2) for part in self.mix(self.norm(hidden)).chunk(3, dim=-1)
        )
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=bias.to(query.dtype))
        hidden = hidden + self.mixed(seen.transpose(1, 2).reshape(count, size, width))
        return hidden + self.narrow(functional.gelu(self.widen(self.widen_norm(hidden))))  # type: ignore[no-any-return]


class RoleHead(nn.Module):
    """Labels the pieces of a window for one anchor.

    FiLM (Perez et al., AAAI 2018), a convolution, small transformer layers that see the window as the anchor does,
    a linear layer.
    """

    def __init__(self) -> None:
        super().__init__()
        self.distance = nn.Embedding(DISTANCE_SIZE, ROLE_WIDTH)
        self.near = nn.Conv1d(ROLE_WIDTH, ROLE_WIDTH, kernel_size=3, padding=1)
        self.layers = nn.ModuleList(RoleLayer() for _ in range(ROLE_LAYERS))
        self.label = nn.Linear(ROLE_WIDTH, len(ROLE_LABELS))
        nn.init.normal_(self.distance.weight, std=0.1)

    def forward(self, members: Tensor, cues: Tensor, distances: Tensor, mask: Tensor) -> Tensor:
        """Emissions (anchors, pieces, role labels).

        ``members`` (anchors, pieces, width), ``cues`` (anchors, 2 * width), ``distances`` (anchors, pieces): buckets,
        ``mask`` (anchors, pieces): 1 on real pieces.
        """
        scale, shift = cues[:, None].chunk(2, dim=-1)
        mixed = functional.gelu(members * (1 + scale) + shift + self.distance(distances))
        near = functional.gelu(self.near(mixed.transpose(1, 2)).transpose(1, 2))
        hidden = mixed + near
        bias = (1.0 - mask[:, None, None, :].float()) * -1e4
        for layer in self.layers:
            hidden = layer(hidden, bias)
        return self.label(hidden)  # type: ignore[no-any-return]


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
        self.outer = nn.Linear(width, len(MENTION_LABELS))
        self.inner = nn.Linear(width, len(MENTION_LABELS))
        self.fillers = nn.Sequential(
            nn.Linear(width, ROLE_WIDTH), nn.GELU(), nn.Linear(ROLE_WIDTH, len(FILLER_LABELS))
        )
        self.relevance = nn.Linear(width, 1)
        self.acts = nn.Sequential(nn.Linear(width, ROLE_WIDTH), nn.GELU(), nn.Linear(ROLE_WIDTH, len(Act)))
        self.meaning = nn.Linear(width, width)
        nn.init.eye_(self.meaning.weight)  # at first the starting weights' own sentence vectors
        nn.init.zeros_(self.meaning.bias)
        self.roles = RoleHead()
        self.entity_chain = _bio_chain(ENTITY_LABELS)
        self.role_chain = _bio_chain(ROLE_LABELS)
        self.outer_chain = _bio_chain(MENTION_LABELS)
        self.inner_chain = _bio_chain(MENTION_LABELS)
        self.filler_chain = _bio_chain(FILLER_LABELS)

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
            outer=self.outer(dropped),
            inner=self.inner(dropped),
            fillers=self.fillers(dropped),
            relevance=self.relevance(_mean(dropped, mask)).squeeze(-1),
            acts=self.acts(dropped),
        )

    def role_emissions(self, outputs: Outputs, rows: Tensor, anchors: Tensor, mask: Tensor) -> Tensor:
        """Emissions (anchors, pieces, role labels) for the anchors at piece ``anchors`` of the windows ``rows``."""
        members = outputs.members[rows]
        distances = distance_buckets(anchors, members.shape[1])
        return self.roles(members, outputs.cues[rows, anchors], distances, mask[rows])  # type: ignore[no-any-return]


def _mean(hidden: Tensor, mask: Tensor) -> Tensor:
    """(batch, width): the mean over the real pieces."""
    share = mask.to(hidden.dtype)[:, :, None]
    return (hidden * share).sum(1) / share.sum(1)


def _bio_chain(labels: tuple[str, ...]) -> Crf:
    steps = torch.tensor([[not may_follow(labels, before, label) for label in labels] for before in labels])
    first = torch.tensor([not may_follow(labels, None, label) for label in labels])
    return Crf(steps, first)
