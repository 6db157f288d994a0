"""A group of propositions made into a claim of the ledger: its readings, gist, status, origins and silence."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.collate.claims.figures import do_differ, find_figures
from sayso.collate.claims.links import Link
from sayso.collate.claims.make import Group
from sayso.collate.claims.units import Unit
from sayso.collate.identity import content_id
from sayso.collate.origins import Sources, find_origins
from sayso.collate.silence import find_silence
from sayso.collate.weights import load_weights
from sayso.core.ledger import Claim, ClaimReading, ClaimStatus, Story
from sayso.core.reading import Reading, Voice
from sayso.core.span import Span

_CLEAR = (6, 32)  # words: a shorter passage leans on its surroundings, a longer one says more than one thing


@dataclass(frozen=True, slots=True)
class Desk:
    """What claims are made against: the reports, their stories, where statements come from."""

    readings: Mapping[str, Reading]
    story_of: Mapping[str, Story]  # by article
    statement_ids: Mapping[tuple[str, str], str]
    sources: Sources


def make_claim(group: Group, desk: Desk) -> Claim:
    """Make the ledger's claim of a group."""
    links = group.links or (None,) * len(group.units)
    rows = sorted(zip(group.units, group.spans, group.voices, links, strict=True), key=lambda r: r[0].key)
    readings = tuple(
        ClaimReading(
            article=unit.article,
            span=span,
            statement=desk.statement_ids[unit.article, unit.statement.id] if unit.statement else None,
            voice=voice,
            speaker=unit.speaker,
            hedges=_hedges(unit, span, desk.readings[unit.article]),
            confidence=_confidence(unit, link),
        )
        for unit, span, voice, link in rows
    )
    articles = Counter(r.article for r in readings)
    story = _story(articles, desk)
    told = {desk.story_of[a].id: desk.story_of[a].articles for a in articles}
    heard = dict.fromkeys(
        a for s in (story.id, *sorted(told)) for a in told[s]
    )  # its own story's articles first
    places = (f"{r.article} {r.span.start} {r.span.end} {r.statement}" for r in readings)
    return Claim(
        id=content_id("claim", *places),
        story=story.id,
        gist=_gist(group),
        readings=readings,
        status=find_status(group, desk.readings),
        origins=find_origins(readings, desk.sources),
        silent=find_silence(tuple(heard), readings, desk.readings, desk.sources),
        why=group.why,
    )


def _confidence(unit: Unit, link: Link | None) -> float | None:
    """How sure it is that the reading belongs to the claim, and that it is somebody's word where nothing says so."""
    known = [sure for sure in (link.confidence if link else None, unit.told) if sure is not None]
    return round(min(known), 3) if known else None


def _hedges(unit: Unit, span: Span, report: Reading) -> tuple[Span, ...]:
    """Return the hedges within a reading: its statement's; in the outlet's own voice those of the tolls it gives."""
    if unit.statement is not None:
        hedges = unit.statement.hedges
    else:
        hedges = tuple(h.hedge for event in report.events for h in event.harm if h.hedge is not None)
    return tuple(sorted({hedge for hedge in hedges if span.contains(hedge)}))


def _story(articles: Counter[str], desk: Desk) -> Story:
    """Return the story that most of the carrying reports are of."""
    counts: Counter[str] = Counter()
    stories = {}
    for article in articles:
        story = desk.story_of[article]
        stories[story.id] = story
        counts[story.id] += 1
    return stories[max(counts, key=lambda s: (counts[s], stories[s].last or "", s))]


def find_status(group: Group, reports: Mapping[str, Reading]) -> ClaimStatus:
    """Return whether a claim's readings agree, vary or contest each other; ``reports`` are the reports by id."""
    sure = _are_sure(group)
    if _is_contested(group, sure):
        return ClaimStatus.CONTESTED
    if len({unit.article for unit in group.units}) == 1:
        return ClaimStatus.SINGLE
    figures = [
        find_figures(span, [h for e in reports[unit.article].events for h in e.harm])
        for unit, span, voice, is_sure in zip(group.units, group.spans, group.voices, sure, strict=True)
        if voice is not Voice.DENIED and is_sure
    ]
    return ClaimStatus.VARIED if do_differ(figures) else ClaimStatus.AGREED


def _is_contested(group: Group, sure: Sequence[bool]) -> bool:
    """Whether one denies what another affirms; who says a thing once with a "no" and once without contests nothing.

    Where a person has corrected the claim (it has no links), voices stand as they are.
    """
    told = [row for row in zip(group.units, group.voices, sure, strict=True) if row[2]]
    denials = {unit.speaker for unit, voice, _ in told if voice is Voice.DENIED}
    affirming = {unit.speaker for unit, voice, _ in told if voice is not Voice.DENIED}
    return any(
        not group.links or one is None or other is None or one != other
        for one in denials
        for other in affirming
    )


def _are_sure(group: Group) -> list[bool]:
    """Return which of the readings are sure enough of their claim to contest it."""
    least = load_weights("claims")["contested"]
    links = group.links or (None,) * len(group.units)
    return [link is None or link.is_tied or link.confidence >= least for link in links]


def _gist(group: Group) -> str:
    """Return the words of the reading nearest to all others, one that affirms and stands by itself if there is one."""
    mean = np.mean([u.vector for u in group.units], axis=0)

    def rank(row: tuple[Unit, Voice, str]) -> tuple[bool, bool, float, str]:
        unit, voice, words = row
        clear = _CLEAR[0] <= len(words.split()) <= _CLEAR[1]
        return voice is not Voice.DENIED, clear, round(float(unit.vector @ mean), 5), words

    rows = zip(group.units, group.voices, (s.exact for s in group.spans), strict=True)
    return max(rows, key=rank)[2]
