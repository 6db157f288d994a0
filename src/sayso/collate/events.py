"""Events of the ledger: each report's account, tied to the other accounts of the same event, and graded."""

from collections.abc import Iterator, Mapping, Sequence

from sayso.collate.accounts import Account, make_accounts
from sayso.collate.claims.claims import Desk
from sayso.collate.entities import Cast
from sayso.collate.grades import ASSERTED, grade_event
from sayso.collate.identity import content_id
from sayso.collate.incidents.group import group_accounts
from sayso.collate.origins import find_origins
from sayso.collate.sides import Sides
from sayso.core.ledger import Claim, ClaimReading, ClaimStatus, EventReport, LedgerEvent, Story
from sayso.core.read_article import ReadArticle
from sayso.core.reading import Voice

Carried = Mapping[str, Sequence[Claim]]  # the claims that each article carries


def make_events(
    accounts: Sequence[Sequence[Account]], sides: Sides, carried: Carried, desk: Desk
) -> tuple[LedgerEvent, ...]:
    """Return every account of every event, those of one event tied by ``incident``, in the order of the reports.

    ``accounts`` are those of each event, as ``find_incidents`` gives them.
    """
    made = [event for group in accounts for event in _incident(group, carried, sides, desk)]
    return tuple(sorted(made, key=lambda e: (e.article, e.trigger, e.id)))


def find_incidents(
    members: Sequence[ReadArticle], cast: Cast, carried: Carried, story_of: Mapping[str, Story] | None = None
) -> list[list[Account]]:
    """Return the accounts of one affair's reports, those of one event together."""
    accounts = [account for read in members for account in make_accounts(read, cast)]
    stories = {read.reading.id: story_of[read.reading.id].id for read in members} if story_of else None
    own = {c.id: c for read in members for c in carried.get(read.reading.id, ())}.values()
    places = [[(r.article, r.span.start, r.span.end) for r in claim.readings] for claim in own]
    return [[accounts[i] for i in group] for group in group_accounts(accounts, places, stories)]


def _incident(
    accounts: Sequence[Account], carried: Carried, sides: Sides, desk: Desk
) -> Iterator[LedgerEvent]:
    ids = [_event_id(a) for a in accounts]
    incident = content_id("incident", *sorted(ids))
    reports = tuple(EventReport(a.article, i) for a, i in zip(accounts, ids, strict=True))
    origins = _origins(accounts, desk)
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
            confidence=event.confidence,
        )


def _event_id(account: Account) -> str:
    trigger = account.event.trigger
    return content_id(
        "event", account.article, str(trigger.start), str(trigger.end), account.event.type or ""
    )


def _origins(accounts: Sequence[Account], desk: Desk) -> set[str]:
    """Return the independent origins of the accounts that assert an event, by the ends of their chains.

    What an outlet tells in its own voice and attributes too is no further origin.
    """
    told = [a for a in accounts if a.event.status in ASSERTED]
    attributing = {a.article for a in told if a.event.statement is not None}
    readings = [
        ClaimReading(
            article=a.article,
            span=a.event.trigger,
            statement=desk.statement_ids.get((a.article, a.event.statement or "")),
            voice=Voice.OWN if a.event.statement is None else Voice.ATTRIBUTED,
            speaker=a.speaker,
        )
        for a in told
        if a.event.statement is not None or a.article not in attributing
    ]
    found = find_origins(readings, desk.sources)
    return {f"{number} {origin.name or origin.kind}" for number, origin in enumerate(found)}


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
