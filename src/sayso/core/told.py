"""Which articles tell of a process, a commitment or a position: each is shown with every story that has one of them."""

from collections.abc import Mapping

from sayso.core.process import Ceasefire, Commitment, Position, Process


def articles_of_process(process: Process, ceasefires: Mapping[str, Ceasefire]) -> tuple[str, ...]:
    """Give the articles that tell of a process's rounds and ceasefires (by id), each once."""
    truces = [ceasefires[own] for own in process.ceasefires if own in ceasefires]
    told = [p for r in process.rounds for p in r.passages] + [p for c in truces for p in c.passages]
    return tuple(dict.fromkeys(p.article for p in told))


def articles_of_commitment(commitment: Commitment) -> tuple[str, ...]:
    """Give the articles that have a commitment, or tell what has become of it, each once."""
    told = [*commitment.passages, *(f.passage for f in commitment.fates)]
    return tuple(dict.fromkeys(p.article for p in told))


def articles_of_position(position: Position) -> tuple[str, ...]:
    """Give the articles in which a position's steps stand, each once."""
    return tuple(dict.fromkeys(s.passage.article for s in position.steps))
