"""Rounds of talks made into records of the ledger."""

from collections.abc import Iterable, Sequence

from sayso.collate.identity import content_id
from sayso.collate.processes.naming import (
    Pages,
    group_actors,
    make_coded,
    make_delegates,
    make_named,
    sort_passages,
)
from sayso.collate.processes.page import Actor
from sayso.collate.processes.talks.accounts import Account
from sayso.core.process import Dated, OutcomeTold, Round
from sayso.core.span import Date

_FEW_DAYS = 7


def make_round(accounts: Sequence[Account], pages: Pages) -> Round:
    """Make the round that several accounts tell of; it belongs to no process yet."""
    parties = [a for account in accounts for a in account.parties]
    mediators = [a for account in accounts for a in account.mediators]
    told = [d for account in accounts if (d := account.days_told())]
    # A report's "this month" says nothing more where another gives the days.
    days = [d for d in told if (d[1] - d[0]).days <= _FEW_DAYS] or told
    numbers = [(str(n), pages[a.article].passage(span)) for a in accounts for n, span in a.numbers]
    return Round(
        id=content_id("round", *(f"{a.article} {a.trigger.start} {a.trigger.end}" for a in accounts)),
        process="",
        numbers=make_coded(numbers),
        places=make_named((p for a in accounts for p in a.places), pages),
        dates=make_dated((a.article, d) for a in accounts for d in a.dates),
        first=min(d[0] for d in days).isoformat() if days else None,
        last=max(d[1] for d in days).isoformat() if days else None,
        parties=make_named(parties, pages),
        delegates=make_delegates((d for a in accounts for d in a.delegates), pages),
        mediators=make_named(without(mediators, parties), pages),
        outcomes=_outcomes(o for a in accounts for o in a.outcomes),
        passages=sort_passages(p for a in accounts for p in a.passages),
    )


def make_dated(found: Iterable[tuple[str, Date]]) -> tuple[Dated, ...]:
    """Return dates with their articles in the order of the texts, each once."""
    unique = {(article, date.span): Dated(article, date) for article, date in found}
    return tuple(unique[key] for key in sorted(unique))


def without(actors: Sequence[Actor], others: Sequence[Actor]) -> list[Actor]:
    """Return those who are none of the others: a party mediates no talks of its own."""
    known = {a.entity for group in group_actors(others) for a in group if a.entity}
    return [a for a in actors if a.entity is None or a.entity not in known]


def _outcomes(found: Iterable[OutcomeTold]) -> tuple[OutcomeTold, ...]:
    """Return outcomes in the order of the texts; of two in the same words the one whose kind is known."""
    kept: dict[tuple[object, ...], OutcomeTold] = {}
    for told in sorted(
        found, key=lambda o: (o.passage.article, o.passage.span, o.kind is None, o.kind or "")
    ):
        kept.setdefault((told.passage.article, told.passage.span), told)
    return tuple(kept.values())
