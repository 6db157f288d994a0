"""Makes statements of attributions: form, speaker, channel, act and date."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.core.reading import Act, Entity, EntityKind, Form, Statement
from sayso.core.span import Date, Span
from sayso.read.entities.index import EntityIndex
from sayso.read.entities.lexicon import fold, grammar, nouns
from sayso.read.spans import Attribution
from sayso.read.statements.act import tell_act
from sayso.read.statements.camps import Camps, Heard, find_camps
from sayso.read.statements.channel import Channels, stays
from sayso.read.statements.clause import stems
from sayso.read.statements.cue import governing, read_cue
from sayso.read.statements.dating import date_of_saying
from sayso.read.statements.form import tell_form
from sayso.read.statements.sources import is_asked
from sayso.read.statements.utterance import Utterance

LOOKS = 2  # who accuses shows in the first, whom that makes suspect in the second
MENTIONS_OF_SENTENCE = 20  # how many are looked at for a sentence's subject


def make_statements(
    text: str, attributions: Sequence[Attribution], index: EntityIndex, dates: Sequence[Date]
) -> tuple[Statement, ...]:
    """The statements of a report, in the order of their content, with ids "s1", "s2", ...

    ``attributions`` are those that ``index`` was made with, repaired (see ``repair_attributions``); ``dates`` are the
    report's. A statement whose speaker cannot be told has None. Raises nothing for any text.
    """
    if text != index.layout.text:
        raise ValueError("the index is of another text")
    maker = _Maker(index, sorted(dates, key=lambda date: date.span.start))
    ordered = sorted(attributions, key=lambda a: (a.content[0].start, a.content[-1].end, a.cue, a.source))
    maker.look(ordered)
    made = [statement for attribution in ordered for statement in maker.make(attribution)]
    return tuple(replace(statement, id=f"s{number}") for number, statement in enumerate(made, start=1))


def _bare_camps(index: EntityIndex) -> Camps:
    """The folded words that name a party of the report: a country, a place, a body."""
    named = set(index.peoples.values())
    for entity in index.entities:
        name = fold(entity.name)
        person = entity.kind is EntityKind.PERSON and (" " in name or entity.role is not None)
        if not person and entity.name[:1].isupper():
            named.add(name)
    words = {word for name in named for word in name.split() if len(word) > 2}
    return Camps(frozenset(named | words) - grammar().title_modifiers - grammar().prepositions)


def _is_official(entity: Entity) -> bool:
    """Whether an entity holds an office or is a body or country."""
    last = fold(entity.name).split()[-1:]
    office = any(nouns().kinds.get(word) == "offices" for word in last)
    return entity.role is not None or entity.kind is not EntityKind.PERSON or office


class _Maker:
    """Goes through the attributions in order; what was said before bears on what is said next."""

    def __init__(self, index: EntityIndex, dates: Sequence[Date]) -> None:
        self.index = index
        self.layout = index.layout
        self.dates = dates
        self.channels = Channels(index)
        self.mention_starts = [mention.span.start for mention in index.parties]
        self.names = {entity.id: (entity.name, *entity.aliases) for entity in index.entities}
        self.kinds = {entity.id: entity.kind for entity in index.entities}
        self.folded = {key: frozenset(fold(name) for name in names) for key, names in self.names.items()}
        self.offices = {entity.id for entity in index.entities if _is_official(entity)}
        self.camps = _bare_camps(index)
        self.before: Statement | None = None
        self.sentence: list[Statement] = []  # the last few statements

    def look(self, attributions: Sequence[Attribution]) -> None:
        """A first look at all of them, for who stands against whom."""
        for _ in range(LOOKS):
            self.camps = find_camps(self.camps, [self._heard(attribution) for attribution in attributions])

    def _heard(self, attribution: Attribution) -> Heard:
        speaker = self.index.speaker_of(attribution.source)
        utterance = self._utterance(attribution, attribution.content, speaker)
        act = tell_act(utterance)
        others: frozenset[str] = frozenset()
        if act is Act.ACCUSE:
            blamed = next((s.mention for s in utterance.subjects() if s.other), None) or next(
                iter(utterance.others()), None
            )
            if blamed is not None:
                others = frozenset({blamed.entity or ""}) | (utterance.keys(blamed) & self.camps.names)
        return Heard(act, utterance.known, others, frozenset(stems(utterance.words(), short=True)))

    def make(self, attribution: Attribution) -> Iterator[Statement]:
        """The statements of one attribution: several where its quoted sentences do different things."""
        speaker = self._speaker(attribution)
        groups = self._groups(attribution, speaker)
        for act, content in groups:
            statement = Statement(
                id="",
                form=tell_form(self.layout, content),
                source=attribution.source,
                cue=attribution.cue,
                content=content,
                speaker=speaker,
                via=self._via(attribution, content, speaker),
                act=act,
                date=date_of_saying(self.layout, attribution.cue, content, self.dates),
                confidence=attribution.score,
            )
            yield statement
            self.before = statement
            self.sentence = [*self.sentence[-5:], statement]

    def _groups(self, attribution: Attribution, speaker: str | None) -> list[tuple[Act, tuple[Span, ...]]]:
        """The content's spans by act: a quotation after the cue that does something else is a statement of its own."""
        content = attribution.content
        whole = self._act(attribution, content, speaker)
        if len(content) == 1 or tell_form(self.layout, content) is not Form.DIRECT:
            return [(whole, content)]
        groups: list[tuple[Act, tuple[Span, ...]]] = []
        for span in content:
            act = self._act(attribution, (span,), speaker)
            parted = groups and self._parted(groups[-1][1][-1], span)
            if groups and (not parted or act is groups[-1][0]):
                groups[-1] = (groups[-1][0], (*groups[-1][1], span))
            else:
                groups.append((act, (span,)))
        return groups

    def _parted(self, one: Span, other: Span) -> bool:
        """Whether two spans stand in different quotations, and the second does not go on with the first’s sentence."""
        first, second = self.layout.quotation_at(one.start), self.layout.quotation_at(other.start)
        words = [word for word in self.layout.words_in(other.start, other.end) if not word.is_mark]
        return first != second and (not words or words[0].capital)

    def _act(self, attribution: Attribution, content: Sequence[Span], speaker: str | None) -> Act:
        return tell_act(self._utterance(attribution, content, speaker))

    def _utterance(self, attribution: Attribution, content: Sequence[Span], speaker: str | None) -> Utterance:
        cue = read_cue(self.layout, attribution.cue)
        return Utterance(
            index=self.index,
            mention_starts=self.mention_starts,
            cue=cue,
            governing=governing(self.layout, attribution.cue) if attribution.cue and cue.unfolding else (),
            cue_start=attribution.cue[0].start if attribution.cue else None,
            content=content,
            speaker=speaker,
            own=self._own(speaker),
            camps=self.camps,
            names=self.folded,
            kind=self.kinds.get(speaker or ""),
            official=speaker in self.offices,
        )

    def _own(self, speaker: str | None) -> frozenset[str]:
        if speaker is None:
            return frozenset()
        return self.index.sides.get(speaker, frozenset()) | {
            fold(name) for name in self.names.get(speaker, ())
        }

    def _speaker(self, attribution: Attribution) -> str | None:
        if attribution.source:
            return self.index.speaker_of(attribution.source)
        if not attribution.cue:
            return self._running_speaker(attribution.content[0])
        if is_asked(self.layout, attribution.cue[0]):
            return None
        return self._sentence_speaker(attribution)

    def _running_speaker(self, content: Span) -> str | None:
        """Who spoke the quotation just before, where this one follows with no words between or next paragraph."""
        if self.before is None or self.layout.quotation_at(content.start) is None:
            return None
        return self.before.speaker if stays(self.layout, self.before.content[-1], content) else None

    def _sentence_speaker(self, attribution: Attribution) -> str | None:
        """Whom a cue without a subject of its own hangs on: "..., adding", "and urged", by the sentence's subject."""
        at = attribution.cue[0].start
        cue = read_cue(self.layout, attribution.cue)
        first = self.layout.word_at(at)
        before = self.layout.words[first - 1].form if first else ""
        if not cue.participle and before not in ("and", "but", "then", "also", ","):
            return None
        start = self.layout.sentences[self.layout.sentence_of(at)][0]
        for statement in reversed(self.sentence):
            if statement.cue and start <= statement.cue[0].start < at and not self._is_embedded(statement):
                return statement.speaker
        return self._subject(start, at)

    def _is_embedded(self, statement: Statement) -> bool:
        """Whether a statement is part of what somebody else says: "noting that both had urged calm"."""
        cue = statement.cue[0]
        if any(
            span.contains(cue) for other in self.sentence if other is not statement for span in other.content
        ):
            return True
        first = self.layout.word_at((*statement.source, cue)[0].start)
        return first > 0 and self.layout.words[first - 1].form in (
            "that",
            "which",
            "who",
            "as",
            "whether",
            "how",
        )

    def _subject(self, start: int, end: int) -> str | None:
        mentions = self.index.parties
        first = bisect_left(self.mention_starts, start)
        for number in range(first, min(len(mentions), first + MENTIONS_OF_SENTENCE)):
            mention = mentions[number]
            if mention.span.start >= end:
                return None
            quoted = self.layout.quotation_at(mention.span.start) is not None
            speaks = mention.kind is not EntityKind.OTHER or mention.entity is not None
            if speaks and not quoted and mention.span.start in self.index.subjects:
                return mention.entity
        return None

    def _via(
        self, attribution: Attribution, content: Sequence[Span], speaker: str | None
    ) -> tuple[Span, ...]:
        found = self.channels.find(attribution.cue, content)
        if found or self.before is None or speaker is None or self.before.speaker != speaker:
            return found
        return self.before.via if self._goes_on(attribution, self.before.content[-1], content[0]) else ()

    def _goes_on(self, attribution: Attribution, before: Span, after: Span) -> bool:
        """Whether a statement goes on with the one before: in its paragraph, or the next with "he" or "also"."""
        if not stays(self.layout, before, after):
            return False
        if self.layout.paragraph_of(before.start) == self.layout.paragraph_of(after.start):
            return True
        around = self.layout.words_in(*self.layout.sentences[self.layout.sentence_of(after.start)])
        pronoun = bool(attribution.source) and attribution.source[0].exact.lower() in grammar().pronouns
        return pronoun or any(word.form == "also" for word in around)
