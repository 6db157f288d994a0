"""Grades of events in Airwars' words, each with the rule that gave it (``grades.yaml``).

Airwars: confirmed where a belligerent accepts responsibility; fair with two or more credible sources; weak with
one; contested with competing claims of responsibility, or where the accused denies; discounted where what was said
is shown not to have happened. Sayso shows nothing about the world, so it discounts only what nobody asserts.
"""

from collections.abc import Collection, Sequence
from functools import cache
from importlib.resources import files

import yaml

from sayso.collate.accounts import Account
from sayso.collate.sides import Sides
from sayso.core.ledger import Grade
from sayso.core.reading import Status

_OPEN = frozenset({Status.PLANNED, Status.THREATENED})
_ASSERTED = frozenset({Status.REPORTED, Status.CLAIMED, Status.ACCUSED, Status.ADMITTED})


@cache
def _words() -> dict[str, str]:
    return dict(yaml.safe_load(files("sayso.collate").joinpath("grades.yaml").read_text("utf-8")))


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
    if Status.DENIED in statuses and not statuses & _ASSERTED and not is_contested:
        return _graded(Grade.DISCOUNTED, "all_denied")
    if Status.ADMITTED in statuses or any(_is_accepted(a, sides) for a in accounts):
        if Status.DENIED not in statuses:
            return _graded(Grade.CONFIRMED, "admitted")
        return _graded(Grade.CONTESTED, "competing")
    if Status.DENIED in statuses or is_contested:
        return _graded(Grade.CONTESTED, "competing")
    if len(origins) > 1:
        return _graded(Grade.FAIR, "several_origins")
    return _graded(Grade.WEAK, "one_origin")


def _graded(grade: Grade, rule: str) -> tuple[Grade, str]:
    return grade, f"{rule}: {_words()[rule]}"


def _is_accepted(account: Account, sides: Sides) -> bool:
    """Whether the side that is said to have done violence says so itself."""
    if account.event.type != "ASSAULT" or account.event.status is not Status.CLAIMED:
        return False
    return bool(sides.get(account.speaker or "", frozenset()) & account.actors)
