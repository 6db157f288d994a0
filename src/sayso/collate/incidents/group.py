"""Incidents: accounts of one event, in one report or several, tied together."""

from collections import defaultdict
from collections.abc import Collection, Sequence

from sayso.collate.accounts import Account
from sayso.collate.linkage import link
from sayso.collate.weights import load_weights

_FLOOR = -6.0
_MANY = (
    400  # accounts of one type in one affair; beyond it only those that share a place or word are compared
)


def group_accounts(
    accounts: Sequence[Account], claims: Sequence[Collection[tuple[str, int, int]]]
) -> list[tuple[int, ...]]:
    """Return groups of accounts that tell of one event.

    ``claims`` holds for each claim the places (article, start, end) where it is read: accounts whose sentences carry
    one claim are likely of one event.
    """
    carried = _claims_of(accounts, claims)
    by_type: dict[str, list[int]] = defaultdict(list)
    for i, account in enumerate(accounts):
        by_type[account.event.type or ""].append(i)
    scores = {}
    for members in by_type.values():
        for place, a in enumerate(members):
            for b in members[place + 1 :]:
                if len(members) <= _MANY or _touch(accounts[a], accounts[b]):
                    score = _score(accounts[a], accounts[b], same_claim=bool(carried[a] & carried[b]))
                    if score > _FLOOR:
                        scores[a, b] = round(score, 6)
    return link(len(accounts), scores, cut=0.0, floor=_FLOOR)[0]


def _touch(one: Account, other: Account) -> bool:
    return bool(one.places & other.places or one.trigger & other.trigger)


def _claims_of(
    accounts: Sequence[Account], claims: Sequence[Collection[tuple[str, int, int]]]
) -> list[set[int]]:
    by_article: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for number, places in enumerate(claims):
        for article, start, end in places:
            by_article[article].append((start, end, number))
    return [
        {
            number
            for start, end, number in by_article[account.article]
            if start <= account.event.trigger.start and account.event.trigger.end <= end
        }
        for account in accounts
    ]


def _score(one: Account, other: Account, *, same_claim: bool) -> float:
    weights = load_weights("incident")
    score = weights["bias"] + weights["same_claim"] * same_claim
    if one.vector is not None and other.vector is not None:
        score += weights["meaning"] * max(0.0, float(one.vector @ other.vector))
    score += weights["same_trigger"] * bool(one.trigger & other.trigger)
    score += _modes(one, other)
    score += _compare(one.places, other.places, weights["shared_places"], weights["other_places"])
    score += _compare(one.actors, other.actors, weights["shared_actors"], weights["other_actors"])
    score += _dates(one, other)
    score += weights["shared_harm"] * _share_harm(one, other)
    bare = any(not a.places and a.event.date is None for a in (one, other))
    return score + weights["bare"] * bare


def _modes(one: Account, other: Account) -> float:
    weights = load_weights("incident")
    modes = {one.event.mode, other.event.mode} - {None, "other"}
    if len(modes) > 1:
        return weights["other_mode"]
    return weights["same_mode"] if len(modes) == 1 and one.event.mode == other.event.mode else 0.0


def _compare(one: frozenset[str], other: frozenset[str], shared: float, none: float) -> float:
    if not one or not other:
        return 0.0
    return shared if one & other else none


def _dates(one: Account, other: Account) -> float:
    weights = load_weights("incident")
    if one.days and other.days:
        meet = one.days[0] <= other.days[1] and other.days[0] <= one.days[1]
        return weights["same_date"] if meet else weights["other_date"]
    values = [a.event.date.value for a in (one, other) if a.event.date]
    if len(values) == 2 and all(v.startswith("XXXX-") and "W" not in v and "T" not in v for v in values):
        short = min(map(len, values))
        same = values[0][:short] == values[1][:short]
        return weights["same_date"] if same else weights["other_date"]
    return 0.0


def _share_harm(one: Account, other: Account) -> bool:
    ours = {(h.effect, h.low) for h in one.event.harm if h.low}
    return bool(ours & {(h.effect, h.low) for h in other.event.harm if h.low})
