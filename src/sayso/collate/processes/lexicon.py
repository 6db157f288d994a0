"""The word lists of this package: YAML files of regular expressions, compiled once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Words:
    """A file's expressions by name: single ones, lists, and tables of them."""

    one: Mapping[str, Pattern] = field(default_factory=dict)
    many: Mapping[str, tuple[Pattern, ...]] = field(default_factory=dict)
    table: Mapping[str, Mapping[str, Pattern]] = field(default_factory=dict)
    sets: Mapping[str, frozenset[str]] = field(default_factory=dict)  # of names that begin with "words_"


@cache
def load_words(package: str, name: str) -> Words:
    """Return a word list; ``package`` is the part of this package that it lies in, empty for this one."""
    place = "sayso.collate.processes" + (f".{package}" if package else "")
    raw: dict[str, Any] = yaml.safe_load(files(place).joinpath(f"{name}.yaml").read_text("utf-8"))
    one = {k: v for k, v in raw.items() if isinstance(v, str)}
    return Words(
        one={k: _compile(v) for k, v in one.items() if not k.startswith("words_")},
        many={k: tuple(map(_compile, v)) for k, v in raw.items() if isinstance(v, list)},
        table={k: {n: _compile(e) for n, e in v.items()} for k, v in raw.items() if isinstance(v, dict)},
        sets={k: frozenset(v.split()) for k, v in one.items() if k.startswith("words_")},
    )


def _compile(expression: str) -> Pattern:
    """Compile an expression; a line of it that begins with a bar is one more alternative."""
    return re.compile(re.sub(r"\s+\|", "|", expression.strip()), re.IGNORECASE)
