"""The weights of collation's scorers, read once from ``weights.yaml``."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import yaml

Weights = Mapping[str, float]


@cache
def load_weights(name: str) -> Weights:
    """Return one scorer's weights by feature name, its ``bias`` among them."""
    table = yaml.safe_load(files("sayso.collate").joinpath("weights.yaml").read_text("utf-8"))
    return MappingProxyType({key: float(value) for key, value in table[name].items()})
