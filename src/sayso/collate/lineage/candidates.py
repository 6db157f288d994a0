"""Which pairs of texts are worth comparing, found without comparing all with all.

1. Passages: a quarter of each text's runs of five words are kept as fingerprints, those whose hash is divisible by
   four, so that two texts keep the same ones (Manku et al. 2007 call it shingle sampling). Two shared ones make a pair.
2. Rewordings: the most telling words of each text, by MinHash and LSH (rensa); what LSH proposes is checked on the
   words themselves.

Where very many texts share one thing, each is paired with the first few in the order given, not with all: the work
stays linear, and the first are those that the others may have copied.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from rensa import RMinHash, RMinHashLSH  # type: ignore[import-untyped]  # it ships no types

from sayso.collate.lineage.texts import Text, rare_stems

Pair = tuple[int, int]

_SAMPLED = 4  # one run in four is a fingerprint
_LEAST_SHARED = 2  # fingerprints
_CROWD = 24  # holders of one fingerprint; above it only pairs with the first are looked at
_FIRST = 8
_RARE = 2.5  # the weight of a telling word
_MOST_RARE = 60  # of one text
_PERMUTATIONS = 128
_BANDS = 64  # two rows a band: a Jaccard similarity of .2 is proposed with a chance of .93
_SEED = 11
_OVERLAP = 0.3  # of the lesser text's telling words
_MOST_PROPOSED = 200
_MOST_KEPT = 12  # rewordings looked at for one text


def find_candidates(texts: Sequence[Text]) -> list[Pair]:
    """Return pairs of numbers of ``texts``, the lesser first; the order of ``texts`` says who is first in a crowd."""
    return sorted({*_sharing_runs(texts), *_sharing_words(texts)})


def _sharing_runs(texts: Sequence[Text]) -> Iterator[Pair]:
    holders: dict[int, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for run in np.unique(text.runs[text.runs % _SAMPLED == 0]).tolist():
            holders[run].append(number)
    shared: Counter[Pair] = Counter()
    for held in holders.values():
        if len(held) > 1:
            shared.update(_pairs(held))
    return (pair for pair, count in shared.items() if count >= _LEAST_SHARED)


def _pairs(held: Sequence[int]) -> Iterator[Pair]:
    firsts = held if len(held) <= _CROWD else held[:_FIRST]
    for place, first in enumerate(firsts):
        for other in held[place + 1 :]:
            yield first, other


def _sharing_words(texts: Sequence[Text]) -> Iterator[Pair]:
    stems = [rare_stems(text, _RARE, _MOST_RARE) for text in texts]
    index = RMinHashLSH(threshold=0.2, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    hashes = {}
    for number, found in enumerate(stems):
        if found:
            hashes[number] = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
            hashes[number].update(sorted(found))
            index.insert(number, hashes[number])
    for number, found in hashes.items():
        proposed = sorted(int(n) for n in index.query(found) if int(n) != number)[:_MOST_PROPOSED]
        ranked = sorted((-_overlap(stems[number], stems[n]), n) for n in proposed)
        for overlap, other in ranked[:_MOST_KEPT]:
            if -overlap >= _OVERLAP:
                yield min(number, other), max(number, other)


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / min(len(one), len(other))
