"""MUC-4's keys as sets of wordings, and how well chosen wordings agree with them."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.read.events.fillers import ROLES, is_same
from sayso.read.events.nominees import Words

SLOTS = {
    "perpetrator": ("PERP: INDIVIDUAL ID", "PERP: ORGANIZATION ID"),
    "target": ("PHYS TGT: ID",),
    "human": ("HUM TGT: NAME", "HUM TGT: DESCRIPTION"),
    "instrument": ("INCIDENT: INSTRUMENT ID",),
}
QUOTED = re.compile(r'"((?:\\.|[^"\\])*)"')
Key = frozenset[Words]
Counts = NDArray[np.int64]


def keys_of(templates: Sequence[Mapping[str, Any]]) -> dict[str, list[Key]]:
    """The fillers of a message's templates by role, each with all wordings that stand for it."""
    keys: dict[str, list[Key]] = {role: [] for role in ROLES}
    for template in templates:
        for role, slots in SLOTS.items():
            for slot in slots:
                for value in template.get(slot, ()):
                    key = _key(value.split(": ")[0] if slot.endswith("DESCRIPTION") else value)
                    if key and not any(key & other for other in keys[role]):
                        keys[role].append(key)
    return keys


def _key(value: str) -> Key:
    wordings = (re.findall(r"\w+", w.replace('\\"', "").lower()) for w in QUOTED.findall(value))
    return frozenset(w for ws in wordings if (w := tuple(x for x in ws if x not in ("the", "a", "an"))))


def counts(
    words: Sequence[Sequence[Words]],
    likely: Sequence[NDArray[np.float64]],
    keys: Sequence[Mapping[str, Sequence[Key]]],
    least: Mapping[str, float],
) -> Counts:
    """(roles, 3): right, chosen and asked for, where each message's wordings are chosen as the reader does."""
    found = np.zeros((len(ROLES), 3), dtype=np.int64)
    for names, odds, key in zip(words, likely, keys, strict=True):
        for column, role in enumerate(ROLES):
            chosen = _chosen(names, odds[:, column], least[role])
            free = list(key[role])
            for name in chosen:
                if match := next((k for k in free if name in k), None):
                    free.remove(match)
            found[column] += (len(key[role]) - len(free), len(chosen), len(key[role]))
    return found


def _chosen(names: Sequence[Words], odds: NDArray[np.float64], least: float) -> list[Words]:
    chosen: list[Words] = []
    for i in np.argsort(-odds):
        if odds[i] < least:
            break
        if not any(is_same(names[i], other) for other in chosen):
            chosen.append(names[i])
    return chosen


def f1(found: Counts) -> float:
    """F1 of (right, chosen, asked for)."""
    return float(2 * found[0] / max(1, found[1] + found[2]))


def fit_least(
    words: Sequence[Sequence[Words]],
    likely: Sequence[NDArray[np.float64]],
    keys: Sequence[Mapping[str, Sequence[Key]]],
) -> dict[str, float]:
    """The least probability by the F1 of all roles together: one for all, since they are about equally calibrated.

    Each is judged with its two neighbours, so that a lucky one does not win.
    """
    values = [round(float(v), 2) for v in np.arange(0.06, 0.5, 0.02)]
    trials = [f1(counts(words, likely, keys, dict.fromkeys(ROLES, value)).sum(0)) for value in values]
    smooth = [sum(trials[i - 1 : i + 2]) for i in range(1, len(values) - 1)]
    return dict.fromkeys(ROLES, values[1 + int(np.argmax(smooth))])
