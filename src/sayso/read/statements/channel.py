"""Through which channel a statement was made: an interview, a post, another outlet.

The channel is looked for in the sentence of the cue outside the content, in the sentence before where that opens with
"Speaking on ...", and in a credit that stands after ("Northern Wire reported."). It stays for what the same speaker
goes on to say in the paragraph.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sayso.core.reading import EntityKind
from sayso.core.span import Span
from sayso.read.entities.index import EntityIndex
from sayso.read.entities.layout import Layout, Word
from sayso.read.entities.lexicon import grammar
from sayso.read.statements.lexicon import channel_words

LONGEST = 12  # words of a channel
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
        found = list(self._in_sentence(sentence, content))
        if not found:
            found = list(self._credit_after(max(span.end for span in (*cue, *content))))
        return tuple(dict.fromkeys(found))

    def _in_sentence(self, sentence: int, content: Sequence[Span]) -> Iterator[Span]:
        start, end = self.layout.sentences[sentence]
        words = [
            (at, word)
            for at, word in enumerate(self.layout.words_in(start, end), start=self.layout.word_at(start))
            if not any(span.start <= word.start < span.end for span in content)
            and self.layout.quotation_at(word.start) is None
        ]
        for at, word in words:
            span = None
            if word.form in TOLD:
                span = self._outlet(at + 1)
            elif word.form in channel_words().lead_ins:
                span = self._channel(at + 1, end)
            if span is not None:
                yield span

    def _outlet(self, at: int) -> Span | None:
        """The outlet whose name begins at the word ``at`` (an article may stand before it)."""
        words = self.layout.words
        while at < len(words) and words[at].form in grammar().openings:
            at += 1
        end = at
        while (
            end < len(words)
            and end - at < LONGEST
            and (words[end].capital or words[end].form in ("’s", "'s"))
        ):
            end += 1
        while end > at and words[end - 1].form in ("’s", "'s"):
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
            or any(w.form in table.outlet_words for w in words[1:])
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
        if stop == at:
            return None
        head = [word.form for word in words[at:stop]]
        if not self._is_channel(words[at - 1].form, head, words[at:stop]):
            return None
        return Span.of(self.layout.text, words[at].start, words[stop - 1].end)

    def _goes_on(self, at: int, first: int) -> bool:
        word = self.layout.words[at]
        if (
            word.form in ("with", "to", "on")
            and at > first
            and self.layout.words[at - 1].form in channel_words().occasions
        ):
            following = self.layout.words[at + 1 : at + 2]
            return (
                bool(following)
                and (following[0].capital or following[0].form == "the")
                and not _is_weekday(following[0])
            )
        if word.is_mark:
            return word.form in ("’", "'", "-", "&")
        stops = (
            grammar().prepositions
            | grammar().conjunctions
            | grammar().auxiliaries
            | grammar().pronouns.keys()
        )
        return (
            word.form not in stops - grammar().possessive - {"of", "it’s"}
            and not _is_weekday(word)
            and word.form not in ("said", "published", "posted")
        )

    def _is_channel(self, lead: str, forms: Sequence[str], words: Sequence[Word]) -> bool:
        table = channel_words()
        bare = [form for form in forms if form not in grammar().openings]
        if not bare:
            return False
        if lead in ("on", "via", "to", "with", "in") and (
            " ".join(bare) in table.platforms
            and (len(bare) > 1 or words[-1].capital or bare[0] in ("television", "radio", "tv"))
        ):
            return True
        if lead in ("on", "in", "at", "during", "via", "through") and any(
            " ".join(bare[i:j]) in table.occasions for i in range(len(bare)) for j in (i + 1, i + 2)
        ):
            return lead not in ("to", "for")
        capital = [word for word in words if word.form not in grammar().openings]
        return lead in ("on", "to", "with") and capital[0].capital and self._is_outlet(capital)

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

    def names_at(self, start: int, end: int) -> bool:
        """Whether a body is mentioned within ``start:end``."""
        at = bisect_left(self.starts, start)
        mentions = self.index.mentions
        return (
            at < len(mentions)
            and mentions[at].span.start < end
            and mentions[at].kind is EntityKind.ORGANISATION
        )


def stays(layout: Layout, before: Span, after: Span) -> bool:
    """Whether what is said at ``after`` goes on from ``before``: in its paragraph or the next."""
    gap = layout.paragraph_of(after.start) - layout.paragraph_of(before.start)
    return 0 <= gap <= 1


def _is_weekday(word: Word) -> bool:
    return word.capital and word.form.endswith("day") and len(word.form) > 5
