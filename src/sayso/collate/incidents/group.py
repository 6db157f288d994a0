"""Groups accounts of one event: the score of each pair, then average linkage.

A pair's score is the logit of a learned model of the triggers and what stands around them (``features.py``), and what
a ledger knows beyond the words: a claim that both carry, modes, parties, dates, places and tolls (``weights.yaml``).
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from sayso.collate.accounts import Account
from sayso.collate.incidents.features import NAMES, cosine, make_row
from sayso.collate.incidents.weights import known_weights, learned_weights
from sayso.collate.linkage import link
from sayso.collate.names import country_code
from sayso.core.timex_value import Days

_FLOOR = -6.0
_MANY = (
    500  # accounts of one type in one affair; beyond it only those that share a place or word are compared
)
_FAR = 0.3  # cosine of propositions under which accounts that share nothing else are not compared


def group_accounts(
    accounts: Sequence[Account],
    claims: Sequence[Collection[tuple[str, int, int]]],
    stories: Mapping[str, str] | None = None,
) -> list[tuple[int, ...]]:
    """Return groups of accounts that tell of one event.

    ``claims`` holds for each claim the places (article, start, end) where it is read: accounts whose sentences carry
    one claim are likely of one event. ``stories`` gives each article's story; without it all are of one.
    """
    carried = _claims_of(accounts, claims)
    by_type: dict[str, list[int]] = defaultdict(list)
    for i, account in enumerate(accounts):
        by_type[account.event.type or ""].append(i)
    near = _Nearness(stories or {})
    scores = {}
    for members in by_type.values():
        for place, a in enumerate(members):
            for b in members[place + 1 :]:
                one, other = accounts[a], accounts[b]
                same_claim = bool(carried[a] & carried[b])
                if same_claim or _may_be_one(one, other, many=len(members) > _MANY):
                    score = near.score(one, other)
                    score += _known(
                        one, other, same_claim=same_claim, same_story=near.share_story(one, other)
                    )
                    if score > _FLOOR:
                        scores[a, b] = round(score, 6)

    def may_join(left: Sequence[int], right: Sequence[int]) -> bool:
        return _may_join([accounts[i] for i in left], [accounts[i] for i in right], near)

    return link(len(accounts), scores, cut=known_weights()["cut"], floor=_FLOOR, may_join=may_join)[0]


class _Nearness:
    """Scores pairs by their words; the cosine of two reports is computed once."""

    def __init__(self, stories: Mapping[str, str]) -> None:
        self._stories = stories
        self._cosines: dict[tuple[str, str], float] = {}
        self._bias, weights = learned_weights()
        self._weights = [weights[name] for name in NAMES]

    def score(self, one: Account, other: Account) -> float:
        """Return the logit that the two are of one event, by their words."""
        row = make_row(one, other, reports=self._reports(one, other), same_story=self.share_story(one, other))
        return self._bias + sum(w * x for w, x in zip(self._weights, row, strict=True))

    def share_story(self, one: Account, other: Account) -> bool:
        """Whether the two stand in reports of one story."""
        return self._stories.get(one.article) == self._stories.get(other.article)

    def _reports(self, one: Account, other: Account) -> float:
        if one.telling is None or other.telling is None:
            return 0.0
        key = (one.article, other.article)
        if key not in self._cosines:
            self._cosines[key] = cosine(one.telling.report, other.telling.report)
        return self._cosines[key]


def _may_join(left: Sequence[Account], right: Sequence[Account], near: "_Nearness") -> bool:
    """Whether two groups can be one event: not on other days; in other towns only where more than a word ties them."""
    days = [(a.days, b.days) for a in left for b in right if a.days and b.days]
    if days and all(_gap(one, other) > 1 for one, other in days):
        return False
    ours, theirs = (frozenset[str]().union(*(_towns(a) for a in group)) for group in (left, right))
    if not ours or not theirs or ours & theirs:
        return True
    return any(near.share_story(a, b) and _is_tied(a, b) for a in left for b in right)


def _is_tied(one: Account, other: Account) -> bool:
    """Whether a toll or a day ties two accounts, or both are of a mischance, of which a story seldom tells two."""
    if one.event.type is None:
        return True
    same_day = one.days is not None and one.days == other.days and one.days[0] == one.days[1]
    return same_day or _share_harm(one, other)


def _towns(account: Account) -> frozenset[str]:
    """Return the places of an account but for countries, in which many things happen."""
    return frozenset(p for p in account.places if country_code(p) is None and not p.isupper())


def _gap(one: Days, other: Days) -> int:
    """Return the days between two ranges; 0 and less where they meet."""
    return max((one[0] - other[1]).days, (other[0] - one[1]).days)


def _may_be_one(one: Account, other: Account, *, many: bool) -> bool:
    """Whether two accounts have enough in common to be compared: among many a place or word."""
    if one.places & other.places or one.trigger & other.trigger:
        return True
    if many or one.telling is None or other.telling is None:
        return not many
    if one.telling.families & other.telling.families or _both_harm(one, other):
        return True
    return one.vector is not None and other.vector is not None and float(one.vector @ other.vector) > _FAR


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


def _known(one: Account, other: Account, *, same_claim: bool, same_story: bool) -> float:
    """Return what a ledger knows of two accounts beyond their words."""
    weights = known_weights()
    score = weights["same_claim"] * same_claim
    score += _modes(one, other)
    score += _compare(one.places, other.places, weights["shared_places"], weights["other_places"])
    score += _compare(one.actors, other.actors, weights["shared_actors"], weights["other_actors"])
    score += _dates(one, other)
    score += weights["shared_harm"] * _share_harm(one, other)
    if same_story and _both_harm(one, other):
        score += weights["both_harm" if one.event.type is not None else "both_mishap"]
    if one.event.type is not None:
        bare = any(not a.places and a.event.date is None for a in (one, other))
        score += weights["back"] * (bare and one.article == other.article)
        score += weights["same_type"]
    return score


def _modes(one: Account, other: Account) -> float:
    weights = known_weights()
    modes = {one.event.mode, other.event.mode} - {None, "other"}
    if len(modes) > 1:
        return weights["other_mode"]
    return weights["same_mode"] if len(modes) == 1 and one.event.mode == other.event.mode else 0.0


def _compare(one: frozenset[str], other: frozenset[str], shared: float, none: float) -> float:
    if not one or not other:
        return 0.0
    return shared if one & other else none


def _dates(one: Account, other: Account) -> float:
    weights = known_weights()
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


def _both_harm(one: Account, other: Account) -> bool:
    return bool({h.effect for h in one.event.harm} & {h.effect for h in other.event.harm})
