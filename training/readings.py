"""Readings of corpora, kept on disk until the weights change, for what is fitted on them time and again."""

import gzip
import hashlib
import json
import pickle
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.context import as_article
from sayso.core.read_article import ReadArticle
from sayso.read.encoder.weights import shipped_folder
from sayso.read.reader import Reader

KEPT = Path("runs/readings")

Read = tuple[dict[str, Any], ReadArticle]  # a record of the corpus and its reading


def read_corpus(path: Path, *, folder: Path = KEPT) -> list[Read]:
    """Give an open corpus's records with their readings."""
    with gzip.open(path, "rt", encoding="utf8") as lines:
        records = [json.loads(line) for line in lines if line.strip()]
    return read_records(path.name.partition(".")[0], records, folder=folder)


def read_records(name: str, records: Sequence[dict[str, Any]], *, folder: Path = KEPT) -> list[Read]:
    """Give records with their readings; those are read that have not been with the shipped weights.

    Rules of the reader that have changed meanwhile are not noticed: delete ``folder`` to have all read again.
    """
    weights = hashlib.sha256()
    for part in sorted(path for path in shipped_folder().iterdir() if path.is_file()):
        weights.update(hashlib.sha256(part.read_bytes()).digest())
    kept = folder / f"{name}-{weights.hexdigest()[:12]}.pickle"
    known: dict[str, ReadArticle] = {}
    if kept.exists():
        with kept.open("rb") as file:
            known = pickle.load(file)  # noqa: S301 (this module wrote it)
    missing = [record for record in records if _key(record) not in known]
    if missing:
        began = time.perf_counter()
        reads = Reader.load().read([as_article(record) for record in missing])
        known |= {_key(record): read for record, read in zip(missing, reads, strict=True)}
        sys.stderr.write(f"{name}: {len(missing)} read in {time.perf_counter() - began:.0f} s\n")
        folder.mkdir(parents=True, exist_ok=True)
        part = kept.with_suffix(".part")
        part.write_bytes(pickle.dumps(known))
        part.replace(kept)
    return [(record, known[_key(record)]) for record in records]


def _key(record: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps([record["id"], record["text"]]).encode()).hexdigest()
