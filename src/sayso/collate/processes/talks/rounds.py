"""Rounds: the accounts of several reports that tell of one round of talks, joined.

Two accounts are of one round where at least two things agree (number, place, day, parties) and nothing speaks against
it. A round that was put off may have two dates. An account without a date that fits two rounds stays by itself: which
of them it means, no report says.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations

from sayso.collate.processes.days import are_compatible, is_narrow, known_days, may_be_same
from sayso.collate.processes.joining import join_surest
from sayso.collate.processes.naming import are_one
from sayso.collate.processes.talks.accounts import Account

_CUT = 2.5
_NUMBER, _PLACE, _DAY, _MONTH, _FILED, _PARTIES, _STORY = 3.0, 2.0, 2.0, 1.0, 1.5, 1.0, 0.5
_MANY = 400  # accounts of one affair; beyond it only those of one place or number are compared


def join_accounts(accounts: Sequence[Account], story_of: Mapping[str, str]) -> list[list[Account]]:
    """Return the accounts of one affair by the round that they tell of, in canonical order."""
    ordered = sorted(accounts, key=lambda a: a.key)
    scores = {}
    for a, b in combinations(range(len(ordered)), 2):
        one, other = ordered[a], ordered[b]
        if one.article != other.article and (len(ordered) <= _MANY or _places(one) & _places(other)):
            score = _score(one, other, same_story=story_of.get(one.article) == story_of.get(other.article))
            if score is not None:
                scores[a, b] = score
    torn = _ambiguous(ordered, scores)
    kept = {pair: s for pair, s in scores.items() if pair[0] not in torn and pair[1] not in torn}

    def may_join(left: list[int], right: list[int]) -> bool:
        both = [(ordered[a], ordered[b]) for a in left for b in right]
        return all(a.article != b.article and _fits(a, b) for a, b in both)

    groups = join_surest(len(ordered), kept, cut=_CUT, may_join=may_join)
    return [[ordered[i] for i in group] for group in groups]


def _places(account: Account) -> frozenset[str]:
    return frozenset(a.entity or a.name.lower() for a in account.places)


def _fits(one: Account, other: Account) -> bool:
    """Whether nothing speaks against two accounts' being of one round."""
    if one.number and other.number and one.number != other.number:
        return False
    same_number = one.number is not None and one.number == other.number
    if one.places and other.places and not _share_place(one, other):
        return False
    moved = same_number and (one.is_moved or other.is_moved)
    return moved or are_compatible(one.dates, other.dates)


def _share_place(one: Account, other: Account) -> bool:
    return any(are_one(a, b) for a in one.places for b in other.places)


def _is_filed_there(one: Account, other: Account) -> bool:
    """Whether the one was reported from where the other says that talks were held."""
    pairs = ((one.filed, other.places), (other.filed, one.places))
    return any(filed is not None and any(are_one(filed, p) for p in places) for filed, places in pairs)


def _score(one: Account, other: Account, *, same_story: bool) -> float | None:
    if not _fits(one, other):
        return None
    score = _NUMBER * (one.number is not None and one.number == other.number) + _STORY * same_story
    score += _PLACE * bool(one.places and other.places) or _FILED * _is_filed_there(one, other)
    pairs = [(a, b) for a in one.dates for b in other.dates if may_be_same(a, b)]
    if any(is_narrow(a) and is_narrow(b) for a, b in pairs):
        score += _DAY
    elif pairs:
        score += _MONTH
    shared = any(are_one(a, b) for a in one.parties for b in other.parties)
    if one.parties and other.parties and not shared:
        return None
    return score + _PARTIES * shared


def _ambiguous(ordered: Sequence[Account], scores: Mapping[tuple[int, int], float]) -> set[int]:
    """Return the accounts without a date that fit two rounds which cannot be one."""
    near: dict[int, list[int]] = {}
    for (a, b), score in scores.items():
        if score >= _CUT:
            near.setdefault(a, []).append(b)
            near.setdefault(b, []).append(a)
    found = set()
    for i, others in near.items():
        if known_days(ordered[i].dates) or ordered[i].dates or ordered[i].number:
            continue
        dated = [ordered[o] for o in others if ordered[o].dates]
        if any(not are_compatible(a.dates, b.dates) for a, b in combinations(dated, 2)):
            found.add(i)
    return found
