"""Sides: the countries and bodies that an entity speaks for, as its names, titles and the words before it tell.

A side is a country's ISO 3166-1 code or a body's folded name. Whoever accuses or denies does so for a side, and a
denial is the accused side's.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sayso.collate.entities import Cast
from sayso.collate.names import country_code, fold_name, is_demonym_of
from sayso.core.ledger import LedgerEntity
from sayso.core.read_article import ReadArticle
from sayso.core.reading import EntityKind, Reading

Sides = Mapping[str, frozenset[str]]

_BEFORE = 60  # characters before a name in which its title stands
_TITLE = 5  # words of a title before a name
_MIN_BODY = 3


def find_sides(reads: Sequence[ReadArticle], cast: Cast) -> Sides:
    """Return each ledger entity's sides; an entity of no known side is left out."""
    sides: dict[str, set[str]] = defaultdict(set)
    for entity in cast.entities:
        words = [entity.name, *entity.aliases]
        if entity.kind is not EntityKind.PERSON:
            sides[entity.id] |= {fold_name(w) for w in words}
            sides[entity.id] |= {code for w in words if (code := country_code(w))}
        if entity.role and (code := country_code(entity.role)):
            sides[entity.id].add(code)
    bodies = {e.id: frozenset(map(fold_name, (e.name, *e.aliases))) for e in cast.entities if _is_body(e)}
    for read in reads:
        for own, found in _titles(read.reading, cast, bodies):
            sides[own] |= found
    return {own: frozenset(found - {""}) for own, found in sides.items() if found}


def _is_body(entity: LedgerEntity) -> bool:
    return entity.kind is not EntityKind.PERSON and len(entity.name) >= _MIN_BODY


def _titles(
    reading: Reading, cast: Cast, bodies: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the sides named in the words right before a name ("Veltria's navy minister", "League spokesman")."""
    named = {
        fold_name(name): bodies[own]
        for entity in reading.entities
        if (own := cast.find(reading.id, entity.id) or "") in bodies
        for name in (entity.name, *entity.aliases)
    }
    places = [fold_name(e.name) for e in reading.entities if e.kind is EntityKind.PLACE]
    for mention in reading.mentions:
        speaker = cast.find(reading.id, mention.entity)
        if speaker is None or mention.kind is EntityKind.PLACE:
            continue
        before = reading.text[max(0, mention.span.start - _BEFORE) : mention.span.start]
        found = next(
            (side for word in _title_words(before) if (side := _side_of(word, named, places))), frozenset()
        )
        if found:
            yield speaker, found


def _title_words(before: str) -> list[str]:
    """Return the capitalised words of the title right before a name, the nearest first."""
    clause = re.split(r"[.,;:!?\n]", before)[-1]
    words = clause.split()[-_TITLE:]
    return [re.sub(r"(?:[’']s|[’'])$", "", w) for w in reversed(words) if w[:1].isupper()]


def _side_of(word: str, named: Mapping[str, frozenset[str]], places: Sequence[str]) -> frozenset[str]:
    code = country_code(word)
    found = frozenset({code} if code else ()) | named.get(fold_name(word), frozenset())
    return found | {place for place in places if is_demonym_of(word, place)}
