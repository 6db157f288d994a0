"""Through which channel a statement was made: an interview, a post, another outlet.

The channel is looked for in the sentence of the cue outside the content, in the sentence before where that opens with
"Speaking on ...", and in a credit that stands after ("Northern Wire reported.") or ends the paragraph ("(NW)"). It
stays for what the same speaker goes on to say in the paragraph.
"""

import re
from collections.abc import Iterator, Sequence

from sayso.core.span import Span
from sayso.read.entities.index import EntityIndex
from sayso.read.entities.layout import Layout, Word
from sayso.read.entities.lexicon import grammar
from sayso.read.entities.phrases import POSSESSIVE
from sayso.read.statements.lexicon import channel_words

LONGEST = 12  # words of a channel
REACH = 60  # words from a cue to its channel
LONGEST_CREDIT = 60  # characters of a credit at a paragraph’s end
CREDIT = re.compile(
    r"(?:[(\[]|[—–] ?|-- ?)(?:[Ww]ith (?:additional )?(?:inputs|reporting|input) (?:from|by) )?"
    r"(?P<name>(?:[A-Z][\w&’'-]*|agencies)(?: [A-Z][\w&’'-]*){0,3})[)\]]?\.?$"
)
TOLD = ("told", "tell", "tells", "telling")


class Channels:
    """Finds the channels of one report's statements."""

    def __init__(self, index: EntityIndex) -> None:
        self.index = index
        self.layout = index.layout
        self.starts = [mention.span.start for mention in index.mentions]

    def find(self, cue: Sequence[Span], content: Sequence[Span]) -> tuple[Span, ...]:
        """The spans that name the channel of a statement, in the order of the text."""
        at = cue[0].start if cue else content[0].start
        sentence = self.layout.sentence_of(at)
        found = list(self._in_sentence(sentence, at, content))
        if not found:
            end = max(span.end for span in (*cue, *content))
            found = list(self._credit_after(end)) or list(self._credit_of_paragraph(end))
        apart: list[Span] = []
        for span in found:
            if not any(span.overlaps(other) for other in apart):
                apart.append(span)
        return tuple(apart)

    def _in_sentence(self, sentence: int, near: int, content: Sequence[Span]) -> Iterator[Span]:
        start, end = self.layout.sentences[sentence]
        first = max(self.layout.word_at(start), self.layout.word_at(near) - REACH)
        last = min(self.layout.word_at(end), self.layout.word_at(near) + REACH)
        words = [
            (at, self.layout.words[at])
            for at in range(first, last)
            if self.layout.words[at].form in TOLD or self.layout.words[at].form in channel_words().lead_ins
        ]
        words = [
            (at, word)
            for at, word in words
            if not any(span.start <= word.start < span.end for span in content)
            and self.layout.quotation_at(word.start) is None
        ]
        for at, word in words:
            span = self._outlet(at + 1) if word.form in TOLD else self._channel(at + 1, end)
            if span is not None:
                yield span

    def _outlet(self, at: int) -> Span | None:
        """The outlet whose name begins at the word ``at`` (an article may stand before it)."""
        words = self.layout.words
        while at < len(words) and words[at].form in grammar().openings:
            at += 1
        end = at
        while (
            end < len(words) and end - at < LONGEST and (words[end].capital or words[end].form in POSSESSIVE)
        ):
            end += 1
        while end > at and words[end - 1].form in POSSESSIVE:
            end -= 1
        if end == at or not self._is_outlet(words[at:end]):
            return None
        return Span.of(self.layout.text, words[at].start, words[end - 1].end)

    def _is_outlet(self, words: Sequence[Word]) -> bool:
        table = channel_words()
        name = " ".join(word.form for word in words)
        return (
            name in table.outlets
            or words[0].form in table.outlets
            or (len(words) > 1 and any(w.form in table.outlet_words for w in words))
        )

    def _channel(self, at: int, limit: int) -> Span | None:
        """The channel after a preposition at ``at - 1``: a platform, an occasion, or an outlet's programme."""
        words = self.layout.words
        stop = at
        while (
            stop < len(words)
            and stop - at < LONGEST
            and words[stop].start < limit
            and self._goes_on(stop, at)
        ):
            stop += 1
        lead = words[at - 1].form
        end = self._platform_end(lead, at, stop) or self._occasion_end(lead, at, stop)
        if end is None and lead in ("on", "to", "with"):
            return self._outlet(at)
        return None if end is None else Span.of(self.layout.text, words[at].start, words[end - 1].end)

    def _goes_on(self, at: int, first: int) -> bool:
        """Whether the word ``at`` may still be part of a channel's name that begins at ``first``."""
        word = self.layout.words[at]
        if word.form in ("with", "to", "on") and at > first:
            after = self.layout.words[at + 1] if at + 1 < len(self.layout.words) else None
            names = after is not None and (after.capital or after.form == "the") and not _is_weekday(after)
            return names and self.layout.words[at - 1].form in channel_words().occasions
        if word.is_mark:
            return word.form in ("’", "'", "-", "&")
        return word.form in grammar().possessive or not (_is_weekday(word) or _ends_phrase(word))

    def _platform_end(self, lead: str, at: int, stop: int) -> int | None:
        """The index after a platform that is the whole phrase: "on X", "on state television"."""
        words = self.layout.words[at:stop]
        bare = [word for word in words if word.form not in grammar().openings]
        if not bare or lead not in ("on", "via", "in"):
            return None
        shown = len(bare) > 1 or bare[-1].capital or bare[0].form in ("television", "radio", "tv")
        return stop if shown and " ".join(word.form for word in bare) in channel_words().platforms else None

    def _occasion_end(self, lead: str, at: int, stop: int) -> int | None:
        """The index after the occasion that the phrase names, and after whom it was with: "an interview with X"."""
        table = channel_words()
        words = self.layout.words
        fit = table.on_occasions if lead == "on" else table.occasions
        if lead not in ("on", "in", "at", "during", "via", "through"):
            return None
        ends = [
            index + size
            for index in range(at, stop)
            for size in (2, 1)
            if index + size <= stop and " ".join(word.form for word in words[index : index + size]) in fit
        ]
        ends = [end for end in ends if not words[end - 1].capital or words[at].form in grammar().openings]
        if not ends:
            return None
        end = min(ends) if lead != "on" else max(ends)
        joined = end < stop and words[end].form in ("with", "to", "on")
        return stop if joined else end

    def _credit_after(self, end: int) -> Iterator[Span]:
        """The outlet of a credit right after what is said: "Northern Wire reported." or "(NW)"."""
        layout = self.layout
        sentence = layout.sentence_of(end) + 1
        paragraph = layout.paragraphs[layout.paragraph_of(end)][1]
        for number in range(sentence, min(sentence + 2, len(layout.sentences))):
            start, stop = layout.sentences[number]
            words = layout.words_in(start, stop)
            if start >= paragraph:
                return
            forms = [word.form for word in words if not word.is_mark]
            if (
                1 < len(forms) <= 6
                and forms[-1] in channel_words().credit_verbs
                and all(w.capital for w in words[:-2])
            ):
                yield Span.of(layout.text, start, words[len(forms) - 2].end)
                return

    def _credit_of_paragraph(self, offset: int) -> Iterator[Span]:
        """The agency that a paragraph ends with: "(NW)", "— Northern Wire", "(with inputs from agencies)"."""
        layout = self.layout
        start, end = layout.paragraphs[layout.paragraph_of(max(0, offset - 1))]
        found = CREDIT.search(layout.text, max(start, end - LONGEST_CREDIT), end)
        if found is None:
            return
        words = layout.words_in(found.start("name"), found.end("name"))
        if words and (self._is_outlet(words) or words[-1].form in ("agencies", "agency")):
            yield Span.of(layout.text, words[0].start, words[-1].end)


def stays(layout: Layout, before: Span, after: Span) -> bool:
    """Whether what is said at ``after`` goes on from ``before``: in its paragraph or the next."""
    gap = layout.paragraph_of(after.start) - layout.paragraph_of(before.start)
    return 0 <= gap <= 1


def _ends_phrase(word: Word) -> bool:
    table = grammar()
    known = (
        word.form in table.prepositions or word.form in table.conjunctions or word.form in table.auxiliaries
    )
    return (
        (known and word.form != "of")
        or word.form in table.pronouns
        or word.form in ("said", "published", "posted")
    )


def _is_weekday(word: Word) -> bool:
    return word.capital and word.form.endswith("day") and len(word.form) > 5
