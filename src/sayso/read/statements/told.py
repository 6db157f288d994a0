"""Whose words a proposition is that no statement holds: how likely somebody's, and whose, where a speaker goes on.

Logistic regression over what ``telling`` sees; ``python -m training.fit_voices`` fits it, and its numbers lie in
``told.npz`` beside this file. It needs nothing of the encoder, so that it outlives its weights.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from math import exp
from pathlib import Path

from sayso.core.reading import Mention, Proposition, Statement
from sayso.read.arrays import load_arrays, remedy_of
from sayso.read.entities.layout import Layout
from sayso.read.statements.telling import Scene, describe, make_scene, statement_before

FILE = "told.npz"
# Without one of these who goes on is a guess that is wrong as often as right: no name is better than a wrong one.
SPOKEN = frozenset(("modal would", "perfect", "first person"))
LIKELY = 0.5  # from here on the speaker before is taken to go on


@dataclass(frozen=True, slots=True)
class Teller:
    """The fitted weights, by the name of what is seen."""

    bias: float
    weights: Mapping[str, float]

    def chance(self, seen: Mapping[str, float]) -> float:
        """How likely it is that somebody other than the outlet says it, between 0 and 1."""
        known = sorted(
            self.weights.keys() & seen.keys()
        )  # in one order, so that sums round alike on every run
        total = self.bias + sum(self.weights[name] * seen[name] for name in known)
        return round(1 / (1 + exp(-max(-30.0, min(30.0, total)))), 4)


@cache
def load_teller() -> Teller:
    """The fitted weights that ship. Raises WeightsError where their file is missing or damaged."""
    return read_teller(Path(str(files("sayso.read.statements") / FILE)))


def read_teller(path: Path) -> Teller:
    """The weights in a file. Raises WeightsError where it is missing or damaged."""
    remedy = remedy_of("training.fit_voices")
    table = load_arrays(path, "voices", remedy=remedy, needs=("names", "bias", "weights"))
    names = str(table["names"]).split("\n")
    return Teller(float(table["bias"]), dict(zip(names, table["weights"].tolist(), strict=True)))


def tell_voices(
    layout: Layout,
    statements: Sequence[Statement],
    mentions: Sequence[Mention],
    propositions: Iterable[Proposition],
) -> tuple[Proposition, ...]:
    """The propositions; each that no statement holds with how likely it is somebody's word, and whose.

    ``statements`` and ``mentions`` are the report's, in order. Linear in its length. Raises WeightsError where the
    weights are missing or damaged.
    """
    scene, teller = make_scene(layout, statements, mentions), load_teller()
    return tuple(
        proposition if proposition.statement is not None else _told(scene, teller, proposition)
        for proposition in propositions
    )


def _told(scene: Scene, teller: Teller, proposition: Proposition) -> Proposition:
    seen = describe(scene, proposition)
    chance = teller.chance(seen)
    speaker = _going_on(scene, proposition, seen) if chance >= LIKELY else None
    return replace(proposition, told=chance, speaker=speaker)


def _going_on(scene: Scene, proposition: Proposition, seen: Mapping[str, float]) -> str | None:
    """Who spoke last in the paragraph, where tense or "we" tie the sentence to it and nobody else speaks in it."""
    others = "opens with a speaker" in seen and "opens with the speaker" not in seen
    if "near same" not in seen or "beside" in seen or "verb of saying" in seen or others:
        return None
    if "after a colon" in seen or "colon" in seen or "quoted" in seen or not SPOKEN & seen.keys():
        return None
    found = statement_before(scene, scene.layout.sentence_of(proposition.span.start))
    return found[0].speaker if found is not None else None
