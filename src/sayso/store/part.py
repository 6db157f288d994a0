"""One story's part of a ledger."""

from collections.abc import Iterator
from dataclasses import replace

from sayso.core.errors import UsageError
from sayso.core.ledger import Ledger, LedgerEntity


def part_of(ledger: Ledger, story_id: str) -> Ledger:
    """Give the ledger of one story: its articles and all that stands in them, in the ledger's order.

    An entity is kept when the story's articles know it, with its members in them; a name that only another
    story uses for it stays among its aliases. Raises UsageError where the ledger has no such story.
    """
    story = next((story for story in ledger.stories if story.id == story_id), None)
    if story is None:
        raise UsageError(f"there is no story {story_id!r}", remedy="List them: sayso stories", about=story_id)
    ids = set(story.articles)
    statements = tuple(s for s in ledger.statements if s.article in ids)
    events = tuple(e for e in ledger.events if e.article in ids)
    claims = tuple(c for c in ledger.claims if c.story == story_id)
    refs = {entry.id for group in (statements, events, claims) for entry in group}
    return Ledger(
        articles=tuple(a for a in ledger.articles if a.id in ids),
        stories=(story,),
        entities=tuple(_entities(ledger, ids, {s.speaker for s in statements})),
        statements=statements,
        events=tuple(replace(e, reports=tuple(r for r in e.reports if r.article in ids)) for e in events),
        claims=claims,
        timeline=tuple(entry for entry in ledger.timeline if entry.ref in refs),
    )


def _entities(ledger: Ledger, articles: set[str], speakers: set[str | None]) -> Iterator[LedgerEntity]:
    for entity in ledger.entities:
        members = tuple(member for member in entity.members if member[0] in articles)
        if members or entity.id in speakers:
            yield replace(entity, members=members)
