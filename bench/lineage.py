"""Which report was made from which, on reports derived from invented originals in ten ways (``bench.derive``).

An edge is right where the copy lists passages taken from that source and nothing points the other way; where neither
dates nor credits nor lengths tell which came first, where both list the passages and neither is called a copy. The
originals tell of eight stories, several reports of each: an edge between two of those is wrong.
"""

from collections import Counter
from dataclasses import dataclass

from bench.context import Context, timed_reads
from bench.derive import KINDS, Deriver, Edge
from bench.figures import Figure, Measured
from sayso.collate.lineage import Lineage, trace_lineage
from sayso.core.lineage import Precedence

GOAL = 0.95


@dataclass(frozen=True, slots=True)
class Tally:
    """Edges that are right, given and wanted, by kind of derivation; ``none`` is an original."""

    right: Counter[str]
    given: Counter[str]
    wanted: Counter[str]

    def precision(self, kind: str | None = None) -> float:
        """The share of the edges given that are right, of one kind or of all."""
        return _share(self.right, self.given, kind)

    def recall(self, kind: str | None = None) -> float:
        """The share of the edges wanted that are given."""
        return _share(self.right, self.wanted, kind)

    def f1(self, kind: str | None = None) -> float:
        """The harmonic mean of both."""
        both = self.precision(kind) + self.recall(kind)
        return 2 * self.precision(kind) * self.recall(kind) / both if both else 0.0


def measure(context: Context) -> Measured:
    """Lineage F1 on the half on which thresholds were set and on the other, and by kind on the other."""
    count, seconds, tallies = 0, 0.0, {}
    for half in ("tune", "held"):
        deriver = Deriver(half)
        reads, spent = timed_reads(context, deriver.articles)
        tallies[half] = compare(trace_lineage(reads), deriver.edges)
        count, seconds = count + len(reads), seconds + spent
    held = tallies["held"]
    figures = [
        Figure("tuned on: f1", tallies["tune"].f1()),
        Figure("held: f1", held.f1(), GOAL),
        Figure("held: precision", held.precision()),
        Figure("held: recall", held.recall()),
    ]
    for kind in KINDS:
        figures.append(Figure(f"{kind}: precision", held.precision(kind)))
        figures.append(Figure(f"{kind}: recall", held.recall(kind)))
    return Measured(count, seconds, tuple(figures))


def compare(lineage: Lineage, edges: list[Edge]) -> Tally:
    """Tally the edges of a lineage against those of the derivation."""
    wanted = {(e.copy, e.source): e for e in edges}
    kinds = {e.copy: e.kind for e in edges}
    given = {
        (article, taking.source, taking.precedence is not Precedence.UNKNOWN)
        for article, takings in lineage.takings.items()
        for taking in takings
    }
    tally = Tally(Counter(), Counter(), Counter(e.kind for e in edges))
    for copy, source, is_directed in given:
        if not is_directed and (source, copy) in wanted and (copy, source) not in wanted:
            continue  # the same edge, listed by its other end
        if not is_directed and (copy, source) not in wanted and copy < source:
            continue  # likewise, where neither was made from the other
        kind = kinds.get(copy, "none")
        tally.given[kind] += 1
        edge = wanted.get((copy, source))
        tally.right[kind] += (
            edge is not None and is_directed >= edge.is_directed and _is_told(edge, is_directed, lineage)
        )
    return tally


def _is_told(edge: Edge, is_directed: bool, lineage: Lineage) -> bool:
    """Whether the order is known rightly: one that nothing should tell may still be told by the outlet's name."""
    if edge.is_directed or not is_directed:
        return True
    return any(
        t.precedence is Precedence.CREDITED for t in lineage.takings[edge.copy] if t.source == edge.source
    )


def _share(right: Counter[str], of: Counter[str], kind: str | None) -> float:
    parts, whole = (right[kind], of[kind]) if kind else (right.total(), of.total())
    return parts / whole if whole else 0.0
