"""The statements whose content the report itself vouches for, so that it is no claim of somebody's.

Logistic regression over what ``vouching`` sees; ``python -m training.fit_vouching`` fits it, and its numbers lie in
``vouched.npz`` beside this file. It needs nothing of the encoder, so that it outlives its weights.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

from sayso.core.reading import Statement
from sayso.read.entities.layout import Layout
from sayso.read.statements.told import Teller, read_teller
from sayso.read.statements.vouching import describe

FILE = "vouched.npz"
LIKELY = 0.5  # from here on the words are the outlet's own


@cache
def load_voucher() -> Teller:
    """The fitted weights that ship. Raises WeightsError where their file is missing or damaged."""
    return read_teller(Path(str(files("sayso.read.statements") / FILE)))


def without_vouched(layout: Layout, statements: Sequence[Statement]) -> list[Statement]:
    """The statements that are somebody's word only, in order. Raises WeightsError about the weights' file."""
    voucher = load_voucher()
    return [s for s in statements if voucher.chance(describe(layout, s)) < LIKELY]
