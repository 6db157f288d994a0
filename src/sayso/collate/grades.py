"""Grades of events in Airwars' words, each with the rule that gave it (``grades.yaml``).

Airwars (https://airwars.org/about/methodology): confirmed where a belligerent accepts responsibility; fair with two or
more credible sources and likely action by a belligerent; weak with a single source; contested with competing claims of
responsibility; discounted where what was alleged is shown not to have happened. Sayso follows with what reports alone
can tell: sources are independent origins, the ends of chains; likely action is that nobody denies it; a denial by the
accused makes it contested; and only what nobody asserts is discounted.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import cache

from sayso.collate.accounts import Account
from sayso.collate.sides import Sides
from sayso.core.data_files import load_words
from sayso.core.ledger import Grade
from sayso.core.reading import Status

_OPEN = frozenset({Status.PLANNED, Status.THREATENED})
ASSERTED = frozenset({Status.REPORTED, Status.CLAIMED, Status.ACCUSED, Status.ADMITTED})
_NOBODY: frozenset[str] = frozenset()


@cache
def _words() -> dict[str, str]:
    return dict(load_words("sayso.collate", "grades.yaml"))


def grade_event(
    accounts: Sequence[Account], origins: Collection[str], sides: Sides, *, is_contested: bool
) -> tuple[Grade, str]:
    """Return an event's grade and the reason for it.

    ``origins`` are the independent origins of the accounts that assert it; ``is_contested`` says that a claim that
    tells of it is denied.
    """
    statuses = {a.event.status for a in accounts}
    if statuses <= _OPEN:
        return _graded(Grade.WEAK, "planned")
    if Status.DENIED in statuses and not statuses & ASSERTED and not is_contested:
        return _graded(Grade.DISCOUNTED, "all_denied")
    accepting = [a for a in accounts if a.event.status is Status.ADMITTED or _claims_own(a, sides)]
    if accepting:
        return _accepted(accepting, accounts, sides)
    if Status.DENIED in statuses or is_contested:
        rule = "denied_by_accused" if any(_is_accused(a, accounts, sides) for a in accounts) else "denied"
        return _graded(Grade.CONTESTED, "rival_blame" if _blame_each_other(accounts, sides) else rule)
    if _blame_each_other(accounts, sides):
        return _graded(Grade.CONTESTED, "rival_blame")
    if len(origins) > 1:
        return _graded(Grade.FAIR, "several_origins")
    return _graded(Grade.WEAK, "one_origin")


def _graded(grade: Grade, rule: str) -> tuple[Grade, str]:
    return grade, f"{rule}: {_words()[rule]}"


def _accepted(accepting: Sequence[Account], accounts: Sequence[Account], sides: Sides) -> tuple[Grade, str]:
    """Return the grade of what somebody says that they did."""
    owners = {own for a in accepting if (own := _side(a, sides))}
    if len(owners) > 1 and not frozenset.intersection(*owners):
        return _graded(Grade.CONTESTED, "rival_claims")
    said = max((a.published for a in accepting if a.published), default=None)
    for account in accounts:
        if account.event.status is not Status.DENIED:
            continue
        own = _side(account, sides)
        overtaken = said is not None and account.published is not None and account.published < said
        if own and not any(own & o for o in owners) and not _is_accused(account, accounts, sides):
            continue  # not theirs to deny
        if not overtaken:
            return _graded(Grade.CONTESTED, "admitted_and_denied")
    return _graded(Grade.CONFIRMED, "admitted")


def _side(account: Account, sides: Sides) -> frozenset[str]:
    return sides.get(account.speaker or "", _NOBODY)


def _claims_own(account: Account, sides: Sides) -> bool:
    """Whether the side that is said to have done violence says so itself."""
    if account.event.type != "ASSAULT" or account.event.status is not Status.CLAIMED:
        return False
    return bool(_side(account, sides) & account.actors)


def _blamed(accounts: Sequence[Account]) -> Iterator[Account]:
    return (a for a in accounts if a.event.status in ASSERTED and a.actors)


def _is_accused(denying: Account, accounts: Sequence[Account], sides: Sides) -> bool:
    """Whether an account is a denial by the side that others say did it."""
    own = _side(denying, sides)
    return denying.event.status is Status.DENIED and any(own & a.actors for a in _blamed(accounts))


def _blame_each_other(accounts: Sequence[Account], sides: Sides) -> bool:
    """Whether two speakers each say that the other's side did it."""
    blaming = [
        (a.actors, own) for a in _blamed(accounts) if a.event.type == "ASSAULT" and (own := _side(a, sides))
    ]
    return any(
        one & theirs and other & ours and not ours & theirs and not (one & ours or other & theirs)
        for n, (one, ours) in enumerate(blaming)
        for other, theirs in blaming[:n]
    )
