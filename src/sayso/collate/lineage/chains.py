"""Chains of copies: what a report took from a copy is led back to the report that the copy took it from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.collate.lineage.relations import Relation, Shared
from sayso.collate.lineage.texts import RUN, Text
from sayso.core.lineage import Precedence

_LEAST_LEFT = 15  # words that a copy must have added itself to stay a source
_NEW_NAMES = 0.4  # of the names in what is left
_ROUNDS = 4


def words_of(relation: Relation) -> set[int]:
    """Return the numbers of the copy's words that it shares with the source."""
    return {n for shared in relation.shared for n in range(*shared.words)}


def names_of(text: Text, numbers: Iterable[int]) -> set[str]:
    """Return the names and figures among those words of a text."""
    return {w for n in numbers if (w := text.words[n].removesuffix("'s")) in text.names}


def direct_by_others(relations: Sequence[Relation]) -> list[Relation]:
    """Direct relations of unknown order by third texts: what was made from a copy is later than the copy's source."""
    found = list(relations)
    for _ in range(_ROUNDS):
        sources: dict[str, dict[str, Precedence]] = defaultdict(dict)
        for relation in found:
            if relation.precedence not in (Precedence.UNKNOWN, Precedence.CONTAINED):
                sources[relation.copy.id][relation.source.id] = relation.precedence
        directed = [_direct(relation, sources) for relation in found]
        if directed == found:
            break
        found = directed
    return found


def settle_parts(relations: Sequence[Relation]) -> list[Relation]:
    """Return the relations without those whose order rests on lengths alone where other texts make that doubtful.

    - A text that is contained in one which took the rest elsewhere is a part that was merged into it, not cut from it.
    - A text that is contained in a copy may be what the copy was made from: only the source of both is sure.
    """
    known: dict[str, set[str]] = defaultdict(set)
    related: dict[str, set[str]] = defaultdict(set)
    unknown: dict[str, set[str]] = defaultdict(set)
    dates: dict[str, tuple[str, str]] = {}
    for relation in relations:
        one, other = relation.copy.id, relation.source.id
        for text in (relation.copy, relation.source):
            dates[text.id] = (text.published or "~", text.id)
        for held in (related, unknown) if relation.precedence is Precedence.UNKNOWN else (related,):
            held[one].add(other)
            held[other].add(one)
        if relation.precedence not in (Precedence.UNKNOWN, Precedence.CONTAINED):
            known[one].add(other)
    settled = []
    for relation in relations:
        part, whole = relation.copy.id, relation.source.id
        if relation.precedence is Precedence.CONTAINED:
            if known[whole] - related[part] - {part}:
                relation = replace(relation.turn(), precedence=Precedence.CONTAINED)
            elif unknown[part] & (known[whole] | {x for x in unknown[whole] if dates[x] < dates[whole]}):
                continue
        settled.append(relation)
    return settled


def _direct(relation: Relation, sources: Mapping[str, Mapping[str, Precedence]]) -> Relation:
    if relation.precedence is not Precedence.UNKNOWN:
        return relation
    forth, back = (
        next(
            (
                p
                for middle, p in sorted(sources.get(r.copy.id, {}).items())
                if r.source.id in sources.get(middle, {})
            ),
            None,
        )
        for r in (relation, relation.turn())
    )
    if forth and not back:
        return replace(relation, precedence=forth)
    return replace(relation.turn(), precedence=back) if back and not forth else relation


def lead_back(chosen: Mapping[str, Sequence[Relation]]) -> dict[str, list[Relation]]:
    """Return the relations with the first reports that have each passage, as far as the chosen relations lead."""
    made: dict[str, list[Relation]] = {}
    for copy in chosen:
        made[copy] = _join([r for relation in chosen[copy] for r in _led(relation, chosen, {copy})])
    return made


def _led(relation: Relation, chosen: Mapping[str, Sequence[Relation]], seen: set[str]) -> list[Relation]:
    """Split a relation by where its source has the passages from; what the source has added stays with it."""
    middle = relation.source.id
    if middle in seen:
        return [relation]
    earlier = [r for one in chosen.get(middle, ()) for r in _led(one, chosen, seen | {middle})]
    left = words_of(relation)
    made = []
    for before in earlier:
        shared = tuple(s for one in relation.shared for s in _through(one, before))
        if shared and before.source.id not in seen:
            made.append(replace(relation, source=before.source, shared=shared))
            left -= words_of(made[-1])
    if not made:
        return [relation]
    rest = tuple(piece for shared in relation.shared for piece in _cut(shared, left))
    is_own = len(left) >= _LEAST_LEFT and _adds_names(relation.copy, left, [r.source for r in made])
    return [*made, replace(relation, shared=rest)] if rest and is_own else made


def _cut(shared: Shared, left: set[int]) -> list[Shared]:
    """Return what of ``shared`` lies in the words that are left; a reworded sentence whole or not at all."""
    numbers = [n for n in range(*shared.words) if n in left]
    if not shared.is_verbatim:
        return [shared] if 2 * len(numbers) > shared.words[1] - shared.words[0] else []
    pieces: list[list[int]] = []
    for number in numbers:
        if pieces and pieces[-1][-1] == number - 1:
            pieces[-1].append(number)
        else:
            pieces.append([number])
    offset = shared.source[0] - shared.words[0]
    ends = [(p[0], p[-1] + 1) for p in pieces if len(p) >= RUN]
    return [
        Shared((a, b), (min(a + offset, shared.source[1] - 1), min(b + offset, shared.source[1])), True)
        for a, b in ends
    ]


def _adds_names(copy: Text, left: set[int], sources: Sequence[Text]) -> bool:
    """Whether words left over name what no source does: else they may be a source's, reworded beyond recognition."""
    names = names_of(copy, left)
    return len(names.difference(*(s.names for s in sources))) > _NEW_NAMES * len(names)


def _through(shared: Shared, before: Relation) -> list[Shared]:
    """Return what of ``shared`` its source has from an earlier one, with the words there."""
    first, end = shared.source
    found = []
    for earlier in before.shared:
        low, high = max(first, earlier.words[0]), min(end, earlier.words[1])
        if 2 * (high - low) < min(end - first, earlier.words[1] - earlier.words[0]):
            continue
        if shared.is_verbatim:
            start = shared.words[0] + low - first
            words = start, min(shared.words[1], start + high - low)
        else:
            words = shared.words
        if words[0] < words[1]:
            found.append(Shared(words, earlier.source, shared.is_verbatim and earlier.is_verbatim))
    return found


def _join(relations: Sequence[Relation]) -> list[Relation]:
    """Join the relations with one source, those that share most words first."""
    joined: dict[str, Relation] = {}
    for relation in relations:
        known = joined.get(relation.source.id)
        shared = {*relation.shared, *(known.shared if known else ())}
        ordered = tuple(sorted(shared, key=lambda s: (s.words, s.source)))
        joined[relation.source.id] = replace(relation, shared=ordered)
    return sorted(joined.values(), key=lambda r: (-len(words_of(r)), r.source.published or "~", r.source.id))
