"""Things of a ledger as corrections name them: by the passages in which they stand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.collate.corrections.cast import find_entity
from sayso.collate.corrections.passages import select
from sayso.core.correction import Selector, Subject
from sayso.core.errors import UsageError
from sayso.core.ledger import Ledger, LedgerEntity
from sayso.core.reading import Reading
from sayso.core.span import Span

_SHOWN = 80  # characters of a report without a title


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing of a ledger: its id there, what it says, and where."""

    subject: Subject
    id: str
    words: str  # verbatim, to show a person what is meant
    passages: tuple[Selector, ...]


class Things:
    """Makes things of a ledger's records. ``readings`` gives the readings of some reports, for who is named where."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.texts = {article.id: article.text for article in ledger.articles}

    def thing(self, subject: Subject, own: str, readings: Iterable[Reading] = ()) -> Thing:
        """Give a thing by its kind and id; of an event the id of one account or of the incident.

        An entity needs the ``readings`` of its reports. Raises UsageError where there is no such thing.
        """
        made = self._thing(subject, own, readings)
        if made is None or not made.passages:
            raise UsageError(f"there is no {subject} {own!r}", about=own)
        return made

    def passage(self, article: str, span: Span) -> Selector:
        """Give the selector of a span of a report."""
        return select(article, self.texts[article], span)

    def reading(self, article: str, span: Span) -> Thing:
        """Give how a report carries a claim at a span."""
        return Thing(
            Subject.READING, f"{article}:{span.start}-{span.end}", span.exact, (self.passage(article, span),)
        )

    def _thing(self, subject: Subject, own: str, readings: Iterable[Reading]) -> Thing | None:
        if subject is Subject.ENTITY:
            named = (e for e in self.ledger.entities if e.id == own)
            return next((Thing(subject, own, e.name, mentions_of(e, readings)) for e in named), None)
        make = {
            Subject.STORY: self._story,
            Subject.REPORT: self._report,
            Subject.CLAIM: self._claim,
            Subject.STATEMENT: self._statement,
            Subject.EVENT: self._event,
        }.get(subject)
        return make(own) if make else None

    def _story(self, own: str) -> Thing | None:
        found = (s for s in self.ledger.stories if s.id == own)
        passages = ((s, tuple(Selector(a) for a in s.articles)) for s in found)
        return next((Thing(Subject.STORY, own, s.title, held) for s, held in passages), None)

    def _report(self, own: str) -> Thing | None:
        found = (a for a in self.ledger.articles if a.id == own)
        words = (a.title or a.text[:_SHOWN] for a in found)
        return next((Thing(Subject.REPORT, own, some, (Selector(own),)) for some in words), None)

    def _claim(self, own: str) -> Thing | None:
        found = (c for c in self.ledger.claims if c.id == own)
        spans = ((c, self._passages([(r.article, r.span) for r in c.readings])) for c in found)
        return next((Thing(Subject.CLAIM, own, c.gist, held) for c, held in spans), None)

    def _statement(self, own: str) -> Thing | None:
        for said in (s for s in self.ledger.statements if s.id == own):
            words = " … ".join(span.exact for span in said.content)
            passages = self._passages([(said.article, span) for span in said.content])
            return Thing(Subject.STATEMENT, own, words, passages)
        return None

    def _event(self, own: str) -> Thing | None:
        told = [e for e in self.ledger.events if own in (e.id, e.incident)]
        words = ", ".join(dict.fromkeys(e.trigger.exact for e in told))
        return Thing(Subject.EVENT, own, words, self._passages([(e.article, e.trigger) for e in told]))

    def _passages(self, spans: Sequence[tuple[str, Span]]) -> tuple[Selector, ...]:
        return tuple(self.passage(article, span) for article, span in spans if article in self.texts)


def mentions_of(entity: LedgerEntity, readings: Iterable[Reading]) -> tuple[Selector, ...]:
    """Give passages that name an entity: a name for each report, names that are not there yet before others."""
    members: Mapping[str, set[str]] = _by_article(entity)
    found: list[tuple[bool, str, Selector]] = []
    seen: set[str] = set()
    for reading in sorted(readings, key=lambda r: r.id):
        own = [m.span for m in reading.mentions if m.entity in members.get(reading.id, ())]
        named = [span for span in own if span.exact[:1].isupper()] or own
        fresh = [span for span in named if span.exact not in seen]
        for span in (fresh or named)[:1]:
            selector = select(reading.id, reading.text, span)
            if find_entity(reading, selector) in members[reading.id]:
                found.append((span.exact in seen, reading.id, selector))
                seen.add(span.exact)
    return tuple(selector for _, _, selector in sorted(found, key=lambda f: (f[0], f[1])))


def _by_article(entity: LedgerEntity) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for article, own in entity.members:
        found.setdefault(article, set()).add(own)
    return found
