"""A linear-chain conditional random field (Lafferty et al., ICML 2001) over short label sets."""

import torch
from torch import Tensor, nn


class Crf(nn.Module):
    """Transition scores between labels; forbidden steps get a large negative score that is not learned."""

    def __init__(self, forbidden_steps: Tensor, forbidden_first: Tensor) -> None:
        """``forbidden_steps`` (labels, labels) and ``forbidden_first`` (labels), True where a label may not stand."""
        super().__init__()
        self.steps = nn.Parameter(torch.zeros(forbidden_steps.shape))
        self.first = nn.Parameter(torch.zeros(forbidden_first.shape))
        self.register_buffer("step_mask", forbidden_steps.float() * -1e4)
        self.register_buffer("first_mask", forbidden_first.float() * -1e4)

    def step_scores(self) -> Tensor:
        """(labels, labels): from the row's label to the column's."""
        return self.steps + self.step_mask  # type: ignore[operator,no-any-return]

    def first_scores(self) -> Tensor:
        """(labels,): of standing first."""
        return self.first + self.first_mask  # type: ignore[operator,no-any-return]

    def loss(self, emissions: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
        """Mean negative log-likelihood a sequence.

        ``emissions`` (sequences, pieces, labels), ``labels`` and ``mask`` (sequences, pieces); every sequence's first
        piece is real and its real pieces are contiguous.
        """
        steps, first = self.step_scores(), self.first_scores()
        gold = self._gold_score(emissions, labels, mask, steps, first)
        total = first + emissions[:, 0]
        for i in range(1, emissions.shape[1]):
            ahead = torch.logsumexp(total[:, :, None] + steps[None], dim=1) + emissions[:, i]
            total = torch.where(mask[:, i, None], ahead, total)
        return (torch.logsumexp(total, dim=1) - gold).mean()

    @staticmethod
    def _gold_score(emissions: Tensor, labels: Tensor, mask: Tensor, steps: Tensor, first: Tensor) -> Tensor:
        own = emissions.gather(2, labels[:, :, None]).squeeze(2)
        moves = steps[labels[:, :-1], labels[:, 1:]]
        return (own * mask).sum(1) + (moves * mask[:, 1:]).sum(1) + first[labels[:, 0]]
