"""Positions: how an actor's words on one question moved from one day to another.

Statements of one speaker that say much the same, or are read in one claim, are on one question. It moved where one
denies by its cue what another says on another day, where one concedes what another denies, or where they give other
figures for one thing on different days. Reports of one day, and reports without a date, may have one utterance in
several wordings: they show a move only where one of them concedes, and its order then stays open.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sayso.collate.claims.lexicon import load_lexicon
from sayso.collate.claims.polarity import is_negated
from sayso.collate.identity import content_id
from sayso.collate.parsing import quantities_in
from sayso.collate.processes.commitments.likeness import Content, likeness, pairs_alike, read_content
from sayso.collate.processes.joining import join_surest
from sayso.collate.processes.naming import Pages
from sayso.collate.words import stem, tokenize
from sayso.core.ledger import Claim, LedgerEntity, LedgerStatement
from sayso.core.process import Change, Passage, Position, Step
from sayso.core.reading import Act, Voice
from sayso.core.span import Grain, Span

_ALIKE = 0.6
_FIGURES = 0.45  # for two statements that count the same
_CONCEDED = 0.42  # for a denial and a concession, or two that are read in one claim
_CONCEDES = re.compile(r"\b(?:conced|admit|acknowledg|own\w*\s+up)\w*", re.IGNORECASE)
_MOST = 400  # statements of one speaker in one affair; of more, only those in claims are looked at


@dataclass(frozen=True, slots=True)
class Said:
    """One statement of a speaker, as it is compared."""

    statement: LedgerStatement
    span: Span
    content: Content
    day: str | None
    voice: Voice
    concedes: bool
    counts: Mapping[str, int]  # by what is counted
    claims: frozenset[str]


def find_positions(
    pages: Pages,
    statements: Sequence[LedgerStatement],
    claims: Sequence[Claim],
    entities: Mapping[str, LedgerEntity],
) -> list[Position]:
    """Return the positions of one affair's speakers that moved, in canonical order."""
    read: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        for reading in claim.readings:
            if reading.statement is not None:
                read[reading.statement].append(claim.id)
    by_speaker: dict[str, list[Said]] = defaultdict(list)
    for statement in statements:
        speaker = entities.get(statement.speaker or "")
        if statement.article in pages and speaker is not None and _is_named(speaker):
            by_speaker[speaker.id].append(_said(statement, pages, read.get(statement.id, ())))
    found = [p for own in sorted(by_speaker) for p in _of_speaker(own, by_speaker[own])]
    return sorted(found, key=lambda p: (p.steps[0].date or "~", p.id))


def _is_named(entity: LedgerEntity) -> bool:
    return any(word[:1].isupper() for word in entity.name.split())


def _said(statement: LedgerStatement, pages: Pages, read: Sequence[str]) -> Said:
    page = pages[statement.article]
    span = statement.content[0]
    cue = " ".join(c.exact for c in statement.cue)
    denying = load_lexicon().denying - load_lexicon().waving_off
    denies = statement.act is Act.DENY and bool({w.lower() for w in tokenize(cue)} & denying)
    return Said(
        statement=statement,
        span=span,
        content=read_content(page, span),
        day=_day(statement, page.reading.published),
        voice=Voice.DENIED if denies else Voice.ATTRIBUTED,
        concedes=_CONCEDES.search(cue) is not None,
        counts=_counts(span.exact),
        claims=frozenset(read),
    )


def _counts(words: str) -> dict[str, int]:
    """Return how many of what are counted: "90 million crowns", "the 41 men"."""
    found: dict[str, int] = {}
    for quantity in quantities_in(words):
        unit = next(iter(tokenize(words[quantity.end : quantity.end + 30])), "").lower()
        if quantity.low is not None and len(unit) > 2:
            found.setdefault(stem(unit), quantity.low)
    return found


def _day(statement: LedgerStatement, published: str | None) -> str | None:
    """Return the day of a statement, else that on which its report was published."""
    date = statement.date
    if date is not None and date.grain in (Grain.DAY, Grain.TIME) and date.value[:4].isdigit():
        return date.value[:10]
    return published[:10] if published else None


def _of_speaker(speaker: str, said: Sequence[Said]) -> Iterator[Position]:
    ordered = sorted(said, key=lambda s: (s.statement.article, s.span, s.statement.id))
    if len(ordered) > _MOST:
        ordered = [s for s in ordered if s.claims][:_MOST]
    scores = {
        (a, b): score
        for a, b, score in pairs_alike([s.content for s in ordered], _CONCEDED)
        if _change(ordered[a], ordered[b], score)
    }
    for group in join_surest(len(ordered), scores, cut=0.0, may_join=lambda _left, _right: True):
        if len(group) > 1:
            yield _position(speaker, [ordered[i] for i in group])


def _change(one: Said, other: Said, score: float) -> Change | None:
    """Return what moved between two statements that are so much alike."""
    if one.voice is not other.voice:
        conceded = one.concedes or other.concedes
        near = conceded or score >= _ALIKE or one.claims & other.claims
        says_no = is_negated((one if one.voice is Voice.ATTRIBUTED else other).span.exact)
        return Change.VOICE if near and not says_no and (conceded or _days_apart(one, other)) else None
    if one.voice is Voice.ATTRIBUTED and _days_apart(one, other) and score >= _FIGURES:
        shared = one.counts.keys() & other.counts.keys()
        return Change.FIGURE if shared and all(one.counts[u] != other.counts[u] for u in shared) else None
    return None


def _days_apart(one: Said, other: Said) -> bool:
    return one.day is not None and other.day is not None and one.day != other.day


def _position(speaker: str, said: Sequence[Said]) -> Position:
    steps = sorted(said, key=lambda s: (s.day is None, s.day or "", s.statement.article, s.span))
    pairs = ((a, b, likeness(a.content, b.content)) for a, b in combinations(steps, 2))
    changes = {c for a, b, score in pairs if (c := _change(a, b, score)) is not None}
    return Position(
        id=content_id("position", speaker, *(s.statement.id for s in steps)),
        actor=speaker,
        claims=tuple(sorted({claim for s in steps for claim in s.claims})),
        steps=tuple(
            Step(
                Passage(s.statement.article, s.span, s.voice, speaker, s.statement.id),
                s.statement.act,
                s.day,
            )
            for s in steps
        ),
        changes=tuple(sorted(changes)),
        is_ordered=all(s.day is not None for s in steps),
    )
