"""One story's part of a ledger."""

from collections.abc import Iterator
from dataclasses import replace

from sayso.core.correction import Action, Correction
from sayso.core.errors import UsageError
from sayso.core.ledger import Ledger, LedgerEntity
from sayso.store.part_file import file_of


def part_of(ledger: Ledger, story_id: str) -> Ledger:
    """Give the ledger of one story: its articles, all that stands in them, and what they are compared with.

    A claim that a report of another story shares or denies comes whole, with that report and the statement there. An
    entity is kept when the articles know it, with its members in them; a name that only another story uses for it
    stays among its aliases. Raises UsageError where the ledger has no such story.
    """
    story = next((story for story in ledger.stories if story.id == story_id), None)
    if story is None:
        raise UsageError(f"there is no story {story_id!r}", remedy="List them: sayso stories", about=story_id)
    own = set(story.articles)
    claims = tuple(
        c for c in ledger.claims if c.story == story_id or any(r.article in own for r in c.readings)
    )
    beside = {r.statement for c in claims for r in c.readings}
    statements = tuple(s for s in ledger.statements if s.article in own or s.id in beside)
    file = file_of(ledger, own)
    near = (
        own
        | {r.article for c in claims for r in c.readings}
        | {s.article for c in claims for s in c.silent}
        | file.articles
    )
    events = tuple(e for e in ledger.events if e.article in own)
    refs = {entry.id for group in (statements, events, claims) for entry in group}
    return Ledger(
        articles=tuple(a for a in ledger.articles if a.id in near),
        stories=(story,),
        entities=tuple(_entities(ledger, near, {s.speaker for s in statements})),
        statements=statements,
        events=tuple(replace(e, reports=tuple(r for r in e.reports if r.article in own)) for e in events),
        claims=claims,
        timeline=tuple(entry for entry in ledger.timeline if entry.ref in refs),
        corrections=tuple(c for c in ledger.corrections if _is_of(c.correction, own)),
        quotations=tuple(q for q in ledger.quotations if q.story == story_id),
        processes=file.processes,
        ceasefires=file.ceasefires,
        commitments=file.commitments,
        positions=file.positions,
        incidents=tuple(i for i in ledger.incidents if refs.intersection(i.events)),
    )


def _is_of(correction: Correction, articles: set[str]) -> bool:
    """Whether a correction is about any of these articles; undoings come along, for they name no passage."""
    if correction.action is Action.UNDO:
        return True
    return any(selector.article in articles for part in correction.parts for selector in part)


def _entities(ledger: Ledger, articles: set[str], speakers: set[str | None]) -> Iterator[LedgerEntity]:
    for entity in ledger.entities:
        members = tuple(member for member in entity.members if member[0] in articles)
        if members or entity.id in speakers:
            yield replace(entity, members=members)
