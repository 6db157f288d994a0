"""Tolls of an incident: its figures by effect, first of all the people, then of each kind that is broken out."""

from collections.abc import Mapping, Sequence

from sayso.collate.tolls.estimates import estimate, make_amounts
from sayso.collate.tolls.figures import Carrier, Figure, find_figures
from sayso.collate.tolls.lexicon import listed, words_in
from sayso.collate.tolls.movements import find_movements
from sayso.collate.tolls.parts import tie_parts
from sayso.collate.tolls.people import OTHERS
from sayso.core.ledger import ClaimReading, LedgerEvent
from sayso.core.lineage import Link
from sayso.core.reading import Effect
from sayso.core.toll import Toll, TollFigure

_FALLING = frozenset({Effect.MISSING, Effect.DETAINED, Effect.DISPLACED, Effect.KIDNAPPED})

Ends = Mapping[
    ClaimReading, tuple[int, tuple[Link, ...]]
]  # by reading: an origin's number and the chain to it


def find_counts(events: Sequence[LedgerEvent], carrier: Carrier) -> list[tuple[Effect, list[Figure]]]:
    """Return the figures of an incident's accounts by effect, parts tied to their wholes."""
    return [(effect, tie_parts(found)) for effect, found in find_figures(events, carrier).items()]


def make_tolls(counts: Sequence[tuple[Effect, Sequence[Figure]]], ends: Ends) -> tuple[Toll, ...]:
    """Return an incident's tolls; ``ends`` holds the end of each figure's chain."""
    made: list[Toll] = []
    for effect, figures in counts:
        wholes = [f for f in figures if f.whole is None]
        if wholes:
            made.append(_toll(effect, None, wholes, ends))
        for kind in sorted({f.kind for f in figures if f.kind and (f.whole is not None or f.beside)}):
            own = [f for f in figures if f.kind == kind]
            made.append(_toll(effect, kind, own, ends))
        if own := [f for f in figures if f.kind is None and f.whole is not None]:
            kind = OTHERS
            made.append(_toll(effect, kind, own, ends))
    return tuple(made)


def _toll(effect: Effect, kind: str | None, figures: Sequence[Figure], ends: Ends) -> Toll:
    made = tuple(_figure(f, ends) for f in figures)
    singles = kind == OTHERS  # each of somebody else: nothing to compare
    amounts = [] if singles else make_amounts(made, kinds=kind is not None)
    corrections = frozenset(n for n, f in enumerate(figures) if _corrects(f))
    return Toll(
        effect,
        kind,
        made,
        estimate(amounts),
        find_movements(amounts, corrections, may_fall=effect in _FALLING),
    )


def _corrects(figure: Figure) -> bool:
    return bool(words_in(figure.sentence.exact) & listed("correction"))


def _figure(figure: Figure, ends: Ends) -> TollFigure:
    harm, said = figure.harm, figure.statement
    origin, chain = ends[figure.reading]
    return TollFigure(
        article=figure.article,
        event=figure.event.id,
        span=harm.span,
        low=harm.low,
        high=harm.high,
        hedge=harm.hedge,
        who=harm.who,
        statement=said.id if said else None,
        speaker=said.speaker if said else None,
        voice=figure.voice,
        as_of=figure.as_of,
        published=figure.published,
        origin=origin,
        chain=chain,
        again=figure.again,
        whole=figure.whole,
        beside=figure.beside,
    )
