"""What changed between two states of the ledger: stories by their reports, claims and tolls by their words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.core.correction import CorrectionState
from sayso.core.ledger import Claim, ClaimStatus, Ledger, LedgerEvent
from sayso.store.records import Change, ChangeKind

Stories = Mapping[str, str]  # the story of each report
_MOST = 20  # claims and tolls told of one part


@dataclass(frozen=True, slots=True)
class History:
    """What happened to stories, and which story each former one is now."""

    changes: tuple[Change, ...]
    names: Mapping[str, str]


def trace_stories(before: Stories, after: Stories) -> History:
    """Tell what became of stories, by the reports that they share.

    ``before`` holds the reports that were there, ``after`` all reports of the stories that changed.
    """
    old, new = _reports_of(before), _reports_of(after)
    parents = {own: sorted({before[a] for a in held if a in before}) for own, held in new.items()}
    children = {own: sorted({after[a] for a in held if a in after}) for own, held in old.items()}
    names = {own: _heir(held, after) for own, held in old.items() if own not in new and children[own]}
    changes = []
    for own in sorted(new):
        added = tuple(sorted(new[own] - old[own])) if own in old else tuple(sorted(new[own] - before.keys()))
        others = tuple(p for p in parents[own] if p != own)
        if not parents[own]:
            changes.append(Change(ChangeKind.OPENED, own, articles=added))
        elif len(parents[own]) > 1:
            changes.append(Change(ChangeKind.JOINED, own, others, added))
        elif added:
            changes.append(Change(ChangeKind.GROWN, own, others, added))
    split = (own for own in sorted(old) if len(children[own]) > 1)
    changes += [Change(ChangeKind.SPLIT, names.get(own, own), tuple(children[own])) for own in split]
    return History(tuple(changes), names)


def _reports_of(stories: Stories) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for article, story in stories.items():
        found[story].add(article)
    return found


def _heir(reports: Iterable[str], after: Stories) -> str:
    counts = Counter(after[a] for a in reports if a in after)
    return min(counts, key=lambda own: (-counts[own], own))


def compare_parts(old: Sequence[Ledger], new: Sequence[Ledger]) -> Iterator[Change]:
    """Tell which claims are newly contested, which tolls moved, and which corrections are newly in force or lost.

    Of what stands in reports that are all new nothing is told: their story has opened.
    """
    known = {article.id for part in old for article in part.articles}
    for part in new:
        yield from list(_contested(old, part, known))[:_MOST]
        yield from list(_tolls(old, part))[:_MOST]
    yield from _corrections(old, new)


def _contested(old: Sequence[Ledger], part: Ledger, known: set[str]) -> Iterator[Change]:
    was = {place for p in old for c in p.claims if _is_contested(c) for place in _places(c)}
    for claim in part.claims:
        places = _places(claim)
        if _is_contested(claim) and not places & was and any(article in known for article, _, _ in places):
            new = tuple(sorted({article for article, _, _ in places} - known))
            yield Change(ChangeKind.CONTESTED, claim.story, articles=new, ref=claim.id, after=(claim.gist,))


def _is_contested(claim: Claim) -> bool:
    return claim.status is ClaimStatus.CONTESTED


def _places(claim: Claim) -> set[tuple[str, int, int]]:
    return {(r.article, r.span.start, r.span.end) for r in claim.readings}


def _tolls(old: Sequence[Ledger], part: Ledger) -> Iterator[Change]:
    """Yield each event whose figures for one effect are others than before, in the reports' words."""
    was = {event.id: event for p in old for event in p.events}
    before = _by_incident([event for p in old for event in p.events])
    story = {article.id: article.story or "" for article in part.articles}
    for own, events in sorted(_by_incident(part.events).items()):
        former = sorted({was[e.id].incident for e in events if e.id in was})
        if not former:
            continue
        held = [e for incident in former for e in before[incident]]
        first, now = _figures(held), _figures(events)
        for effect in sorted(now):
            moved = now[effect].keys() - first.get(effect, {}).keys()
            if moved and effect in first:
                yield Change(
                    ChangeKind.TOLL,
                    story[events[0].article],
                    articles=tuple(sorted({e.article for e in events} - {e.article for e in held})),
                    ref=own,
                    before=tuple(first[effect][key] for key in sorted(first[effect])),
                    after=tuple(now[effect][key] for key in sorted(moved)),
                )


def _by_incident(events: Iterable[LedgerEvent]) -> dict[str, list[LedgerEvent]]:
    found: dict[str, list[LedgerEvent]] = defaultdict(list)
    for event in events:
        found[event.incident].append(event)
    return found


def _figures(events: Iterable[LedgerEvent]) -> dict[str, dict[tuple[int, int], str]]:
    """Return the figures for each effect with the words of a report that has them; -1 stands for an open end."""
    found: dict[str, dict[tuple[int, int], str]] = defaultdict(dict)
    for event in events:
        for harm in event.harm:
            key = (-1 if harm.low is None else harm.low, -1 if harm.high is None else harm.high)
            found[harm.effect].setdefault(key, harm.span.exact)
    return found


def _corrections(old: Sequence[Ledger], new: Sequence[Ledger]) -> Iterator[Change]:
    was = {one.correction.id: one.state for part in old for one in part.corrections}
    for part in new:
        for one in part.corrections:
            state = was.get(one.correction.id)
            if one.state != state and (state is not None or one.state is not CorrectionState.LOST):
                story = part.stories[0].id if part.stories else ""
                yield Change(
                    ChangeKind.CORRECTION,
                    story,
                    ref=one.correction.id,
                    before=(state,) if state else (),
                    after=(one.state,),
                )
