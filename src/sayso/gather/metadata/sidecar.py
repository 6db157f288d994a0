"""Sidecars: ``report.txt.meta.json`` or ``report.meta.yaml`` beside ``report.txt``, with its facts."""

import json
import os
from collections.abc import Container, Mapping
from pathlib import Path

import yaml

from sayso.core.errors import GatherError
from sayso.gather.limits import LIMITS

_SUFFIXES = (".meta.json", ".meta.yaml", ".meta.yml")
_REMEDY = "mend the sidecar, or take it away"


def is_sidecar(name: str) -> bool:
    """Whether a file of this name tells about another file."""
    return name.endswith(_SUFFIXES)


def find_sidecar(path: str, siblings: Container[str]) -> str | None:
    """The path of the file's sidecar among its siblings, or None; one with the whole name comes first."""
    folder, name = os.path.split(path)
    for base in dict.fromkeys((name, Path(name).stem)):
        for suffix in _SUFFIXES:
            if base + suffix in siblings:
                return os.path.join(folder, base + suffix)  # noqa: PTH118 - a Path would drop the user's ./
    return None


def read_sidecar(path: str) -> Mapping[str, object]:
    """The sidecar's fields. Raises GatherError where it holds no mapping."""
    try:
        with Path(path).open("rb") as file:
            data = file.read(LIMITS.metadata_bytes + 1)
        text = data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise GatherError(f"the sidecar cannot be read: {error}", remedy=_REMEDY, about=path) from error
    if len(data) > LIMITS.metadata_bytes:
        raise GatherError("the sidecar is too long", remedy=_REMEDY, about=path)
    fields = parse_fields(text, is_json=path.endswith(".json"))
    if fields is None:
        raise GatherError("the sidecar does not hold fields and values", remedy=_REMEDY, about=path)
    return fields


def parse_fields(text: str, *, is_json: bool = False) -> Mapping[str, object] | None:
    """The mapping that the text spells, or None. Foreign YAML is loaded without constructors."""
    try:
        fields = json.loads(text) if is_json else yaml.safe_load(text)
    except (ValueError, RecursionError, OverflowError, yaml.YAMLError):
        return None  # ValueError: also a date that no calendar has
    return fields if isinstance(fields, Mapping) else None
