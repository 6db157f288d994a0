"""Ceasefires made into records of the ledger, coded as the Civil Conflict Ceasefire Dataset codes them."""

from collections.abc import Iterable, Sequence

from sayso.collate.identity import content_id
from sayso.collate.processes.ceasefires.accounts import Account
from sayso.collate.processes.naming import Pages, group_actors, make_coded, make_named, sort_passages
from sayso.collate.processes.page import Actor
from sayso.collate.processes.talks.make import make_dated, without
from sayso.core.process import Breach, Ceasefire, Coded, Declaration, Named, Passage

_BY_COUNT = {1: Declaration.UNILATERAL, 2: Declaration.BILATERAL}


def make_ceasefire(accounts: Sequence[Account], pages: Pages) -> Ceasefire:
    """Make the ceasefire that several accounts tell of; it belongs to no process yet."""
    mediators = [a for account in accounts for a in account.mediators]
    declaring = without([a for account in accounts for a in account.declarers], mediators)
    declarers = make_named(declaring, pages)
    return Ceasefire(
        id=content_id("ceasefire", *(f"{a.article} {a.trigger.start} {a.trigger.end}" for a in accounts)),
        process="",
        declarers=declarers,
        declarations=_coded(accounts, "declarations") or _count(declarers, accounts, pages),
        classes=_coded(accounts, "classes"),
        purposes=_coded(accounts, "purposes"),
        coverage=_coded(accounts, "coverage"),
        written=_coded(accounts, "written"),
        declared=make_dated((a.article, d) for a in accounts for d in a.declared),
        starts=make_dated((a.article, d) for a in accounts for d in a.starts),
        durations=make_dated((a.article, d) for a in accounts for d in a.durations),
        expires=make_dated((a.article, d) for a in accounts for d in a.expires),
        mediators=make_named(mediators, pages),
        breaches=tuple(_breaches(accounts, pages)),
        ends=_coded(accounts, "ends"),
        passages=sort_passages(p for a in accounts for p in a.passages),
    )


def _coded(accounts: Sequence[Account], variable: str) -> tuple[Coded, ...]:
    return make_coded((c.value, c.passage) for a in accounts for c in a.codes if c.variable == variable)


def _count(declarers: Sequence[Named], accounts: Sequence[Account], pages: Pages) -> tuple[Coded, ...]:
    """Return how many declare it by who is named, or by words such as "both sides"."""
    both = [pages[a.article].passage(span) for a in accounts for span in a.both]
    if len(declarers) < 2 and both:
        return (Coded(Declaration.BILATERAL, sort_passages(both)),)
    if not declarers:
        return ()
    value = _BY_COUNT.get(len(declarers), Declaration.MULTILATERAL)
    return (Coded(value, sort_passages(p for named in declarers for p in named.passages)),)


def _breaches(accounts: Sequence[Account], pages: Pages) -> Iterable[Breach]:
    seen: set[Passage] = set()
    told = [breach for a in sorted(accounts, key=lambda a: a.key) for breach in a.breaches]
    for claimant, accused, passage, date, denials in sorted(told, key=lambda b: (b[2].article, b[2].span)):
        if passage in seen:
            continue
        seen.add(passage)
        named = make_named([claimant], pages) if claimant is not None else (None,)
        yield Breach(named[0], _named_accused(accused, pages), passage, date, denials)


def _named_accused(accused: Sequence[Actor], pages: Pages) -> tuple[Named, ...]:
    return make_named((group[0] for group in group_actors(accused)), pages)
