"""The label sets of the encoder's heads, shared by training and reading."""

from sayso.core.reading import EntityKind

ENTITY_KINDS = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE, EntityKind.OTHER)
ENTITY_LABELS = ("O", *(f"{step}-{kind}" for kind in ENTITY_KINDS for step in "BI"))

# Mentions of whatever form (names, descriptions, pronouns), GUM's extents; an outer layer and one within it.
MENTION_KINDS = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE)
MENTION_LABELS = ("O", *(f"{step}-{kind}" for kind in MENTION_KINDS for step in "BI"))

# MUC-4's slots of an attack: who did it, what things, which people, with what.
FILLER_ROLES = ("perpetrator", "target", "human", "instrument")
FILLER_LABELS = ("O", *(f"{step}-{role}" for role in FILLER_ROLES for step in "BI"))

ROLES = ("source", "cue", "content")
ROLE_LABELS = ("O", *(f"{step}-{role}" for role in ROLES for step in "BI"))

# The distance of a piece from its cue, in pieces, falls into buckets that widen outwards.
DISTANCE_BOUNDS = (-128, -96, -64, -48, -32, -24, -16, -12, -8, -6, -5, -4, -3, -2, -1, 0)
DISTANCE_BOUNDS = (*DISTANCE_BOUNDS, *(-bound for bound in reversed(DISTANCE_BOUNDS[:-1])))
DISTANCE_SIZE = len(DISTANCE_BOUNDS) + 1


def may_follow(labels: tuple[str, ...], before: str | None, label: str) -> bool:
    """Whether ``label`` may stand after ``before`` (None: first) in the BIO scheme."""
    return not label.startswith("I-") or (before is not None and before != "O" and before[2:] == label[2:])
