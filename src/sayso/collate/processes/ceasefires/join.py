"""Ceasefires: the accounts of several reports that tell of one ceasefire, joined.

1. Accounts with the same declarers, length, day or place are of one, as long as nothing speaks against it.
2. An account that only points ("the truce") goes to the one ceasefire of the affair that it fits, where there is but
   one; what says nothing and fits several is left out.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations

from sayso.collate.processes.ceasefires.accounts import Account, hours_of
from sayso.collate.processes.days import are_compatible, is_narrow, may_be_same
from sayso.collate.processes.joining import join_surest
from sayso.collate.processes.naming import are_one
from sayso.core.span import Date

_CUT = 2.0
_DECLARERS, _LENGTH, _DAY, _PLACE, _STORY = 1.5, 1.5, 2.0, 2.0, 0.5


def join_accounts(accounts: Sequence[Account], story_of: Mapping[str, str]) -> list[list[Account]]:
    """Return the accounts of one affair by the ceasefire that they tell of, in canonical order."""
    ordered = sorted(accounts, key=lambda a: a.key)
    scores = {
        (a, b): _score(ordered[a], ordered[b], story_of)
        for a, b in combinations(range(len(ordered)), 2)
        if ordered[a].article != ordered[b].article
    }

    def may_join(left: list[int], right: list[int]) -> bool:
        both = [(ordered[a], ordered[b]) for a in left for b in right]
        return all(a.article != b.article and _fits(a, b) for a, b in both)

    groups = [[ordered[i] for i in g] for g in join_surest(len(ordered), scores, cut=_CUT, may_join=may_join)]
    return _add_pointing(groups)


def _add_pointing(groups: Sequence[list[Account]]) -> list[list[Account]]:
    """Put the accounts that only point to the one ceasefire that they fit."""
    kept = [list(g) for g in groups if len(g) > 1 or g[0].says_something]
    for account in (g[0] for g in groups if len(g) == 1 and (not g[0].is_new or not g[0].says_something)):
        fitting = [
            g
            for g in kept
            if account not in g and all(a.article != account.article and _fits(a, account) for a in g)
        ]
        if len(fitting) == 1:
            fitting[0].append(account)
            kept = [g for g in kept if g != [account]]
    return sorted((sorted(g, key=lambda a: a.key) for g in kept), key=lambda g: g[0].key)


def _fits(one: Account, other: Account) -> bool:
    lengths = {hours_of(d) for d in one.durations}, {hours_of(d) for d in other.durations}
    if all(lengths) and not lengths[0] & lengths[1]:
        return False
    if one.declarers and other.declarers and not _share(one, other):
        return False
    if one.places and other.places and not any(are_one(a, b) for a in one.places for b in other.places):
        return False
    return are_compatible(one.declared, other.declared) and are_compatible(one.starts, other.starts)


def _share(one: Account, other: Account) -> bool:
    return any(are_one(a, b) for a in one.declarers for b in other.declarers)


def _score(one: Account, other: Account, story_of: Mapping[str, str]) -> float:
    if not _fits(one, other):
        return 0.0
    same_length = {hours_of(d) for d in one.durations} & {hours_of(d) for d in other.durations}
    same_day = _same_day(one.declared, other.declared) or _same_day(one.starts, other.starts)
    same_story = story_of.get(one.article) == story_of.get(other.article)
    return (
        _DECLARERS * _share(one, other)
        + _LENGTH * bool(same_length)
        + _DAY * same_day
        + _PLACE * bool(one.places and other.places)
        + _STORY * same_story
    )


def _same_day(one: Sequence[Date], other: Sequence[Date]) -> bool:
    return any(is_narrow(a) and is_narrow(b) and may_be_same(a, b) for a in one for b in other)
