"""Makes statements of attributions: form, speaker, channel, addressee, act, date, hedges, what they stand within."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.core.reading import Act, EntityKind, Form, Statement
from sayso.core.span import Date, Span
from sayso.read.entities.index import EntityIndex
from sayso.read.entities.lexicon import grammar
from sayso.read.spans import Attribution
from sayso.read.statements.act import first_of
from sayso.read.statements.addressee import find_addressee
from sayso.read.statements.channel import Channels, stays
from sayso.read.statements.cover import Cover
from sayso.read.statements.cue import read_cue
from sayso.read.statements.dating import date_of_saying
from sayso.read.statements.form import tell_form
from sayso.read.statements.hearing import Hearing
from sayso.read.statements.hedges import find_hedges
from sayso.read.statements.judge import Judge
from sayso.read.statements.learned import Meanings, Odds
from sayso.read.statements.nesting import nested
from sayso.read.statements.sources import is_asked

PLAINLY = (
    6.0  # by how much another act must outweigh that of the quotation before, for a statement of its own
)
MENTIONS_OF_SENTENCE = 20  # how many are looked at for a sentence's subject


def make_statements(
    text: str,
    attributions: Sequence[Attribution],
    index: EntityIndex,
    dates: Sequence[Date],
    *,
    meanings: Meanings | None = None,
    odds: Odds | None = None,
) -> tuple[Statement, ...]:
    """The statements of a report, in the order of their content, with ids "s1", "s2", ...

    ``attributions`` are those that ``index`` was made with, repaired (see ``repair_attributions``); ``dates`` are the
    report's. ``meanings`` gives the vectors of the text's spans (``RawReading.meanings``) and ``odds`` their acts
    (``RawReading.act_odds``): with both acts are told by the learned model as well as by rules.
    A statement whose speaker cannot be told has None. Raises ValueError where
    the index is of another text, WeightsError where the model's file is damaged.
    """
    if text != index.layout.text:
        raise ValueError("the index is of another text")
    ordered = sorted(attributions, key=lambda a: (a.content[0].start, a.content[-1].end, a.cue, a.source))
    maker = _Maker(
        index, sorted(dates, key=lambda date: date.span.start), Hearing(index, ordered), Judge(meanings, odds)
    )
    made = [statement for attribution in ordered for statement in maker.make(attribution)]
    numbered = nested([replace(statement, id=f"s{number}") for number, statement in enumerate(made, start=1)])
    inner: dict[str, list[Statement]] = {}
    for statement in numbered:
        if statement.within is not None:
            inner.setdefault(statement.within, []).append(statement)
    told = Cover([span for statement in numbered for span in statement.content])
    return tuple(replace(s, hedges=find_hedges(index.layout, s, inner.get(s.id, ()), told)) for s in numbered)


class _Maker:
    """Goes through the attributions in order; what was said before bears on what is said next."""

    def __init__(self, index: EntityIndex, dates: Sequence[Date], hearing: Hearing, judge: Judge) -> None:
        self.index = index
        self.layout = index.layout
        self.dates = dates
        self.channels = Channels(index)
        self.mention_starts = [mention.span.start for mention in index.parties]
        self.hearing = hearing
        self.judge = judge
        self.before: Statement | None = None
        self.sentence: list[Statement] = []  # the last few statements

    def make(self, attribution: Attribution) -> Iterator[Statement]:
        """The statements of one attribution: several where its quoted sentences do different things."""
        speaker = self._speaker(attribution)
        groups = self._groups(attribution, speaker)
        for act, content in groups:
            via = self._via(attribution, content, speaker)
            statement = Statement(
                id="",
                form=tell_form(self.layout, content),
                source=attribution.source,
                cue=attribution.cue,
                content=content,
                speaker=speaker,
                via=via,
                act=act,
                date=date_of_saying(self.layout, attribution.cue, content, self.dates),
                confidence=attribution.score,
                addressee=tuple(
                    span
                    for span in find_addressee(self.index, attribution.cue, content)
                    if not any(span.overlaps(channel) for channel in via)
                ),
            )
            yield statement
            self.before = statement
            self.sentence = [*self.sentence[-5:], statement]

    def _groups(self, attribution: Attribution, speaker: str | None) -> list[tuple[Act, tuple[Span, ...]]]:
        """The content's spans by act: a quotation after the cue that plainly does something else is by itself."""
        content = attribution.content
        whole = self._weigh(attribution, content, speaker)
        if len(content) == 1 or tell_form(self.layout, content) is not Form.DIRECT:
            return [(first_of(whole), content)]
        groups: list[tuple[Act, tuple[Span, ...]]] = []
        for span in content:
            sums = self._weigh(attribution, (span,), speaker)
            act = first_of(sums)
            parts = groups and self._parted(groups[-1][1][-1], span)
            if groups and (not parts or sums[act] - sums[groups[-1][0]] < PLAINLY):
                groups[-1] = (groups[-1][0], (*groups[-1][1], span))
            else:
                groups.append((act, (span,)))
        return groups if len(groups) > 1 else [(first_of(whole), content)]

    def _parted(self, one: Span, other: Span) -> bool:
        """Whether two spans stand in different quotations, and the second does not go on with the first’s sentence."""
        first, second = self.layout.quotation_at(one.start), self.layout.quotation_at(other.start)
        words = [word for word in self.layout.words_in(other.start, other.end) if not word.is_mark]
        return first != second and (not words or words[0].capital)

    def _weigh(
        self, attribution: Attribution, content: Sequence[Span], speaker: str | None
    ) -> dict[Act, float]:
        return self.judge.weigh(attribution, self.hearing.utterance(attribution, content, speaker))

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
