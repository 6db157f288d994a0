"""Events of the ledger: each report's account, tied to the other accounts of the same event, and graded."""

from collections.abc import Iterator, Mapping, Sequence

from sayso.collate.accounts import Account, make_accounts
from sayso.collate.claims.claims import Desk
from sayso.collate.entities import Cast
from sayso.collate.grades import grade_event
from sayso.collate.identity import content_id
from sayso.collate.incidents import group_accounts
from sayso.collate.names import fold_name
from sayso.collate.sides import Sides
from sayso.core.ledger import Claim, ClaimStatus, EventReport, LedgerEvent
from sayso.core.read_article import ReadArticle
from sayso.core.reading import Status, Voice

Carried = Mapping[str, Sequence[Claim]]  # the claims that each article carries

_TOLD = frozenset({Status.REPORTED, Status.CLAIMED, Status.ACCUSED, Status.ADMITTED})


def make_events(
    accounts: Sequence[Sequence[Account]], sides: Sides, carried: Carried, desk: Desk
) -> tuple[LedgerEvent, ...]:
    """Return every account of every event, those of one event tied by ``incident``, in the order of the reports.

    ``accounts`` are those of each event, as ``find_incidents`` gives them.
    """
    made = [event for group in accounts for event in _incident(group, carried, sides, desk)]
    return tuple(sorted(made, key=lambda e: (e.article, e.trigger, e.id)))


def find_incidents(members: Sequence[ReadArticle], cast: Cast, carried: Carried) -> list[list[Account]]:
    """Return the accounts of one affair's reports, those of one event together."""
    accounts = [account for read in members for account in make_accounts(read, cast)]
    own = {c.id: c for read in members for c in carried.get(read.reading.id, ())}.values()
    places = [[(r.article, r.span.start, r.span.end) for r in claim.readings] for claim in own]
    return [[accounts[i] for i in group] for group in group_accounts(accounts, places)]


def _incident(
    accounts: Sequence[Account], carried: Carried, sides: Sides, desk: Desk
) -> Iterator[LedgerEvent]:
    ids = [_event_id(a) for a in accounts]
    incident = content_id("incident", *sorted(ids))
    reports = tuple(EventReport(a.article, i) for a, i in zip(accounts, ids, strict=True))
    origins = {origin for a in accounts if (origin := _origin(a, desk)) is not None}
    contested = any(_is_contested(a, carried.get(a.article, ())) for a in accounts)
    grade, reason = grade_event(accounts, origins, sides, is_contested=contested)
    for account, own in zip(accounts, ids, strict=True):
        event = account.event
        yield LedgerEvent(
            id=own,
            article=account.article,
            type=event.type,
            mode=event.mode,
            trigger=event.trigger,
            actors=event.actors,
            recipients=event.recipients,
            places=event.places,
            date=event.date,
            harm=event.harm,
            instruments=event.instruments,
            targets=event.targets,
            status=event.status,
            statement=desk.statement_ids.get((account.article, event.statement or "")),
            incident=incident,
            reports=reports,
            grade=grade,
            reason=reason,
        )


def _event_id(account: Account) -> str:
    trigger = account.event.trigger
    return content_id(
        "event", account.article, str(trigger.start), str(trigger.end), account.event.type or ""
    )


def _origin(account: Account, desk: Desk) -> str | None:
    """Return on whose word an account that asserts the event stands."""
    if account.event.status not in _TOLD:
        return None
    if account.speaker is not None:
        return f"entity {account.speaker}"
    article = desk.sources.copied_from.get(account.article, account.article)
    outlet = desk.sources.outlets.get(article)
    kind = "own" if account.event.statement is None else "unnamed"
    return f"{kind} {fold_name(outlet)}" if outlet else f"{kind} {article}"


def _is_contested(account: Account, claims: Sequence[Claim]) -> bool:
    """Whether a claim that tells of the event, and not only mentions it in denying something else, is denied."""
    trigger = account.event.trigger
    return any(
        claim.status is ClaimStatus.CONTESTED
        and any(
            r.article == account.article and r.span.contains(trigger) and r.voice is not Voice.DENIED
            for r in claim.readings
        )
        for claim in claims
    )


def claims_by_article(claims: Sequence[Claim]) -> Carried:
    """Return the claims that each article carries."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        for article in dict.fromkeys(r.article for r in claim.readings):
            found.setdefault(article, []).append(claim)
    return found
