"""How likely a mention refers back to an earlier one: a small network over what a pair says and the encoder's vectors.

Mention ranking with a score for "none" (Lee et al., EMNLP 2017; on single words Dobrovolskii, EMNLP 2021), fitted by
``training.fit_coreference``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np

from sayso.read.arrays import load_arrays, remedy_of
from sayso.read.entities.coreference.table import Floats, Ints

FILE = "coreference.npz"
VECTOR_WIDTH = 1152  # of a mention: the encoder's first piece, last piece and mean


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """What the network makes of each mention, before pairs."""

    mention: Floats  # (mentions, width)
    antecedent: Floats  # (mentions, width)
    turned: Floats  # (mentions, turned width)
    alone: Floats  # (mentions,) the score of referring to nothing before it


class Scorer:
    """The fitted network; ``arrays`` are its weights by name."""

    def __init__(self, arrays: Mapping[str, Floats]) -> None:
        self.arrays = {name: np.asarray(array, dtype=np.float32) for name, array in arrays.items()}

    def encode(self, own: Floats, vectors: Floats) -> Encoded:
        """The mentions of a text, given ``own`` (mentions, OWN_WIDTH) and ``vectors`` (mentions, VECTOR_WIDTH)."""
        w = self.arrays
        normed = scale(vectors)
        narrow = np.maximum(0, normed @ w["narrow"] + w["narrow_bias"])
        both = np.concatenate([own, narrow], axis=1)
        alone = np.maximum(0, both @ w["alone"] + w["alone_bias"]) @ w["alone_out"] + w["alone_out_bias"]
        return Encoded(both @ w["mention"], both @ w["antecedent"], normed @ w["turned"], alone[:, 0])

    def score(
        self, known: Encoded, pairs: Floats, classes: Ints, mentions: Ints, antecedents: Ints
    ) -> Floats:
        """The score of each pair (pairs,), given what each says (pairs, PAIR_WIDTH), its class and its two mentions."""
        w = self.arrays
        hidden = known.mention[mentions] + known.antecedent[antecedents]
        hidden += pairs @ w["pair"] + w["classes"][classes] + w["pair_bias"]
        hidden += (known.turned[mentions] * known.turned[antecedents]) @ w["product"]
        hidden = np.maximum(0, hidden)
        hidden = np.maximum(0, hidden @ w["deep"] + w["deep_bias"])
        return np.asarray((hidden @ w["out"])[:, 0], dtype=np.float32)


def scale(vectors: Floats) -> Floats:
    """Each third of the rows at unit length, scaled so that a number is about one."""
    parts = vectors.reshape(len(vectors), 3, vectors.shape[1] // 3)
    length = np.sqrt((parts * parts).sum(-1, keepdims=True))
    return np.asarray((parts / np.maximum(length, 1e-6) * 20).reshape(vectors.shape), dtype=np.float32)


@cache
def load_scorer() -> Scorer:
    """The scorer that ships, loaded once. Raises WeightsError."""
    path = resources.files("sayso.read.entities.coreference").joinpath(FILE)
    arrays = load_arrays(path, "coreference", remedy=remedy_of("training.fit_coreference"))
    return Scorer({name: array.astype(np.float32) for name, array in arrays.items()})
