"""The entities of one report, and the way from any span to the entity that it stands for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.core.reading import Entity, EntityKind, Mention
from sayso.core.span import Span
from sayso.read.entities.cards import Card
from sayso.read.entities.coreference import Vectors, link_candidates, load_scorer
from sayso.read.entities.coreference.candidate import FORMS
from sayso.read.entities.draft import Draft, Function, Sort
from sayso.read.entities.layout import Layout
from sayso.read.entities.listing import make_entities
from sayso.read.entities.prepared import Prepared, prepare
from sayso.read.entities.record import Record
from sayso.read.entities.roll import Roll, call_roll
from sayso.read.entities.sides import find_sides
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


def find_entities(
    text: str,
    named: Sequence[NamedSpan],
    attributions: Sequence[Attribution],
    *,
    mentions: Sequence[NamedSpan] = (),
    hidden: Vectors | None = None,
) -> EntityIndex:
    """The entities of a report: its names clustered, titles, bodies and pronouns resolved, each source to a speaker.

    ``named`` and ``attributions`` are the encoder's; names that do not lie in the text are passed over. ``mentions``
    are its noun phrases and pronouns for people, bodies and places, and ``hidden`` gives its vectors of spans; without
    them the rules' own phrases are linked. Linear in the text's length. Raises nothing for any text.
    """
    prepared = prepare(text, named, attributions, mentions)
    numbers = link_candidates(prepared.layout, prepared.candidates, prepared.speakers, hidden, load_scorer())
    return _index(prepared, call_roll(prepared, numbers))


def _index(prepared: Prepared, roll: Roll) -> EntityIndex:
    layout, drafts, cards, peoples = prepared.layout, prepared.drafts, prepared.cards, prepared.peoples
    ids = {number: f"e{place}" for place, number in enumerate(roll.numbers(), start=1)}
    listed = {at: record for at, record in roll.drafts.items() if record.number in ids}
    at_ids = {at: ids[record.number] for at, record in listed.items()}
    known_sides = find_sides(drafts, listed, peoples)
    return EntityIndex(
        layout,
        roll.mentions(prepared, ids),
        tuple(make_entities(layout, drafts, roll, ids, cards)),
        {span: at_ids[at] for span, at in prepared.heads.items() if at in at_ids},
        {ids[number]: known_sides.get(number, frozenset()) for number in ids},
        _parties(layout, drafts, prepared.answers, ids),
        frozenset(d.start for d in drafts if d.function is Function.SUBJECT),
        frozenset(d.start for d in drafts if _is_adjective(layout, d, cards)),
        peoples,
    )


def _parties(
    layout: Layout, drafts: Sequence[Draft], answers: Mapping[int, Record], ids: Mapping[int, str]
) -> tuple[Mention, ...]:
    """A mention for each draft as the rules resolve it, without an entity where that is too slight to be listed.

    What statements do is told by rules and weights that were fitted to these answers.
    """
    return tuple(
        Mention(
            Span(d.start, d.end, layout.text[d.start : d.end]),
            answers[at].kind if d.sort is not Sort.NAME and at in answers else d.kind,
            ids.get(answers[at].number) if at in answers else None,
            FORMS[d.sort],
        )
        for at, d in enumerate(drafts)
    )


def _is_adjective(layout: Layout, draft: Draft, cards: Sequence[Card]) -> bool:
    """Whether a mention is a people's adjective: "Veltrian"."""
    if draft.sort is not Sort.NAME or draft.cluster is None:
        return False
    record = cards[draft.cluster].record
    return record.stands_for is not None and record.kind is EntityKind.OTHER
