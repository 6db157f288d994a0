"""The lineage of all reports: which one took which passages from which, and where that leads.

1. Pairs worth comparing are found (``candidates``) and compared (``relations``).
2. A report's sources are chosen greedily, the one that covers most of it first; one that is itself made from another
   source is passed over where that one has the passages too. So each passage is led back to the first report that has
   it, as far as the reports at hand go.
3. A report whose words stand in its sources for the most part repeats the one that covers most of it.

Where nothing tells which of two came first, both list the passage, and neither is called a copy.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from sayso.collate.lineage.candidates import find_candidates
from sayso.collate.lineage.chains import direct_by_others, lead_back, names_of, settle_parts, words_of
from sayso.collate.lineage.relations import Relation, relate
from sayso.collate.lineage.texts import forget_texts, make_text
from sayso.core.lineage import Precedence, Taking
from sayso.core.read_article import ReadArticle
from sayso.core.span import Span

_LEAST_WORDS = 20  # a shorter text is not compared
_STANDS_FOR = 0.9  # of what a copied source covers, its own source must cover
_LEAST_NEW = 15  # words that a further source must add
_LEAST_SHARE = 0.1  # and of the report
_REPEATS = 0.6  # of a report's words stand in its sources: it repeats them
_MERGED = 0.8  # of a report stand in two that share little
_APART = 0.3


@dataclass(frozen=True, slots=True)
class Lineage:
    """What each report took from others, by article; ``families`` names one article for reports of unknown order."""

    takings: Mapping[str, tuple[Taking, ...]] = field(default_factory=dict)
    copied_from: Mapping[str, str] = field(default_factory=dict)
    families: Mapping[str, str] = field(default_factory=dict)
    own: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)  # what copies surely added

    def find_source(self, article: str, span: Span) -> str:
        """Return the report that first had the words of ``span``, as far as is known; it may be the article itself."""
        seen = {article}
        while True:
            best = max(
                (t for t in self.takings.get(article, ()) if t.precedence is not Precedence.UNKNOWN),
                key=lambda t: (_shared(t.span, span), t.source),
                default=None,
            )
            if best is None or best.source in seen or 2 * _shared(best.span, span) < span.end - span.start:
                is_own = any(span.overlaps(own) for own in self.own.get(article, ()))
                source = article if is_own else self.copied_from.get(article, article)
                return self.families.get(source, source)
            article, span = best.source, best.source_span
            seen.add(article)

    def correct(self, copied_from: Mapping[str, str]) -> "Lineage":
        """Return the lineage as people have corrected it: what they changed holds for all of a report."""
        changed = {
            a for a in {*copied_from, *self.copied_from} if copied_from.get(a) != self.copied_from.get(a)
        }
        if not changed:
            return self
        takings = {a: found for a, found in self.takings.items() if a not in changed}
        families = {a: first for a, first in self.families.items() if a not in changed}
        return Lineage(takings, copied_from, families, self.own)

    def find_added(self, article: str, text: str) -> tuple[Span, ...]:
        """Return what a report that took passages has of its own, in order; words only, not what lies between them."""
        taken = sorted((t.span.start, t.span.end) for t in self.takings.get(article, ()))
        if not taken:
            return ()
        edges = [(0, 0), *taken, (len(text), len(text))]
        ends = accumulate((end for _, end in edges), max)
        gaps = [(end, start) for end, (start, _) in zip(ends, edges[1:], strict=False)]
        return tuple(
            Span.of(text, start, end)
            for start, end in gaps
            if start < end and any(map(str.isalnum, text[start:end]))
        )


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def trace_lineage(reads: Sequence[ReadArticle]) -> Lineage:
    """Trace the lineage of reports. The same from any order; ids must be distinct.

    The work grows with the reports and with how many truly share words, not with the square of the reports.
    """
    texts = [t for t in map(make_text, reads) if len(t.words) >= _LEAST_WORDS]
    texts.sort(key=lambda t: (t.published or "~", t.id))
    relations = [r for a, b in find_candidates(texts) if (r := relate(texts[a], texts[b]))]
    forget_texts()
    known, unknown = _sort_out(settle_parts(direct_by_others(relations)))
    chosen = lead_back({copy: _choose(known[copy], known) for copy in sorted(known)})
    loose = {copy: _nearest(unknown[copy], known) for copy in sorted(unknown) if copy not in known}
    takings: dict[str, list[Taking]] = defaultdict(list)
    for copy, sources in chosen.items():
        for relation in sources:
            takings[copy] += _takings(relation)
    for partner in loose.values():
        for relation in (partner, partner.turn()):
            takings[relation.copy.id] += [t for t in _takings(relation) if t not in takings[relation.copy.id]]
    return Lineage(
        {article: tuple(sorted(found, key=_place)) for article, found in takings.items() if found},
        _find_copies(chosen),
        _find_families(loose.values()),
        {copy: own for copy, sources in chosen.items() if (own := _find_own(sources))},
    )


def _place(taking: Taking) -> tuple[Span, str, Span]:
    return taking.span, taking.source, taking.source_span


def _sort_out(relations: Sequence[Relation]) -> tuple[dict[str, list[Relation]], dict[str, list[Relation]]]:
    """Return the relations by copy where the order is known, and by either text where it is not."""
    known: dict[str, list[Relation]] = defaultdict(list)
    unknown: dict[str, list[Relation]] = defaultdict(list)
    for relation in relations:
        if relation.precedence is not Precedence.UNKNOWN:
            known[relation.copy.id].append(relation)
        else:
            unknown[relation.copy.id].append(relation)
            unknown[relation.source.id].append(relation.turn())
    for copy in sorted(unknown.keys() - known.keys()):
        parts = [r for r in relations if r.precedence is Precedence.CONTAINED and r.source.id == copy]
        for relation in _find_merged(unknown[copy], [r.turn() for r in parts]):
            source = relation.source.id
            known[copy].append(replace(relation, precedence=Precedence.CONTAINED))
            known[source] = [r for r in known[source] if r.source.id != copy]
            unknown[source] = [r for r in unknown[source] if r.source.id != copy]
            unknown[copy] = []
    return _without_empty(known), _without_empty(unknown)


def _without_empty(found: Mapping[str, list[Relation]]) -> dict[str, list[Relation]]:
    return {text: relations for text, relations in found.items() if relations}


def _find_merged(relations: Sequence[Relation], parts: Sequence[Relation]) -> list[Relation]:
    """Return two relations with texts that together make up the copy and share little of it, if there are such.

    One of the two, at least, has more than the copy took from it; else both may be ``parts`` of the copy.
    """
    for number, first in enumerate(sorted(relations, key=_rank)):
        for second in [*sorted(relations, key=_rank)[number + 1 :], *sorted(parts, key=_rank)]:
            one, other = words_of(first), words_of(second)
            size = len(first.copy.words)
            if len(one | other) >= _MERGED * size and len(one & other) <= _APART * min(len(one), len(other)):
                return [first, second]
    return []


def _rank(relation: Relation) -> tuple[float, str, str]:
    return -round(relation.coverage, 1), relation.source.published or "~", relation.source.id


def _choose(relations: Sequence[Relation], known: Mapping[str, Sequence[Relation]]) -> list[Relation]:
    """Return the relations with a report's sources, the one that covers most of it first."""
    coverage = {r.source.id: r.coverage for r in relations}
    firsts = [r for r in relations if not _has_stand_in(r, coverage, known)]
    covered: set[int] = set()
    chosen: list[Relation] = []
    for relation in sorted(firsts, key=_rank):
        added = words_of(relation) - covered
        if not chosen or len(added) >= max(_LEAST_NEW, _LEAST_SHARE * len(relation.copy.words)):
            chosen.append(relation)
            covered |= added
    return chosen


def _has_stand_in(
    relation: Relation, coverage: Mapping[str, float], known: Mapping[str, Sequence[Relation]]
) -> bool:
    """Whether a source of the source has nearly all of what the source has of the report."""
    return any(
        coverage.get(earlier.source.id, 0) >= _STANDS_FOR * relation.coverage
        for earlier in known.get(relation.source.id, ())
    )


def _nearest(relations: Sequence[Relation], known: Mapping[str, Sequence[Relation]]) -> Relation:
    coverage = {r.source.id: r.coverage for r in relations}
    firsts = [r for r in relations if not _has_stand_in(r, coverage, known)]
    return min(firsts or relations, key=_rank)


def _takings(relation: Relation) -> list[Taking]:
    return [
        Taking(
            source=relation.source.id,
            span=relation.copy.span(*shared.words),
            source_span=relation.source.span(*shared.source),
            is_verbatim=shared.is_verbatim,
            precedence=relation.precedence,
        )
        for shared in relation.shared
    ]


def _find_own(relations: Sequence[Relation]) -> tuple[Span, ...]:
    """Return the sentences that a report shares with no source and that name what no source names.

    Of the rest of what it does not share, some may be reworded beyond recognition.
    """
    copy = relations[0].copy
    taken = set[int]().union(*map(words_of, relations))
    known = frozenset[str]().union(*(r.source.names for r in relations))
    return tuple(
        copy.span(s.first, s.end)
        for s in copy.sentences
        if 2 * len(taken.intersection(range(s.first, s.end))) < s.size
        and any(names_of(copy, range(s.first, s.end)) - known)
    )


def _find_copies(chosen: Mapping[str, Sequence[Relation]]) -> dict[str, str]:
    """Map each report that repeats others to the first report behind the one that covers most of it."""
    parents = {
        copy: relations[0].source.id
        for copy, relations in chosen.items()
        if len(set[int]().union(*map(words_of, relations))) >= _REPEATS * len(relations[0].copy.words)
    }
    roots = {}
    for copy in parents:
        seen, root = {copy}, parents[copy]
        while root in parents and root not in seen:
            seen.add(root)
            root = parents[root]
        roots[copy] = root
    return {copy: root for copy, root in roots.items() if copy != root and roots.get(root) != copy}


def _find_families(relations: Iterable[Relation]) -> dict[str, str]:
    """Map each text of a group that shares words in unknown order to the first of them, as dates and ids sort."""
    parent: dict[str, str] = {}
    keys: dict[str, tuple[str, str]] = {}

    def root(text: str) -> str:
        while (above := parent.get(text, text)) != text:
            parent[text] = parent.get(above, above)  # the way is half as long next time
            text = parent[text]
        return text

    for relation in relations:
        for text in (relation.source, relation.copy):
            keys[text.id] = (text.published or "~", text.id)
        low, high = sorted((root(relation.source.id), root(relation.copy.id)), key=keys.__getitem__)
        parent[high] = low
    return {text: root(text) for text in sorted(keys)}
