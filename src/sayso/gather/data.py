"""Loads the word lists and rules that lie beside the code as YAML."""

from functools import cache
from typing import Any

from sayso.core.data_files import load_values


@cache
def load_yaml(package: str, name: str) -> Any:
    """The parsed content of the data file ``name`` in ``package``; read once."""
    return load_values(package, name)
