"""Accounts: what one report tells of each round of talks, its mentions of one round put together.

1. A mention with another number, place or day than the rounds seen so far opens a round; one with the same joins it.
2. A mention that only points ("the talks") goes to the round spoken of last.
3. Who took part, and how it went, go to the round that their sentence tells of, else to the one spoken of last.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from sayso.collate.processes.days import are_compatible, is_narrow, known_days
from sayso.collate.processes.page import Actor, Page
from sayso.collate.processes.roles import find_delegates, find_mediators
from sayso.collate.processes.talks.mentions import Mention, find_dateline, find_mentions, find_signing
from sayso.collate.processes.talks.outcomes import find_outcomes
from sayso.core.process import Outcome, OutcomeTold, Passage
from sayso.core.span import Date, Span
from sayso.core.timex_value import Days

_WILL = re.compile(r"\b(?:will|would)\b")


@dataclass(slots=True)
class Account:
    """One report's account of one round."""

    article: str
    trigger: Span
    numbers: list[tuple[int, Span]] = field(default_factory=list)
    places: list[Actor] = field(default_factory=list)
    dates: list[Date] = field(default_factory=list)
    parties: list[Actor] = field(default_factory=list)
    mediators: list[Actor] = field(default_factory=list)
    delegates: list[Actor] = field(default_factory=list)
    outcomes: list[OutcomeTold] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    sides: list[Span] = field(default_factory=list)
    days: int | None = None
    filed: Actor | None = None  # where the report was written, by its dateline

    @property
    def key(self) -> tuple[str, Span]:
        """A key that orders accounts the same whatever the order of the reports."""
        return self.article, self.trigger

    @property
    def number(self) -> int | None:
        """The round's number, as this report first gives it."""
        return self.numbers[0][0] if self.numbers else None

    @property
    def is_moved(self) -> bool:
        """Whether it is told to have been put off or called off, so that its date may not hold."""
        return any(o.kind in (Outcome.POSTPONED, Outcome.CANCELLED) for o in self.outcomes)

    def days_told(self) -> Days | None:
        """The days that its dates leave possible; None where the year is open or nothing is told."""
        days = known_days(self.dates)
        if days and self.days and days[0] == days[1]:
            return days[0] - timedelta(days=self.days - 1), days[1]
        return days


def make_accounts(page: Page) -> list[Account]:
    """Return the rounds that a report tells of; those of which it says neither place, day nor number are left out."""
    found: list[Account] = []
    latest: Account | None = None
    told: dict[int, list[Mention]] = {}
    for mention in find_mentions(page):
        told.setdefault(mention.number, []).append(mention)
    coming: tuple[int, Account] | None = None
    for number in range(len(page.sentences)):
        here: list[Account] = []
        for mention in told.get(number, ()):
            account = _place(found, latest, mention, page)
            if latest is None or not mention.is_to_come:
                latest = account
                here.append(account)
            else:
                coming = number, account
        if (
            not here
            and coming is not None
            and coming[0] == number - 1
            and _WILL.search(page.sentences[number].exact)
        ):
            here.append(coming[1])  # "A second round is planned. Norland will mediate again."
        if not here and latest is not None:
            here.append(latest)  # a sentence without a mention goes on about the round spoken of last
        for account in here:
            _add_roles(account, page, number, told.get(number, ()))
    filed = find_dateline(page)
    kept = [a for a in found if a.numbers or a.places or _has_day(a)]
    for account in kept:
        account.filed = filed
        account.outcomes = list(dict.fromkeys(account.outcomes))
        account.passages = list(dict.fromkeys(account.passages))
    return kept


def _has_day(account: Account) -> bool:
    """Whether its dates tell it from other rounds: a season or a year alone does not."""
    if account.parties or len(account.dates) > 1:
        return bool(account.dates)
    return any(is_narrow(d) for d in account.dates)


def _place(found: list[Account], latest: Account | None, mention: Mention, page: Page) -> Account:
    """Put a mention to the round that it tells of and return that round."""
    fitting = [a for a in found if _fits(a, mention)]
    shared = [a for a in fitting if _shares(a, mention)]
    points = not (mention.ordinal or mention.places or mention.dates)
    if shared:
        account = shared[-1]
    elif (
        latest is not None
        and latest in fitting
        and (points or not (latest.places or latest.dates or latest.numbers))
    ):
        account = latest
    elif points and found:
        account = latest or found[-1]
    else:
        account = Account(page.id, mention.trigger)
        found.append(account)
    _fill(account, mention, page)
    return account


def _fits(account: Account, mention: Mention) -> bool:
    """Whether nothing that a mention says speaks against its being of a round."""
    if mention.ordinal and account.number and mention.ordinal[0] != account.number:
        return False
    if mention.places and account.places and not _same_place(account, mention):
        return False
    return are_compatible(account.dates, mention.dates)


def _shares(account: Account, mention: Mention) -> bool:
    return bool(
        (mention.ordinal and mention.ordinal[0] == account.number)
        or (mention.places and _same_place(account, mention))
        or (mention.dates and account.dates and are_compatible(account.dates, mention.dates))
    )


def _same_place(account: Account, mention: Mention) -> bool:
    known = {a.entity or a.name for a in account.places}
    return any((a.entity or a.name) in known for a in mention.places)


def _fill(account: Account, mention: Mention, page: Page) -> None:
    if mention.ordinal:
        account.numbers.append(mention.ordinal)
    account.places += mention.places
    account.dates += [d for d in mention.dates if d not in account.dates]
    account.days = account.days or mention.days
    account.parties += mention.parties
    if mention.sides is not None:
        account.sides.append(mention.sides)
    account.passages.append(page.sentence_passage(mention.number, mention.trigger))


def _add_roles(account: Account, page: Page, number: int, told: Sequence[Mention]) -> None:
    account.mediators += find_mediators(page, number)
    account.delegates += find_delegates(page, number)
    account.outcomes += find_outcomes(page, number, told)
    if not account.places and (place := find_signing(page, number)):
        account.places.append(place)
