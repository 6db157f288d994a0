"""The file on each process: its rounds of talks and ceasefires put together by their parties.

Rounds and ceasefires of one affair are of one process where they have the parties in common. One that names no parties
goes to the process whose reports tell of it, where there is but one.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.collate.entities import Cast
from sayso.collate.identity import content_id
from sayso.collate.linkage import components
from sayso.collate.processes.camps import find_camps
from sayso.collate.processes.ceasefires.accounts import make_accounts as ceasefire_accounts
from sayso.collate.processes.ceasefires.join import join_accounts as join_ceasefires
from sayso.collate.processes.ceasefires.make import make_ceasefire
from sayso.collate.processes.commitments.group import Claimed
from sayso.collate.processes.commitments.make import find_commitments
from sayso.collate.processes.naming import Pages, make_named
from sayso.collate.processes.page import Actor, Page, list_names
from sayso.collate.processes.positions import find_positions
from sayso.collate.processes.talks.accounts import make_accounts as talks_accounts
from sayso.collate.processes.talks.make import make_round
from sayso.collate.processes.talks.rounds import join_accounts as join_talks
from sayso.core.ledger import Claim, Ledger, LedgerEntity
from sayso.core.process import Ceasefire, Commitment, Named, Passage, Position, Process, Round
from sayso.core.read_article import ReadArticle
from sayso.core.timex_value import timeline_key

Told = Round | Ceasefire


def with_processes(
    ledger: Ledger,
    circles: Sequence[Sequence[ReadArticle]],
    cast: Cast,
    statement_ids: Mapping[tuple[str, str], str],
) -> Ledger:
    """Return a ledger with the file on each process.

    ``circles`` are the reports of each affair, ``statement_ids`` the ledger's ids of their statements.
    """
    named = {e.id: e for e in ledger.entities}
    directory = list_names(ledger.entities)
    stories = {article: story.id for story in ledger.stories for article in story.articles}
    processes: list[Process] = []
    truces: list[Ceasefire] = []
    commitments: list[Commitment] = []
    positions: list[Position] = []
    for members in circles:
        pages = {r.reading.id: Page(r, cast, named, directory, statement_ids) for r in members}
        found, ended = find_processes(pages, stories)
        processes += found
        truces += ended
        camps = find_camps(list(pages.values()), _present(ledger.entities, pages))
        commitments += find_commitments(pages, _claimed(ledger.claims, pages), camps)
        positions += find_positions(pages, ledger.statements, ledger.claims, named)
    return replace(
        ledger,
        processes=tuple(processes),
        ceasefires=tuple(truces),
        commitments=tuple(commitments),
        positions=tuple(positions),
    )


def _present(entities: Sequence[LedgerEntity], pages: Pages) -> list[LedgerEntity]:
    return [e for e in entities if any(article in pages for article, _ in e.members)]


def _claimed(claims: Sequence[Claim], pages: Pages) -> Claimed:
    """Return the claims that are read in each sentence of the reports."""
    found: dict[tuple[str, int], set[str]] = defaultdict(set)
    for claim in claims:
        for reading in claim.readings:
            if reading.article in pages:
                number = pages[reading.article].number_of(reading.span)
                found[reading.article, number].add(claim.id)
    return {place: frozenset(ids) for place, ids in found.items()}


def find_processes(pages: Pages, stories: Mapping[str, str]) -> tuple[list[Process], list[Ceasefire]]:
    """Return the processes of one affair's reports, and its ceasefires, in canonical order.

    ``stories`` maps each report to its story.
    """
    talks = join_talks([a for p in pages.values() for a in talks_accounts(p)], stories)
    truces = join_ceasefires([a for p in pages.values() for a in ceasefire_accounts(p)], stories)
    parties: dict[str, list[Actor]] = {}
    told: list[Told] = []
    for accounts in talks:
        told.append(make_round(accounts, pages))
        parties[told[-1].id] = [a for account in accounts for a in account.parties]
    for truce in truces:
        told.append(make_ceasefire(truce, pages))
        parties[told[-1].id] = [a for account in truce for a in account.declarers]
    made = [_make_process(group, parties, pages, stories) for group in _group(told)]
    processes = sorted((process for process, _ in made), key=lambda p: (p.rounds == (), p.id))
    return processes, sorted((c for _, truces in made for c in truces), key=_when)


def _group(told: Sequence[Told]) -> list[list[Told]]:
    """Return rounds and ceasefires by the process that they are of."""
    keys = [_parties_of(one) for one in told]
    pairs = [(a, b) for a in range(len(told)) for b in range(a) if _share(keys[a], keys[b])]
    groups = [list(g) for g in components(len(told), pairs)]
    named = [g for g in groups if any(keys[i] for i in g)]
    for group in (g for g in groups if not any(keys[i] for i in g)):
        articles = {p.article for i in group for p in told[i].passages}
        beside = [g for g in named if articles & {p.article for i in g for p in told[i].passages}]
        if len(beside) == 1 or len(named) == 1:
            (beside or named)[0].extend(group)
        else:
            named.append(group)
    return [[told[i] for i in sorted(g)] for g in named]


def _parties_of(one: Told) -> tuple[Named, ...]:
    return one.parties if isinstance(one, Round) else one.declarers


def _share(one: Sequence[Named], other: Sequence[Named]) -> bool:
    """Whether two have their parties in common: two of them, or the only one that either names."""
    left, right = ({n.entity or n.name.lower() for n in named} for named in (one, other))
    shared = len(left & right)
    return shared > 1 or (shared == 1 and min(len(left), len(right)) == 1)


def _make_process(
    group: Sequence[Told],
    parties: Mapping[str, Sequence[Actor]],
    pages: Pages,
    stories: Mapping[str, str],
) -> tuple[Process, list[Ceasefire]]:
    own = content_id("process", *sorted(one.id for one in group))
    passages: list[Passage] = [p for one in group for p in one.passages]
    rounds = sorted((replace(one, process=own) for one in group if isinstance(one, Round)), key=_when)
    truces = sorted((replace(one, process=own) for one in group if isinstance(one, Ceasefire)), key=_when)
    counts: dict[str, int] = defaultdict(int)
    for passage in passages:
        counts[stories.get(passage.article, "")] += 1
    process = Process(
        id=own,
        parties=make_named((a for one in group for a in parties[one.id]), pages),
        rounds=tuple(rounds),
        ceasefires=tuple(c.id for c in truces),
        stories=tuple(sorted(counts, key=lambda s: (-counts[s], s))),
    )
    return process, truces


def _when(one: Told) -> tuple[object, ...]:
    """A key that sorts by time as far as it is known, what is undated last."""
    if isinstance(one, Round):
        number = int(one.numbers[0].value) if one.numbers else 0
        dates = [d.date.value for d in one.dates]
        first = timeline_key(one.first) if one.first else min(map(timeline_key, dates)) if dates else ()
        return not dates, first, number, one.id
    days = [timeline_key(d.date.value) for d in (*one.declared, *one.starts)]
    return not days, min(days) if days else (), 0, one.id
