"""Loads the word lists and rules that lie beside the code as YAML."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def load_yaml(package: str, name: str) -> Any:
    """The parsed content of the data file ``name`` in ``package``; read once."""
    return yaml.safe_load(files(package).joinpath(name).read_text(encoding="utf-8"))
