"""How far a ledger agrees with the example's gold: the scorer whose figures the tests hold to floors."""

import itertools
from dataclasses import dataclass
from functools import cached_property

from bench.gold import Gold, GoldClaim, GoldReading, GoldStatement
from bench.matching import fold_name, locate, name_articles, nearness
from sayso.core.ledger import Claim, ClaimReading, ClaimStatus, Ledger, LedgerArticle, LedgerStatement

NEAR_BEST = 0.05  # readings this near to the best one carry the gold span as well


@dataclass(frozen=True, slots=True)
class Score:
    """True positives, what the ledger has, and what the gold has."""

    right: int
    given: int
    wanted: int

    @property
    def precision(self) -> float:
        """The share of what is given that is right; 1 where nothing is given."""
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """The share of what is wanted that is right; 1 where nothing is wanted."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        total = self.given + self.wanted
        return 2 * self.right / total if total else 1.0


@dataclass(frozen=True)
class Agreement:
    """A ledger beside the gold; every property is computed once, when it is asked for."""

    gold: Gold
    ledger: Ledger

    @cached_property
    def articles(self) -> dict[str, LedgerArticle]:
        """The article of each report that the ledger has."""
        return name_articles(self.ledger, self.gold.reports.values())

    @cached_property
    def boilerplate_left(self) -> list[str]:
        """Lines that cleaning should have taken out."""
        return [b.starts for b in self.gold.boilerplate if b.starts in self.articles[b.report].text]

    @cached_property
    def found(self) -> list[tuple[GoldStatement, LedgerStatement]]:
        """Each gold statement that was found, with the ledger's."""
        pairs = ((gold, self._statement_for(gold)) for gold in self.gold.statements)
        return [(gold, statement) for gold, statement in pairs if statement is not None]

    @cached_property
    def missed(self) -> list[GoldStatement]:
        """Gold statements that the ledger lacks."""
        found = {id(gold) for gold, _ in self.found}
        return [gold for gold in self.gold.statements if id(gold) not in found]

    @cached_property
    def wrong_speaker(self) -> list[tuple[GoldStatement, tuple[str, ...]]]:
        """Found statements with another speaker, and the names of the one given."""
        names = {entity.id: (entity.name, *entity.aliases) for entity in self.ledger.entities}
        given = ((gold, names.get(statement.speaker or "", ())) for gold, statement in self.found)
        return [(gold, have) for gold, have in given if not self._is_named(gold.speaker, have)]

    @cached_property
    def wrong_act(self) -> list[tuple[GoldStatement, str]]:
        """Found statements with another act, and the one given."""
        return [
            (gold, statement.act.value) for gold, statement in self.found if statement.act is not gold.act
        ]

    def share(self, right: int) -> float:
        """``right`` as a share of all gold statements: one that was missed is wrong in every respect."""
        return right / len(self.gold.statements)

    @cached_property
    def placed(self) -> dict[tuple[str, int], list[tuple[Claim, ClaimReading]]]:
        """For each gold reading (claim, number) the ledger's readings that carry its words."""
        found = {}
        for claim in self.gold.claims:
            for number, reading in enumerate(claim.readings):
                if carriers := self._carriers(reading):
                    found[claim.id, number] = carriers
        return found

    @cached_property
    def voices_right(self) -> int:
        """Gold readings that are placed in the right voice."""
        keyed = {(c.id, n): reading.voice for c in self.gold.claims for n, reading in enumerate(c.readings)}
        return sum(any(r.voice is keyed[key] for _, r in carriers) for key, carriers in self.placed.items())

    @cached_property
    def links(self) -> Score:
        """Pairs of readings from two reports that stand in one claim.

        Gold claims that share words (a denial that answers two claims at once) may lie in one ledger claim:
        such a link is neither right nor wrong.
        """
        keys = [(claim, number) for claim in self.gold.claims for number in range(len(claim.readings))]
        right = wrong = wanted = 0
        for (claim, i), (other, j) in itertools.combinations(keys, 2):
            if claim.readings[i].report == other.readings[j].report:
                continue
            linked = bool(self._claims_at(claim.id, i) & self._claims_at(other.id, j))
            wanted += claim is other
            right += claim is other and linked
            wrong += linked and claim is not other and not _share_words(claim, other)
        return Score(right, right + wrong, wanted)

    @cached_property
    def parted(self) -> dict[str, set[ClaimStatus]]:
        """For each gold claim the states of the ledger's claims that carry its readings."""
        states: dict[str, set[ClaimStatus]] = {claim.id: set() for claim in self.gold.claims}
        for (claim, _), carriers in self.placed.items():
            states[claim].update(found.status for found, _ in carriers)
        return states

    @cached_property
    def harm(self) -> Score:
        """Figures of people killed and injured, by report."""
        reports = {article.id: report for report, article in self.articles.items()}
        wanted = set().union(*(incident.harms() for incident in self.gold.incidents))
        effects = {effect for _, effect, _ in wanted}
        given = {
            (reports.get(event.article, event.article), harm.effect, harm.low)
            for event in self.ledger.events
            for harm in event.harm
            if harm.effect in effects
        }
        return Score(len(wanted & given), len(given), len(wanted))

    @cached_property
    def wrong_pairs(self) -> list[tuple[str, str]]:
        """Pairs of reports that are in one story and should not be, or the other way about."""
        story = {article: s.id for s in self.ledger.stories for article in s.articles}
        truth = {report: number for number, reports in enumerate(self.gold.stories) for report in reports}
        where = {report: story.get(self.articles[report].id, report) for report in truth}
        pairs = itertools.combinations(truth, 2)
        return [(a, b) for a, b in pairs if (where[a] == where[b]) != (truth[a] == truth[b])]

    @cached_property
    def dates_missed(self) -> list[str]:
        """Days and years that the timeline lacks; an entry's time of day does not count."""
        have = {entry.date.value for entry in self.ledger.timeline}
        return [d.date for d in self.gold.timeline if not any(value.startswith(d.date) for value in have)]

    def _statement_for(self, gold: GoldStatement) -> LedgerStatement | None:
        article = self.articles[gold.report]
        place = locate(article, gold.span)
        own = [statement for statement in self.ledger.statements if statement.article == article.id]
        best = max(own, key=lambda statement: nearness(place, statement.content), default=None)
        return best if best is not None and nearness(place, best.content) else None

    def _is_named(self, speaker: str, names: tuple[str, ...]) -> bool:
        known = {fold_name(alias) for alias in self.gold.aliases[speaker]}
        folded = {fold_name(name) for name in names}
        # "Caldria's Armed Forces Press Office" names the press office.
        return bool(known & folded) or any(name.endswith(f" {alias}") for name in folded for alias in known)

    def _carriers(self, gold: GoldReading) -> list[tuple[Claim, ClaimReading]]:
        article = self.articles[gold.report]
        place = locate(article, gold.span)
        readings = ((c, r) for c in self.ledger.claims for r in c.readings if r.article == article.id)
        near = [(nearness(place, (reading.span,)), claim, reading) for claim, reading in readings]
        best = max((score for score, _, _ in near), default=0.0)
        return [(claim, reading) for score, claim, reading in near if score and score >= best - NEAR_BEST]

    def _claims_at(self, claim: str, number: int) -> set[str]:
        return {found.id for found, _ in self.placed.get((claim, number), [])}


def _share_words(claim: GoldClaim, other: GoldClaim) -> bool:
    words = {(reading.report, reading.span) for reading in claim.readings}
    return any((reading.report, reading.span) in words for reading in other.readings)
