"""Who is in a report: the record of each mention after coreference, and which mentions are listed.

A name is always listed. Another mention is listed where its entity is mentioned elsewhere; in a text of one sentence
(a caption, a headline) only names are, for nothing there is far from what it stands for. Who speaks is an entity in any
case.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.core.reading import EntityKind, Mention, MentionForm
from sayso.core.span import Span
from sayso.read.entities.coreference import Candidate
from sayso.read.entities.draft import Sort
from sayso.read.entities.prepared import Prepared
from sayso.read.entities.record import Record
from sayso.read.spans import NamedSpan

KINDS = tuple(EntityKind)


@dataclass(frozen=True, slots=True)
class Roll:
    """The candidates with the record of each; ``drafts`` gives the record of each of the rules' drafts, by index."""

    candidates: Sequence[Candidate]
    records: Sequence[Record | None]
    listed: Sequence[bool]
    speaking: Sequence[bool]
    drafts: Mapping[int, Record]

    def numbers(self) -> list[int]:
        """The numbers of the records that are listed or speak, in the order of their first mention."""
        rows = zip(self.records, self.listed, self.speaking, strict=True)
        return list(
            dict.fromkeys(r.number for r, listed, speaks in rows if r is not None and (listed or speaks))
        )

    def mentions(self, prepared: Prepared, ids: Mapping[int, str]) -> tuple[Mention, ...]:
        """The mentions that are listed, in the order of the text, the outer before the inner.

        A name stands as the encoder marked it, whatever the fuller form or the kind of its entity; one that is but part
        of an office has no entity.
        """
        text = prepared.layout.text
        marked = _match_names(prepared)
        matched = frozenset(at for at in marked.values() if at is not None)
        found: dict[Span, Mention] = {}
        for candidate, record, listed in zip(self.candidates, self.records, self.listed, strict=True):
            if listed and record is not None and candidate.draft not in matched:
                span = Span(candidate.start, candidate.end, text[candidate.start : candidate.end])
                found[span] = Mention(
                    span, _kind_of(candidate, record), ids[record.number], _form_of(candidate)
                )
        for name, at in marked.items():
            entity = ids.get(self.drafts[at].number) if at is not None and at in self.drafts else None
            found[name.span] = Mention(name.span, name.kind, entity, MentionForm.NAME)
        return tuple(sorted(found.values(), key=lambda mention: (mention.span.start, -mention.span.end)))


def _match_names(prepared: Prepared) -> dict[NamedSpan, int | None]:
    """The encoder's names, each with the index of the draft that holds most of it: the first that overlaps it."""
    drafts = [(d.start, d.end, at) for at, d in enumerate(prepared.drafts) if d.sort is Sort.NAME]
    ends = [end for _, end, _ in drafts]
    found: dict[NamedSpan, int | None] = {}
    for name in prepared.named:
        place = bisect_right(ends, name.span.start)
        overlaps = place < len(drafts) and drafts[place][0] < name.span.end
        found[name] = drafts[place][2] if overlaps else None
    return found


def call_roll(prepared: Prepared, numbers: Sequence[int]) -> Roll:
    """The records of a report's candidates, given the number of the cluster of each."""
    candidates = prepared.candidates
    groups: dict[int, list[Candidate]] = defaultdict(list)
    for candidate, number in zip(candidates, numbers, strict=True):
        groups[number].append(candidate)
    again = {number for number, group in groups.items() if _is_mentioned_again(group)}
    found: dict[int, Record] = {}
    fresh = len(prepared.records)
    for number, group in groups.items():
        bearer = _bearer(group, prepared.records)
        if bearer is not None:
            found[number] = bearer
            if bearer.name is None and bearer.kind is EntityKind.OTHER:
                bearer.kind = _vote(group)
        elif number in again and (kind := _vote(group)) is not EntityKind.OTHER:
            found[number] = Record(fresh, kind, None, plural=any(c.head.number == "plural" for c in group))
            fresh += 1
    _give_voices(found, candidates, numbers)
    text = prepared.layout.text
    lone = sum(any(map(str.isalnum, text[start:end])) for start, end in prepared.layout.sentences) < 2
    records = [found.get(number) for number in numbers]
    drafts = [None if c.draft is None else prepared.drafts[c.draft] for c in candidates]
    listed = [
        (draft is not None and draft.sort is Sort.NAME) or (number in again and not lone)
        for draft, number in zip(drafts, numbers, strict=True)
    ]
    speaking = [draft is not None and draft.source for draft in drafts]
    return Roll(candidates, records, listed, speaking, _of_drafts(prepared.answers, candidates, records))


def _give_voices(found: dict[int, Record], candidates: Sequence[Candidate], numbers: Sequence[int]) -> None:
    """Nameless groups with somebody's voice ("its spokesman") get the record of whose voice it is."""
    places = {(c.start, c.end): number for c, number in zip(candidates, numbers, strict=True)}
    for candidate, number in zip(candidates, numbers, strict=True):
        owner = places.get(candidate.owner) if candidate.owner is not None else None
        if owner is None or owner not in found or owner == number:
            continue
        known = found.get(number)
        if known is None or known.name is None:
            found[number] = found[owner]


def _bearer(group: Sequence[Candidate], records: Sequence[Record]) -> Record | None:
    """The record to which a group belongs in any case: that of its name, else of its first speaker."""
    bearers = [records[c.bearer] for c in group if c.bearer is not None]
    return next((record for record in bearers if record.name is not None), bearers[0] if bearers else None)


def _of_drafts(
    answers: Mapping[int, Record], candidates: Sequence[Candidate], records: Sequence[Record | None]
) -> dict[int, Record]:
    """The record of each draft: coreference's, else, where it has none, the rules'."""
    found = dict(answers)
    for candidate, record in zip(candidates, records, strict=True):
        if candidate.draft is not None and record is not None:
            found[candidate.draft] = record
    return dict(sorted(found.items()))


def _is_mentioned_again(group: Sequence[Candidate]) -> bool:
    """Whether an entity is mentioned in two places: a phrase and the name within it are one."""
    return len({candidate.head.at for candidate in group}) > 1


def _vote(group: Sequence[Candidate]) -> EntityKind:
    """The kind that most mentions of a group show; what only the rules found, a pronoun above all, counts for less."""
    votes: Counter[EntityKind] = Counter()
    for candidate in group:
        if candidate.kind is not EntityKind.OTHER:
            votes[candidate.kind] += 4 if candidate.tagged else 1
    return max(votes, key=lambda kind: (votes[kind], -KINDS.index(kind)), default=EntityKind.OTHER)


def _kind_of(candidate: Candidate, record: Record) -> EntityKind:
    return candidate.kind if _form_of(candidate) is MentionForm.NAME else record.kind


def _form_of(candidate: Candidate) -> MentionForm:
    """A phrase around a name is no name."""
    whole = candidate.form is not MentionForm.NAME or candidate.draft is not None
    return candidate.form if whole else MentionForm.NOMINAL
