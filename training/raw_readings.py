"""The encoder's raw readings of open corpora, kept on disk until the weights change."""

import hashlib
import pickle
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from sayso.read.encoder.network import Network
from sayso.read.encoder.raw import RawReading, read_raw
from sayso.read.encoder.weights import ENCODER_FILE, TOKENIZER_FILE, Weights
from training.data import read_jsonl

KEPT = Path("runs/raw")
Raw = tuple[dict[str, Any], RawReading]  # a record of the corpus and what the network says of its text


def raw_readings(path: Path, weights: Path, *, folder: Path = KEPT) -> list[Raw]:
    """A corpus's records with their raw readings, but without the vectors of what passages mean.

    They are read once for each encoder; delete ``folder`` where the tokenizer or the windows have changed.
    """
    files = Weights(weights)
    mark = hashlib.sha256(files.path(ENCODER_FILE).read_bytes()).hexdigest()[:12]
    kept = folder / f"{path.name.partition('.')[0]}-{mark}.pickle"
    if not kept.exists():
        sys.stderr.write(f"reading {path.name}\n")
        folder.mkdir(parents=True, exist_ok=True)
        part = kept.with_suffix(".part")
        part.write_bytes(pickle.dumps(list(_read(path, files))))
        part.replace(kept)
    with kept.open("rb") as file:
        raws: list[RawReading] = pickle.load(file)  # noqa: S301 (this module wrote it)
    return list(zip(read_jsonl(path), raws, strict=True))


def _read(path: Path, files: Weights) -> Iterator[RawReading]:
    tokenizer = Tokenizer.from_file(str(files.path(TOKENIZER_FILE)))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    network = Network(files)
    for record in read_jsonl(path):
        yield slim(read_raw(record["text"], tokenizer, network))


def slim(raw: RawReading) -> RawReading:
    """``raw`` without what takes most room beside the last layer."""
    nothing = np.zeros((0, 0), dtype=np.float16)
    return replace(raw, windows=tuple(replace(read, meaning=nothing, acts=nothing) for read in raw.windows))
