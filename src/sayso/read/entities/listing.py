"""The entities of a report as they are written: the fullest name or description, the other forms, the office."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from sayso.core.reading import Entity, EntityKind, MentionForm
from sayso.read.entities.cards import Card
from sayso.read.entities.coreference import Candidate
from sayso.read.entities.draft import Draft, Sort
from sayso.read.entities.layout import Layout
from sayso.read.entities.lexicon import grammar
from sayso.read.entities.phrases import source_core
from sayso.read.entities.record import Record
from sayso.read.entities.roll import Roll

LONGEST = 6  # words of a description that may be an alias


def make_entities(
    layout: Layout, drafts: Sequence[Draft], roll: Roll, ids: Mapping[int, str], cards: Sequence[Card]
) -> Iterator[Entity]:
    """An entity for each record that has an id."""
    records: dict[int, Record] = {}
    held: dict[int, list[Candidate]] = {number: [] for number in ids}
    own: dict[int, list[Draft]] = {number: [] for number in ids}
    for candidate, record in zip(roll.candidates, roll.records, strict=True):
        if record is not None and record.number in ids:
            records[record.number] = record
            held[record.number].append(candidate)
            if candidate.draft is not None:
                own[record.number].append(drafts[candidate.draft])
    for number, name in ids.items():
        if number < len(cards):
            yield _of_card(layout, name, records[number], own[number], cards[number])
        else:
            yield _of_descriptions(layout, name, records[number], own[number], held[number])


def _of_card(layout: Layout, name: str, record: Record, drafts: Sequence[Draft], card: Card) -> Entity:
    forms = Counter(
        layout.text[card.wholes.get(d.start, d.start) : d.end]
        for d in drafts
        if d.sort is Sort.NAME and (d.cluster == record.number or d.source)
    )
    return Entity(name, card.name, record.kind, _aliases(forms, card.name), card.role)


def _of_descriptions(
    layout: Layout, number: str, record: Record, drafts: Sequence[Draft], candidates: Sequence[Candidate]
) -> Entity:
    described = [d for d in drafts if d.sort is Sort.DESCRIPTION]
    forms = Counter(_bare(layout, d.start, d.end) for d in described)
    forms.update(core for d in described if (core := _core(layout, d)) is not None)
    if not forms:
        forms = Counter(_of_phrases(layout, candidates))
    first = candidates[0]
    name = next(iter(forms), "") or layout.text[first.start : first.end]
    return Entity(number, name, record.kind, _aliases(forms, name), None)


def _of_phrases(layout: Layout, candidates: Sequence[Candidate]) -> list[str]:
    """The bare words of a nameless entity's noun phrases: the short ones, else the first."""
    phrases = [c for c in candidates if c.form is not MentionForm.PRONOUN]
    forms = [_bare(layout, c.start, c.end) for c in phrases if c.head.determiner not in grammar().possessive]
    short = [form for form in forms if len(form.split()) <= LONGEST]
    return short or forms[:1] or [layout.text[c.start : c.end] for c in phrases[:1]]


def _aliases(forms: Counter[str], name: str) -> tuple[str, ...]:
    aliases = {form.casefold(): form for form in reversed([*forms]) if form.casefold() != name.casefold()}
    return tuple(sorted(aliases.values()))


def _core(layout: Layout, draft: Draft) -> str | None:
    """The head of a definite body’s description, as later reports name it: "the district hospital" in a town."""
    phrase = draft.phrase
    if phrase is None or draft.kind is not EntityKind.ORGANISATION or phrase.determiner != "the":
        return None
    first, stop = source_core(layout, draft.start, draft.end, ())
    cut = layout.words[stop - 1].end < draft.end and stop - first > 2
    return layout.text[layout.words[first + 1].start : layout.words[stop - 1].end] if cut else None


def _bare(layout: Layout, start: int, end: int) -> str:
    """A description's words without its article."""
    words = layout.words_in(start, end)
    if len(words) > 1 and words[0].form in ("the", "a", "an"):
        return layout.text[words[1].start : end]
    return layout.text[start:end]
