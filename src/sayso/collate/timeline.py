"""The timeline: what is dated in a ledger, in the order of the dates, vague ones by the start of their range."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.core.ledger import Claim, LedgerEvent, LedgerStatement, TimelineEntry, TimelineKind
from sayso.core.reading import Reading
from sayso.core.span import Date, Grain, Span
from sayso.core.timex_value import range_of, timeline_key

Place = tuple[str, Span]

_NO_DATE = frozenset({Grain.DURATION, Grain.SET, Grain.VAGUE})


def make_timeline(
    events: Sequence[LedgerEvent],
    statements: Sequence[LedgerStatement],
    claims: Sequence[Claim],
    readings: Mapping[str, Reading],
) -> tuple[TimelineEntry, ...]:
    """Return the dated events and statements, and for dates of neither the claims in which they stand."""
    entries = {
        *_dated(events, TimelineKind.EVENT, readings),
        *_dated(statements, TimelineKind.STATEMENT, readings),
    }
    things: list[LedgerEvent | LedgerStatement] = [*events, *statements]
    used = {(thing.article, thing.date.span) for thing in things if thing.date is not None}
    entries |= set(_dates_of_claims(claims, readings, used))
    return tuple(sorted(entries, key=timeline_order))


def timeline_order(entry: TimelineEntry) -> tuple[object, ...]:
    """Return the key by which entries are ordered."""
    return (*timeline_key(entry.date.value), entry.kind, entry.ref, entry.date.span, entry.article or "")


def _dated(
    things: Iterable[LedgerEvent | LedgerStatement], kind: TimelineKind, readings: Mapping[str, Reading]
) -> Iterator[TimelineEntry]:
    for thing in things:
        if thing.date is not None and thing.date.grain not in _NO_DATE:
            yield _entry(thing.date, kind, thing.id, thing.article, readings)


def _entry(
    date: Date, kind: TimelineKind, ref: str, article: str, readings: Mapping[str, Reading]
) -> TimelineEntry:
    days = range_of(date.value)
    reading = readings.get(article)
    return TimelineEntry(
        date=date,
        kind=kind,
        ref=ref,
        article=article,
        first=days[0].isoformat() if days else None,
        last=days[1].isoformat() if days else None,
        published=reading.published if reading else None,
    )


def _dates_of_claims(
    claims: Sequence[Claim], readings: Mapping[str, Reading], used: set[Place]
) -> Iterator[TimelineEntry]:
    open_dates = {
        article: [d for d in reading.dates if d.grain not in _NO_DATE and (article, d.span) not in used]
        for article, reading in readings.items()
    }
    for claim in claims:
        for reading in claim.readings:
            for date in open_dates[reading.article]:
                if reading.span.contains(date.span):
                    yield _entry(date, TimelineKind.CLAIM, claim.id, reading.article, readings)
