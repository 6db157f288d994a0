"""Calls the scoring scripts that lie beside the open data, and parses the figures that they print."""

import gzip
import json
import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from pydantic import TypeAdapter

from bench.context import Context, Record
from sayso.core.ledger import Ledger
from sayso.core.read_article import ReadArticle
from sayso.core.reading import Reading

_READING = TypeAdapter(Reading)
_LEDGER = TypeAdapter(Ledger)
_NUMBER = re.compile(r"-?\d+\.\d+|-?\d+")


def run_scorer(context: Context, script: str, *arguments: str | Path) -> str:
    """What a scoring script prints.

    Raises CalledProcessError where it fails, MissingDataError where it is absent.
    """
    path = context.path("score", script)
    command = [sys.executable, str(path), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603 - our own command


def write_gold(context: Context, records: Sequence[Record]) -> Path:
    """The records that were read, as the gold file of a scorer."""
    path = context.folder / "gold.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf8") as file:
        file.writelines(json.dumps(record) + "\n" for record in records)
    return path


def write_readings(context: Context, reads: Iterable[ReadArticle]) -> Path:
    """The readings as JSONL, as the reader gave them."""
    path = context.folder / "readings.jsonl"
    with path.open("wb") as file:
        file.writelines(_READING.dump_json(read.reading) + b"\n" for read in reads)
    return path


def write_ledger(context: Context, ledger: Ledger) -> Path:
    """The ledger as JSON."""
    path = context.folder / "ledger.json"
    path.write_bytes(_LEDGER.dump_json(ledger))
    return path


def line_of(output: str, label: str) -> str:
    """What follows ``label`` on the line that starts with it. Raises ValueError where none does."""
    for line in output.splitlines():
        if line.startswith(label):
            return line[len(label) :]
    raise ValueError(f"the scorer printed no line {label!r}")


def number_after(text: str, label: str = "") -> float:
    """The first number after ``label`` in ``text``. Raises ValueError where there is none."""
    start = text.find(label)
    number = _NUMBER.search(text, start + len(label)) if start >= 0 else None
    if number is None:
        raise ValueError(f"no number after {label!r} in {text!r}")
    return float(number[0])
