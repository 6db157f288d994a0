"""The figures of an incident's tolls, one for each time that a report gives one on somebody's word."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from sayso.collate.origins import Sources
from sayso.collate.parsing import sentences_of
from sayso.collate.tolls.lexicon import as_of_pattern, listed, words_in
from sayso.collate.tolls.people import kind_of
from sayso.core.ledger import ClaimReading, LedgerEvent, LedgerStatement
from sayso.core.reading import Effect, Harm, Reading, Status, Voice
from sayso.core.span import Date, Grain, Span
from sayso.read.entities.lexicon import grammar

_NO_DATE = frozenset({Grain.DURATION, Grain.SET, Grain.VAGUE})


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure before its origin is known."""

    article: str
    event: LedgerEvent
    harm: Harm
    statement: LedgerStatement | None
    voice: Voice
    as_of: Date | None
    published: str | None
    sentence: Span
    kind: str | None
    again: tuple[Span, ...] = ()  # where its report gives it again
    whole: Span | None = None  # the figure that it is a part of
    beside: tuple[Span, ...] = ()  # those of other people told in the same breath

    @property
    def key(self) -> tuple[str, Span, str]:
        """A key that orders figures the same whatever the order of the reports."""
        return self.article, self.harm.span, self.harm.effect

    @property
    def reading(self) -> ClaimReading:
        """Who carries it, as ``find_origins`` wants it."""
        said = self.statement
        return ClaimReading(
            self.article,
            self.harm.span,
            said.id if said else None,
            self.voice,
            said.speaker if said else None,
        )


@dataclass(slots=True)
class Carrier:
    """The reports that figures stand in, and their statements and sentences."""

    readings: Mapping[str, Reading]
    sources: Sources
    _statements: dict[str, list[LedgerStatement]] = field(default_factory=dict)
    _sentences: dict[str, Sequence[Span]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Sort the statements by report."""
        for statement in self.sources.statements.values():
            self._statements.setdefault(statement.article, []).append(statement)

    def statement_at(self, article: str, span: Span) -> LedgerStatement | None:
        """Return the innermost statement in whose content a span lies."""
        held = [
            (len(part.exact), statement.id, statement)
            for statement in self._statements.get(article, ())
            for part in statement.content
            if part.contains(span)
        ]
        return min(held)[2] if held else None

    def sentence_at(self, article: str, span: Span) -> Span:
        """Return the sentence in which a span begins."""
        if article not in self._sentences:
            self._sentences[article] = sentences_of(self.readings[article].text)
        sentences = self._sentences[article]
        place = bisect_right(sentences, span.start, key=lambda s: s.start) - 1
        return sentences[place] if 0 <= place < len(sentences) else span


def find_figures(events: Sequence[LedgerEvent], carrier: Carrier) -> dict[Effect, list[Figure]]:
    """Return the figures of one incident by effect, each report's own in the order of its text and once."""
    found = [figure for event in events for figure in _figures(event, carrier)]
    by_effect: dict[Effect, list[Figure]] = {}
    for figure in sorted(found, key=lambda f: (f.key, f.event.id)):
        by_effect.setdefault(figure.harm.effect, []).append(figure)
    return {effect: _once(by_effect[effect]) for effect in Effect if effect in by_effect}


def _figures(event: LedgerEvent, carrier: Carrier) -> Iterator[Figure]:
    reading = carrier.readings[event.article]
    for harm in event.harm:
        if harm.low is None and harm.high is None and harm.who and harm.who.exact.lower() in _pronouns():
            continue  # "it killed them" gives no figure
        said = carrier.statement_at(event.article, harm.span)
        sentence = carrier.sentence_at(event.article, harm.span)
        yield Figure(
            article=event.article,
            event=event,
            harm=harm,
            statement=said,
            voice=_voice(event, harm, said),
            as_of=_as_of(reading, harm, sentence) or (said.date if said else None),
            published=reading.published,
            sentence=sentence,
            kind=kind_of(harm.who.exact) if harm.who else None,
        )


@cache
def _pronouns() -> frozenset[str]:
    return frozenset(grammar().pronouns)


def _voice(event: LedgerEvent, harm: Harm, said: LedgerStatement | None) -> Voice:
    if event.status is Status.DENIED and (said is None or said.id == event.statement):
        return Voice.DENIED
    is_put = event.status is Status.CLAIMED and event.trigger == harm.span  # "an orderly put it at 20"
    return Voice.ATTRIBUTED if said is not None or is_put else Voice.OWN


def _as_of(reading: Reading, harm: Harm, sentence: Span) -> Date | None:
    """Return the date of which a figure is: "as of Monday", "the toll stood at 12 on Monday"."""
    dates = [d for d in reading.dates if sentence.contains(d.span) and d.grain not in _NO_DATE]
    for date in dates:
        if as_of_pattern().search(reading.text[max(sentence.start, date.span.start - 40) : date.span.start]):
            return date
    if words_in(harm.span.exact) & listed("count"):
        return min(dates, key=lambda d: abs(d.span.start - harm.span.end), default=None)
    return None


def _once(figures: Sequence[Figure]) -> list[Figure]:
    """Give each figure of a report once: on the word of whoever it is attributed to, else in the outlet's own voice."""
    kept: list[Figure] = []
    for figure in sorted(figures, key=lambda f: (f.article, f.statement is None, f.key)):
        same = next((n for n, k in enumerate(kept) if _is_same(k, figure)), None)
        if same is None:
            kept.append(figure)
        elif kept[same].harm.span != figure.harm.span:
            kept[same] = replace(kept[same], again=(*kept[same].again, figure.harm.span))
    return sorted(kept, key=lambda f: f.key)


def _is_same(one: Figure, other: Figure) -> bool:
    """Whether a report gives one figure twice on one word; what it says itself may repeat what it attributes."""
    ours, theirs = one.harm, other.harm
    if one.article != other.article or (ours.low, ours.high) != (theirs.low, theirs.high):
        return False
    if ours.who and theirs.who and one.sentence == other.sentence and not ours.who.overlaps(theirs.who):
        return False  # two men of one list
    if one.kind != other.kind and None not in (one.kind, other.kind):
        return False
    if ours.low == ours.high == 1 and ours.who and theirs.who and ours.who.exact != theirs.who.exact:
        return False
    if Voice.DENIED in (one.voice, other.voice) and one.voice is not other.voice:
        return False
    said, again = one.statement, other.statement
    return said is None or again is None or said.id == again.id or (said.speaker == again.speaker is not None)
