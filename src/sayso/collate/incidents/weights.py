"""The weights by which accounts are joined, read once from ``weights.yaml``."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from sayso.core.data_files import load_values

Weights = Mapping[str, float]


@cache
def learned_weights() -> tuple[float, Weights]:
    """Return the bias and the weights of the learned features by name."""
    table = {name: float(value) for name, value in _table()["learned"].items()}
    return table.pop("bias"), MappingProxyType(table)


@cache
def known_weights() -> Weights:
    """Return the weights of what a ledger knows beyond the words, the cut among them."""
    return MappingProxyType({name: float(value) for name, value in _table()["known"].items()})


@cache
def _table() -> Mapping[str, Mapping[str, float]]:
    table: Mapping[str, Mapping[str, float]] = load_values("sayso.collate.incidents", "weights.yaml")
    return table
