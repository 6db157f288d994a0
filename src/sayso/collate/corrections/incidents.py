"""Corrections of incidents: accounts that tell of one event, and accounts that do not."""

from collections.abc import Collection, Sequence

from sayso.collate.accounts import Account
from sayso.collate.corrections.book import Book
from sayso.collate.corrections.partition import Anchor, Constraint, Nearness, replay
from sayso.collate.corrections.passages import locate, pick
from sayso.collate.corrections.readings import NOT_ON_DESK
from sayso.core.correction import Action, Correction, Selector, Subject
from sayso.core.read_article import ReadArticle


class IncidentCorrections:
    """Replays what people decided about incidents on those that collation has found."""

    def __init__(self, reads: Sequence[ReadArticle], book: Book) -> None:
        self._book = book
        self._texts = {read.reading.id: read.reading.text for read in reads}

    def regroup(self, groups: Sequence[Sequence[Account]]) -> list[list[Account]]:
        """Return the groups of accounts with incidents merged and split."""
        wanted = [c for c in self._book.active(Subject.EVENT) if c.action in (Action.MERGE, Action.SPLIT)]
        if not wanted:
            return [list(group) for group in groups]
        accounts = sorted((a for group in groups for a in group), key=lambda a: a.key)
        number = {account.key: i for i, account in enumerate(accounts)}
        by_article: dict[str, list[int]] = {}
        for i, account in enumerate(accounts):
            by_article.setdefault(account.article, []).append(i)
        constraints = []
        for one in wanted:
            parts = tuple(self._anchors(one, part, accounts, by_article) for part in one.parts)
            if sum(map(bool, parts)) > 1:
                self._book.find(one)
                constraints.append(Constraint(one.id, one.action, parts))
        done = replay([[number[a.key] for a in group] for group in groups], constraints, _nearness(accounts))
        for earlier, later in done.overruled.items():
            self._book.overrule(earlier, later)
        for correction, bearing in done.bearing.items():
            for i in bearing:
                trigger = accounts[i].event.trigger
                key = (accounts[i].article, str(trigger.start), str(trigger.end))
                self._book.mark(Subject.EVENT, key, correction)
        return [[accounts[i] for i in group] for group in done.groups]

    def _anchors(
        self,
        correction: Correction,
        part: Sequence[Selector],
        accounts: Sequence[Account],
        by_article: dict[str, list[int]],
    ) -> tuple[Anchor, ...]:
        found = []
        for selector in part:
            text = self._texts.get(selector.article)
            place = locate(selector, text) if text is not None else None
            triggers = [(i, accounts[i].event.trigger) for i in by_article.get(selector.article, ())]
            spans = [(i, [(t.start, t.end)]) for i, t in triggers]
            own = pick([place], spans, touching=True) if place else None
            if own is None:
                self._book.miss(correction, [selector], *(() if text is not None else (NOT_ON_DESK,)))
            else:
                found.append((own,))
        return tuple(found)


def _nearness(accounts: Sequence[Account]) -> Nearness:
    def near(one: int, side: Collection[int]) -> float:
        """How near an account is to others: by what its sentence says, and by the places that it names."""
        own = accounts[one]
        scores = []
        for other in (accounts[i] for i in side):
            alike = 0.0
            if own.vector is not None and other.vector is not None:
                alike = float(own.vector @ other.vector)
            scores.append(alike + bool(own.places & other.places))
        return round(max(scores, default=0.0), 6)

    return near
