"""The entities of one report, and the way from any span to the entity that it stands for."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.core.reading import Entity, EntityKind, Mention
from sayso.core.span import Span
from sayso.read.entities.cards import Card, make_cards
from sayso.read.entities.draft import Draft, Function, Sort
from sayso.read.entities.drafts import Drafter
from sayso.read.entities.layout import Layout, lay_out
from sayso.read.entities.names import cluster_names
from sayso.read.entities.phrases import source_core
from sayso.read.entities.record import Record
from sayso.read.entities.resolve import Contents, Resolver
from sayso.read.entities.sides import find_sides
from sayso.read.entities.tagged import trim_names
from sayso.read.entities.untagged import find_untagged
from sayso.read.spans import Attribution, NamedSpan


@dataclass(frozen=True, slots=True)
class EntityIndex:
    """Mentions and entities of one report.

    ``speakers`` gives the entity's id for the offsets of each source span; ``sides`` gives for an entity's id the
    countries and bodies that it speaks for, folded, as its titles and possessors tell.
    """

    layout: Layout
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    speakers: Mapping[tuple[int, int], str]
    sides: Mapping[str, frozenset[str]]
    parties: tuple[Mention, ...]  # the mentions, and those of entities too slight to be listed, in order
    subjects: frozenset[int]  # where the mentions begin that are subjects of their clauses
    adjectives: frozenset[int]  # where the mentions begin that are a people's adjective ("Veltrian")
    peoples: Mapping[str, str]  # the report's own adjectives of that sort, folded, with what they are made of

    def speaker_of(self, source: Sequence[Span]) -> str | None:
        """The id of the entity that a source stands for; None where it cannot be told."""
        for span in source:
            speaker = self.speakers.get((span.start, span.end))
            if speaker is not None:
                return speaker
        return None


def find_entities(text: str, named: Sequence[NamedSpan], attributions: Sequence[Attribution]) -> EntityIndex:
    """The entities of a report: its names clustered, titles, bodies and pronouns resolved, each source to a speaker.

    ``named`` and ``attributions`` are the encoder's; names that do not lie in the text are passed over. Linear in the
    text's length. Raises nothing for any text.
    """
    layout = lay_out(text)
    heard = [
        a for a in attributions if all(0 <= s.start < s.end <= len(text) for s in (*a.source, *a.content))
    ]
    untagged = find_untagged(layout, [name.span for name in named], [a.source[0] for a in heard if a.source])
    tagged = trim_names(layout, [*named, *untagged])
    clusters = cluster_names(layout, tagged.names)
    cards, entries = make_cards(layout, clusters, tagged.peoples)
    drafts, heads = Drafter(layout, entries, clusters).draft(heard)
    drafts = _tie_titles(drafts, cards)
    contents = Contents(
        [(c.start, c.end, heads[key]) for a in heard if (key := _source_key(a)) in heads for c in a.content]
    )
    resolver = Resolver(
        drafts, [card.record for card in cards], contents, [text[d.start : d.end] for d in drafts]
    )
    return _index(layout, drafts, heads, resolver.resolve(), cards, tagged.peoples)


def _source_key(attribution: Attribution) -> tuple[int, int]:
    return (attribution.source[0].start, attribution.source[0].end) if attribution.source else (-1, -1)


def _tie_titles(drafts: Sequence[Draft], cards: Sequence[Card]) -> list[Draft]:
    """The drafts, those that are a title in apposition tied to the name beside it."""
    owner = {title.phrase_span: number for number, card in enumerate(cards) for title in card.titles}
    tied = []
    for draft in drafts:
        cluster = owner.get((draft.start, draft.end)) if draft.sort is Sort.DESCRIPTION else None
        tied.append(draft if cluster is None else replace(draft, cluster=cluster))
    return tied


def _index(
    layout: Layout,
    drafts: Sequence[Draft],
    heads: Mapping[tuple[int, int], int],
    answers: Mapping[int, Record],
    cards: Sequence[Card],
    peoples: Mapping[str, str],
) -> EntityIndex:
    worth = {record.number for record in answers.values() if _is_worth_a_line(record)}
    listed = {at: answers[at] for at in sorted(answers) if answers[at].number in worth}
    ids = {
        number: f"e{place}"
        for place, number in enumerate(dict.fromkeys(r.number for r in listed.values()), start=1)
    }
    at_ids = {at: ids[record.number] for at, record in listed.items()}
    parties = _parties(layout, drafts, answers, at_ids)
    known_sides = find_sides(drafts, listed, peoples)
    return EntityIndex(
        layout,
        tuple(m for m, d in zip(parties, drafts, strict=True) if m.entity or d.sort is Sort.NAME),
        tuple(_entities(layout, drafts, listed, ids, cards)),
        {span: at_ids[at] for span, at in heads.items() if at in at_ids},
        {ids[number]: known_sides.get(number, frozenset()) for number in ids},
        parties,
        frozenset(d.start for d in drafts if d.function is Function.SUBJECT),
        frozenset(d.start for d in drafts if _is_adjective(layout, d, cards)),
        peoples,
    )


def _parties(
    layout: Layout, drafts: Sequence[Draft], answers: Mapping[int, Record], ids: Mapping[int, str]
) -> tuple[Mention, ...]:
    """A mention for each draft; without an entity where that is too slight to be listed."""
    return tuple(
        Mention(
            Span(d.start, d.end, layout.text[d.start : d.end]),
            answers[at].kind if d.sort is not Sort.NAME and at in answers else d.kind,
            ids.get(at),
        )
        for at, d in enumerate(drafts)
    )


def _entities(
    layout: Layout,
    drafts: Sequence[Draft],
    listed: Mapping[int, Record],
    ids: Mapping[int, str],
    cards: Sequence[Card],
) -> Iterator[Entity]:
    records = {record.number: record for record in listed.values()}
    own: dict[int, list[Draft]] = {number: [] for number in ids}
    for at, record in listed.items():
        own[record.number].append(drafts[at])
    for number, name in ids.items():
        card = cards[number] if number < len(cards) else None
        yield _entity(layout, name, records[number], own[number], card)


def _is_adjective(layout: Layout, draft: Draft, cards: Sequence[Card]) -> bool:
    """Whether a mention is a people's adjective: "Veltrian"."""
    if draft.sort is not Sort.NAME or draft.cluster is None:
        return False
    record = cards[draft.cluster].record
    return record.stands_for is not None and record.kind is EntityKind.OTHER


def _is_worth_a_line(record: Record) -> bool:
    """Whether an entity is kept: it has a name or speaks, or is a body or person that the report comes back to."""
    if record.name is not None or any(draft.source for draft in record.mentions):
        return True
    modified = any(phrase.modifiers for phrase in record.phrases)
    return len(record.mentions) > 1 and (modified or not record.plural)


def _entity(
    layout: Layout, number: str, record: Record, drafts: Sequence[Draft], card: Card | None
) -> Entity:
    if card is not None:
        forms = Counter(
            layout.text[card.wholes.get(d.start, d.start) : d.end]
            for d in drafts
            if d.sort is Sort.NAME and (d.cluster == record.number or d.source)
        )
        name = card.name
        role = card.role
    else:
        forms = Counter(_bare(layout, d) for d in drafts if d.sort is Sort.DESCRIPTION)
        forms.update(
            core for d in drafts if d.sort is Sort.DESCRIPTION and (core := _core(layout, d)) is not None
        )
        name = next(iter(forms), "") or layout.text[drafts[0].start : drafts[0].end]
        role = None
    aliases = {form.casefold(): form for form in reversed([*forms]) if form.casefold() != name.casefold()}
    return Entity(number, name, record.kind, tuple(sorted(aliases.values())), role)


def _core(layout: Layout, draft: Draft) -> str | None:
    """The head of a definite body’s description, as later reports name it: "the district hospital" in a town."""
    phrase = draft.phrase
    if phrase is None or draft.kind is not EntityKind.ORGANISATION or phrase.determiner != "the":
        return None
    first, stop = source_core(layout, draft.start, draft.end, ())
    cut = layout.words[stop - 1].end < draft.end and stop - first > 2
    return layout.text[layout.words[first + 1].start : layout.words[stop - 1].end] if cut else None


def _bare(layout: Layout, draft: Draft) -> str:
    """A description's words without its article."""
    words = layout.words_in(draft.start, draft.end)
    if len(words) > 1 and words[0].form in ("the", "a", "an"):
        return layout.text[words[1].start : draft.end]
    return layout.text[draft.start : draft.end]
