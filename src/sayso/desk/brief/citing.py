"""Numbers every span that a brief leads to, and remembers it as a mark in its report's text."""

from dataclasses import dataclass, field

from sayso.core.reading import Voice
from sayso.core.span import Span
from sayso.desk.brief.index import Index, file_name
from sayso.desk.brief.pieces import Cite, MarkKind, Ref


@dataclass(slots=True)
class Mark:
    """A span to mark in its report's text, with all that it is; ``cite`` where the brief leads to it."""

    span: Span
    cite: Cite | None = None
    kinds: list[MarkKind] = field(default_factory=list)
    voices: list[Voice] = field(default_factory=list)
    refs: list[Ref] = field(default_factory=list)

    def add(self, kind: MarkKind, ref: Ref | None, voice: Voice | None) -> None:
        """Note what else these words are, each thing once."""
        if kind not in self.kinds:
            self.kinds.append(kind)
        if ref and ref not in self.refs:
            self.refs.append(ref)
        if voice and voice not in self.voices:
            self.voices.append(voice)


class Citer:
    """Gives out cites while a brief is made. The same span of the same report always has the same number."""

    def __init__(self, index: Index, first: int = 1) -> None:
        self._index = index
        self._next = first
        self._report_keys: dict[str, str] = {}
        self._marks: dict[str, dict[tuple[int, int], Mark]] = {}

    def add_report(self, article: str, key: str) -> None:
        """Make an article citable under ``key``."""
        self._report_keys[article] = key
        self._marks[article] = {}

    def mark(
        self, article: str, span: Span, kind: MarkKind, *, ref: Ref | None = None, voice: Voice | None = None
    ) -> Mark:
        """Mark ``span`` without a number: nothing leads there."""
        mark = self._marks[article].setdefault((span.start, span.end), Mark(span))
        mark.add(kind, ref, voice)
        return mark

    def cite(
        self, article: str, span: Span, kind: MarkKind, *, ref: Ref | None = None, voice: Voice | None = None
    ) -> Cite:
        """Mark ``span`` and give the reference to it; a new one has the next number."""
        mark = self.mark(article, span, kind, ref=ref, voice=voice)
        if mark.cite is None:
            mark.cite = self._new(article, span)
        return mark.cite

    def marks(self, article: str) -> tuple[Mark, ...]:
        """Give one report's marks in the order of its text; of two with one start the longer first."""
        return tuple(sorted(self._marks[article].values(), key=lambda m: (m.span.start, -m.span.end)))

    def cites(self) -> tuple[Cite, ...]:
        """Give every cite handed out, by number."""
        found = (m.cite for marks in self._marks.values() for m in marks.values() if m.cite)
        return tuple(sorted(found, key=lambda c: c.number))

    def _new(self, article: str, span: Span) -> Cite:
        number, self._next = self._next, self._next + 1
        return Cite(
            number=number,
            report=self._report_keys[article],
            label=self._index.labels[article],
            place=f"{file_name(self._index.articles[article])}:{span.start}-{span.end}",
            start=span.start,
            end=span.end,
            words=span.exact,
        )
