"""Entries and facts from the ledger's records of processes."""

from collections.abc import Iterable, Sequence

from sayso.core.process import Coded, Dated, Named, Passage
from sayso.core.reading import Voice
from sayso.core.span import Grain
from sayso.desk.brief.dates import date_label
from sayso.desk.brief.draft import Draft
from sayso.desk.brief.pieces import Cite, MarkKind, Ref
from sayso.desk.brief.processes.model import Entry, Fact
from sayso.desk.labels import labels, word

_SHOWN = 6  # cites of one value; the others stand in the ledger


class Cards:
    """Makes the entries of one card, whose key the marks in the texts lead back to."""

    def __init__(self, draft: Draft, key: str, kind: str) -> None:
        self.draft = draft
        self.key = key
        self.kind = kind

    def cite(self, passage: Passage, note: str) -> Cite:
        """The reference to a passage, marked with the way back to the card."""
        mark = MarkKind.TRIGGER if passage.voice is Voice.OWN else MarkKind.CONTENT
        return self.draft.citer.cite(
            passage.article, passage.span, mark, ref=Ref(self.key, f"{self.kind}: {note}")
        )

    def cites(self, passages: Iterable[Passage], note: str) -> tuple[Cite, ...]:
        """The references to passages as far as the brief has their reports, the first few."""
        near = [p for p in passages if p.article in self.draft.positions]
        near.sort(key=lambda p: (self.draft.positions[p.article], p.span))
        return tuple(dict.fromkeys(self.cite(p, note) for p in near[:_SHOWN]))

    def named(self, name: str, found: Sequence[Named]) -> Fact:
        """Names, each with the words that name it."""
        entries = (Entry(n.name, self.cites(n.passages, heading(name)), is_brief=True) for n in found)
        return Fact(heading(name), tuple(entries))

    def told_in(self, passages: Iterable[Passage]) -> Fact:
        """The sentences that tell of it, by report."""
        by_label: dict[str, list[Cite]] = {}
        for cite in self.cites(passages, heading("told")):
            by_label.setdefault(cite.label, []).append(cite)
        entries = (Entry(label, tuple(cites), is_brief=True) for label, cites in by_label.items())
        return Fact(heading("told"), tuple(entries))

    def coded(self, name: str, found: Sequence[Coded]) -> Fact:
        """Codes, each with the words that it rests on; no entry where no report says it."""
        entries = (
            Entry(word("code", str(c.value)), self.cites(c.passages, heading(name)), is_code=True)
            for c in found
        )
        return Fact(heading(name), tuple(entries))

    def dated(self, name: str, found: Sequence[Dated]) -> Fact:
        """Dates in labels, each once, with the words of all reports that give it."""
        by_label: dict[str, list[Cite]] = {}
        for dated in found:
            if dated.article in self.draft.positions:
                date = dated.date
                shown = date.span.exact if date.grain is Grain.DURATION else date_label(date.value)
                ref = Ref(self.key, f"{self.kind}: {heading(name)}")
                cite = self.draft.citer.cite(dated.article, date.span, MarkKind.DATE, ref=ref)
                by_label.setdefault(shown, []).append(cite)
        return Fact(heading(name), tuple(Entry(v, tuple(dict.fromkeys(c))) for v, c in by_label.items()))

    def told(self, passage: Passage, value: str, note: str = "") -> Entry | None:
        """One voice's words; None where the brief has not their report."""
        cites = self.cites([passage], value or self.kind)
        who = self.draft.index.who(passage.speaker, passage.statement)
        return Entry(value, cites, who, note, is_code=bool(value)) if cites else None


def heading(name: str) -> str:
    """The heading of a fact, in labels."""
    return str(labels()["process"][name])


def kept(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts of which something is told."""
    return tuple(fact for fact in facts if fact.entries)


def listed(entries: Iterable[Entry | None]) -> tuple[Entry, ...]:
    """The entries that there are, each once."""
    return tuple(dict.fromkeys(e for e in entries if e is not None))
