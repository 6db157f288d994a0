"""The network of ``sayso.read.entities.coreference.scorer`` as it is fitted: the same arithmetic, with dropout."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from sayso.read.entities.coreference.pairs import PAIR_WIDTH
from sayso.read.entities.coreference.scorer import VECTOR_WIDTH
from sayso.read.entities.coreference.table import CLASS_COUNT, OWN_WIDTH

NARROW, TURNED, WIDTH, DEEP = 32, 32, 64, 32
LENGTH = 20.0  # of a vector's thirds, as the scorer scales them


class CoreferenceNet(nn.Module):
    """Scores of pairs, and of each mention's having no antecedent."""

    def __init__(self, *, dropout: float = 0.3) -> None:
        super().__init__()
        self.rate = dropout
        both = OWN_WIDTH + NARROW
        self.narrow, self.narrow_bias = _matrix(VECTOR_WIDTH, NARROW), _zeros(NARROW)
        self.alone, self.alone_bias = _matrix(both, WIDTH), _zeros(WIDTH)
        self.alone_out, self.alone_out_bias = _matrix(WIDTH, 1), _zeros(1)
        self.mention, self.antecedent = _matrix(both, WIDTH, 0.1), _matrix(both, WIDTH, 0.1)
        self.pair, self.pair_bias = _matrix(PAIR_WIDTH, WIDTH, 0.15), _zeros(WIDTH)
        self.classes = _matrix(CLASS_COUNT * CLASS_COUNT, WIDTH, 0.1)
        self.turned, self.product = _matrix(VECTOR_WIDTH, TURNED), _matrix(TURNED, WIDTH, 0.1)
        self.deep, self.deep_bias, self.out = _matrix(WIDTH, DEEP), _zeros(DEEP), _matrix(DEEP, 1)

    def forward(
        self,
        own: Tensor,
        vectors: Tensor,
        pairs: Tensor,
        classes: Tensor,
        mentions: Tensor,
        antecedents: Tensor,
    ) -> tuple[Tensor, Tensor]:
        """Scores (pairs,) and (mentions,); the inputs are ``Scorer.score``'s, ``vectors`` already scaled."""
        vectors = self._drop(vectors, self.rate) / LENGTH
        narrow = functional.relu(vectors @ self.narrow + self.narrow_bias)
        both = self._drop(torch.cat([own, narrow], dim=1), self.rate / 3)
        alone = self._drop(functional.relu(both @ self.alone + self.alone_bias), self.rate)
        turned = vectors @ self.turned
        hidden = (both @ self.mention)[mentions] + (both @ self.antecedent)[antecedents]
        hidden = hidden + pairs @ self.pair + self.classes[classes] + self.pair_bias
        hidden = hidden + (turned[mentions] * turned[antecedents]) @ self.product
        hidden = self._drop(functional.relu(hidden), self.rate)
        hidden = self._drop(functional.relu(hidden @ self.deep + self.deep_bias), self.rate / 2)
        return (hidden @ self.out)[:, 0], (alone @ self.alone_out + self.alone_out_bias)[:, 0]

    def _drop(self, values: Tensor, rate: float) -> Tensor:
        return functional.dropout(values, rate, self.training)

    def arrays(self) -> dict[str, NDArray[np.float32]]:
        """The weights as the scorer reads them."""
        found = {name: weight.detach().numpy().astype(np.float32) for name, weight in self.named_parameters()}
        return found | {name: found[name] / np.float32(LENGTH) for name in ("narrow", "turned")}


def _matrix(rows: int, columns: int, scale: float | None = None) -> nn.Parameter:
    return nn.Parameter(torch.randn(rows, columns) * (scale if scale is not None else rows**-0.5))


def _zeros(size: int) -> nn.Parameter:
    return nn.Parameter(torch.zeros(size))


def antecedent_loss(scores: Tensor, alone: Tensor, right: Tensor, mentions: Tensor) -> Tensor:
    """Minus the log of what all right antecedents have together, or "none" where there is none, summed over mentions.

    ``right`` (pairs,) is whether a pair is one entity (Lee et al., EMNLP 2017, equation 2).
    """
    highest = alone.detach().clone().scatter_reduce(0, mentions, scores.detach(), "amax")
    chances, none = torch.exp(scores - highest[mentions]), torch.exp(alone - highest)
    empty = torch.zeros_like(alone)
    total = none + empty.index_add(0, mentions, chances)
    linked = empty.index_add(0, mentions, chances * right)
    has = empty.index_add(0, mentions, right.float()) > 0
    wanted = torch.where(has, linked, none).clamp_min(1e-9)
    return (torch.log(total) - torch.log(wanted)).sum()
