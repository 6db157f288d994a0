"""Tolls of an event: who says how many of whom came to harm, and what named conventions make of it.

The figures are claims, each with its words. Estimates and movements are derived from them by rules with names, and
stand beside them, never in their place.
"""

from dataclasses import dataclass
from enum import StrEnum

from sayso.core.lineage import Link
from sayso.core.reading import Effect, Voice
from sayso.core.span import Date, Span


class Convention(StrEnum):
    """By whose rules an estimate is made."""

    ACLED = "acled"  # the lowest figure until independent origins corroborate a higher one
    UCDP = "ucdp"  # UCDP GED's low, best and high


class Rule(StrEnum):
    """Why an estimate is what it is."""

    LOWEST = "lowest"  # no figure is corroborated: the lowest
    CORROBORATED = "corroborated"  # the highest figure that two independent origins agree on
    ONLY = "only"  # one figure
    MOST_ORIGINS = "most-origins"  # more independent origins give it than any other
    LOWER = "lower"  # no figure has more origins than the others: the lower


@dataclass(frozen=True, slots=True)
class TollFigure:
    """One figure, in the words of one report."""

    article: str
    event: str  # the ledger event that lists it
    span: Span
    low: int | None
    high: int | None  # None: the words set no limit
    hedge: Span | None
    who: Span | None  # the people, as worded
    statement: str | None  # a ledger statement; None in the outlet's own voice
    speaker: str | None  # a ledger entity
    voice: Voice
    as_of: Date | None  # of when the figure is, where the text tells
    published: str | None  # when its report was
    origin: int  # among the incident's
    chain: tuple[Link, ...]  # from the outlet that carries it to that origin
    again: tuple[Span, ...] = ()  # where its report gives it again
    whole: Span | None = None  # of a part: the figure of its report that it is a part of
    beside: tuple[Span, ...] = ()  # figures of other people told in the same breath; all are their sum
    corrected: tuple[str, ...] = ()  # ids of the corrections that bear on it


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a convention makes of the figures that stand; ``low`` and ``high`` are None where it gives one number."""

    convention: Convention
    low: int | None
    best: int
    high: int | None
    rule: Rule
    figures: tuple[int, ...]  # those that give ``best``


class Cause(StrEnum):
    """Why a toll moved."""

    NEW = "new-information"  # a later figure that is higher
    CORRECTION = "correction"  # the same origin takes its own figure back, or its words say so
    STALE = "stale-repeat"  # a later report carries a figure that had been overtaken


@dataclass(frozen=True, slots=True)
class Movement:
    """One step of a toll in time, between two of its figures."""

    before: int
    after: int
    cause: Cause


@dataclass(frozen=True, slots=True)
class Toll:
    """The figures for one effect, of all the people or of one kind of them."""

    effect: Effect
    who: str | None  # a kind of people ("children"); None for all of them
    figures: tuple[TollFigure, ...]
    estimates: tuple[Estimate, ...]  # empty where nothing was counted
    movements: tuple[Movement, ...]  # in order of time, as far as dates tell
