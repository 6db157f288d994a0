"""Corrections of claims: which readings say the same thing, in which voice, and which are none."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from sayso.collate.claims.make import Group
from sayso.collate.claims.units import Unit
from sayso.collate.corrections.book import Book
from sayso.collate.corrections.partition import Anchor, Constraint, Nearness, replay
from sayso.collate.corrections.passages import locate, pick
from sayso.collate.corrections.readings import NOT_ON_DESK
from sayso.core.correction import Action, Correction, Selector, Subject
from sayso.core.ledger import Claim
from sayso.core.reading import Reading, Voice
from sayso.core.span import Span

VOICE = "voice"
_JOINED = frozenset({Action.MERGE, Action.SPLIT, Action.REJECT})


@dataclass(frozen=True, slots=True)
class _Item:
    """A unit in a group, with its voice and the span by which it is read."""

    unit: Unit
    voice: Voice
    span: Span
    is_voiced: bool = False  # by a person


@dataclass(slots=True)
class _Work:
    """The items of all groups, found by their report, and what is known of the reports."""

    items: list[_Item]
    readings: Mapping[str, Reading]
    by_article: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))


def correct_groups(groups: Sequence[Group], readings: Mapping[str, Reading], book: Book) -> list[Group]:
    """Return the groups of propositions as people have joined, parted and voiced them."""
    wanted = book.active(Subject.CLAIM, Subject.READING)
    if not wanted:
        return list(groups)
    work = _Work([], readings)
    numbered = []
    for group in groups:
        first = len(work.items)
        work.items += [_Item(u, v, s) for u, v, s in zip(group.units, group.voices, group.spans, strict=True)]
        numbered.append(range(first, len(work.items)))
    for i, item in enumerate(work.items):
        work.by_article[item.unit.article].append(i)
    constraints = [c for one in wanted if one.action in _JOINED and (c := _constraint(one, work, book))]
    done = replay(numbered, constraints, _nearness(work.items))
    for earlier, later in done.overruled.items():
        book.overrule(earlier, later)
    for own in done.groups:
        key = _key(_place(work.items[i]) for i in own)
        for correction, bearing in done.bearing.items():
            if not bearing.isdisjoint(own):
                book.mark(Subject.CLAIM, key, correction)
    _set_voices(wanted, work, book)
    whole = {tuple(own): group.why for own, group in zip(numbered, groups, strict=True)}
    return [_made([work.items[i] for i in own], whole.get(tuple(own))) for own in done.groups]


def mark_claim(claim: Claim, book: Book) -> Claim:
    """Return a claim with the corrections that it and its readings bear."""
    if not book:
        return claim
    readings = tuple(
        replace(r, corrected=marks)
        if (marks := book.marks(Subject.READING, r.article, str(r.span.start), str(r.span.end)))
        else r
        for r in claim.readings
    )
    places = [(r.article, str(r.span.start), str(r.span.end)) for r in claim.readings]
    own = book.marks(Subject.CLAIM, *_key(places))
    return replace(claim, readings=readings, corrected=own) if own or readings != claim.readings else claim


def _made(items: Sequence[_Item], why: str | None) -> Group:
    kept: dict[tuple[object, ...], _Item] = {}
    for item in items:  # one proposition may stand in both of two merged claims
        kept.setdefault((*item.unit.key, item.span), item)
    rows = list(kept.values())
    affirmed = why is None and any(not r.unit.is_negative for r in rows)
    return Group(
        units=tuple(r.unit for r in rows),
        voices=tuple(Voice.DENIED if affirmed and _gainsays(r) else r.voice for r in rows),
        spans=tuple(r.span for r in rows),
        why="joined by a correction" if why is None else why,
    )


def _gainsays(item: _Item) -> bool:
    """Whether a proposition says no, by itself, to what the claim that it was joined to affirms."""
    unit = item.unit
    return not item.is_voiced and (unit.denies or (unit.negates and unit.statement is not None))


def _place(item: _Item) -> tuple[str, str, str]:
    return item.unit.article, str(item.span.start), str(item.span.end)


def _key(places: Iterable[tuple[str, str, str]]) -> tuple[str, ...]:
    """Return what tells a claim apart while it is made: the places of its readings."""
    return tuple(sorted({" ".join(place) for place in places}))


def _constraint(correction: Correction, work: _Work, book: Book) -> Constraint | None:
    parts = tuple(
        tuple(anchor for selector in part if (anchor := _find(correction, selector, work, book)))
        for part in correction.parts
    )
    least = 1 if correction.action is Action.REJECT else 2
    if sum(map(bool, parts)) < least:
        return None
    book.find(correction)
    whole = correction.subject is Subject.CLAIM and correction.action is Action.REJECT
    return Constraint(correction.id, correction.action, parts, whole)


def _find(correction: Correction, selector: Selector, work: _Work, book: Book) -> Anchor:
    """Return the items at a passage: one proposition, in each claim in which it stands."""
    reading = work.readings.get(selector.article)
    if reading is None:
        book.miss(correction, [selector], NOT_ON_DESK)
        return ()
    place = locate(selector, reading.text)
    there = [(i, work.items[i]) for i in work.by_article.get(selector.article, ())]
    spans = [(i, [(item.span.start, item.span.end)]) for i, item in there]
    own = pick([place], spans) if place else None
    if own is None:
        book.miss(correction, [selector])
        return ()
    return tuple(i for i, item in there if item.span == work.items[own].span)


def _set_voices(wanted: Sequence[Correction], work: _Work, book: Book) -> None:
    last: dict[int, Correction] = {}
    for one in wanted:
        if one.action is not Action.SET or one.field != VOICE or not one.value:
            continue
        for selector in one.parts[0]:
            for i in _find(one, selector, work, book):
                if i in last:
                    book.overrule(last[i].id, one.id)
                last[i] = one
                book.find(one)
                book.mark(Subject.READING, _place(work.items[i]), one.id)
                work.items[i] = replace(work.items[i], voice=Voice(one.value), is_voiced=True)


def _nearness(items: Sequence[_Item]) -> Nearness:
    def near(one: int, side: Collection[int]) -> float:
        """How near a proposition lies to others in meaning."""
        mean = np.mean([items[i].unit.vector for i in side], axis=0)
        return round(float(items[one].unit.vector @ mean), 6)

    return near
