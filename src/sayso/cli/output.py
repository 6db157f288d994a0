"""Results on their way out: to standard output, or to a file that is whole or not there."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, is_dataclass
from pathlib import Path
from typing import Any

from sayso.core.errors import UsageError


def write(form: bytes | str, path: Path | None = None) -> None:
    """Write a document in UTF-8, ending in a line feed; ``path`` None or - is standard output.

    Raises UsageError where the file cannot be written.
    """
    data = form.encode() if isinstance(form, str) else form
    data = data if data.endswith(b"\n") else data + b"\n"
    if path is None or str(path) == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        _write_file(data, path)
    except OSError as error:
        raise UsageError(
            f"the file cannot be written: {error.strerror}", remedy="Name another with -o.", about=str(path)
        ) from error


def write_json(value: object) -> None:
    """Write records, or lists of them, as JSON to standard output."""
    write(json.dumps(_plain(value), ensure_ascii=False, indent=1))


def _write_file(data: bytes, path: Path) -> None:
    if path.exists() and not path.is_file():  # a pipe or a device is written as it is
        path.write_bytes(data)
        return
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(data)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _plain(value: object) -> Any:  # what json can write
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(item) for item in value]
    return value
