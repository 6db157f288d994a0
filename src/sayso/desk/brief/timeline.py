"""The timeline of one story, in the ledger's order; a vague date stands as it was given."""

from dataclasses import replace

from sayso.core.ledger import Claim, TimelineEntry, TimelineKind
from sayso.core.reading import Status
from sayso.core.timex_value import range_of
from sayso.desk.brief.claims import is_inferred, reading_cite
from sayso.desk.brief.dates import date_label
from sayso.desk.brief.draft import Draft
from sayso.desk.brief.events import event_kind, event_note, trigger_cite
from sayso.desk.brief.model import DatedEntry, DateGroup
from sayso.desk.brief.people import content_cites
from sayso.desk.brief.pieces import Cite, MarkKind, Who
from sayso.desk.labels import word


def timeline(draft: Draft) -> tuple[DateGroup, ...]:
    """What the story's reports date, one group for each value."""
    claims = {c.id: c for c in draft.claims}
    groups: dict[str, list[DatedEntry]] = {}
    for entry in draft.timeline:
        placed = _entry(entry, claims, draft)
        if placed:
            groups.setdefault(entry.date.value, []).append(placed)
    return tuple(
        DateGroup(value, date_label(value), _merge(entries), _days(value))
        for value, entries in groups.items()
    )


def _days(value: str) -> str | None:
    """The first and last day that a vague date may mean."""
    days = range_of(value)
    return f"{days[0].isoformat()} – {days[1].isoformat()}" if days and days[0] != days[1] else None


def _entry(entry: TimelineEntry, claims: dict[str, Claim], draft: Draft) -> DatedEntry | None:
    if entry.kind is TimelineKind.EVENT:
        return _event(entry, draft)
    if entry.kind is TimelineKind.STATEMENT:
        return _statement(entry, draft)
    claim = claims.get(entry.ref)
    return _claim(entry, claim, draft) if claim else None


def _event(entry: TimelineEntry, draft: Draft) -> DatedEntry | None:
    event = draft.index.events.get(entry.ref)
    if event is None or event.article not in draft.positions:
        return None
    return DatedEntry(
        kind=entry.kind,
        key=draft.key("E", event.incident),
        # without its status an agreement that was not reached would look like one that was
        what=event_kind(event) if event.status is Status.REPORTED else event_note(event),
        label=draft.index.labels[event.article],
        given=_given(entry, event.article, draft),
        words=(trigger_cite(event, draft),),
        who=draft.index.who(None, event.statement),
        published=draft.index.articles[event.article].published,
    )


def _statement(entry: TimelineEntry, draft: Draft) -> DatedEntry | None:
    said = draft.index.statements.get(entry.ref)
    if said is None or said.article not in draft.positions:
        return None
    return DatedEntry(
        kind=entry.kind,
        key=draft.key("S", said.id),
        what=word("act", said.act),
        label=draft.index.labels[said.article],
        given=_given(entry, said.article, draft),
        words=content_cites(said, draft)[:1],
        who=draft.index.who(said.speaker, said.id),
        published=draft.index.articles[said.article].published,
    )


def _claim(entry: TimelineEntry, claim: Claim, draft: Draft) -> DatedEntry | None:
    """A claim's date stands in one of its readings, else in the report of one, where the text has those words."""
    span, key = entry.date.span, draft.key("C", claim.id)
    for reading in sorted(claim.readings, key=lambda r: not r.span.contains(span)):
        article = draft.index.articles.get(reading.article)
        if (
            reading.article in draft.positions
            and article
            and article.text[span.start : span.end] == span.exact
        ):
            return DatedEntry(
                kind=entry.kind,
                key=key,
                what=word("mark", "claim"),
                label=draft.index.labels[article.id],
                given=_given(entry, article.id, draft),
                words=(reading_cite(reading, key, draft),),
                who=draft.index.who(reading.speaker, reading.statement),
                published=article.published,
                is_inferred=is_inferred(reading),
            )
    return None


def _given(entry: TimelineEntry, article: str, draft: Draft) -> tuple[Cite, ...]:
    return (draft.citer.cite(article, entry.date.span, MarkKind.DATE),)


def _merge(entries: list[DatedEntry]) -> tuple[DatedEntry, ...]:
    """What one report says of one thing on one date, as one entry; the tellers of one thing stand together."""
    merged: dict[tuple[str, str, Who | None, bool], DatedEntry] = {}
    for entry in entries:
        place = (entry.key, entry.label, entry.who, entry.is_inferred)
        before = merged.get(place, entry)
        given = tuple(dict.fromkeys((*before.given, *entry.given)))
        words = tuple(dict.fromkeys((*before.words, *entry.words)))
        merged[place] = replace(entry, given=given, words=words)
    order = {key: n for n, key in enumerate(dict.fromkeys(e.key for e in merged.values()))}
    return tuple(sorted(merged.values(), key=lambda e: order[e.key]))
