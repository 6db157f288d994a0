"""Two texts compared: what they share, whether the one was made from the other, and which came first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from sayso.collate.lineage.credits import is_same_outlet, mentions_outlet
from sayso.collate.lineage.passages import find_passages
from sayso.collate.lineage.quoting import takes_all_quotations
from sayso.collate.lineage.rewording import Match, chance_of_rewording, fill_gaps, match_sentences
from sayso.collate.lineage.texts import Text
from sayso.collate.lineage.when import is_earlier
from sayso.core.lineage import Precedence

_LEAST_PASSAGE = 8  # words; less is a phrase that two writers may share
_LONG = 12  # words of one passage; many short ones may be names and titles
_LEAST_OWN = 25  # words outside quote marks, in all: two reporters of one event do not share as many
_MOSTLY = 0.6  # of a short text's words
_HALF = 0.6
_SOME = 0.15
_CHANCE = 0.6
_ALIKE = 0.5  # the score of a reworded sentence where the texts share passages too
_WHOLLY = 0.88  # of the words of a text that is but a part of another
_PART = 0.78  # at most that of the whole's length is the part's
_ADDED = 0.1  # of its names may be new

Words = tuple[int, int]  # from one word's number to before another's


@dataclass(frozen=True, slots=True)
class Shared:
    """Words of a copy and the words of its source that they repeat."""

    words: Words
    source: Words
    is_verbatim: bool


@dataclass(frozen=True, slots=True)
class Relation:
    """What ``copy`` shares with ``source``; which is which is not known where ``precedence`` is unknown."""

    source: Text
    copy: Text
    shared: tuple[Shared, ...] = field(repr=False)
    coverage: float  # of the copy's words
    source_coverage: float
    precedence: Precedence = Precedence.UNKNOWN

    def turn(self) -> "Relation":
        """The same with source and copy changed over."""
        turned = sorted(
            (Shared(s.source, s.words, s.is_verbatim) for s in self.shared), key=lambda s: s.words
        )
        return replace(
            self,
            source=self.copy,
            copy=self.source,
            shared=tuple(turned),
            coverage=self.source_coverage,
            source_coverage=self.coverage,
        )


def relate(one: Text, other: Text) -> Relation | None:
    """Compare two texts; None where nothing says that one was made from the other (or both from a third)."""
    passages = [p for p in find_passages(one, other) if p.end - p.first >= _LEAST_PASSAGE]
    own = sum(other.own_count(p.first, p.end) for p in passages)
    longest = max((p.end - p.first for p in passages), default=0)
    is_taken = longest >= _LONG and own >= min(
        _LEAST_OWN, max(1.0, _MOSTLY * min(one.own_total, other.own_total))
    )
    matches = match_sentences(other, one)
    is_reworded = chance_of_rewording(other, one, matches) >= _CHANCE or _keeps_quotations(one, other)
    if not is_taken and not is_reworded:
        return None
    if is_reworded or own >= _HALF * min(one.own_total, other.own_total):
        matches = fill_gaps(other, one, matches)
    elif own >= _SOME * min(one.own_total, other.own_total):
        matches = [m for m in matches if m.score >= _ALIKE]
    else:
        matches = []  # an excerpt: what else the two share, the event may explain
    verbatim = [Shared((p.first, p.end), (p.source_first, p.source_end), True) for p in passages]
    shared = sorted([*verbatim, *_reworded(one, other, matches, verbatim)], key=lambda s: s.words)
    made = Relation(
        one,
        other,
        tuple(shared),
        _cover(other, [s.words for s in shared]),
        _cover(one, [s.source for s in shared]),
    )
    return _direct(made)


def _keeps_quotations(one: Text, other: Text) -> bool:
    if is_earlier(one.published, other.published):
        return takes_all_quotations(other, one)
    return is_earlier(other.published, one.published) and takes_all_quotations(one, other)


def _reworded(one: Text, other: Text, matches: Sequence[Match], verbatim: Sequence[Shared]) -> list[Shared]:
    """Return the reworded sentences, those aside that are shared word for word for the most part."""
    taken = bytearray(len(other.words))
    for shared in verbatim:
        taken[slice(*shared.words)] = b"\x01" * (shared.words[1] - shared.words[0])
    found = []
    for match in matches:
        sentence, source = other.sentences[match.sentence], one.sentences[match.other]
        if 2 * sum(taken[sentence.first : sentence.end]) < sentence.size:
            found.append(Shared((sentence.first, sentence.end), (source.first, source.end), False))
    return found


def _cover(text: Text, words: Sequence[Words]) -> float:
    marks = bytearray(len(text.words))
    for first, end in words:
        marks[first:end] = b"\x01" * (end - first)
    return sum(marks) / max(1, len(marks))


def _direct(found: Relation) -> Relation:
    """Tell which came first: by a credit for the text, by time, by a mention, by what contains what."""
    one, other = found.source, found.copy
    for precedence, comes_first in _SIGNS:
        forth, back = comes_first(one, other, found), comes_first(other, one, found.turn())
        if forth != back:
            return replace(found if forth else found.turn(), precedence=precedence)
    return found


def _is_credited(source: Text, copy: Text, _: Relation) -> bool:
    outlet = source.outlet
    return outlet is not None and any(is_same_outlet(credit.name, outlet) for credit in copy.credits)


def _is_published_first(source: Text, copy: Text, _: Relation) -> bool:
    return is_earlier(source.published, copy.published)


def _is_mentioned(source: Text, copy: Text, _: Relation) -> bool:
    return source.outlet != copy.outlet and mentions_outlet(copy.raw, source.outlet)


def _contains(_source: Text, _copy: Text, found: Relation) -> bool:
    if len(found.copy.words) > _PART * len(found.source.words):
        return False
    added = len(found.copy.names - found.source.names)
    return found.coverage >= _WHOLLY or (
        found.coverage >= _MOSTLY and added <= _ADDED * len(found.copy.names)
    )


_SIGNS: tuple[tuple[Precedence, Callable[[Text, Text, Relation], bool]], ...] = (
    (Precedence.CREDITED, _is_credited),
    (Precedence.PUBLISHED, _is_published_first),
    (Precedence.CREDITED, _is_mentioned),
    (Precedence.CONTAINED, _contains),
)
