"""The processes, commitments and positions of which some articles tell, and all articles that tell of them."""

from collections.abc import Collection
from dataclasses import dataclass

from sayso.core.ledger import Ledger
from sayso.core.process import Ceasefire, Commitment, Position, Process
from sayso.core.told import articles_of_commitment, articles_of_position, articles_of_process


@dataclass(frozen=True, slots=True)
class FilePart:
    """What one story's part of a ledger holds of them, and the articles that it needs for it."""

    processes: tuple[Process, ...]
    ceasefires: tuple[Ceasefire, ...]
    commitments: tuple[Commitment, ...]
    positions: tuple[Position, ...]
    articles: frozenset[str]


def file_of(ledger: Ledger, own: Collection[str]) -> FilePart:
    """Give what any of the articles ``own`` tells of."""
    truces = {c.id: c for c in ledger.ceasefires}
    held = set(own)
    processes = [(p, articles_of_process(p, truces)) for p in ledger.processes]
    commitments = [(c, articles_of_commitment(c)) for c in ledger.commitments]
    positions = [(p, articles_of_position(p)) for p in ledger.positions]
    told = {
        a
        for rows in (processes, commitments, positions)
        for _, found in rows
        if held & set(found)
        for a in found
    }
    shown = tuple(p for p, found in processes if held & set(found))
    return FilePart(
        processes=shown,
        ceasefires=tuple(truces[own] for p in shown for own in p.ceasefires if own in truces),
        commitments=tuple(c for c, found in commitments if held & set(found)),
        positions=tuple(p for p, found in positions if held & set(found)),
        articles=frozenset(told),
    )
