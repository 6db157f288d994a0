"""What named conventions make of the figures for a toll.

- ACLED's code book takes the most conservative figure where sources differ. Here: the lowest, until two independent
  origins give figures that agree; then the highest on which two do, "at least 10" and "12" agreeing on 10.
- UCDP GED gives low, best and high. Best is the figure of the most reliable source and, where none can be told to be,
  the lower one (UCDP's definitions). Sayso ranks no source: the figure that more independent origins give than any
  other is best, else the lower.

Of one origin only its last figure stands, as far as dates tell; what is denied stands for nothing. Figures of
different people told in one breath ("nine children and a guard") are added up.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from sayso.collate.lineage.when import is_earlier
from sayso.core.reading import Voice
from sayso.core.span import Span
from sayso.core.toll import Convention, Estimate, Rule, TollFigure


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure, or several added up: numbers of the figures, the range, whose, and of when."""

    figures: tuple[int, ...]
    low: int
    high: int | None
    origin: int
    time: str | None

    @property
    def most(self) -> int:
        """The upper limit, for want of one the lower."""
        return self.low if self.high is None else self.high


def make_amounts(figures: Sequence[TollFigure], *, kinds: bool = False) -> list[Amount]:
    """Return the amounts that are asserted, in the order of their figures; ``kinds`` adds nothing up."""
    made: list[Amount] = []
    used: set[int] = set()
    for number, figure in enumerate(figures):
        if number in used or figure.voice is Voice.DENIED or (figure.low is None and figure.high is None):
            continue
        group = [number] if kinds else [number, *_beside(figure, figures)]
        used.update(group)
        lows = [figures[n].low or 0 for n in group]
        highs = [figures[n].high for n in group]
        known = [h for h in highs if h is not None]
        made.append(
            Amount(
                figures=tuple(group),
                low=sum(lows),
                high=sum(known) if len(known) == len(highs) else None,
                origin=figure.origin,
                time=time_of(figure),
            )
        )
    return made


def _beside(figure: TollFigure, figures: Sequence[TollFigure]) -> list[int]:
    spans: set[Span] = set(figure.beside)
    return [
        n
        for n, other in enumerate(figures)
        if other.article == figure.article and other.span in spans and other.low is not None
    ]


def time_of(figure: TollFigure) -> str | None:
    """Return when a figure was given: when its report was published (ISO 8601)."""
    return figure.published


def estimate(amounts: Sequence[Amount]) -> tuple[Estimate, ...]:
    """Return the estimate of each convention, none where nothing is counted."""
    standing = _standing(amounts)
    return (_acled(standing), _ucdp(standing)) if standing else ()


def _standing(amounts: Sequence[Amount]) -> list[Amount]:
    return [
        a for a in amounts if not any(a.origin == o.origin and is_earlier(a.time, o.time) for o in amounts)
    ]


def _acled(standing: Sequence[Amount]) -> Estimate:
    agreed = [
        min(a.low, b.low) for a, b in combinations(standing, 2) if a.origin != b.origin and _agree(a, b)
    ]
    lowest = min(a.low for a in standing)
    best = max(agreed, default=lowest)
    rule = Rule.ONLY if len(standing) == 1 else Rule.CORROBORATED if agreed else Rule.LOWEST
    return Estimate(Convention.ACLED, None, best, None, rule, _giving(best, standing))


def _ucdp(standing: Sequence[Amount]) -> Estimate:
    origins: dict[int, set[int]] = defaultdict(set)
    for amount in standing:
        origins[amount.low].add(amount.origin)
    most = max(len(found) for found in origins.values())
    top = [low for low, found in origins.items() if len(found) == most]
    best = min(top)
    rule = Rule.ONLY if len(origins) == 1 else Rule.MOST_ORIGINS if len(top) == 1 else Rule.LOWER
    low, high = min(origins), max(a.most for a in standing)
    return Estimate(Convention.UCDP, low, best, high, rule, _giving(best, standing))


def _agree(one: Amount, other: Amount) -> bool:
    highs = [a.high for a in (one, other) if a.high is not None]
    return not highs or max(one.low, other.low) <= min(highs)


def _giving(best: int, standing: Sequence[Amount]) -> tuple[int, ...]:
    return tuple(n for amount in standing if amount.low == best for n in amount.figures)
