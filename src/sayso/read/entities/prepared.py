"""What the rules find in a report before coreference: its names, drafts, speakers and the candidates to link."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.read.entities.cards import Card, make_cards
from sayso.read.entities.coreference import NONE, Candidate, make_candidates
from sayso.read.entities.draft import Draft, Sort
from sayso.read.entities.drafts import Drafter
from sayso.read.entities.layout import Layout, lay_out
from sayso.read.entities.names import cluster_names
from sayso.read.entities.record import Record
from sayso.read.entities.resolve import Contents, Resolver
from sayso.read.entities.tagged import trim_names
from sayso.read.entities.untagged import find_untagged
from sayso.read.spans import Attribution, NamedSpan


@dataclass(frozen=True, slots=True)
class Prepared:
    """A report after the rules; ``heads`` gives for each source span (its offsets) the index of its draft."""

    layout: Layout
    named: Sequence[NamedSpan]  # the encoder's names that lie in the text, in order
    cards: Sequence[Card]
    peoples: Mapping[str, str]
    drafts: Sequence[Draft]
    heads: Mapping[tuple[int, int], int]
    answers: Mapping[int, Record]  # the record of each draft that has one, by its index
    records: Sequence[Record]  # of the names, then of those known by description
    candidates: Sequence[Candidate]
    speakers: Sequence[int]  # for each candidate the number of the record in whose words it stands, or NONE


def prepare(
    text: str, named: Sequence[NamedSpan], attributions: Sequence[Attribution], mentions: Sequence[NamedSpan]
) -> Prepared:
    """The rules' findings; what does not lie in the text is passed over."""
    layout = lay_out(text)
    heard = [
        a for a in attributions if all(0 <= s.start < s.end <= len(text) for s in (*a.source, *a.content))
    ]
    named = sorted((n for n in named if 0 <= n.span.start < n.span.end <= len(text)), key=lambda n: n.span)
    untagged = find_untagged(layout, [name.span for name in named], [a.source[0] for a in heard if a.source])
    tagged = trim_names(layout, [*named, *untagged])
    clusters = cluster_names(layout, tagged.names)
    cards, entries = make_cards(layout, clusters, tagged.peoples)
    drafts, heads = Drafter(layout, entries, clusters).draft(heard)
    drafts = _tie_titles(drafts, cards)
    contents = Contents(
        [(c.start, c.end, heads[key]) for a in heard if (key := _source_key(a)) in heads for c in a.content]
    )
    words = [text[d.start : d.end] for d in drafts]
    resolver = Resolver(drafts, [card.record for card in cards], contents, words)
    answers = resolver.resolve()
    candidates = make_candidates(layout, drafts, answers, mentions)
    speakers = _speakers(candidates, drafts, answers, contents)
    return Prepared(
        layout, named, cards, tagged.peoples, drafts, heads, answers, resolver.records, candidates, speakers
    )


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


def _speakers(
    candidates: Sequence[Candidate],
    drafts: Sequence[Draft],
    answers: Mapping[int, Record],
    contents: Contents,
) -> list[int]:
    found = []
    for candidate in candidates:
        holder = contents.holder_of(candidate.start)
        own = holder is None or drafts[holder].start == candidate.start
        record = None if own or holder is None else answers.get(holder)
        found.append(NONE if record is None else record.number)
    return found
