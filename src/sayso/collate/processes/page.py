"""A report as the finders of this package see it: sentences, clauses, who is meant, and on whose word."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from sayso.collate.claims.lexicon import load_lexicon
from sayso.collate.entities import Cast
from sayso.collate.names import fold_name
from sayso.collate.parsing import sentences_of
from sayso.collate.processes.lexicon import load_words
from sayso.collate.words import tokenize
from sayso.core.ledger import LedgerEntity
from sayso.core.process import Passage
from sayso.core.read_article import ReadArticle
from sayso.core.reading import Act, Entity, EntityKind, Mention, MentionForm, Statement, Voice
from sayso.core.span import Date, Grain, Span
from sayso.read.numbers import Quantity, find_quantities
from sayso.read.phrases import tag_tokens
from sayso.read.phrases.clauses import Clause
from sayso.read.phrases.within import starting_within

_LONGEST = 1500  # characters of a sentence
_REACH = 200  # characters before a phrase in which a mention around it may start
NO_DAY = frozenset({Grain.DURATION, Grain.SET, Grain.VAGUE})


@dataclass(frozen=True, slots=True, order=True)
class Actor:
    """Somebody or something that a report names, at one place of its text."""

    article: str
    span: Span
    entity: str | None  # a ledger entity
    name: str
    kind: EntityKind = EntityKind.OTHER
    role: str | None = None


class Page:
    """One report with what finders look up in it; sentences are tagged when they are first asked for."""

    def __init__(
        self,
        read: ReadArticle,
        cast: Cast,
        named: Mapping[str, LedgerEntity],
        directory: Mapping[str, str],
        statement_ids: Mapping[tuple[str, str], str],
    ) -> None:
        self.read = read
        self.reading = read.reading
        self.text = read.reading.text
        self.id = read.reading.id
        self.statement_ids = statement_ids
        self._cast = cast
        self._named = named
        self._directory = directory
        self._clauses: dict[int, Clause] = {}

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences in order, but for runs of words that no sentence has, whose search would take long."""
        return tuple(s for s in sentences_of(self.text) if s.end - s.start <= _LONGEST)

    @cached_property
    def mentions(self) -> list[Mention]:
        """The mentions in order, of those that start together the longest first."""
        return sorted(self.reading.mentions, key=lambda m: (m.span.start, -m.span.end))

    @cached_property
    def dates(self) -> list[Date]:
        """The dates in order."""
        return sorted(self.reading.dates, key=lambda d: d.span)

    def clause(self, number: int) -> Clause:
        """The tagged sentence of that number."""
        if number not in self._clauses:
            sentence = self.sentences[number]
            inside = starting_within(self._quantities, sentence, lambda q: q.start)
            self._clauses[number] = Clause.of(self.text, tag_tokens(self.text, sentence, inside))
        return self._clauses[number]

    @cached_property
    def _quantities(self) -> tuple[Quantity, ...]:
        return find_quantities(self.text)

    def mentions_in(self, span: Span) -> Sequence[Mention]:
        """The mentions that start within a span."""
        return starting_within(self.mentions, span, lambda m: m.span.start)

    def dates_in(self, span: Span) -> Sequence[Date]:
        """The dates that start within a span, lengths of time among them."""
        return starting_within(self.dates, span, lambda d: d.span.start)

    def days_in(self, span: Span) -> list[Date]:
        """The dates within a span that name days, months or years."""
        return [d for d in self.dates_in(span) if d.grain not in NO_DAY]

    def token_at(self, number: int, position: int) -> int:
        """The number of the token of a sentence at a position of the text."""
        tokens = self.clause(number).tokens
        return max(0, bisect_right(tokens, position, key=lambda t: t.start) - 1)

    def actor_at(self, span: Span) -> Actor:
        """Whom a phrase names: the entity of the mention that ends with it, else of one within it, else its words."""
        near = [m for m in self._around(span) if m.entity is not None]
        fit = [m for m in near if m.span.end == span.end] or [m for m in near if span.contains(m.span)]
        best = max(
            fit, key=lambda m: (m.form is not MentionForm.PRONOUN, m.span.end - m.span.start), default=None
        )
        return self.actor_of(best) if best is not None else Actor(self.id, span, None, span.exact)

    def actor_of(self, mention: Mention) -> Actor:
        """Whom a mention names."""
        entity = self._entities.get(mention.entity or "")
        own = self._cast.find_speaker(self.id, mention.entity)
        named = self._named.get(own or "")
        name = named.name if named else entity.name if entity else mention.span.exact
        kind = named.kind if named else mention.kind
        return Actor(self.id, mention.span, own, name, kind, entity.role if entity else None)

    def is_possessor(self, mention: Mention) -> bool:
        """Whether a mention only says whose the next words are: "Velt's minister"."""
        return self.text[mention.span.end : mention.span.end + 2] in ("’s", "'s")

    def place_of(self, mention: Mention) -> Actor:
        """The place that a mention names: a capital is itself, not its country's government."""
        own = self._cast.find(self.id, mention.entity)
        named = self._named.get(own or "")
        entity = self._entities.get(mention.entity or "")
        name = named.name if named else entity.name if entity else mention.span.exact
        return Actor(self.id, mention.span, own, name, named.kind if named else mention.kind)

    def subject_at(self, number: int, position: int) -> list[Actor]:
        """Who is the subject of the verb at a position of a sentence."""
        clause = self.clause(number)
        found = clause.subject(self.token_at(number, position))
        return [self.actor_at(clause.span(p.first, p.last)) for p in found]

    def statement_at(self, span: Span) -> Statement | None:
        """The innermost statement in whose content a span stands."""
        held = [
            (content.end - content.start, s.id, s)
            for s in self.reading.statements
            for content in s.content
            if content.contains(span)
        ]
        return min(held, key=lambda h: h[:2])[2] if held else None

    def speaker_of(self, statement: Statement) -> Actor | None:
        """Who makes a statement, by the entity or else by the words of its source."""
        source = statement.source[0] if statement.source else None
        own = self._cast.find_speaker(self.id, statement.speaker)
        span = source or (statement.cue or statement.content)[0]
        if own is not None and own in self._named:
            entity = self._entities.get(statement.speaker or "")
            named = self._named[own]
            return Actor(self.id, span, own, named.name, named.kind, entity.role if entity else None)
        return Actor(self.id, source, None, source.exact) if source is not None else None

    def stated(self, statement: Statement) -> Passage:
        """A whole statement with its voice: from its source to the end of what is said, where that is one stretch."""
        parts = [*statement.source, *statement.cue, *statement.content[:1]]
        start, end = min(p.start for p in parts), max(p.end for p in parts)
        if end - start > _REACH or "\n" in self.text[start:end]:
            start, end = statement.content[0].start, statement.content[0].end
        return self._voiced(Span.of(self.text, start, end), statement)

    def is_cue(self, span: Span) -> bool:
        """Whether words only report that something was said."""
        return any(c.overlaps(span) for s in self.reading.statements for c in s.cue)

    def said(self, statement: Statement, span: Span) -> Passage:
        """Words of a statement in its voice."""
        return self._voiced(span, statement)

    def number_of(self, span: Span) -> int:
        """The number of the sentence in which a span starts."""
        return max(0, bisect_right(self.sentences, span.start, key=_begin) - 1)

    def sentences_in(self, span: Span) -> list[Span]:
        """The sentences of a span, cut to it."""
        first, last = self.number_of(span), self.number_of(Span(span.end - 1, span.end, ""))
        bounds = [(max(s.start, span.start), min(s.end, span.end)) for s in self.sentences[first : last + 1]]
        return [Span.of(self.text, a, b) for a, b in bounds if self.text[a:b].strip()]

    def passage(self, span: Span) -> Passage:
        """A span with the voice in which the report has it."""
        return self._voiced(span, self.statement_at(span))

    def sentence_passage(self, number: int, trigger: Span) -> Passage:
        """The part of a sentence around a trigger that stands on one voice's word."""
        sentence, statement = self.sentences[number], self.statement_at(trigger)
        if statement is None:
            return self._voiced(sentence, None)
        content = next(c for c in statement.content if c.contains(trigger))
        start, end = max(sentence.start, content.start), min(sentence.end, content.end)
        return self._voiced(Span.of(self.text, start, end), statement)

    def _voiced(self, span: Span, statement: Statement | None) -> Passage:
        if statement is None:
            return Passage(self.id, span, Voice.OWN)
        return Passage(
            self.id,
            span,
            Voice.DENIED if _denies(statement) else Voice.ATTRIBUTED,
            self._cast.find_speaker(self.id, statement.speaker),
            self.statement_ids.get((self.id, statement.id)),
        )

    def _around(self, span: Span) -> list[Mention]:
        """The mentions that overlap a span; none is looked for that starts far before it."""
        window = starting_within(self.mentions, Span(max(0, span.start - _REACH), span.end, ""), _start)
        return [m for m in window if m.span.overlaps(span)]

    @cached_property
    def _entities(self) -> dict[str, Entity]:
        return {e.id: e for e in self.reading.entities}


def _begin(span: Span) -> int:
    return span.start


def _start(mention: Mention) -> int:
    return mention.span.start


def _denies(statement: Statement) -> bool:
    cues = {word.lower() for cue in statement.cue for word in tokenize(cue.exact)}
    return statement.act is Act.DENY and bool(cues & load_lexicon().denying)


def cut_clauses(page: Page, sentence: Span) -> list[Span]:
    """Return the stretches of a sentence between words that open another clause."""
    cut = load_words("", "roles").one["cut"]
    bounds = [0, *(m.start() for m in cut.finditer(sentence.exact)), len(sentence.exact)]
    return [
        Span.of(page.text, sentence.start + start, sentence.start + end)
        for start, end in pairwise(bounds)
        if sentence.exact[start:end].strip()
    ]


def list_names(entities: Sequence[LedgerEntity]) -> dict[str, str]:
    """Return the entity that bears each folded name, where only one does."""
    bearers: dict[str, set[str]] = {}
    for entity in entities:
        for name in (entity.name, *entity.aliases):
            bearers.setdefault(fold_name(name), set()).add(entity.id)
    return {name: next(iter(ids)) for name, ids in bearers.items() if len(ids) == 1 and name}
