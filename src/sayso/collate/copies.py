"""Copies: which report repeats an earlier one, as wire copy, under a new headline, cut or slightly rewritten.

Near copies are found by MinHash (rensa) over runs of five words, and verified by the runs themselves: a report is a
copy where most of the shorter one's runs stand in the other. The earlier by publication date is the original; where
dates do not tell, the one that holds more of the other, then the longer.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rensa import RMinHash, RMinHashLSH  # type: ignore[import-untyped]  # it ships no types

from sayso.collate.quotations import find_rewrites
from sayso.collate.words import tokenize
from sayso.core.read_article import ReadArticle

_RUN = 5  # words
_PERMUTATIONS = 128
_BANDS = 64  # two rows a band: pairs from a Jaccard similarity of about .2 on are looked at
_SEED = 11
_COPIED = 0.6  # of the shorter report's runs
_MIN_RUNS = 15
_MAX_RUNS = 20_000


@dataclass(frozen=True, slots=True)
class _Text:
    id: str
    published: str
    runs: frozenset[str]


def find_copies(reads: Sequence[ReadArticle]) -> dict[str, str]:
    """Map each report that repeats an earlier one to that original; an original is never a copy itself."""
    texts = [t for r in sorted(reads, key=lambda r: r.reading.id) if len((t := _text(r)).runs) >= _MIN_RUNS]
    pairs = _near(texts)
    parents: dict[str, dict[str, float]] = {}
    for a, b in pairs:
        original, copy, share = _direction(texts[a], texts[b])
        if share >= _COPIED:
            parents.setdefault(copy.id, {})[original.id] = share
    for rewrite, source in find_rewrites(reads).items():
        if rewrite not in parents and all(rewrite not in found for found in parents.values()):
            parents[rewrite] = {source: _COPIED}
    return _roots(parents, {r.reading.id: r.reading.published or "" for r in reads})


def _text(read: ReadArticle) -> _Text:
    words = [w.lower() for w in tokenize(read.reading.text)][:_MAX_RUNS]
    runs = frozenset(" ".join(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1))
    return _Text(read.reading.id, read.reading.published or "", runs)


def _near(texts: Sequence[_Text]) -> list[tuple[int, int]]:
    index = RMinHashLSH(threshold=0.3, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    hashes = []
    for i, text in enumerate(texts):
        found = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        found.update(sorted(text.runs))
        index.insert(i, found)
        hashes.append(found)
    return sorted({(i, int(j)) for i, h in enumerate(hashes) for j in index.query(h) if i < int(j)})


def _direction(left: _Text, right: _Text) -> tuple[_Text, _Text, float]:
    """Return the original, the copy, and the share of the shorter one's runs that they have in common."""
    shared = len(left.runs & right.runs)
    share = shared / min(len(left.runs), len(right.runs))
    days = (left.published[:10], right.published[:10])
    full = (left.published, right.published)
    if all(days) and days[0] != days[1]:
        first = days[0] < days[1]
    elif all(full) and len(full[0]) > 10 and len(full[1]) > 10 and full[0] != full[1]:
        first = full[0] < full[1]
    else:
        first = (-len(left.runs), left.id) < (-len(right.runs), right.id)
    return (left, right, share) if first else (right, left, share)


def _roots(parents: Mapping[str, Mapping[str, float]], published: Mapping[str, str]) -> dict[str, str]:
    """Follow each copy to the report that is no copy, choosing the parent that it repeats most."""
    best = {
        copy: max(found, key=lambda o: (found[o], -ord(min(published[o][:1] or "~")), o))
        for copy, found in parents.items()
    }
    roots = {}
    for copy in sorted(best):
        seen = {copy}
        root = best[copy]
        while root in best and best[root] not in seen:
            seen.add(root)
            root = best[root]
        roots[copy] = root
    return {copy: root for copy, root in roots.items() if root not in roots or roots[root] != copy}
