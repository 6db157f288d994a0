"""Commitments made into records of the ledger, with what the reports tell of them in order of time."""

from collections.abc import Iterable, Mapping, Sequence

from sayso.collate.identity import content_id
from sayso.collate.processes.camps import Camps
from sayso.collate.processes.commitments.fates import Board, Group, Told, find_fates
from sayso.collate.processes.commitments.find import Made, find_made
from sayso.collate.processes.commitments.group import Claimed, group_made
from sayso.collate.processes.commitments.likeness import read_content
from sayso.collate.processes.naming import Pages, make_named, sort_passages
from sayso.collate.processes.talks.make import make_dated
from sayso.collate.stories.profiles import parse_day
from sayso.core.process import Commitment, Fate, FateTold, Order, Passage


def find_commitments(pages: Pages, claimed: Claimed, camps: Camps) -> list[Commitment]:
    """Return the commitments of one affair's reports, in canonical order."""
    made = [m for own in sorted(pages) for m in find_made(pages[own])]
    contents = [read_content(pages[m.article], m.content) for m in made]
    groups = [
        Group(tuple(made[i] for i in group), tuple(contents[i] for i in group))
        for group in group_made(made, contents, claimed, camps)
    ]
    told: Mapping[int, list[Told]] = {n: [] for n in range(len(groups))}
    board = Board(groups, camps)
    for own in sorted(pages):
        for one in find_fates(pages[own], board):
            told[one.group].append(one)
    return [_make(group, told[n], pages) for n, group in enumerate(groups)]


def _make(group: Group, told: Sequence[Told], pages: Pages) -> Commitment:
    made = group.made
    fates = tuple(_fates(made, told, pages))
    return Commitment(
        id=content_id(
            "commitment", group.kind, *(f"{m.article} {m.content.start} {m.content.end}" for m in made)
        ),
        kind=group.kind,
        actor=make_named((m.actor for m in made), pages)[0],
        to=make_named((a for m in made for a in m.to), pages),
        passages=sort_passages(m.passage for m in made),
        dates=make_dated((m.article, m.date) for m in made if m.date is not None),
        fate=_last(fates, pages),
        fates=fates,
    )


def _fates(made: Sequence[Made], told: Iterable[Told], pages: Pages) -> Iterable[FateTold]:
    """Yield what was told, each passage once, in order of time; what was published before it was made is left out."""
    days = {m.article: parse_day(pages[m.article].reading.published) for m in made}
    known = [d for d in days.values() if d is not None]
    kept: dict[tuple[Fate, Passage], FateTold] = {}
    for one in told:
        article = one.passage.article
        day = parse_day(pages[article].reading.published)
        if article in days:
            order = Order.SAME
        elif day is None or not known:
            order = Order.UNKNOWN
        elif day < min(known):
            continue
        else:
            order = Order.LATER
        kept[one.fate, one.passage] = FateTold(one.fate, one.passage, order)
    whole = [f for f in kept.values() if not any(_within(f, other) for other in kept.values())]
    return sorted(whole, key=lambda f: (_when(f, pages), f.fate))


def _within(one: FateTold, other: FateTold) -> bool:
    """Whether the words of the one are part of the other's, which tell the same."""
    same = one.fate is other.fate and one.passage.article == other.passage.article
    return same and one.passage.span != other.passage.span and other.passage.span.contains(one.passage.span)


def _when(told: FateTold, pages: Pages) -> tuple[bool, str, str, int]:
    published = pages[told.passage.article].reading.published
    return published is None, published or "", told.passage.article, told.passage.span.start


def _last(fates: Sequence[FateTold], pages: Pages) -> Fate:
    """Return what is told last; unclear where reports differ and no date says which comes later."""
    if not fates:
        return Fate.OPEN
    values = {f.fate for f in fates}
    dated = all(pages[f.passage.article].reading.published is not None for f in fates)
    alone = len({f.passage.article for f in fates}) == 1
    return fates[-1].fate if len(values) == 1 or dated or alone else Fate.UNCLEAR
