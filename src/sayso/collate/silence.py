"""Silence: the reports of a story that do not carry a claim, and whether they could have.

The first of these grounds that holds is given; where none does, the report had the chance.

- It could not have: it came out before all dated reports that carry the claim (``earlier``), or days before what the
  claim tells of, or the saying of it, as reports date these (``before``). It is only called so where the dates are sure
  of it, time zones and all.
- It had it at hand and left it out: it repeats a report that carries it, whole or in passages (``left_out``).
- It cannot be told: not all of it could be read, since its text is cut, in a language that is not read, or so long that
  its tail is not compared (``partial``); it is a brief beside those that carry it (``short``); it repeats a report that
  does not carry it, whose silence it may only share (``follows``); no dates tell which came first (``undated``).

A report in which the very words of a reading stand, though they were not joined to the claim, is not silent and not
listed.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from sayso.collate.claims.units import MOST_UNITS
from sayso.collate.lineage import is_earlier
from sayso.collate.origins import Sources
from sayso.collate.parsing import count_words
from sayso.core.ledger import ClaimReading, Could, Silence, SilenceGround, SilenceReason
from sayso.core.lineage import Precedence
from sayso.core.reading import Reading, Status
from sayso.core.span import Span
from sayso.core.timex_value import range_of

_READ = "en"
_BRIEF = 150  # words
_SHORTER = 3  # times as short as any report that carries it
_HELD = 0.9  # of a reading's words
_ZONES = timedelta(days=1)  # it may be tomorrow there already
_HAPPENED = frozenset({Status.REPORTED, Status.CLAIMED, Status.ACCUSED, Status.ADMITTED})
_COULD: Mapping[SilenceGround | None, Could] = {
    SilenceGround.EARLIER: Could.NO,
    SilenceGround.BEFORE: Could.NO,
    SilenceGround.LEFT_OUT: Could.YES,
    None: Could.YES,
}
_WHY: Mapping[SilenceGround | None, SilenceReason] = {
    SilenceGround.EARLIER: SilenceReason.EARLIER,
    SilenceGround.BEFORE: SilenceReason.EARLIER,
    SilenceGround.PARTIAL: SilenceReason.PARTIAL,
}


def find_silence(
    story: Sequence[str], claim: Sequence[ClaimReading], reports: Mapping[str, Reading], sources: Sources
) -> tuple[Silence, ...]:
    """Return the story's articles that carry none of a claim's readings, in the story's order."""
    look = _Look(claim, reports, sources)
    return tuple(look.judge(own) for own in story if own not in look.carrying and not look.holds(own))


class _Look:
    """One claim and what bears on whether a report could have carried it."""

    def __init__(
        self, claim: Sequence[ClaimReading], reports: Mapping[str, Reading], sources: Sources
    ) -> None:
        self._claim, self._reports, self._sources = claim, reports, sources
        self.carrying = {reading.article for reading in claim}
        self._published = [p for own in self.carrying if (p := reports[own].published)]
        self._length = min((count_words(reports[own].text) for own in self.carrying), default=0)
        self._begin = _find_begin(claim, reports, sources)

    def judge(self, own: str) -> Silence:
        """Tell why a report may not carry the claim, and whether it could have."""
        ground, source = self._ground(own)
        return Silence(
            own,
            _WHY.get(ground, SilenceReason.SILENT),
            _COULD.get(ground, Could.UNKNOWN),
            ground,
            source,
        )

    def holds(self, own: str) -> bool:
        """Whether the words of a reading stand in a report that is not known to carry it."""
        for reading in self._claim:
            there = self._sources.lineage.takings.get(reading.article, ())
            shared = [t.span for t in there if t.source == own and t.is_verbatim]
            here = self._sources.lineage.takings.get(own, ())
            shared += [t.source_span for t in here if t.source == reading.article and t.is_verbatim]
            if any(_covers(span, reading.span) for span in shared):
                return True
        return False

    def _ground(self, own: str) -> tuple[SilenceGround | None, str | None]:
        report = self._reports[own]
        if self._published and all(is_earlier(report.published, other) for other in self._published):
            return SilenceGround.EARLIER, None
        if self._begin and is_earlier(report.published, (self._begin - _ZONES).isoformat()):
            return SilenceGround.BEFORE, None
        if not _is_read_whole(report):
            return SilenceGround.PARTIAL, None
        repeated = tuple(self._repeated(own))
        if carrying := [other for other in repeated if other in self.carrying]:
            return SilenceGround.LEFT_OUT, carrying[0]
        if (count := count_words(report.text)) <= _BRIEF and _SHORTER * count <= self._length:
            return SilenceGround.SHORT, None
        if source := self._sources.copied_from.get(own):
            return SilenceGround.FOLLOWS, source
        if not report.published or not (self._published or self._begin):
            return SilenceGround.UNDATED, None
        return None, None

    def _repeated(self, own: str) -> Iterator[str]:
        """Yield the reports that a report repeats, the nearest first, and then those of which it took passages."""
        seen, at = {own}, self._sources.copied_from.get(own)
        while at is not None and at not in seen:
            yield at
            seen.add(at)
            at = self._sources.copied_from.get(at)
        for taking in self._sources.lineage.takings.get(own, ()):
            if taking.precedence is not Precedence.UNKNOWN:
                yield taking.source


def _covers(shared: Span, words: Span) -> bool:
    common = min(shared.end, words.end) - max(shared.start, words.start)
    return common >= _HELD * (words.end - words.start)


def _is_read_whole(reading: Reading) -> bool:
    if reading.partial or (reading.language or _READ) != _READ:
        return False
    return len(reading.propositions) <= MOST_UNITS


def _find_begin(
    claim: Sequence[ClaimReading], reports: Mapping[str, Reading], sources: Sources
) -> date | None:
    """Return the day before which nobody can have made a claim: of its event, or of the first saying of it.

    None where reports do not date them, or where one that carries it came out before.
    """
    happened = [day for r in claim for day in _event_days(r, reports[r.article])]
    said = [day for r in claim for day in _days_said(r, sources)]
    days = [min(happened)] if happened else []
    if said and len(said) == len(claim):
        days.append(min(said))
    begin = max(days, default=None)
    known = (reports[r.article].published for r in claim)
    return None if begin and any(is_earlier(p, begin.isoformat()) for p in known) else begin


def _event_days(reading: ClaimReading, report: Reading) -> Iterator[date]:
    for event in report.events:
        if event.date and event.status in _HAPPENED and reading.span.contains(event.trigger):
            yield from _first_day(event.date.value)


def _days_said(reading: ClaimReading, sources: Sources) -> Iterator[date]:
    statement = sources.statements.get(reading.statement or "")
    if statement is not None and statement.date is not None:
        yield from _first_day(statement.date.value)


def _first_day(value: str) -> Iterator[date]:
    days = range_of(value)
    if days:
        yield days[0]
