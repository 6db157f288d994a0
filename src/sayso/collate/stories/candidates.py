"""Pairs of reports worth comparing: those that share some of their most telling words, at no great distance in time.

Whether two reports are compared rests on these two alone, so a desk that grows takes no pair back.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.collate.stories.sketches import Sketch

SHARED = 2  # keys that two reports share at least
MOST_DAYS = 60  # between two dated reports; affairs that last longer are joined by what lies between

Places = NDArray[np.int64]


def are_near(one: Sketch, other: Sketch) -> bool:
    """Whether two reports are not too far from each other in time, as far as that is known."""
    return one.day is None or other.day is None or abs(one.day - other.day) <= MOST_DAYS


def find_earlier(sketches: Sequence[Sketch]) -> list[Places]:
    """Return for each report the places of those before it that are worth comparing with it, in order."""
    holders: dict[int, list[int]] = {}
    found = []
    for place, sketch in enumerate(sketches):
        lists = [holders[key] for key in sketch.keys if key in holders]
        met = np.bincount([i for held in lists for i in held]) if lists else np.zeros(0, np.int64)
        near = [i for i in np.flatnonzero(met >= SHARED).tolist() if are_near(sketch, sketches[i])]
        found.append(np.array(near, np.int64))
        for key in sketch.keys:
            holders.setdefault(key, []).append(place)
    return found
