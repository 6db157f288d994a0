"""Every mention of a report before it is resolved: names, descriptions and pronouns, in the order of the text."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sayso.core.reading import EntityKind
from sayso.core.span import Span
from sayso.read.entities.draft import Draft, Phrase, Sort
from sayso.read.entities.function import function_of
from sayso.read.entities.layout import Layout, Word
from sayso.read.entities.lexicon import grammar, nouns
from sayso.read.entities.named import Named, NamedPhrases
from sayso.read.entities.names import Cluster
from sayso.read.entities.phrases import POSSESSIVE, Described, circumstance_start, describe, source_core
from sayso.read.spans import Attribution

KINDS = {
    "offices": EntityKind.PERSON,
    "people": EntityKind.PERSON,
    "bodies": EntityKind.ORGANISATION,
    "places": EntityKind.PLACE,
    "documents": EntityKind.OTHER,
}
# pronouns that begin a longer phrase: "her lawyer", "that report"
OWNING = frozenset(("that", "her", "his", "its", "their", "my", "our", "whose", "which"))
SEVERAL = frozenset(("some", "several", "many", "most", "all", "dozen", "dozens", "hundreds", "both", "few"))
STOPS = '.!?…”"'
LONGEST_SOURCE = 300  # characters of a source that are looked at


class Drafter:
    """Makes the drafts of one text; ``named`` are in the order of the text and do not overlap."""

    def __init__(self, layout: Layout, named: Sequence[Named], clusters: Sequence[Cluster]) -> None:
        self.layout = layout
        self.named = named
        self.clusters = clusters
        self.phrases = NamedPhrases(layout, named, clusters)

    def draft(self, attributions: Sequence[Attribution]) -> tuple[list[Draft], dict[tuple[int, int], int]]:
        """The drafts in order, and for each source span (its offsets) the index of the draft that is its head."""
        heads: dict[tuple[int, int], Draft] = {}
        for attribution in attributions:
            for span in attribution.source[:1]:
                if (span.start, span.end) not in heads:
                    heads[span.start, span.end] = self._source(span)
        taken = {(head.start, head.end): head for head in heads.values()}
        free = [d for d in (*self._names(), *self._loose_words()) if (d.start, d.end) not in taken]
        drafts = _without_overlaps(sorted(taken.values(), key=_place), sorted(free, key=_place))
        index = {(draft.start, draft.end): at for at, draft in enumerate(drafts)}
        return drafts, {
            span: index[head.start, head.end]
            for span, head in heads.items()
            if (head.start, head.end) in index
        }

    def _names(self) -> Iterator[Draft]:
        for entry in self.named:
            yield self._of_name(entry, source=False)

    def _of_name(self, entry: Named, *, source: bool) -> Draft:
        name = entry.name
        kind = self.clusters[entry.cluster].kind
        return self._make(
            name.start,
            name.end,
            Sort.NAME,
            kind,
            source=source,
            begin=entry.phrase_start,
            cluster=entry.cluster,
        )

    def _source(self, span: Span) -> Draft:
        """The draft of a source's head: the name, pronoun or description that speaks."""
        start, end = span.start, min(span.end, span.start + LONGEST_SOURCE)
        inside = self.phrases.within(start, end)
        first, stop = source_core(self.layout, start, end, [(e.name.whole, e.name.end) for e in inside])
        words = self.layout.words
        while stop - first > 1 and words[stop - 1].form in POSSESSIVE:
            stop -= 1
        core_end = words[stop - 1].end if stop > first else end
        for word in words[first:stop][:2]:
            pronoun = grammar().pronouns.get(word.form)
            if pronoun and (word.form not in OWNING or stop - first == 1):
                return self._antecedent(word) or self._of_pronoun(word.start, word.end, source=True)
        them = self._of_them(first, stop, end)
        if them is not None:
            return them
        last = next((e for e in reversed(inside) if e.name.end == core_end), None)
        last = last or self.phrases.apposed(inside, core_end, end)
        if last is not None and not any(
            w.form in ("and", "or") for w in self.layout.words_in(core_end, end)[:1]
        ):
            return self._of_name(last, source=True)
        bearer = self.phrases.bearer_before(first)
        if bearer is not None:
            return self._of_name(bearer, source=True)
        return self._of_description(span, first, stop)

    def _antecedent(self, word: Word) -> Draft | None:
        """The description right before "who": "the traders who fear"; None where none or a name stands there."""
        at = self.layout.word_at(word.start) - 1
        if word.form != "who" or at < 0 or self.phrases.within(self.layout.words[at].start, word.start):
            return None
        described = describe(self.layout, at)
        if described is None or described.phrase.noun_class not in ("offices", "people", "bodies"):
            return None
        kind = KINDS[described.phrase.noun_class]
        return self._make(
            described.start, described.end, Sort.DESCRIPTION, kind, source=True, phrase=described.phrase
        )

    def _of_them(self, first: int, stop: int, end: int) -> Draft | None:
        """The "them" of "several of them": who speaks is among them."""
        words = self.layout.words
        if stop + 1 >= len(words) or words[stop].form != "of" or words[stop + 1].start >= end:
            return None
        several = any(word.form in SEVERAL for word in words[first:stop])
        them = words[stop + 1]
        return (
            self._of_pronoun(them.start, them.end, source=True) if several and them.form == "them" else None
        )

    def _of_description(self, span: Span, first: int, stop: int) -> Draft:
        layout = self.layout
        limit = layout.word_at(min(span.end, span.start + LONGEST_SOURCE))
        described = describe(layout, stop - 1) if stop > first else None
        phrase = described.phrase if described else Phrase("", "", False, frozenset(), None)
        ends = circumstance_start(layout, first, limit)
        start = layout.words[first].start if first < limit else span.start
        end = layout.words[ends - 1].end if ends > first else span.end
        kind = KINDS.get(phrase.noun_class, self._guess_kind(start, end))
        return self._make(start, end, Sort.DESCRIPTION, kind, source=True, phrase=phrase)

    def _guess_kind(self, start: int, end: int) -> EntityKind:
        inside = self.phrases.within(start, end)
        return self.clusters[inside[0].cluster].kind if inside else EntityKind.OTHER

    def _of_pronoun(self, start: int, end: int, *, source: bool) -> Draft:
        pronoun = grammar().pronouns[self.layout.text[start:end].lower()]
        kind = (
            EntityKind.PERSON
            if pronoun.gender in ("m", "f") or pronoun.person == "first"
            else EntityKind.OTHER
        )
        return self._make(start, end, Sort.PRONOUN, kind, source=source)

    def _loose_words(self) -> Iterator[Draft]:
        """Pronouns and descriptions outside names and sources."""
        words = self.layout.words
        pronouns, singular = grammar().pronouns, nouns().singular
        for at, word in enumerate(words):
            pronoun = pronouns.get(word.form)
            if pronoun and self.phrases.within(word.start, word.end):
                continue  # the "US"
            if pronoun and pronoun.person != "relative" and not self._is_pleonastic(at):
                yield self._of_pronoun(word.start, word.end, source=False)
            elif not pronoun and singular(word.form) and not self.phrases.within(word.start, word.end):
                described = self._loose_description(at)
                if described is not None:
                    kind = KINDS[described.phrase.noun_class]
                    yield self._make(
                        described.start,
                        described.end,
                        Sort.DESCRIPTION,
                        kind,
                        source=False,
                        phrase=described.phrase,
                    )

    def _loose_description(self, at: int) -> Described | None:
        words = self.layout.words
        following = words[at + 1] if at + 1 < len(words) else None
        if (
            following
            and following.start - words[at].end <= 1
            and (
                nouns().singular(following.form)
                or (following.capital and self.phrases.within(following.start, following.end))
            )
        ):
            return None  # no head: "police officials", "Minister Orsk"
        described = describe(self.layout, at)
        if described is None or described.phrase.noun_class == "documents":
            return None
        if (
            described.phrase.determiner is None
            and not described.phrase.plural
            and not self._names_in(described)
        ):
            return None  # "strong military" response
        bare = described.phrase.determiner is None and not described.phrase.modifiers
        return (
            None
            if bare and (not described.phrase.plural or words[at].form in nouns().other_senses)
            else described
        )

    def _names_in(self, described: Described) -> bool:
        return any(word.capital for word in self.layout.words_in(described.start, described.end))

    def _is_pleonastic(self, at: int) -> bool:
        words = self.layout.words
        return (
            words[at].form == "it"
            and at + 2 < len(words)
            and words[at + 1].form in grammar().weather_verbs
            and any(word.form in ("that", "to", "whether") for word in words[at + 2 : at + 6])
        )

    def _make(
        self,
        start: int,
        end: int,
        sort: Sort,
        kind: EntityKind,
        *,
        source: bool,
        begin: int | None = None,
        cluster: int | None = None,
        phrase: Phrase | None = None,
    ) -> Draft:
        layout = self.layout
        quotation = layout.quotation_at(start)
        pronoun = grammar().pronouns.get(layout.text[start:end].lower()) if sort is Sort.PRONOUN else None
        return Draft(
            start,
            end,
            sort,
            kind,
            layout.sentence_of(start),
            layout.turns[layout.sentence_of(start)],
            layout.paragraph_of(start),
            quotation.start if quotation else None,
            function_of(layout, start if begin is None else begin, end, source=source),
            source,
            cluster,
            phrase,
            pronoun,
            self._is_headline(start),
        )

    def _is_headline(self, start: int) -> bool:
        first = self.layout.paragraphs[0] if self.layout.paragraphs else (0, 0)
        whole = len(self.layout.paragraphs) > 1 and self.layout.text[first[1] - 1] not in STOPS
        return whole and start < first[1]


def _place(draft: Draft) -> tuple[int, int]:
    return draft.start, -draft.end


def _without_overlaps(sources: Sequence[Draft], free: Sequence[Draft]) -> list[Draft]:
    """Sources and the free drafts in order; a free description gives way to what overlaps it, names stay."""
    solid = sorted([*sources, *(d for d in free if d.sort is not Sort.DESCRIPTION)], key=_place)
    starts = [draft.start for draft in solid]
    kept = list(solid)
    last_end = -1
    for draft in (d for d in free if d.sort is Sort.DESCRIPTION):
        at = bisect_left(starts, draft.end)
        clash = any(other.end > draft.start and _rival(other, draft) for other in solid[max(0, at - 6) : at])
        if not clash and draft.start >= last_end:
            kept.append(draft)
            last_end = draft.end
    return sorted(kept, key=_place)


def _rival(other: Draft, draft: Draft) -> bool:
    """Whether two overlapping drafts exclude each other: a name within a longer description does not."""
    return other.sort is Sort.DESCRIPTION or not (draft.start <= other.start and other.end < draft.end)
