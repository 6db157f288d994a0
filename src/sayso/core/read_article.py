"""A reading together with the vectors that collation compares."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.core.reading import Reading


@dataclass(frozen=True, slots=True, eq=False)
class ReadArticle:
    """A reading and its vectors: ``vectors[i]`` is the unit-length vector of ``reading.propositions[i]``.

    Shape (number of propositions, 384), float32. Two vectors' dot product says how near in meaning they are.
    """

    reading: Reading
    vectors: NDArray[np.float32]
