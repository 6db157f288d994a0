"""Which attributions are right by the scorer's relaxed measure.

The cues overlap, and source and content share at least half of their words (Jaccard): ``attribution relaxed``.
"""

import re
from collections.abc import Mapping, Sequence

ROLES = ("source", "cue", "content")
WORD = re.compile(r"\w+|[^\w\s]")
Bounds = Sequence[Sequence[int]]  # (start, end) pairs of characters


def judge(
    text: str, gold: Sequence[Mapping[str, Bounds]], found: Sequence[Mapping[str, Bounds]]
) -> list[bool]:
    """Whether each attribution of ``found`` is right; a gold attribution serves once.

    Both are given as character bounds by role.
    """
    words = [match.span() for match in WORD.finditer(text)]
    free = [_tokens(words, one) for one in gold]
    right = []
    for one in (_tokens(words, attribution) for attribution in found):
        same = next((other for other in free if _alike(other, one)), None)
        right.append(same is not None)
        if same is not None:
            free.remove(same)
    return right


def _tokens(words: Sequence[tuple[int, int]], attribution: Mapping[str, Bounds]) -> dict[str, set[int]]:
    return {
        role: {
            i for i, (a, b) in enumerate(words) for start, end in attribution[role] if a < end and b > start
        }
        for role in ROLES
    }


def _alike(a: Mapping[str, set[int]], b: Mapping[str, set[int]]) -> bool:
    cues = bool(a["cue"] & b["cue"]) or not (a["cue"] or b["cue"])
    return cues and all(_near(a[role], b[role]) for role in ("source", "content"))


def _near(a: set[int], b: set[int]) -> bool:
    return not (a or b) or len(a & b) >= 0.5 * len(a | b)
