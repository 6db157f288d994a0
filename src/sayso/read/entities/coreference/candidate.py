"""Mentions before coreference: the encoder's, and the names, pronouns and descriptions that the rules found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.core.reading import EntityKind, MentionForm
from sayso.read.entities.agreement import is_definite
from sayso.read.entities.coreference.derived import derive_mentions
from sayso.read.entities.coreference.heads import Head, find_head
from sayso.read.entities.draft import Draft, Function, Sort
from sayso.read.entities.function import function_of
from sayso.read.entities.layout import Layout
from sayso.read.entities.lexicon import nouns
from sayso.read.entities.record import Record
from sayso.read.entities.voices import find_owner
from sayso.read.spans import NamedSpan

FORMS = {
    Sort.NAME: MentionForm.NAME,
    Sort.PRONOUN: MentionForm.PRONOUN,
    Sort.DESCRIPTION: MentionForm.NOMINAL,
}


@dataclass(slots=True, unsafe_hash=True)  # never changed; frozen, they would take four times as long
class Candidate:
    """A mention to link; ``start:end`` are its offsets."""

    start: int
    end: int
    form: MentionForm
    kind: EntityKind
    head: Head
    function: Function
    score: float  # the encoder's probability; 1 for what the rules found
    tagged: bool  # whether the encoder marked it
    draft: int | None = None  # the rules' draft of the same words
    bearer: int | None = None  # the number of the record to which it belongs in any case
    answer: int | None = None  # the number of the record for which the rules take it
    owner: tuple[int, int] | None = None  # the offsets of the mention of whom it is the voice


def make_candidates(
    layout: Layout,
    drafts: Sequence[Draft],
    answers: Mapping[int, Record],
    mentions: Sequence[NamedSpan],
) -> list[Candidate]:
    """The candidates in the order of the text, the outer before the inner; no two with the same offsets.

    They are the rules' drafts, the encoder's mentions, and what is derived from these (see ``derived``).
    """
    names = [(d.start, d.end) for d in drafts if d.sort is Sort.NAME]
    bearers = {
        (d.start, d.end): answers[at].number
        for at, d in enumerate(drafts)
        if d.sort is Sort.NAME and at in answers
    }
    inside = [m for m in mentions if _is_within_paragraph(layout, m.span.start, m.span.end)]
    tagged = {(m.span.start, m.span.end): m for m in inside}
    found: dict[tuple[int, int], Candidate] = {}
    for at, draft in enumerate(drafts):
        span = (draft.start, draft.end)
        owner = find_owner(layout, drafts, at)
        found[span] = _of_draft(layout, at, draft, answers.get(at), tagged.get(span), names, owner)
    for marked, source in ((True, inside), (False, derive_mentions(layout, drafts, inside))):
        for mention in source:
            span = (mention.span.start, mention.span.end)
            other = None if span in found else _of_mention(layout, mention, names, bearers, tagged=marked)
            if other is not None:
                found[span] = other
    return sorted(found.values(), key=lambda c: (c.start, -c.end))


def _is_within_paragraph(layout: Layout, start: int, end: int) -> bool:
    inside = 0 <= start < end <= len(layout.text)
    return inside and layout.paragraph_of(start) == layout.paragraph_of(end - 1)


def _is_certain(draft: Draft, record: Record) -> bool:
    """Whether the rules' answer stands: for names, speakers, a speaker's "I", an office that is a title."""
    if draft.sort is Sort.NAME or draft.source:
        return True
    if draft.pronoun is not None:
        return draft.pronoun.person == "first"  # the rules answer it within quotations only
    if record.name is None:
        return any(mention.source for mention in record.mentions)
    phrase = draft.phrase
    if phrase is None or not is_definite(phrase):
        return False
    if phrase.noun in nouns().name_nouns:
        return phrase.before in record.tokens
    titles = [title.noun for title in record.phrases if title.noun_class == "offices"]
    return record.kind is EntityKind.PERSON and any(nouns().alike(phrase.noun, title) for title in titles)


def _of_mention(
    layout: Layout,
    mention: NamedSpan,
    names: Sequence[tuple[int, int]],
    bearers: Mapping[tuple[int, int], int],
    *,
    tagged: bool,
) -> Candidate | None:
    start, end = mention.span.start, mention.span.end
    head = find_head(layout, start, end, names)
    if head is None:
        return None
    form = MentionForm.NOMINAL
    if head.pronoun is not None:
        form = MentionForm.PRONOUN
    elif head.name is not None:
        form = MentionForm.NAME
    return Candidate(
        start,
        end,
        form,
        mention.kind,
        head,
        function_of(layout, start, end, source=False),
        mention.score,
        tagged=tagged,
        bearer=bearers.get(head.name) if head.name is not None else None,
    )


def _of_draft(
    layout: Layout,
    at: int,
    draft: Draft,
    record: Record | None,
    marked: NamedSpan | None,
    names: Sequence[tuple[int, int]],
    owner: tuple[int, int] | None,
) -> Candidate:
    head = find_head(layout, draft.start, draft.end, names) or Head(
        "", draft.start, "", frozenset(), None, None, None, None
    )
    return Candidate(
        draft.start,
        draft.end,
        FORMS[draft.sort],
        marked.kind if marked is not None and draft.sort is not Sort.NAME else draft.kind,
        head,
        draft.function,
        marked.score if marked is not None else 1.0,
        tagged=marked is not None,
        draft=at,
        answer=record.number if record is not None else None,
        bearer=record.number if record is not None and _is_certain(draft, record) else None,
        owner=owner,
    )
