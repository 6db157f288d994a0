"""The network's trunk: a BERT encoder with three surface features added to its embeddings."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso.read.encoder.pieces import BREAK_SIZE, CASE_SIZE, QUOTE_SIZE
from training.config import EncoderConfig


class Dropout(nn.Module):
    """Dropout with a random stretch of one long mask: drawing masks anew took a tenth of the time on a processor."""

    pool_size = 1 << 24

    def __init__(self, rate: float) -> None:
        super().__init__()
        keep = (torch.rand(self.pool_size) >= rate).to(torch.bfloat16) / (1 - rate)
        self.register_buffer("pool", keep, persistent=False)

    def forward(self, hidden: Tensor) -> Tensor:
        """``hidden`` with some of its numbers set to zero while training."""
        if not self.training:
            return hidden
        count = hidden.numel()
        start = int(torch.randint(self.pool_size - count, ()))
        return hidden * self.pool[start : start + count].view(hidden.shape).to(hidden.dtype)  # type: ignore[index,no-any-return]


class Layer(nn.Module):
    """One post-norm transformer layer, as in BERT (Devlin et al., NAACL 2019)."""

    def __init__(self, config: EncoderConfig, dropout: Dropout) -> None:
        super().__init__()
        width = config.hidden_width
        self.head_count = config.head_count
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.attended = nn.Linear(width, width)
        self.attended_norm = nn.LayerNorm(width, eps=config.norm_epsilon)
        self.widen = nn.Linear(width, config.feed_forward_width)
        self.narrow = nn.Linear(config.feed_forward_width, width)
        self.out_norm = nn.LayerNorm(width, eps=config.norm_epsilon)
        self.dropout = dropout

    def forward(self, hidden: Tensor, bias: Tensor) -> Tensor:
        """``hidden`` (batch, pieces, width) and ``bias`` (batch, 1, 1, pieces) give (batch, pieces, width)."""
        batch, count, width = hidden.shape
        shape = (batch, count, self.head_count, width // self.head_count)
        query, key, value = (
            part(hidden).view(shape).transpose(1, 2) for part in (self.query, self.key, self.value)
        )
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=bias.to(query.dtype))
        mixed = mixed.transpose(1, 2).reshape(batch, count, width)
        hidden = self.attended_norm(hidden + self.dropout(self.attended(mixed)))
        return self.out_norm(hidden + self.dropout(self.narrow(functional.gelu(self.widen(hidden)))))  # type: ignore[no-any-return]


class Encoder(nn.Module):
    """Pieces and their surface features to contextual vectors."""

    def __init__(self, config: EncoderConfig) -> None:
        super().__init__()
        width = config.hidden_width
        self.config = config
        self.words = nn.Embedding(config.vocab_size, width, padding_idx=0)
        self.positions = nn.Embedding(config.position_count, width)
        self.segment = nn.Parameter(torch.zeros(width))  # BERT's segment 0, the only one used
        self.case = nn.Embedding(CASE_SIZE, width)
        self.quotes = nn.Embedding(QUOTE_SIZE, width)
        self.breaks = nn.Embedding(BREAK_SIZE, width)
        for feature in (
            self.case,
            self.quotes,
            self.breaks,
        ):  # at first the encoder is the one that it starts from
            nn.init.zeros_(feature.weight)
        self.norm = nn.LayerNorm(width, eps=config.norm_epsilon)
        self.dropout = Dropout(config.dropout)
        self.layers = nn.ModuleList(Layer(config, self.dropout) for _ in range(config.layer_count))

    def forward(self, ids: Tensor, mask: Tensor, case: Tensor, quotes: Tensor, breaks: Tensor) -> Tensor:
        """All inputs (batch, pieces), integers; ``mask`` is 1 on real pieces. Gives (batch, pieces, width)."""
        places = torch.arange(ids.shape[1], device=ids.device)
        hidden = self.words(ids) + self.positions(places) + self.segment
        hidden = hidden + self.case(case) + self.quotes(quotes) + self.breaks(breaks)
        hidden = self.dropout(self.norm(hidden))
        bias = (1.0 - mask[:, None, None, :].float()) * -1e4
        for layer in self.layers:
            hidden = layer(hidden, bias)
        return hidden  # type: ignore[no-any-return]
