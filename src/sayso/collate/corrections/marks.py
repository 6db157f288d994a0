"""Who has corrected what: the marks on a ledger's things, and the way from a correction to them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from sayso.collate.corrections.book import Book
from sayso.core.correction import Subject
from sayso.core.ledger import Ledger, LedgerEvent


def mark_events(events: Sequence[LedgerEvent], book: Book) -> tuple[LedgerEvent, ...]:
    """Return events with the corrections that they bear."""
    if not book:
        return tuple(events)
    found = (
        (e, book.marks(Subject.EVENT, e.article, str(e.trigger.start), str(e.trigger.end))) for e in events
    )
    return tuple(replace(event, corrected=marks) if marks else event for event, marks in found)


def find_refs(ledger: Ledger) -> dict[str, list[str]]:
    """Return the ids of the ledger's things that bear each correction."""
    refs: dict[str, dict[str, None]] = defaultdict(dict)
    groups = (ledger.stories, ledger.articles, ledger.entities, ledger.statements, ledger.events)
    for things in groups:
        for thing in things:
            for correction in thing.corrected:
                refs[correction][thing.id] = None
    for claim in ledger.claims:
        for correction in (*claim.corrected, *(c for r in claim.readings for c in r.corrected)):
            refs[correction][claim.id] = None
    return {correction: list(ids) for correction, ids in refs.items()}
