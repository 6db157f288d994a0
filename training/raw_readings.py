"""What the encoder says of open corpora, kept on disk until its weights change."""

import hashlib
import pickle
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from sayso.read.encoder.decode import Ints
from sayso.read.encoder.network import Halves, Network
from sayso.read.encoder.raw import RawReading, read_raw
from sayso.read.encoder.weights import ENCODER_FILE, TOKENIZER_FILE, Weights
from sayso.read.encoder.windows import Window
from sayso.read.spans import Filler
from training.data import read_jsonl

KEPT = Path("runs/raw")


@dataclass(frozen=True)
class KeptPieces:
    """Where pieces begin and end."""

    starts: Ints
    ends: Ints


@dataclass(frozen=True)
class KeptWindow:
    """A window's last layer."""

    window: Window
    hidden: Halves


@dataclass(frozen=True)
class KeptReading:
    """What of a raw reading is kept; records of their own, so that those of the reader may change."""

    pieces: KeptPieces
    windows: tuple[KeptWindow, ...]
    fillers: tuple[Filler, ...]


Raw = tuple[dict[str, Any], KeptReading]  # a record of the corpus and what the network says of its text


def raw_readings(path: Path, weights: Path, *, folder: Path = KEPT) -> list[Raw]:
    """A corpus's records with what is kept of their raw readings.

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
        raws: list[KeptReading] = pickle.load(file)  # noqa: S301 (this module wrote it)
    return list(zip(read_jsonl(path), raws, strict=True))


def _read(path: Path, files: Weights) -> Iterator[KeptReading]:
    tokenizer = Tokenizer.from_file(str(files.path(TOKENIZER_FILE)))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    network = Network(files)
    for record in read_jsonl(path):
        yield keep(read_raw(record["text"], tokenizer, network))


def keep(raw: RawReading) -> KeptReading:
    """What is kept of ``raw``."""
    windows = tuple(KeptWindow(read.window, read.hidden) for read in raw.windows)
    return KeptReading(KeptPieces(raw.pieces.starts, raw.pieces.ends), windows, raw.fillers())
