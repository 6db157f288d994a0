"""How sure it is that a reading says what the claim's other readings say.

The mean of a reading's scores with the others, or that it is a denial which was tied to what it answers, made a
probability by logistic regression (Platt scaling; ``python -m training.fit_claims`` fits it and prints how it holds).
"""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sayso.collate.weights import load_weights


@dataclass(frozen=True, slots=True)
class Link:
    """What ties one reading of a claim to the others."""

    likeness: float  # the mean of its scores with them; 0 where a denial is all that ties it
    is_tied: bool  # a denial tied to what it answers, or what is tied to such denials alone

    @property
    def confidence(self) -> float:
        """The probability that it says, or denies, what the others say."""
        weights = load_weights("link")
        odds = weights["shift"] + weights["likeness"] * self.likeness + weights["tied"] * self.is_tied
        return round(1 / (1 + math.exp(-odds)), 3)


def tie(one: int, members: Sequence[int], near: Mapping[int, float], denials: Collection[int]) -> Link | None:
    """What ties a unit to the other members of its group, of which ``denials`` were tied; None where it is alone.

    ``near`` are its scores with other units, by their numbers.
    """
    if len(members) < 2:
        return None
    others = [j for j in members if j != one and j not in denials]
    if one in denials or not others:
        return Link(0.0, is_tied=True)
    floor = load_weights("claims")["floor"]
    found = math.fsum(max(floor, near.get(j, floor)) for j in others)
    return Link(round(found / len(others), 6), is_tied=False)
