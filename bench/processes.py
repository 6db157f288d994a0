"""The file on processes: rounds, ceasefires and commitments of four invented stories, two of them for scores only."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.context import Context, as_article, timed_reads
from bench.figures import Figure, Measured
from sayso.collate.ledger import collate
from sayso.collate.processes.ceasefires.accounts import hours_of
from sayso.core.ledger import Ledger
from sayso.core.process import Ceasefire, Coded, Commitment, Named, Round
from sayso.core.span import Date, Grain, Span

FOLDER = Path(__file__).resolve().parent / "negotiations"
CODES = {  # the gold's names of the ceasefires' variables
    "type": "declarations",
    "class": "classes",
    "purpose": "purposes",
    "coverage": "coverage",
    "written": "written",
    "end": "ends",
}
USES = ("developing", "scores only")

Gold = dict[str, Any]


@dataclass
class Tally:
    """Right, found and wanted things of one sort."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, right: int, found: int, wanted: int) -> None:
        """Count some more."""
        self.right, self.found, self.wanted = self.right + right, self.found + found, self.wanted + wanted

    @property
    def precision(self) -> float:
        """Right of what was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Right of what was wanted."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass
class Score:
    """All tallies of some stories."""

    tallies: dict[str, Tally] = field(default_factory=dict)

    def add(self, name: str, right: int, found: int, wanted: int) -> None:
        """Count for one sort of thing."""
        self.tallies.setdefault(name, Tally()).add(right, found, wanted)


def measure(context: Context) -> Measured:
    """F1 of each sort of thing, and of codes and fates how many are right, on both halves of the stories."""
    scores = {use: Score() for use in USES}
    articles, seconds = 0, 0.0
    for folder in sorted(p for p in FOLDER.iterdir() if p.is_dir()):
        records = [json.loads(r) for r in (folder / "reports.jsonl").read_text("utf8").splitlines()]
        gold = json.loads((folder / "gold.json").read_text(encoding="utf8"))
        reads, took = timed_reads(context, [as_article(r) for r in records])
        score_story(gold, collate(reads), scores[gold["use"]])
        articles, seconds = articles + len(records), seconds + took
    figures = [figure for use in USES for figure in _figures(use, scores[use])]
    return Measured(articles, seconds, tuple(figures))


def score_story(gold: Gold, ledger: Ledger, score: Score) -> None:
    """Count what of a story's gold the ledger has."""
    names = Names(gold["aliases"])
    _score_rounds(gold, ledger, names, score)
    _score_ceasefires(gold, ledger, names, score)
    _score_commitments(gold, ledger, names, score)


class Names:
    """Which of the gold's people and bodies a name means."""

    def __init__(self, aliases: Mapping[str, Sequence[str]]) -> None:
        self._aliases = {key: [a.casefold() for a in names] for key, names in aliases.items()}

    def key(self, name: str) -> str:
        """The gold's key of a name; the name itself where it has none."""
        folded = name.casefold()
        exact = next((k for k, names in self._aliases.items() if folded in names), None)
        held = next((k for k, names in self._aliases.items() if any(folded.endswith(a) for a in names)), name)
        return exact or held

    def keys(self, named: Iterable[Named]) -> set[str]:
        """The keys of what is named."""
        return {self.key(n.name) for n in named}


def _score_rounds(gold: Gold, ledger: Ledger, names: Names, score: Score) -> None:
    rounds = [r for p in ledger.processes for r in p.rounds]
    pairs = _pair(gold["rounds"], rounds, lambda g, r: _same_round(g, r))
    score.add("rounds", len(pairs), len(rounds), len(gold["rounds"]))
    for want, found in pairs:
        for name, wanted, got in (
            ("parties", set(want["parties"]), names.keys(found.parties)),
            ("mediators", set(want["mediators"]), names.keys(found.mediators)),
            ("delegates", {d[0] for d in want["delegates"]}, {names.key(d.name) for d in found.delegates}),
            ("outcomes", set(want["outcomes"]), {str(o.kind) for o in found.outcomes if o.kind}),
        ):
            score.add(name, len(wanted & got), len(got), len(wanted))
    process = {want["id"]: found.process for want, found in pairs}
    for group in gold["processes"]:
        together = {process.get(i) for i in group}
        score.add("rounds linked", int(len(together) == 1 and None not in together), 1, 1)


def _same_round(want: Gold, found: Round) -> int:
    """How well a round fits: place, day, number; 0 where too little does."""
    numbers = {int(c.value) for c in found.numbers}
    if want["number"] and numbers and want["number"] not in numbers:
        return 0
    place = any(p.name.casefold() == w.casefold() for p in found.places for w in want["places"])
    days = found.first is not None and found.first <= want["last"] and want["first"] <= (found.last or "")
    return 2 * place + 2 * days + 2 * (want["number"] in numbers) if place or days else 0


def _score_ceasefires(gold: Gold, ledger: Ledger, names: Names, score: Score) -> None:
    pairs = _pair(gold["ceasefires"], ledger.ceasefires, lambda g, c: _same_ceasefire(g, c))
    score.add("ceasefires", len(pairs), len(ledger.ceasefires), len(gold["ceasefires"]))
    for want, found in pairs:
        for variable, attribute in CODES.items():
            coded: tuple[Coded, ...] = getattr(found, attribute)
            wanted = (
                want[variable]
                if isinstance(want[variable], list)
                else [want[variable]]
                if want[variable]
                else []
            )
            got = {str(c.value) for c in coded}
            score.add("ceasefire codes", len(got & set(wanted)), len(got), len(wanted))
        starts = {d.date.value[:10] for d in found.starts}
        score.add(
            "ceasefire dates", int(want["start"] in starts), int(bool(starts)), int(bool(want["start"]))
        )
        lengths = {hours_of(d.date) for d in found.durations}
        hours = (
            hours_of(Date(want["duration"], Grain.DURATION, Span(0, 1, "x"))) if want["duration"] else None
        )
        score.add("ceasefire dates", int(hours in lengths), int(bool(lengths)), int(hours is not None))
        for name, wanted_keys, got_keys in (
            ("declarers", set(want["declared_by"]), names.keys(found.declarers)),
            ("ceasefire mediators", set(want["mediators"]), names.keys(found.mediators)),
        ):
            score.add(name, len(wanted_keys & got_keys), len(got_keys), len(wanted_keys))
        told = {
            (names.key(b.claimant.name), names.key(a.name))
            for b in found.breaches
            if b.claimant
            for a in b.accused
        }
        claimed = {tuple(b) for b in want["breaches"]}
        score.add("breaches", len(told & claimed), len(told), len(claimed))


def _same_ceasefire(want: Gold, found: Ceasefire) -> int:
    return len(set(want["reports"]) & {p.article for p in found.passages})


def _score_commitments(gold: Gold, ledger: Ledger, names: Names, score: Score) -> None:
    texts = {a.id: a.text for a in ledger.articles}
    pairs = _pair(gold["commitments"], ledger.commitments, lambda g, c: _same_commitment(g, c, names, texts))
    score.add("commitments", len(pairs), len(ledger.commitments), len(gold["commitments"]))
    right = sum(found.fate in want["status"] for want, found in pairs)
    score.add("fates", right, len(pairs), len(pairs))
    closed = [(want, found) for want, found in pairs if found.fate != "open"]
    wanted = sum("open" not in want["status"] for want, _ in pairs)
    score.add("fates told", sum(f.fate in w["status"] for w, f in closed), len(closed), wanted)


def _same_commitment(want: Gold, found: Commitment, names: Names, texts: Mapping[str, str]) -> int:
    """How many of the gold's words the commitment has, of one kind and one actor."""
    if found.kind != want["kind"] or names.key(found.actor.name) not in want["actor"]:
        return 0
    shared = 0
    for article, words in want["words"]:
        start = texts[article].find(words)
        at = Span(start, start + len(words), words)
        shared += any(p.article == article and p.span.overlaps(at) for p in found.passages)
    return shared


def _pair(gold: Sequence[Gold], found: Sequence[Any], fit: Any) -> list[tuple[Gold, Any]]:
    """Pair wanted and found things one to one, the best fits first."""
    scored = [(fit(g, f), -i, -j) for i, g in enumerate(gold) for j, f in enumerate(found)]
    pairs, used = [], set[tuple[str, int]]()
    for score, i, j in sorted(scored, reverse=True):
        if score > 0 and ("g", i) not in used and ("f", j) not in used:
            used |= {("g", i), ("f", j)}
            pairs.append((gold[-i], found[-j]))
    return pairs


def _figures(use: str, score: Score) -> list[Figure]:
    made = []
    for name, tally in score.tallies.items():
        if name in ("fates", "rounds linked"):
            made.append(Figure(f"{use}: {name} right", tally.recall))
        else:
            made.append(Figure(f"{use}: {name} precision", tally.precision))
            made.append(Figure(f"{use}: {name} recall", tally.recall))
    return made
