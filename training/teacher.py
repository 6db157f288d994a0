"""What the starting weights say a passage means, so that training for attribution does not make the encoder forget it.

Sentences and attributed contents are embedded each by itself by the untouched starting weights; the reader learns to
give the same vector from the mean over the passage's pieces *within its context* (distillation, Hinton et al., 2015).
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.read.encoder.pieces import CLS, SEP
from training.config import EncoderConfig
from training.encoder import Encoder
from training.weights import load_starting_weights

SENTENCE = re.compile(r"[^\n.!?]{20,400}(?:[.!?]+[”\"’']*|\n|$)")


class Units:
    """Passages of a corpus with their vectors: ``vectors`` (passages, width) at unit length."""

    def __init__(self, spans: list[list[tuple[int, int, int]]], vectors: NDArray[np.float16]) -> None:
        self._spans = spans
        self.vectors = vectors

    def of(self, document: int) -> list[tuple[int, int, int]]:
        """(unit number, start, end) of a document's passages."""
        return self._spans[document]


def load_units(records: list[dict[str, Any]], tokenizer: Tokenizer, cache: Path) -> Units:
    """The passages of ``records`` and their vectors, computed once and kept under ``cache``."""
    spans: list[list[tuple[int, int, int]]] = []
    texts: list[str] = []
    for record in records:
        spans.append([])
        for start, end in _passages(record):
            spans[-1].append((len(texts), start, end))
            texts.append(record["text"][start:end])
    path = cache / "units.npy"
    key = cache / "units.json"
    stamp = json.dumps([len(texts), sum(map(len, texts))])
    if not (path.exists() and key.exists() and key.read_text() == stamp):
        np.save(path, embed(texts, tokenizer))
        key.write_text(stamp)
    return Units(spans, np.load(path))


def _passages(record: dict[str, Any]) -> Iterator[tuple[int, int]]:
    text = record["text"]
    for match in SENTENCE.finditer(text):
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        yield start, start + len(match.group().strip())
    for attribution in record["attributions"]:
        for start, end in attribution["content"]:
            if 20 <= end - start <= 400:
                yield start, end


def embed(texts: list[str], tokenizer: Tokenizer) -> NDArray[np.float16]:
    """Unit vectors (texts, width) of the starting weights: the mean over all pieces, special ones included."""
    encoder = Encoder(EncoderConfig()).eval()
    load_starting_weights(encoder)
    encodings = [e.ids[:250] for e in tokenizer.encode_batch(texts, add_special_tokens=False)]
    order = sorted(range(len(texts)), key=lambda i: len(encodings[i]))
    vectors = np.zeros((len(texts), encoder.config.hidden_width), dtype=np.float16)
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        for at in range(0, len(order), 128):
            rows = order[at : at + 128]
            vectors[rows] = _embed_batch(encoder, [encodings[i] for i in rows])
    return vectors


def _embed_batch(encoder: Encoder, rows: list[list[int]]) -> NDArray[np.float16]:
    size = max(map(len, rows)) + 2
    ids = torch.zeros((len(rows), size), dtype=torch.long)
    for i, row in enumerate(rows):
        ids[i, : len(row) + 2] = torch.tensor([CLS, *row, SEP])
    mask = (ids > 0).long()
    none = torch.zeros_like(ids)
    hidden = encoder(ids, mask, none, none, none).float()
    mean = (hidden * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
    return torch.nn.functional.normalize(mean, dim=1).numpy().astype(np.float16)
