"""The story at a glance: reports, outlets, time, and independent origins against reports."""

from collections import Counter
from collections.abc import Sequence

from sayso.core.ledger import ClaimStatus, OriginKind
from sayso.desk.brief.claims import origin_name
from sayso.desk.brief.corrections import corrected
from sayso.desk.brief.draft import Draft
from sayso.desk.brief.late import late_rows
from sayso.desk.brief.model import Head, OriginRow
from sayso.store.records import Change


def story_head(draft: Draft, changes: Sequence[Change] = ()) -> Head:
    """The head of the story's brief; ``changes`` are the story's, in the order in which they were noticed."""
    statuses = Counter(c.status for c in draft.claims)
    return Head(
        title=draft.story.title,
        report_count=len(draft.articles),
        copy_count=sum(a.copied_from is not None for a in draft.articles),
        outlets=tuple(dict.fromkeys(a.outlet for a in draft.articles if a.outlet)),
        outlet_unknown_count=sum(a.outlet is None for a in draft.articles),
        first=draft.story.first,
        last=draft.story.last,
        undated_count=sum(a.published is None for a in draft.articles),
        statement_count=len(draft.statements),
        claim_counts=tuple((status, statuses[status]) for status in ClaimStatus),
        origins=_origins(draft),
        corrected=corrected(draft.story.corrected, draft),
        late=late_rows(changes, draft),
    )


def _origins(draft: Draft) -> tuple[OriginRow, ...]:
    """Each independent origin once, however many claims rest on it.

    Sources without a name are told apart by the reports that have them: what two outlets do not name may be two people.
    """
    claim_counts: Counter[tuple[OriginKind, str]] = Counter()
    reports: dict[tuple[OriginKind, str], set[str]] = {}
    names: dict[tuple[OriginKind, str], str | None] = {}
    for claim in draft.claims:
        for origin in claim.origins:
            behind = {claim.readings[n].article for n in origin.readings if 0 <= n < len(claim.readings)}
            name = origin_name(claim, origin, draft)
            key = (origin.kind, name if name is not None else f"\0{min(behind, default='')}")
            claim_counts[key] += 1
            reports.setdefault(key, set()).update(behind)
            names[key] = name
    order = sorted(
        claim_counts, key=lambda k: (list(OriginKind).index(k[0]), -len(reports[k]), -claim_counts[k], k[1])
    )
    return tuple(OriginRow(k[0], names[k], claim_counts[k], len(reports[k])) for k in order)
