"""The fixed vocabulary: all that a brief says in words of its own (``labels.yaml``)."""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

import yaml


@cache
def labels() -> Mapping[str, Any]:
    """The vocabulary by group: notices, headings, voices, statuses, acts, months."""
    words = resources.files("sayso.desk").joinpath("labels.yaml").read_text(encoding="utf-8")
    return MappingProxyType(yaml.safe_load(words))


def word(group: str, key: str) -> str:
    """The word for ``key``; the key itself where the vocabulary has none, so that nothing is hidden."""
    entry = labels()[group].get(key, key)
    return str(entry["word"] if isinstance(entry, dict) else entry)


def symbol(group: str, key: str) -> str:
    """The symbol that stands beside the word of ``key``."""
    return str(labels()[group][key]["symbol"])


def plural(key: str, number: int) -> str:
    """Give a number with its noun: "1 report", "5 reports"."""
    one, several = labels()["count"][key]
    return f"{number} {one if number == 1 else several}"
