"""Data files that lie beside the code: word lists, tables, settings, in YAML."""

from importlib.resources import files
from typing import Any

import yaml

# The loaders in C, where they are built, take a tenth of the time: most of a short run is spent here.
_WORDS = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_VALUES = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load_words(package: str, name: str) -> Any:
    """The content of a file, each scalar a string as it is written: "no" and "on" are words."""
    return yaml.load(_text(package, name), Loader=_WORDS)  # noqa: S506 - the base loader makes strings only


def load_values(package: str, name: str) -> Any:
    """The content of a file, with numbers and truth values as YAML has them."""
    return yaml.load(_text(package, name), Loader=_VALUES)  # noqa: S506 - a safe loader


def _text(package: str, name: str) -> str:
    return files(package).joinpath(name).read_text(encoding="utf-8")
